"""How far a dossier has come on its way out of the house: pure, from the table of states alone."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from cbc_desktop.dossier.states import Action, State, permitted


class Step(Enum):
    """In their order."""

    FINALISE = "finalise"
    EXPORT = "export"
    """Sign and pack."""
    HAND_OVER = "hand_over"


class Standing(Enum):
    """Of one step."""

    DONE = "done"
    NOW = "now"
    """It is its turn."""
    LATER = "later"


EXPORTABLE = (State.FINALISED, State.SIGNED_BY_LEADER, State.PACKAGED_UNSEALED)
"""Later the clerk has gone on: a new export would lose the number and the seal."""

_SENT = (State.HANDED_OVER, State.ACCEPTED, State.RETURNED)


def standings(state: State) -> Mapping[Step, Standing]:
    """Where each step stands while the latest revision is in ``state``."""
    handing_over = Action.HAND_OVER in permitted(state)
    sent = state in _SENT
    return {
        Step.FINALISE: Standing.NOW if state is State.DRAFT else Standing.DONE,
        Step.EXPORT: _standing(done=handing_over or sent, now=state is not State.DRAFT),
        Step.HAND_OVER: _standing(done=sent, now=handing_over),
    }


def may_export(state: State) -> bool:
    """Whether a package can be made, for the first time or once more."""
    return state in EXPORTABLE


def _standing(*, done: bool, now: bool) -> Standing:
    if done:
        return Standing.DONE
    return Standing.NOW if now else Standing.LATER
