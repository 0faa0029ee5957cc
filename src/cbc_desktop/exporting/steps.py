"""How far a dossier has come on its way out of the house: pure, from the state of its revision and its journal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from cbc_desktop.dossier.states import Action, State, permitted
from cbc_desktop.store.journal import JournalEntry


class Step(Enum):
    """In their order."""

    FINALISE = "finalise"
    SIGN = "sign"
    """The leader, here, in another program or on paper."""
    NUMBER = "number"
    SEAL = "seal"
    """The agency's signature, or its stamp in ink."""
    PACKAGE = "package"
    HAND_OVER = "hand_over"


class Standing(Enum):
    """Of one step."""

    DONE = "done"
    NOW = "now"
    """It is its turn."""
    LATER = "later"
    SKIPPED = "skipped"
    """Not done here, and something that comes after it is."""


EXPORTABLE = (State.FINALISED, State.SIGNED_BY_LEADER, State.PACKAGED_UNSEALED)
"""Later the clerk has gone on: a new export would lose the number and the seal."""
EXPORTED, HANDED_OUT = "exported", "handed_out"
COPIED_OUT, MAIL_OPENED = "copied_out", "mail_opened"
"""Events of the journal: the document was packed; it was given away unsigned, to be signed elsewhere; its package was
copied to a stick, its e-mail opened."""

ACTIONS: Mapping[Step, frozenset[Action]] = {
    Step.FINALISE: frozenset({Action.FINALISE}),
    Step.SIGN: frozenset({Action.SIGN, Action.SIGN_WITH_PEN, Action.SIGN_ELSEWHERE}),
    Step.NUMBER: frozenset({Action.NUMBER}),
    Step.SEAL: frozenset({Action.SEAL, Action.SEAL_WITH_STAMP, Action.SEAL_ELSEWHERE}),
    Step.PACKAGE: frozenset({Action.PACKAGE}),
    Step.HAND_OVER: frozenset({Action.HAND_OVER}),
}
"""In which ways each step is done."""
_ORDER = {step: place for place, step in enumerate(Step)}
_STEPS: Mapping[str, Step] = {
    **{action.value: step for step, actions in ACTIONS.items() for action in actions},
    "finalised": Step.FINALISE,
    EXPORTED: Step.PACKAGE,
    "handed_over": Step.HAND_OVER,
}
"""Of the journal's events."""
REOPENED = "reopened"
_ARRIVED = frozenset({State.HANDED_OVER, State.ACCEPTED, State.RETURNED})
"""Also where nobody wrote down the day of sending: the receiver has answered."""
_HANDED_OFF = (COPIED_OUT, MAIL_OPENED)


@dataclass(frozen=True, slots=True)
class WayOut:
    """``deeds`` say who did which step of the latest revision, when and how; what was done anew undid what followed.

    ``handed_out`` is the last time that it was given away to be signed, unless it has come back since; ``handed_off``
    what was done with the package since it was made.
    """

    state: State
    deeds: Mapping[Step, JournalEntry]
    handed_out: JournalEntry | None = None
    handed_off: tuple[JournalEntry, ...] = ()

    @classmethod
    def of(cls, state: State, journal: Iterable[JournalEntry]) -> WayOut:
        """``journal`` is that of the dossier, in its order."""
        deeds: dict[Step, JournalEntry] = {}
        handed_out: JournalEntry | None = None
        handed_off: list[JournalEntry] = []
        for entry in journal:
            step = _STEPS.get(entry.event)
            if entry.event == REOPENED:
                deeds, handed_out, handed_off = {}, None, []
            elif entry.event == HANDED_OUT:
                handed_out = entry
            elif entry.event in _HANDED_OFF:
                handed_off.append(entry)
            elif step is not None:
                deeds = {one: deed for one, deed in deeds.items() if _ORDER[one] < _ORDER[step]} | {step: entry}
                handed_out = None
                handed_off = handed_off if step is Step.HAND_OVER else []
        return cls(state, deeds, handed_out, tuple(handed_off))

    @property
    def now(self) -> Step | None:
        """Whose turn it is; None when everything is done."""
        return next((step for step in Step if self.standing(step) is Standing.NOW), None)

    def standing(self, step: Step) -> Standing:
        if self._is_done(step):
            return Standing.DONE
        following = list(Step)[_ORDER[step] + 1 :]
        if any(map(self._is_done, following)):
            return Standing.SKIPPED
        before = list(Step)[: _ORDER[step]]
        return Standing.NOW if not before or self.standing(before[-1]) in _BEHIND else Standing.LATER

    def possible(self, step: Step) -> frozenset[Action]:
        """In which ways the step may be done now, for the first time or once more."""
        return ACTIONS[step] & permitted(self.state)

    def deed(self, step: Step) -> JournalEntry | None:
        """What did it: a package of everything in one go, or what another program sealed, was signed by that too."""
        found = self.deeds.get(step)
        if found is None and step is Step.SIGN:
            return self.deeds.get(Step.SEAL) or self.deeds.get(Step.PACKAGE)
        return found

    @property
    def on_paper(self) -> bool:
        """Whether the leader has signed the printed document by hand."""
        return self._signed_by(Action.SIGN_WITH_PEN) is not None

    @property
    def signed_here(self) -> JournalEntry | None:
        """With which the leader signed in this program; None where it was done elsewhere, or not yet."""
        return self._signed_by(Action.SIGN)

    def _signed_by(self, action: Action) -> JournalEntry | None:
        deed = self.deeds.get(Step.SIGN)
        return deed if deed is not None and deed.event == action.value else None

    def _is_done(self, step: Step) -> bool:
        if step is Step.FINALISE:
            return self.state is not State.DRAFT
        if step is Step.HAND_OVER and self.state in _ARRIVED:
            return True
        return self.deed(step) is not None


_BEHIND = (Standing.DONE, Standing.SKIPPED)


def may_export(state: State) -> bool:
    """Whether everything can be done in one go, for the first time or once more."""
    return state in EXPORTABLE
