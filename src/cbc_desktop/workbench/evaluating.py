"""One expression over one document: what it is worth, as JSON has it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cbc_desktop.base.clock import VIETNAM, Clock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import SystemIdentifiers
from cbc_desktop.base.message import Message
from cbc_desktop.base.xml import XmlSyntaxError, prefixes_in
from cbc_desktop.forms.names import JAVAROSA, XFORMS, XHTML
from cbc_desktop.workbench.document import DocumentWorld, is_form
from cbc_desktop.workbench.places import node_at, place_of
from cbc_desktop.xpath import Context, Expression, Value, XPathError, XPathSyntaxError, compile_expression
from cbc_desktop.xpath.values import to_boolean, to_number, to_string
from cbc_desktop.xpath.xml_tree import tree_of

Json = Any
MATHML = "http://www.w3.org/1998/Math/MathML"
PREFIXES = {"xhtml": XHTML, "h": XHTML, "mathml": MATHML, "jr": JAVAROSA, "xf": XFORMS}
_PLAIN_NAMES = {"": ""}
"""Outside forms a name without prefix is in no namespace (XPath 1.0, section 2.3)."""
NOT_XML = Message("Tài liệu không phải XML đọc được: {reason}.", "The document is not readable XML: {reason}.")
UNKNOWN_ZONE = Message("Không có múi giờ “{zone}”.", "There is no time zone “{zone}”.")


def evaluate(job: Mapping[str, str], clock: Clock) -> Json:
    """The value of ``expr`` at ``at`` in ``document``; raises UserFacingError, XPathSyntaxError or XPathError.

    ``as`` is ``boolean``, ``number``, ``string`` or ``nodeset``; without it the value has its own type. Numbers that
    JSON has not are ``"NaN"``, ``"Infinity"``, ``"-Infinity"``; a nodeset is its positional paths.
    """
    content = job["document"].encode()
    document = _document(content)
    world = DocumentWorld(
        document=document,
        root=node_at(document, job.get("root") or "/"),
        language=job.get("language") or "",
        moment=moment_of(job.get("now"), job.get("timezone"), clock),
        identifiers=SystemIdentifiers(),
    )
    namespaces = prefixes_in(content) | PREFIXES | ({} if is_form(document) else _PLAIN_NAMES)
    expression = compile_expression(job["expr"], namespaces, patient=True)
    return value_of(expression, Context(node_at(document, job.get("at") or "/"), world), job.get("as") or "")


def value_of(expression: Expression, context: Context, wanted: str) -> Json:
    """In the type that is wanted, or in its own; raises XPathError."""
    value = expression.value(context)
    return _AS.get(wanted, _own)(value, context)


def error_text(error: UserFacingError | XPathSyntaxError | XPathError) -> str:
    """In English, for programs that read the answer."""
    return error.message.en


def moment_of(now: str | None, zone: str | None, clock: Clock) -> datetime:
    """The moment as an ISO 8601 text has it, in the zone that is named; the present without them."""
    moment = datetime.fromisoformat(now) if now else clock.now()
    if not zone:
        return moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)
    try:
        return moment.astimezone(ZoneInfo(zone))
    except ZoneInfoNotFoundError as error:
        raise UserFacingError(UNKNOWN_ZONE.filled(zone=zone)) from error


def _document(content: bytes) -> Any:
    try:
        return tree_of(content, plain_doctype=True)
    except XmlSyntaxError as error:
        raise UserFacingError(NOT_XML.filled(reason=error)) from error


def _own(value: Value, context: Context) -> Json:
    if isinstance(value, list):
        return _places(value, context)
    if isinstance(value, bool):
        return value
    return json_number(value) if isinstance(value, float | int) else to_string(value)


def _places(value: Value, context: Context) -> Json:
    return [place_of(node) for node in value] if isinstance(value, list) else to_string(value)


def json_number(number: float) -> Json:
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    return int(number) if number == int(number) else number


_AS: Mapping[str, Callable[[Value, Context], Json]] = {
    "boolean": lambda value, context: to_boolean(value),
    "number": lambda value, context: json_number(to_number(value, context)),
    "string": lambda value, context: to_string(value),
    "nodeset": _places,
}
