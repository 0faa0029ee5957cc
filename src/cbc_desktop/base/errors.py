"""The two errors of the program; facts about somebody's material are findings, not errors (see findings.py)."""

from __future__ import annotations

from cbc_desktop.base.message import ENGLISH, Message


class UserFacingError(Exception):
    """Cannot go on, and the person can do something about it: the message says what."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.in_language(ENGLISH))
        self.message = message


class BugError(Exception):
    """We broke our own promise. Nobody but us can repair it."""
