"""How arrivals stand to each other depends on what they are, not on the order or the number of times they came."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.digests import Digest
from cbc_desktop.dossier.identity import AgencyKey, DossierIdentity
from cbc_desktop.receiving.reception.rulings import Ruling, Rulings, rulings, version_key
from cbc_desktop.receiving.reception.standing import Standing, rivals, standings
from cbc_desktop.receiving.route import Route, Source
from cbc_desktop.signing.verdict import Verdict
from cbc_desktop.store.received.arrivals import Arrival, ArrivedDossier
from cbc_desktop.store.received.decisions import KeptDecision

START = datetime(2030, 2, 1, tzinfo=VIETNAM)
FORM = {"phieu": Digest.of(b"form")}
COUNTING = {Standing.NEW, Standing.AMENDS, Standing.GAP}


def arrival(
    content: str,
    *,
    dossier: str = "d1",
    number: int = 1,
    replaces: str = "",
    verdict: Verdict = Verdict.PASSED,
    source: Source = Source.PACKAGE,
    copy: int = 0,
) -> Arrival:
    told = ArrivedDossier(
        identity=DossierIdentity("c", AgencyKey("01"), dossier),
        agency_name="Cơ quan mẫu",
        number=number,
        content_digest=Digest.of(content.encode()),
        replaces=Digest.of(replaces.encode()) if replaces else None,
        finalised_at=START,
        trial=False,
    )
    digest = Digest.of(repr((content, dossier, number, replaces, verdict, source, copy)).encode())
    return Arrival(
        digest=digest,
        came_as=digest,
        name="x.zip",
        size=1,
        route=Route.FOLDER.value,
        source=source.value,
        taken_at=START + timedelta(hours=copy),
        taken_by="Phúc",
        verdict=verdict.value,
        dossier=told,
        form_digests=FORM,
    )


ARRIVALS = st.lists(
    st.builds(
        arrival,
        st.sampled_from("abc"),
        dossier=st.sampled_from(["d1", "d2"]),
        number=st.integers(1, 3),
        replaces=st.sampled_from(["", "a", "b"]),
        verdict=st.sampled_from(Verdict),
        source=st.sampled_from([Source.PACKAGE, Source.PDF, Source.SCAN]),
        copy=st.integers(0, 1),
    ),
    max_size=8,
    unique_by=lambda one: one.digest,
)


@given(ARRIVALS, st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_standing(arrivals: list[Arrival], random: Random) -> None:
    shuffled = list(arrivals)
    random.shuffle(shuffled)
    assert standings(shuffled, Rulings()) == standings(arrivals, Rulings())


@given(ARRIVALS)
def test_every_arrival_has_a_standing_and_at_most_one_counts(arrivals: list[Arrival]) -> None:
    found = standings(arrivals, Rulings())
    assert set(found.of) == {one.digest for one in arrivals}
    times = Counter(standing in COUNTING for standing in found.of.values())
    assert times[True] == (1 if found.counts else 0)
    assert bool(found.conflicting) == (Standing.CONFLICTS in found.of.values())
    assert not (found.conflicting and found.counts)


@given(ARRIVALS)
def test_what_failed_neither_counts_nor_changes_what_does(arrivals: list[Arrival]) -> None:
    sound = [one for one in arrivals if one.verdict != Verdict.FAILED.value]
    with_all, without = standings(arrivals, Rulings()), standings(sound, Rulings())
    assert with_all.counts == without.counts
    assert {one.digest: with_all.of[one.digest] for one in sound} == without.of


@given(ARRIVALS)
def test_a_person_who_decides_a_conflict_leaves_none(arrivals: list[Arrival]) -> None:
    found = standings(arrivals, Rulings())
    if not found.conflicting:
        return
    chosen = found.conflicting[0]
    assert chosen.dossier is not None
    key = version_key(chosen.dossier)
    values = (key, *sorted(rivals(arrivals, Rulings(), key)))
    decided = rulings([KeptDecision(1, START, "Phúc", Ruling.COUNTS.value, chosen.digest, values, "vì thế")])
    after = standings(arrivals, decided)
    assert not after.conflicting
    assert after.counts is not None
    assert after.counts.dossier is not None
    assert version_key(after.counts.dossier) == key
    undone = KeptDecision(1, START, "Phúc", Ruling.COUNTS.value, chosen.digest, values, "vì thế", START, "Phúc")
    assert standings(arrivals, rulings([undone])) == found


def test_the_same_answers_in_two_dossiers_are_no_conflict() -> None:
    first, second = arrival("a"), arrival("a", dossier="d2")
    found = standings([first, second], Rulings())
    assert sorted(standing.value for standing in found.of.values()) == ["new", "same"]


def test_the_better_verdict_speaks_for_the_same_content() -> None:
    doubtful, good = arrival("a", verdict=Verdict.INDETERMINATE), arrival("a", source=Source.PDF)
    assert standings([doubtful, good], Rulings()).counts == good


def test_two_contents_of_one_number_conflict_although_one_was_amended() -> None:
    one, twin = arrival("b", number=2, replaces="a"), arrival("c", number=2, replaces="a")
    later = arrival("d", number=3, replaces="b")
    found = standings([arrival("a"), one, twin, later], Rulings())
    assert [found.of[each.digest] for each in (one, twin, later)] == [Standing.CONFLICTS] * 3
