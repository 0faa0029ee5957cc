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
    (?P<NUMBER>\d+(?:\.\d*)?|\.\d+)
  | (?P<STRING>"[^"]*"|'[^']*')
  | (?P<NAME>{_NC_NAME}(?::(?!:)(?:{_NC_NAME}|\*))?)
  | (?P<SYMBOL>::|//|\.\.|!=|<=|>=|[()\[\]./@,|+\-=<>*$])
  | (?P<SPACE>\s+)
    """,
    re.VERBOSE,
)


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
    position = 0
    while position < len(source):
        match = _TOKEN.match(source, position)
        if match is None:
            raise XPathSyntaxError(_trouble(source[position], position), position, source)
        if match.lastgroup != "SPACE":
            yield Token(TokenKind(match.lastgroup), match.group(), position)
        position = match.end()


def _trouble(found: str, position: int) -> Message:
    message = OPEN_STRING if found in "'\"" else UNEXPECTED_CHARACTER
    return message.filled(found=found, place=position + 1)
