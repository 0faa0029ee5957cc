"""A place in the tokens of an expression: what comes next, and what to say when it is not what was wanted."""

from __future__ import annotations

from cbc_desktop.base.message import Message
from cbc_desktop.xpath.errors import XPathSyntaxError
from cbc_desktop.xpath.lexer import Token, TokenKind, tokens
from cbc_desktop.xpath.messages import UNEXPECTED_END, UNEXPECTED_TOKEN


class Cursor:
    """Moves through the tokens of ``source``, one at a time and never back."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._tokens = tokens(source)
        self._next = 0

    @property
    def token(self) -> Token:
        return self._tokens[self._next]

    def following(self) -> Token:
        """The token after the next."""
        return self._tokens[min(self._next + 1, len(self._tokens) - 1)]

    def at_end(self) -> bool:
        return self.token.kind is TokenKind.END

    def advance(self) -> Token:
        token = self.token
        self._next += 1
        return token

    def sees(self, *symbols: str) -> bool:
        return self.token.kind is TokenKind.SYMBOL and self.token.text in symbols

    def skip(self, symbol: str) -> bool:
        """Go past ``symbol`` when it is next."""
        found = self.sees(symbol)
        if found:
            self._next += 1
        return found

    def expect(self, symbol: str) -> None:
        if not self.skip(symbol):
            raise self.unexpected(Message(f"“{symbol}”", f"“{symbol}”"))

    def unexpected(self, wanted: Message) -> XPathSyntaxError:
        """The error that ``wanted`` is not what comes next."""
        token = self.token
        kind = UNEXPECTED_END if self.at_end() else UNEXPECTED_TOKEN
        return self.refused(kind.filled(wanted=wanted, place=token.position + 1, found=token.text), token)

    def refused(self, message: Message, token: Token) -> XPathSyntaxError:
        return XPathSyntaxError(message, token.position, self._source)
