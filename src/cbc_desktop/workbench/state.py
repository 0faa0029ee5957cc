"""The state of a session, node by node, as JSON has it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cbc_desktop.base.message import VIETNAMESE
from cbc_desktop.engine.languages import speaks
from cbc_desktop.engine.nodes import GroupNode, LeafNode, LiveNode, RowNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.violations import Condition, Violation
from cbc_desktop.filling.review import message_of
from cbc_desktop.forms.definition import Control

Json = dict[str, Any]

_BROKEN = (Condition.CONSTRAINT, Condition.CHOICE, Condition.TYPE)


def nodes_of(session: FormSession) -> list[Json]:
    """Every element of the primary instance in document order, relevant or not."""
    return [_node(session, node) for node in session.tree.walk()]


def violations_of(session: FormSession) -> Iterator[Json]:
    """What is not in order: ``ref``, ``condition``, ``message`` in the language on show."""
    for node in session.problems():
        for violation in node.problems:
            yield {
                "ref": session.reference(node.address),
                "condition": violation.condition.value,
                "message": _said(session, node, violation),
            }


def _node(session: FormSession, node: LiveNode) -> Json:
    told: Json = {
        "ref": session.reference(node.address),
        "type": _type_of(session, node),
        "relevant": node.relevant,
        "readonly": node.readonly,
    }
    return told | _leaf(session, node) if isinstance(node, LeafNode) else told


def _leaf(session: FormSession, leaf: LeafNode) -> Json:
    conditions = {violation.condition for violation in leaf.problems}
    definition = leaf.definition
    told: Json = {
        "value": leaf.lexical,
        "required": leaf.required,
        "required_ok": Condition.REQUIRED not in conditions,
        "constraint_ok": not conditions.intersection(_BROKEN),
        "bind_type": definition.bind.type.value,
    }
    messages = [_said(session, leaf, violation) for violation in leaf.problems]
    if messages:
        told["message"] = messages[0]
    if definition.control is None:
        return told
    told["label"] = session.text(definition.label, leaf)
    told["hint"] = session.text(definition.hint, leaf) if definition.hint else ""
    if definition.control in _SELECTS:
        told["options"] = [[choice.value, choice.label] for choice in session.choices(leaf)]
    return told


def _said(session: FormSession, node: LiveNode, violation: Violation) -> str:
    """The form's own words in the language on show; the program's in English, unless Vietnamese is on show."""
    if violation.text is not None and violation.message is None and violation.warning is None:
        return session.text(violation.text, node)
    message = message_of(session, node, violation)
    return message.vi if speaks(session, VIETNAMESE) else message.en


def _type_of(session: FormSession, node: LiveNode) -> str:
    if node is session.tree.document.root:
        return "root"
    if isinstance(node, RowNode):
        return "repeat-instance"
    if isinstance(node, GroupNode):
        return "group"
    assert isinstance(node, LeafNode)
    control = node.definition.control
    return "model-value" if control is None else _CONTROLS.get(control, control.value)


_SELECTS = (Control.SELECT_ONE, Control.SELECT_MULTIPLE, Control.RANK)
_CONTROLS = {Control.SELECT_ONE: "select", Control.SELECT_MULTIPLE: "select"}
