"""Reads tokens into syntax: a Pratt parser for the operators, plain descent for location paths (XPath 1.0, 2 and 3)."""

from __future__ import annotations

from collections.abc import Mapping

from cbc_desktop.base.message import Message
from cbc_desktop.xpath.axes import AXES
from cbc_desktop.xpath.cursor import Cursor
from cbc_desktop.xpath.lexer import Token, TokenKind
from cbc_desktop.xpath.messages import (
    EMPTY,
    NO_VARIABLES,
    UNKNOWN_AXIS,
    UNKNOWN_PREFIX,
)
from cbc_desktop.xpath.nodes import NodeKind
from cbc_desktop.xpath.syntax import (
    DESCENDANT_OR_SELF,
    PARENT,
    SELF,
    AxisStep,
    Call,
    Filter,
    KindTest,
    Literal,
    NameTest,
    Negation,
    Operation,
    Path,
    Start,
    Syntax,
)

BINDING_POWERS: Mapping[str, int] = {
    "or": 1,
    "and": 2,
    "=": 3,
    "!=": 3,
    "<": 4,
    "<=": 4,
    ">": 4,
    ">=": 4,
    "+": 5,
    "-": 5,
    "*": 6,
    "div": 6,
    "mod": 6,
    "|": 8,
}
_NEGATION_POWER = 7  # binds tighter than the arithmetic, looser than a union

_KIND_TESTS: Mapping[str, NodeKind | None] = {
    "node": None,
    "text": NodeKind.TEXT,
    "comment": NodeKind.COMMENT,
    "processing-instruction": NodeKind.PROCESSING_INSTRUCTION,
}

_AN_EXPRESSION = Message("một biểu thức", "an expression")
_AN_OPERATOR = Message("một phép tính", "an operator")
_A_STEP = Message("một tên hay một bước của đường dẫn", "a name or another step of a path")


def parse(source: str, namespaces: Mapping[str, str]) -> Syntax:
    """The syntax of ``source``; raises XPathSyntaxError with the offset of the first trouble."""
    return _Parser(source, namespaces).whole()


class _Parser:
    def __init__(self, source: str, namespaces: Mapping[str, str]) -> None:
        self._cursor = Cursor(source)
        self._namespaces = namespaces

    def whole(self) -> Syntax:
        if self._cursor.at_end():
            raise self._cursor.refused(EMPTY, self._cursor.token)
        syntax = self._expression(0)
        if not self._cursor.at_end():
            raise self._cursor.unexpected(_AN_OPERATOR)
        return syntax

    # operators

    def _expression(self, weakest: int) -> Syntax:
        """An expression whose operators all bind tighter than ``weakest``."""
        left = self._negation(weakest) if self._cursor.sees("-") else self._union_operand()
        while (power := self._infix_power()) > weakest:
            operator = self._cursor.advance().text
            left = Operation(operator, left, self._expression(power))
        return left

    def _infix_power(self) -> int:
        if self._cursor.token.kind in (TokenKind.SYMBOL, TokenKind.NAME):
            return BINDING_POWERS.get(self._cursor.token.text, 0)
        return 0

    def _negation(self, weakest: int) -> Syntax:
        if weakest >= _NEGATION_POWER:
            raise self._cursor.unexpected(_AN_EXPRESSION)
        self._cursor.advance()
        return Negation(self._expression(_NEGATION_POWER - 1))  # so that -- is a negation of a negation

    # paths and what they may start from

    def _union_operand(self) -> Syntax:
        if not self._at_primary():
            if not (self._at_step() or self._cursor.sees("/", "//")):
                raise self._cursor.unexpected(_AN_EXPRESSION)
            return self._location_path()
        primary = self._primary()
        predicates = self._predicates()
        if predicates:
            primary = Filter(primary, predicates)
        steps = self._further_steps()
        return Path(primary, steps) if steps else primary

    def _at_primary(self) -> bool:
        token = self._cursor.token
        if token.kind is TokenKind.NAME:
            return self._cursor.following().text == "(" and token.text not in _KIND_TESTS
        return token.kind in (TokenKind.NUMBER, TokenKind.STRING) or token.text in ("(", "$")

    def _primary(self) -> Syntax:
        token = self._cursor.advance()
        if token.kind is TokenKind.NUMBER:
            return Literal(float(token.text))
        if token.kind is TokenKind.STRING:
            return Literal(token.text[1:-1])
        if token.kind is TokenKind.NAME:
            return Call(token.text, self._arguments(), token.position)
        if token.text == "$":
            raise self._cursor.refused(NO_VARIABLES.filled(place=token.position + 1), token)
        syntax = self._expression(0)
        self._cursor.expect(")")
        return syntax

    def _arguments(self) -> tuple[Syntax, ...]:
        self._cursor.expect("(")
        if self._cursor.skip(")"):
            return ()
        arguments = [self._expression(0)]
        while self._cursor.skip(","):
            arguments.append(self._expression(0))
        self._cursor.expect(")")
        return tuple(arguments)

    def _predicates(self) -> tuple[Syntax, ...]:
        predicates = []
        while self._cursor.skip("["):
            predicates.append(self._expression(0))
            self._cursor.expect("]")
        return tuple(predicates)

    def _location_path(self) -> Syntax:
        if self._cursor.skip("/"):
            first = (self._step(), *self._further_steps()) if self._at_step() else ()
            return Path(Start.ROOT, first)
        if self._cursor.sees("//"):
            return Path(Start.ROOT, self._further_steps())
        return Path(Start.CONTEXT, (self._step(), *self._further_steps()))

    def _further_steps(self) -> tuple[AxisStep, ...]:
        steps: list[AxisStep] = []
        while self._cursor.sees("/", "//"):
            if self._cursor.advance().text == "//":
                steps.append(DESCENDANT_OR_SELF)
            steps.append(self._step())
        return tuple(steps)

    def _at_step(self) -> bool:
        return self._cursor.token.kind is TokenKind.NAME or self._cursor.token.text in ("*", "@", ".", "..")

    def _step(self) -> AxisStep:
        if not self._at_step():
            raise self._cursor.unexpected(_A_STEP)
        if self._cursor.skip("."):
            return SELF
        if self._cursor.skip(".."):
            return PARENT
        axis = self._axis()
        return AxisStep(axis, self._test(axis), self._predicates())

    def _axis(self) -> str:
        if self._cursor.skip("@"):
            return "attribute"
        if self._cursor.following().text != "::":
            return "child"
        name = self._cursor.advance()
        self._cursor.advance()
        if name.text not in AXES:
            raise self._cursor.refused(UNKNOWN_AXIS.filled(name=name.text, place=name.position + 1), name)
        return name.text

    def _test(self, axis: str) -> NameTest | KindTest:
        if self._cursor.skip("*"):
            return NameTest("*")
        if self._cursor.token.kind is not TokenKind.NAME:
            raise self._cursor.unexpected(_A_STEP)
        name = self._cursor.advance()
        if name.text in _KIND_TESTS and self._cursor.sees("("):
            return self._kind_test(name.text)
        return self._name_test(name, axis)

    def _kind_test(self, name: str) -> KindTest:
        self._cursor.expect("(")
        target = ""
        if name == "processing-instruction" and self._cursor.token.kind is TokenKind.STRING:
            target = self._cursor.advance().text[1:-1]
        self._cursor.expect(")")
        return KindTest(_KIND_TESTS[name], target)

    def _name_test(self, token: Token, axis: str) -> NameTest:
        prefix, colon, local = token.text.partition(":")
        if not colon:
            # DIVERGES from XPath 1.0: a name without prefix matches in any namespace, because forms put their
            # instance into a default namespace that their expressions cannot name. Who compiles may say otherwise.
            return NameTest(prefix, "" if axis == "attribute" else self._namespaces.get("", None))
        if prefix not in self._namespaces:
            raise self._cursor.refused(UNKNOWN_PREFIX.filled(prefix=prefix, place=token.position + 1), token)
        return NameTest(local, self._namespaces[prefix])
