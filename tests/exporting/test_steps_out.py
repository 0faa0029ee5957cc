"""Which step of issuing has its turn follows from the state of the revision alone."""

from __future__ import annotations

import pytest

from cbc_desktop.dossier.states import Action, State, permitted
from cbc_desktop.exporting.steps import Standing, Step, may_export, standings

DONE, NOW, LATER = Standing.DONE, Standing.NOW, Standing.LATER


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (State.DRAFT, (NOW, LATER, LATER)),
        (State.FINALISED, (DONE, NOW, LATER)),
        (State.SIGNED_BY_LEADER, (DONE, NOW, LATER)),
        (State.PACKAGED_UNSEALED, (DONE, DONE, NOW)),
        (State.PACKAGED, (DONE, DONE, NOW)),
        (State.HANDED_OVER, (DONE, DONE, DONE)),
        (State.RETURNED, (DONE, DONE, DONE)),
    ],
)
def test_the_steps_stand_as_the_revision_has_come(state: State, expected: tuple[Standing, Standing, Standing]) -> None:
    assert tuple(standings(state)[step] for step in Step) == expected


@pytest.mark.parametrize("state", [State.NUMBERED, State.SEALED, State.PACKAGED, State.HANDED_OVER, State.DRAFT])
def test_nothing_is_signed_anew_once_the_clerk_has_gone_on(state: State) -> None:
    assert not may_export(state)


@pytest.mark.parametrize("state", [state for state in State if may_export(state)])
def test_what_may_be_exported_may_be_packaged_or_signed(state: State) -> None:
    assert permitted(state) & {Action.SIGN, Action.PACKAGE}
