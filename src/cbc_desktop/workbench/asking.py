"""An expression asked of a form that is being filled in, at one of its nodes."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.engine.nodes import LiveNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.world import World
from cbc_desktop.workbench.evaluating import json_number
from cbc_desktop.workbench.playing import Play, begun
from cbc_desktop.workbench.script import carry_out, leave_out_what_is_not_offered
from cbc_desktop.xpath import Value, XPathError, XPathSyntaxError, compile_expression
from cbc_desktop.xpath.values import to_string

Json = dict[str, Any]

_TYPES = ((bool, "boolean"), (float, "number"), (datetime, "dateTime"), (date, "date"), (time, "time"))


def ask(played: Play, expression: str, at: str | None, clock: Clock, identifiers: IdentifierSource) -> Json:
    """``type`` and ``value``; a nodeset is the references of its nodes. UserFacingError says what is wrong."""
    session = begun(played, World(clock, identifiers))
    for step in played.script:
        carry_out(session, step)
    leave_out_what_is_not_offered(session)
    node = session.tree.find(session.locate(at)) if at else session.tree.document.root
    try:
        return _told(session, session.value_of(compile_expression(expression, session.definition.namespaces), node))
    except (XPathError, XPathSyntaxError) as error:
        raise UserFacingError(error.message) from error


def _told(session: FormSession, value: Value) -> Json:
    if isinstance(value, list):
        return {"type": "nodeset", "value": [_reference(session, node) for node in value]}
    name = next((name for kind, name in _TYPES if isinstance(value, kind)), "string")
    told = value if isinstance(value, bool) else json_number(value) if isinstance(value, float) else to_string(value)
    return {"type": name, "value": told}


def _reference(session: FormSession, node: Any) -> str:
    """Of a node of the form; of one in a secondary instance, its text."""
    return session.reference(node.address) if isinstance(node, LiveNode) else str(node.string_value())
