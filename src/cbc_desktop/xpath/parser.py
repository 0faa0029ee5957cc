"""Reads tokens into syntax: a Pratt parser for the operators, plain descent for location paths (XPath 1.0, 2 and 3)."""

from __future__ import annotations

from collections.abc import Mapping

from cbc_desktop.base.message import Message
from cbc_desktop.xpath.axes import AXES
from cbc_desktop.xpath.errors import XPathSyntaxError
from cbc_desktop.xpath.lexer import Token, TokenKind, tokens
from cbc_desktop.xpath.messages import (
    EMPTY,
    NO_VARIABLES,
    UNEXPECTED_END,
    UNEXPECTED_TOKEN,
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
        self._source = source
        self._namespaces = namespaces
        self._tokens = tokens(source)
        self._next = 0

    def whole(self) -> Syntax:
        if self._at_end():
            raise XPathSyntaxError(EMPTY, 0, self._source)
        syntax = self._expression(0)
        if not self._at_end():
            raise self._unexpected(_AN_OPERATOR)
        return syntax

    # operators

    def _expression(self, weakest: int) -> Syntax:
        """An expression whose operators all bind tighter than ``weakest``."""
        left = self._negation(weakest) if self._sees("-") else self._union_operand()
        while (power := self._infix_power()) > weakest:
            operator = self._advance().text
            left = Operation(operator, left, self._expression(power))
        return left

    def _infix_power(self) -> int:
        if self._token.kind in (TokenKind.SYMBOL, TokenKind.NAME):
            return BINDING_POWERS.get(self._token.text, 0)
        return 0

    def _negation(self, weakest: int) -> Syntax:
        if weakest >= _NEGATION_POWER:
            raise self._unexpected(_AN_EXPRESSION)
        self._advance()
        return Negation(self._expression(_NEGATION_POWER - 1))  # so that -- is a negation of a negation

    # paths and what they may start from

    def _union_operand(self) -> Syntax:
        if not self._at_primary():
            return self._location_path()
        primary = self._primary()
        predicates = self._predicates()
        if predicates:
            primary = Filter(primary, predicates)
        steps = self._further_steps()
        return Path(primary, steps) if steps else primary

    def _at_primary(self) -> bool:
        token = self._token
        if token.kind is TokenKind.NAME:
            return self._peek().text == "(" and token.text not in _KIND_TESTS
        return token.kind in (TokenKind.NUMBER, TokenKind.STRING) or token.text in ("(", "$")

    def _primary(self) -> Syntax:
        token = self._advance()
        if token.kind is TokenKind.NUMBER:
            return Literal(float(token.text))
        if token.kind is TokenKind.STRING:
            return Literal(token.text[1:-1])
        if token.kind is TokenKind.NAME:
            return Call(token.text, self._arguments(), token.position)
        if token.text == "$":
            raise XPathSyntaxError(NO_VARIABLES.filled(place=token.position + 1), token.position, self._source)
        syntax = self._expression(0)
        self._expect(")")
        return syntax

    def _arguments(self) -> tuple[Syntax, ...]:
        self._expect("(")
        if self._skip(")"):
            return ()
        arguments = [self._expression(0)]
        while self._skip(","):
            arguments.append(self._expression(0))
        self._expect(")")
        return tuple(arguments)

    def _predicates(self) -> tuple[Syntax, ...]:
        predicates = []
        while self._skip("["):
            predicates.append(self._expression(0))
            self._expect("]")
        return tuple(predicates)

    def _location_path(self) -> Syntax:
        if self._skip("/"):
            first = (self._step(), *self._further_steps()) if self._at_step() else ()
            return Path(Start.ROOT, first)
        if self._sees("//"):
            return Path(Start.ROOT, self._further_steps())
        return Path(Start.CONTEXT, (self._step(), *self._further_steps()))

    def _further_steps(self) -> tuple[AxisStep, ...]:
        steps: list[AxisStep] = []
        while self._sees("/") or self._sees("//"):
            if self._advance().text == "//":
                steps.append(DESCENDANT_OR_SELF)
            steps.append(self._step())
        return tuple(steps)

    def _at_step(self) -> bool:
        return self._token.kind is TokenKind.NAME or self._token.text in ("*", "@", ".", "..")

    def _step(self) -> AxisStep:
        if not self._at_step():
            raise self._unexpected(_A_STEP)
        if self._skip("."):
            return SELF
        if self._skip(".."):
            return PARENT
        axis = self._axis()
        return AxisStep(axis, self._test(axis), self._predicates())

    def _axis(self) -> str:
        if self._skip("@"):
            return "attribute"
        if self._peek().text != "::":
            return "child"
        name = self._advance()
        self._advance()
        if name.text not in AXES:
            message = UNKNOWN_AXIS.filled(name=name.text, place=name.position + 1)
            raise XPathSyntaxError(message, name.position, self._source)
        return name.text

    def _test(self, axis: str) -> NameTest | KindTest:
        if self._skip("*"):
            return NameTest("*")
        if self._token.kind is not TokenKind.NAME:
            raise self._unexpected(_A_STEP)
        name = self._advance()
        if name.text in _KIND_TESTS and self._sees("("):
            return self._kind_test(name.text)
        return self._name_test(name, axis)

    def _kind_test(self, name: str) -> KindTest:
        self._expect("(")
        target = ""
        if name == "processing-instruction" and self._token.kind is TokenKind.STRING:
            target = self._advance().text[1:-1]
        self._expect(")")
        return KindTest(_KIND_TESTS[name], target)

    def _name_test(self, token: Token, axis: str) -> NameTest:
        prefix, colon, local = token.text.partition(":")
        if not colon:
            # DIVERGES from XPath 1.0: a name without prefix matches in any namespace, because forms put their
            # instance into a default namespace that their expressions cannot name.
            return NameTest(prefix, "" if axis == "attribute" else None)
        if prefix not in self._namespaces:
            message = UNKNOWN_PREFIX.filled(prefix=prefix, place=token.position + 1)
            raise XPathSyntaxError(message, token.position, self._source)
        return NameTest(local, self._namespaces[prefix])

    # tokens

    @property
    def _token(self) -> Token:
        return self._tokens[self._next]

    def _at_end(self) -> bool:
        return self._token.kind is TokenKind.END

    def _peek(self) -> Token:
        return self._tokens[min(self._next + 1, len(self._tokens) - 1)]

    def _advance(self) -> Token:
        token = self._token
        self._next += 1
        return token

    def _sees(self, symbol: str) -> bool:
        return self._token.kind is TokenKind.SYMBOL and self._token.text == symbol

    def _skip(self, symbol: str) -> bool:
        found = self._sees(symbol)
        if found:
            self._next += 1
        return found

    def _expect(self, symbol: str) -> None:
        if not self._skip(symbol):
            raise self._unexpected(Message(f"“{symbol}”", f"“{symbol}”"))

    def _unexpected(self, wanted: Message) -> XPathSyntaxError:
        token = self._token
        kind = UNEXPECTED_END if token.kind is TokenKind.END else UNEXPECTED_TOKEN
        facts = {"place": token.position + 1, "found": token.text}
        message = Message(
            kind.vi.format(wanted=wanted.vi, **facts),
            kind.en.format(wanted=wanted.en, **facts),
        )
        return XPathSyntaxError(message, token.position, self._source)
