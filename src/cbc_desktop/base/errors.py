"""The two errors of the program; facts about somebody's material are findings, not errors (see findings.py)."""

from __future__ import annotations

from typing import Any

from cbc_desktop.base.message import ENGLISH, Message


class UserFacingError(Exception):
    """Cannot go on, and the person can do something about it: the message says what."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.in_language(ENGLISH))
        self.message = message

    def __reduce__(self) -> tuple[object, ...]:
        """So that one process can raise what another one could not go on with."""
        return _remade, (type(self), vars(self))


class BugError(Exception):
    """We broke our own promise. Nobody but us can repair it.

    ``logged`` is what the log may say of it besides where it happened: nothing that could quote an answer.
    """

    def __init__(self, told: str, *, logged: str = "") -> None:
        super().__init__(told)
        self.logged = logged


def _remade(kind: type[UserFacingError], told: dict[str, Any]) -> UserFacingError:
    error = kind.__new__(kind, told["message"].in_language(ENGLISH))
    vars(error).update(told)
    return error
