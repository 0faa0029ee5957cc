"""Boolean functions: conditions, checks and choices between values."""

from __future__ import annotations

import math
from collections.abc import Iterator

from cbc_desktop.xpath.context import Context
from cbc_desktop.xpath.functions.function import ANY, BOOLEAN, NUMBER, STRING, Function, in_context, lazily, pure
from cbc_desktop.xpath.functions.patterns import matches
from cbc_desktop.xpath.nodes import NodeKind
from cbc_desktop.xpath.operators import Evaluate
from cbc_desktop.xpath.values import Value, to_boolean, to_number

_XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"


def choose(context: Context, condition: Evaluate, then: Evaluate, otherwise: Evaluate) -> Value:
    return then(context) if to_boolean(condition(context)) else otherwise(context)


def coalesce(context: Context, *candidates: Evaluate) -> Value:
    """The first value that is not blank; the last one when all are."""
    value: Value = ""
    for candidate in candidates:
        value = candidate(context)
        if not _is_blank(value):
            break
    return value


def _is_blank(value: Value) -> bool:
    if isinstance(value, list):
        return not value or value[0].string_value() == ""
    return value == "" or (isinstance(value, float) and math.isnan(value))


def negation(truth: bool) -> bool:
    return not truth


def boolean_from_string(text: str) -> bool:
    """https://getodk.github.io/xforms-spec/#fn:boolean-from-string, in upper case too, as JavaRosa reads it."""
    return text == "1" or text.lower() == "true"


def checklist(least: float, most: float, *answers: Value) -> bool:
    """Whether between ``least`` and ``most`` answers are true; -1 is no limit."""
    count = sum(to_boolean(value) for answer in answers for value in _each(answer))
    return (least < 0 or count >= least) and (most < 0 or count <= most)


def weighted_checklist(context: Context, least: float, most: float, *pairs: Value) -> bool:
    """Like ``checklist``, but each true answer counts its weight: ``pairs`` are answer, weight, answer, weight ..."""
    answers = [value for answer in pairs[::2] for value in _each(answer)]
    weights = [to_number(value, context) for weight in pairs[1::2] for value in _each(weight)]
    total = sum(weight for answer, weight in zip(answers, weights, strict=False) if to_boolean(answer))
    return (least < 0 or total >= least) and (most < 0 or total <= most)


def _each(value: Value) -> Iterator[Value]:
    if isinstance(value, list):
        yield from (node.typed_value() for node in value)
    else:
        yield value


def lang(context: Context, wanted: str) -> bool:
    """Whether the context node's ``xml:lang`` is ``wanted`` or a kind of it (XPath 1.0, section 4.3)."""
    node = context.node if context.node.kind is NodeKind.ELEMENT else context.node.parent
    while node is not None:
        for attribute in node.attributes:
            if attribute.name == "lang" and attribute.namespace == _XML_NAMESPACE:
                return f"{attribute.string_value()}-".lower().startswith(f"{wanted}-".lower())
        node = node.parent
    return False


BOOLEAN_FUNCTIONS: tuple[Function, ...] = (
    pure("true", lambda: True),
    pure("false", lambda: False),
    pure("boolean", bool, BOOLEAN),
    pure("not", negation, BOOLEAN),
    pure("boolean-from-string", boolean_from_string, STRING),
    lazily("if", choose, ANY, ANY, ANY),
    lazily("coalesce", coalesce, ANY, ANY),
    pure("regex", matches, STRING, STRING),
    pure("checklist", checklist, NUMBER, NUMBER, rest=(ANY,)),
    in_context("weighted-checklist", weighted_checklist, NUMBER, NUMBER, rest=(ANY, ANY)),
    in_context("lang", lang, STRING),
)
