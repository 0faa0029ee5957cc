"""Cuts the text of an expression into tokens (XPath 1.0, section 3.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from cbc_desktop.base.message import Message
from cbc_desktop.xpath.errors import XPathSyntaxError
from cbc_desktop.xpath.messages import OPEN_STRING, UNEXPECTED_CHARACTER

_NC_NAME = r"[^\W\d][\w.\-·̀-ͯ‿⁀]*"
_TOKEN = re.compile(
    rf"""
    (?P<NUMBER>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)
  | (?P<STRING>"[^"]*"|'[^']*')
  | (?P<NAME>{_NC_NAME}(?::(?!:)(?:{_NC_NAME}|\*))?)
  | (?P<SYMBOL>::|//|\.\.|!=|<=|>=|[()\[\]./@,|+\-=<>*$])
  | (?P<SPACE>\s+)
    """,
    re.VERBOSE,
)
_OPERATOR_AND_NUMBER = re.compile(r"(?:and|or|div|mod)(?=\d)")
_OPERATORS = frozenset({"and", "or", "div", "mod"})
_CLOSING = frozenset({")", "]", ".", ".."})


class TokenKind(Enum):
    NUMBER = "NUMBER"
    STRING = "STRING"
    NAME = "NAME"
    SYMBOL = "SYMBOL"
    END = "END"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the source: ``text`` as written, ``position`` its offset."""

    kind: TokenKind
    text: str
    position: int


def tokens(source: str) -> list[Token]:
    """All tokens and an END; raises XPathSyntaxError at the first character that begins none."""
    return [*_tokens(source), Token(TokenKind.END, "", len(source))]


def _tokens(source: str) -> Iterator[Token]:
    position, after_operand = 0, False
    while position < len(source):
        match = _TOKEN.match(source, position)
        if match is None:
            raise XPathSyntaxError(_trouble(source[position], position), position, source)
        text = _operator(match.group()) if after_operand else match.group()
        if match.lastgroup != "SPACE":
            token = Token(TokenKind(match.lastgroup), text, position)
            after_operand = _ends_operand(token, after_operand)
            yield token
        position += len(text)


def _operator(text: str) -> str:
    """Behind an operand a name is an operator: ``2mod1`` is ``2 mod 1``, as in ODK Web Forms."""
    operator = _OPERATOR_AND_NUMBER.match(text)
    return operator.group() if operator else text


def _ends_operand(token: Token, after_operand: bool) -> bool:
    if token.kind is TokenKind.SYMBOL:
        return token.text in _CLOSING
    return not (after_operand and token.text in _OPERATORS)


def _trouble(found: str, position: int) -> Message:
    message = OPEN_STRING if found in "'\"" else UNEXPECTED_CHARACTER
    return message.filled(found=found, place=position + 1)
