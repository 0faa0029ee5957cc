"""What people decided about arrivals, as it holds now: later decisions before earlier ones, undone ones not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.message import Message
from cbc_desktop.store.received.arrivals import ArrivedDossier
from cbc_desktop.store.received.decisions import KeptDecision

_TRIAL = "trial"
VersionKey = str
"""Dossier, number and content digest of a revision, with slashes between them."""


class Ruling(Enum):
    """What a person can decide; the values are kept."""

    COUNTS = "counts"
    """This one, and not those that it was in conflict with."""
    ACCEPTED = "accepted"
    """Although it failed, or its certificate does not name the agency."""
    SET_ASIDE = "set-aside"
    OF_AGENCY = "of-agency"
    """It is this agency's, whatever it says."""
    ASKED_ANEW = "asked-anew"
    """It cannot be read; it is this agency's, which was asked for another copy."""

    @property
    def words(self) -> Message:
        return _WORDS[self]


_WORDS = {
    Ruling.COUNTS: Message("bản này được tính", "this one counts"),
    Ruling.ACCEPTED: Message("chấp nhận", "accepted"),
    Ruling.SET_ASIDE: Message("để riêng", "set aside"),
    Ruling.OF_AGENCY: Message("thuộc cơ quan", "is of the agency"),
    Ruling.ASKED_ANEW: Message("đã xin bản khác của", "another copy was asked for from"),
}


@dataclass(frozen=True, slots=True)
class Round:
    """For which campaign something came, in earnest or for practice; a person says it of what cannot be read."""

    campaign_id: str
    trial: bool

    @property
    def values(self) -> tuple[str, str]:
        """As a decision keeps it, behind the agency."""
        return self.campaign_id, _TRIAL if self.trial else ""

    @classmethod
    def of(cls, campaign_id: str, kind: str) -> Round:
        return cls(campaign_id, kind == _TRIAL)


@dataclass(frozen=True, slots=True)
class Rulings:
    """``agencies`` are keys of the register by arrival, ``rounds`` what those came for that cannot be read."""

    set_aside: frozenset[Digest] = frozenset()
    accepted: frozenset[Digest] = frozenset()
    overruled: frozenset[VersionKey] = frozenset()
    agencies: Mapping[Digest, str] = field(default_factory=dict)
    rounds: Mapping[Digest, Round] = field(default_factory=dict)


def rulings(decisions: Iterable[KeptDecision]) -> Rulings:
    """``decisions``: the oldest first."""
    set_aside: set[Digest] = set()
    accepted: set[Digest] = set()
    overruled: set[VersionKey] = set()
    agencies: dict[Digest, str] = {}
    rounds: dict[Digest, Round] = {}
    for one in decisions:
        if one.undone_at is not None:
            continue
        match Ruling(one.kind):
            case Ruling.COUNTS:
                chosen, *others = one.values
                overruled = (overruled | set(others)) - {chosen}
            case Ruling.ACCEPTED:
                accepted.add(one.arrival)
                set_aside.discard(one.arrival)
            case Ruling.SET_ASIDE:
                set_aside.add(one.arrival)
            case Ruling.OF_AGENCY | Ruling.ASKED_ANEW:
                agencies[one.arrival], *came_for = one.values
                rounds |= {one.arrival: Round.of(*came_for)} if came_for else {}
    return Rulings(frozenset(set_aside), frozenset(accepted), frozenset(overruled), agencies, rounds)


def version_key(dossier: ArrivedDossier) -> VersionKey:
    return f"{dossier.identity.dossier_id}/{dossier.number}/{dossier.content_digest}"
