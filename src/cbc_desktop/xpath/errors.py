"""The two ways an expression fails: it cannot be read, or it cannot be evaluated."""

from __future__ import annotations

from cbc_desktop.base.message import ENGLISH, Message


class XPathSyntaxError(Exception):
    """``source`` is no expression of the language; ``position`` is the offset of the trouble, from 0."""

    def __init__(self, message: Message, position: int, source: str = "") -> None:
        super().__init__(message.in_language(ENGLISH))
        self.message = message
        self.position = position
        self.source = source


class XPathError(Exception):
    """A well-formed expression met values it cannot work with."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.in_language(ENGLISH))
        self.message = message
