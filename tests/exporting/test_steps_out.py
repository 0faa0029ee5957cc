"""Which step of issuing has its turn, and who did the others, follows from the state and the journal alone."""

from __future__ import annotations

from datetime import datetime

import pytest

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.dossier.states import Action, State, permitted
from cbc_desktop.exporting.steps import Standing, Step, WayOut, may_export
from cbc_desktop.store.journal import JournalEntry

DONE, NOW, LATER, SKIPPED = Standing.DONE, Standing.NOW, Standing.LATER, Standing.SKIPPED
MORNING = datetime(2030, 2, 1, 8, tzinfo=VIETNAM)


def way_out(state: State, *events: str) -> WayOut:
    return WayOut.of(state, [JournalEntry(MORNING, "lan", event, "d", {}) for event in events])


@pytest.mark.parametrize(
    ("state", "events", "expected"),
    [
        (State.DRAFT, (), (NOW, LATER, LATER, LATER, LATER, LATER)),
        (State.FINALISED, ("finalised",), (DONE, NOW, LATER, LATER, LATER, LATER)),
        (State.SIGNED_BY_LEADER, ("finalised", "sign"), (DONE, DONE, NOW, LATER, LATER, LATER)),
        (State.NUMBERED, ("finalised", "sign_elsewhere", "number"), (DONE, DONE, DONE, NOW, LATER, LATER)),
        (State.SEALED, ("finalised", "sign", "number", "seal"), (DONE, DONE, DONE, DONE, NOW, LATER)),
        (State.SEALED, ("finalised", "seal_elsewhere"), (DONE, DONE, SKIPPED, DONE, NOW, LATER)),
        (State.PACKAGED, ("finalised", "sign", "number", "seal", "exported"), (DONE, DONE, DONE, DONE, DONE, NOW)),
        (State.PACKAGED_UNSEALED, ("finalised", "exported"), (DONE, DONE, SKIPPED, SKIPPED, DONE, NOW)),
        (
            State.PACKAGED_UNSEALED,
            ("finalised", "sign", "number", "exported"),
            (DONE, DONE, DONE, SKIPPED, DONE, NOW),
        ),
        (
            State.HANDED_OVER,
            ("finalised", "sign_with_pen", "number", "seal_with_stamp", "exported", "handed_over"),
            (DONE, DONE, DONE, DONE, DONE, DONE),
        ),
        (State.ACCEPTED, ("finalised", "sign", "number", "seal", "exported"), (DONE, DONE, DONE, DONE, DONE, DONE)),
        (State.RETURNED, ("finalised", "exported"), (DONE, DONE, SKIPPED, SKIPPED, DONE, DONE)),
        (State.DRAFT, ("finalised", "sign", "exported", "reopened"), (NOW, LATER, LATER, LATER, LATER, LATER)),
    ],
)
def test_the_steps_stand_as_the_revision_has_come(
    state: State, events: tuple[str, ...], expected: tuple[Standing, ...]
) -> None:
    out = way_out(state, *events)
    assert tuple(out.standing(step) for step in Step) == expected
    assert out.now == next((step for step, standing in zip(Step, expected, strict=True) if standing is NOW), None)


def test_what_is_done_anew_undoes_what_followed_it() -> None:
    out = way_out(State.SIGNED_BY_LEADER, "finalised", "sign", "number", "exported", "sign")
    assert [out.standing(step) for step in (Step.NUMBER, Step.PACKAGE)] == [NOW, LATER]


def test_a_document_that_was_handed_out_is_awaited_until_it_comes_back() -> None:
    assert way_out(State.FINALISED, "finalised", "handed_out").handed_out is not None
    assert way_out(State.SIGNED_BY_LEADER, "finalised", "handed_out", "sign_elsewhere").handed_out is None


def test_a_step_is_possible_in_the_ways_that_the_state_permits() -> None:
    assert way_out(State.SIGNED_BY_LEADER).possible(Step.SEAL) == {Action.SEAL_ELSEWHERE}
    assert way_out(State.SEALED).possible(Step.NUMBER) == frozenset()


def test_other_events_of_the_journal_are_no_steps() -> None:
    out = way_out(State.SIGNED_BY_LEADER, "begun", "finalised", "facts_given", "sign", "facts_given")
    assert out.now is Step.NUMBER


@pytest.mark.parametrize("state", [State.NUMBERED, State.SEALED, State.PACKAGED, State.HANDED_OVER, State.DRAFT])
def test_nothing_is_signed_anew_once_the_clerk_has_gone_on(state: State) -> None:
    assert not may_export(state)


@pytest.mark.parametrize("state", [state for state in State if may_export(state)])
def test_what_may_be_exported_may_be_packaged_or_signed(state: State) -> None:
    assert permitted(state) & {Action.SIGN, Action.PACKAGE}
