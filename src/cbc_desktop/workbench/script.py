"""The steps of an answer script, carried out on a session.

Nothing that was answered is thrown away by the engine itself. In ODK's engines a choice that is no longer offered is
gone, and back when it is offered again; so a script leaves out what is not offered at its end, as a person would who
was asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.choices import selected
from cbc_desktop.engine.codecs import canonical
from cbc_desktop.engine.nodes import LeafNode, RepeatNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.tree import Found
from cbc_desktop.engine.violations import Condition

Step = Mapping[str, Any]
Verb = Callable[[FormSession, Step], None]

UNKNOWN_STEP = Message("Không hiểu bước {step}.", "The step {step} is not understood.")
NOT_A_QUESTION = Message("“{ref}” không phải là một câu hỏi.", "“{ref}” is no question.")
NOT_A_REPEAT = Message("“{ref}” không phải là một bảng.", "“{ref}” is no repeat.")
NO_SUCH_ROW = Message("“{ref}” không có dòng {index}.", "“{ref}” has no instance {index}.")


def carry_out(session: FormSession, step: Step) -> None:
    """A step that changes nothing, ``snapshot``, is passed over; UserFacingError when a step cannot be done."""
    _verb_of(step)(session, step)


def leave_out_what_is_not_offered(session: FormSession) -> None:
    """One answer may decide what the next may choose from: what is left out is followed until all is offered."""
    while answers := _still_offered(session):
        session.answer_all(answers)


def _still_offered(session: FormSession) -> dict[Address, str]:
    """The first answer, in document order, that names choices which are not offered, without them."""
    chosen = (node for node in session.problems() if isinstance(node, LeafNode))
    leaf = next(filter(_names_no_choice, chosen), None)
    return {} if leaf is None else {leaf.address: _offered_part(session, leaf)}


def _names_no_choice(leaf: LeafNode) -> bool:
    return any(problem.condition is Condition.CHOICE for problem in leaf.problems)


def _offered_part(session: FormSession, leaf: LeafNode) -> str:
    offered = {choice.value for choice in session.choices(leaf)}
    return " ".join(value for value in selected(leaf) if value in offered)


def _verb_of(step: Step) -> Verb:
    verb = next((verb for name, verb in _VERBS.items() if name in step), None)
    if verb is None:
        raise UserFacingError(UNKNOWN_STEP.filled(step=dict(step)))
    return verb


def _set(session: FormSession, step: Step) -> None:
    found = _found(session, step["set"])
    if not isinstance(found, LeafNode):
        raise UserFacingError(NOT_A_QUESTION.filled(ref=step["set"]))
    session.answer(found.address, canonical(str(step.get("value", "")), found.definition.bind.type))


def _add(session: FormSession, step: Step) -> None:
    repeat = _repeat(session, step["add_repeat"])
    index = step.get("index")
    behind = len(repeat.rows) if index is None else int(index)
    before = repeat.rows[behind].id if 0 <= behind < len(repeat.rows) else None
    session.add_rows(repeat.address, int(step.get("count", 1)), before)


def _delete(session: FormSession, step: Step) -> None:
    repeat, index = _repeat(session, step["delete_repeat"]), int(step["index"])
    if not 1 <= index <= len(repeat.rows):
        raise UserFacingError(NO_SUCH_ROW.filled(ref=step["delete_repeat"], index=index))
    session.delete_row(repeat.rows[index - 1].id)


def _speak(session: FormSession, step: Step) -> None:
    session.show_language(str(step["language"]))


def _repeat(session: FormSession, reference: str) -> RepeatNode:
    found = _found(session, reference)
    if not isinstance(found, RepeatNode):
        raise UserFacingError(NOT_A_REPEAT.filled(ref=reference))
    return found


def _found(session: FormSession, reference: str) -> Found:
    return session.tree.find(session.locate(reference))


_VERBS: Mapping[str, Verb] = {
    "set": _set,
    "add_repeat": _add,
    "delete_repeat": _delete,
    "language": _speak,
    "snapshot": lambda session, step: None,
}
