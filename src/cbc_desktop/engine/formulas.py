"""Formulas evaluated at nodes. One that meets values it cannot work with gives way to a default, and its node says so.

DIVERGES: ODK's engines stop there. Here the answer that led to it is kept, and a person may explain it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from cbc_desktop.base.message import Message
from cbc_desktop.engine.codecs import lexical_form
from cbc_desktop.engine.environment import FormEnvironment
from cbc_desktop.engine.nodes import LeafNode, LiveNode, RepeatNode
from cbc_desktop.engine.rules import Rule
from cbc_desktop.engine.violations import Condition, Violation, not_computable
from cbc_desktop.xpath import Context, Expression, Node, XPathError
from cbc_desktop.xpath.calendar import zone_of
from cbc_desktop.xpath.values import number_text

TOO_MANY_ROWS = Message(
    "Công thức “{source}” đòi {number} dòng; chỉ hiện được {most} dòng. Hãy xem lại con số đã nhập.",
    "The formula “{source}” asks for {number} rows; {most} is the most that can be shown. Look at the figure again.",
)
MOST_COUNTED_ROWS = 5_000
"""What ``jr:count`` may ask for; DIVERGES: a slip of the finger must not stop the program."""

Result = TypeVar("Result")


class Formulas:
    """What the formulas of one session give."""

    def __init__(self, environment: FormEnvironment) -> None:
        self._environment = environment
        self._troubled: list[LiveNode] = []

    def boolean(self, rule: Rule, node: LiveNode, otherwise: bool) -> bool:
        return self._result(rule, node, rule.expression.boolean, otherwise)

    def answer(self, rule: Rule, leaf: LeafNode, otherwise: str) -> str:
        """In the lexical form of the leaf's type."""
        return self._result(rule, leaf, lambda context: computed_answer(rule.expression, leaf, context), otherwise)

    def row_count(self, rule: Rule, repeat: RepeatNode) -> int:
        """How many rows a ``jr:count`` asks for, none when that is no number; the node around is told of trouble."""
        number = self._result(rule, repeat.holder, rule.expression.number, 0.0, place=repeat)
        if number > MOST_COUNTED_ROWS:
            source = rule.expression.source.strip()
            message = TOO_MANY_ROWS.filled(source=source, number=number_text(number), most=MOST_COUNTED_ROWS)
            self._failed(rule, repeat.holder, Violation(Condition.FORMULA, message=message))
        return int(min(number, MOST_COUNTED_ROWS)) if number >= 1 else 0

    def take_troubled(self) -> list[LiveNode]:
        """The nodes where something has failed, or succeeded again, since this was last asked."""
        troubled, self._troubled = self._troubled, []
        return troubled

    def _result(
        self,
        rule: Rule,
        node: LiveNode,
        evaluate: Callable[[Context], Result],
        otherwise: Result,
        place: Node | None = None,
    ) -> Result:
        """``node`` is told of trouble; ``place`` is where the formula is evaluated when that is not the node."""
        try:
            result = evaluate(self._environment.context(node if place is None else place))
        except XPathError as error:
            self._failed(rule, node, not_computable(rule.expression, error))
            return otherwise
        if rule in node.failed:
            node.failed = {other: failure for other, failure in node.failed.items() if other is not rule}
            self._troubled.append(node)
        return result

    def _failed(self, rule: Rule, node: LiveNode, failure: Violation) -> None:
        node.failed = {**node.failed, rule: failure}
        self._troubled.append(node)


def computed_answer(expression: Expression, leaf: LeafNode, context: Context) -> str:
    """What the expression gives for a leaf, in the lexical form of its type; of nodes the first counts."""
    value = expression.value(context)
    if isinstance(value, list):
        value = value[0].typed_value() if value else ""
    return lexical_form(value, leaf.definition.bind.type, zone_of(context))
