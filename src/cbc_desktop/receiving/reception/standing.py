"""How what arrived from one agency stands to each other, and which of it counts: a pure function of the arrivals.

In which order they came makes no difference, and neither does the same once more.

what arrived                                            | standing
------------------------------------------------------- | ----------
a person set it aside                                   | SET_ASIDE
no answers could be read of it                          | UNREADABLE
it failed, and no person accepted it                    | FAILED
a person decided for another                            | OVERRULED
the same revision with the same content, once more      | SAME
another dossier, or another content of the same number  | CONFLICTS
a later revision is there                               | OLDER
the first revision                                      | NEW
the revision after one that is there                    | AMENDS
a revision whose predecessor never came                 | GAP
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.message import Message
from cbc_desktop.receiving.reception.rulings import Rulings, VersionKey, version_key
from cbc_desktop.receiving.route import Source
from cbc_desktop.signing.verdict import Verdict, badness
from cbc_desktop.store.received.arrivals import Arrival, ArrivedDossier


class Standing(Enum):
    """The table above says when."""

    NEW = "new"
    AMENDS = "amends"
    GAP = "gap"
    SAME = "same"
    OLDER = "older"
    CONFLICTS = "conflicts"
    OVERRULED = "overruled"
    FAILED = "failed"
    UNREADABLE = "unreadable"
    SET_ASIDE = "set-aside"

    @property
    def words(self) -> Message:
        return _WORDS[self]


_WORDS = {
    Standing.NEW: Message("mới", "new"),
    Standing.AMENDS: Message("thay bản trước", "amends"),
    Standing.GAP: Message("thiếu bản trước", "predecessor missing"),
    Standing.SAME: Message("trùng", "a copy of another one"),
    Standing.OLDER: Message("bản cũ", "older"),
    Standing.CONFLICTS: Message("mâu thuẫn, cần quyết định", "conflicts, to be decided"),
    Standing.OVERRULED: Message("không được chọn", "not chosen"),
    Standing.FAILED: Message("không đạt", "failed"),
    Standing.UNREADABLE: Message("không đọc được số liệu", "no answers could be read"),
    Standing.SET_ASIDE: Message("đã để riêng", "set aside"),
}


_SOURCES = {source.value: place for place, source in enumerate(Source)}
"""A signed package goes before its PDF alone, and that before paper."""


@dataclass(frozen=True, slots=True)
class Standings:
    """``counts`` is None while nothing usable is there, or a person must decide between ``conflicting`` ones."""

    of: Mapping[Digest, Standing]
    counts: Arrival | None
    conflicting: tuple[Arrival, ...] = ()


@dataclass(frozen=True, slots=True)
class _Version:
    """One content of one revision of one dossier; ``arrivals`` have the one first that speaks for it."""

    key: VersionKey
    dossier: ArrivedDossier
    arrivals: tuple[Arrival, ...]

    @property
    def speaker(self) -> Arrival:
        return self.arrivals[0]


@dataclass(slots=True)
class _Sorted:
    """What needs no comparison, and what is left to compare."""

    of: dict[Digest, Standing] = field(default_factory=dict)
    usable: list[Arrival] = field(default_factory=list)


def standings(arrivals: Iterable[Arrival], rulings: Rulings) -> Standings:
    """Of one campaign and agency, all in earnest or all for practice."""
    first = _sorted_out(arrivals, rulings)
    every = _versions(first.usable)
    live = [version for version in every if version.key not in rulings.overruled]
    of = {**first.of, **dict(_copies(every)), **{each.speaker.digest: Standing.OVERRULED for each in every}}
    newest = _newest(live)
    disputed = _disputed(live, newest)
    of |= {each.speaker.digest: Standing.OLDER for each in live}
    of |= {each.speaker.digest: Standing.CONFLICTS for each in disputed}
    if disputed or not newest:
        return Standings(of, None, tuple(each.speaker for each in disputed))
    of |= {each.speaker.digest: Standing.SAME for each in newest}
    of[newest[0].speaker.digest] = _place(newest[0], every)
    return Standings(of, newest[0].speaker)


def rivals(arrivals: Iterable[Arrival], rulings: Rulings, chosen: VersionKey) -> frozenset[VersionKey]:
    """What must not count for this version to do so: all that is usable, but what it went on from."""
    usable = _versions(_sorted_out(arrivals, rulings).usable)
    live = [version for version in usable if version.key == chosen or version.key not in rulings.overruled]
    mine = next((version.dossier for version in live if version.key == chosen), None)
    if mine is None:
        return frozenset()
    forks = _forks(live)
    return frozenset(each.key for each in live if each.key in forks or not _goes_on(mine, each.dossier)) - {chosen}


def _goes_on(later: ArrivedDossier, earlier: ArrivedDossier) -> bool:
    return later.identity.dossier_id == earlier.identity.dossier_id and later.number > earlier.number


def _sorted_out(arrivals: Iterable[Arrival], rulings: Rulings) -> _Sorted:
    found = _Sorted()
    for arrival in arrivals:
        if arrival.digest in rulings.set_aside:
            found.of[arrival.digest] = Standing.SET_ASIDE
        elif arrival.dossier is None or not arrival.form_digests:
            found.of[arrival.digest] = Standing.UNREADABLE
        elif arrival.verdict == Verdict.FAILED.value and arrival.digest not in rulings.accepted:
            found.of[arrival.digest] = Standing.FAILED
        else:
            found.usable.append(arrival)
    return found


def _versions(arrivals: Iterable[Arrival]) -> list[_Version]:
    """The best first, by what they are and not by when they came."""
    groups: dict[VersionKey, list[Arrival]] = {}
    dossiers: dict[VersionKey, ArrivedDossier] = {}
    for arrival in sorted(arrivals, key=_rank):
        if arrival.dossier is not None:
            key = version_key(arrival.dossier)
            groups.setdefault(key, []).append(arrival)
            dossiers.setdefault(key, arrival.dossier)
    return [_Version(key, dossiers[key], tuple(group)) for key, group in groups.items()]


def _rank(arrival: Arrival) -> tuple[int, int, str]:
    return badness(Verdict(arrival.verdict)), _SOURCES[arrival.source], str(arrival.digest)


def _copies(versions: Iterable[_Version]) -> Iterator[tuple[Digest, Standing]]:
    return ((copy.digest, Standing.SAME) for version in versions for copy in version.arrivals[1:])


def _newest(live: list[_Version]) -> list[_Version]:
    """Of each dossier those of its highest number; the best first."""
    highest: dict[str, int] = {}
    for version in live:
        dossier_id = version.dossier.identity.dossier_id
        highest[dossier_id] = max(version.dossier.number, highest.get(dossier_id, 0))
    return [each for each in live if each.dossier.number == highest[each.dossier.identity.dossier_id]]


def _disputed(live: list[_Version], newest: list[_Version]) -> list[_Version]:
    """Dossiers that end in different contents, and revisions of one number that say different things."""
    forks = _forks(live)
    apart = len({version.dossier.content_digest for version in newest}) > 1
    return [version for version in live if version in newest or version.key in forks] if apart or forks else []


def _forks(live: list[_Version]) -> frozenset[VersionKey]:
    """The revisions that have a twin of the same number."""
    numbers: dict[tuple[str, int], list[VersionKey]] = {}
    for version in live:
        place = version.dossier.identity.dossier_id, version.dossier.number
        numbers.setdefault(place, []).append(version.key)
    return frozenset(key for twins in numbers.values() if len(twins) > 1 for key in twins)


def _place(version: _Version, every: list[_Version]) -> Standing:
    mine = version.dossier
    if mine.number == 1:
        return Standing.NEW
    before = {
        other.dossier.content_digest
        for other in every
        if other.dossier.identity.dossier_id == mine.identity.dossier_id and other.dossier.number == mine.number - 1
    }
    return Standing.AMENDS if mine.replaces in before else Standing.GAP
