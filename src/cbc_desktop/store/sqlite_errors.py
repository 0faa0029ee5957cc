"""SQLite's errors as ours: the disk's fault, which a person can act on, damaged data, or a promise that we broke."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.store import trouble

_UNLIKE_OURS = (ValueError, TypeError, LookupError, zlib.error)
"""What readers of rows trip over when a value is not one that was written here."""
_NOT_OUR_TABLES = ("no such column", "unsupported file format")
"""What our queries never meet in tables that were made here."""


class BrokenRuleError(BugError):
    """Rows that break a rule of the tables: our fault, unless the rows came from elsewhere."""


class DamagedDataError(UserFacingError):
    """What is in the file at ``path`` is not what was written: a disk has changed it."""

    def __init__(self, path: Path) -> None:
        super().__init__(trouble.DAMAGED.filled(path=path))


@contextmanager
def believed_rows(path: Path) -> Iterator[None]:
    """Values are made of rows of the file at ``path``; DamagedDataError when that does not work."""
    try:
        yield
    except _UNLIKE_OURS as error:
        raise DamagedDataError(path) from error


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """SQLite's errors as ours: the disk's fault, which the person can act on, or our own."""
    try:
        yield
    except UnicodeDecodeError as error:  # Python decodes SQLite's words about damaged tables
        raise DamagedDataError(path) from error
    except sqlite3.IntegrityError as error:
        raise BrokenRuleError(f"SQLite refused: {error}") from error
    except sqlite3.Error as error:
        if _is_no_text(error) or str(error).startswith(_NOT_OUR_TABLES):
            raise DamagedDataError(path) from error
        message = trouble.message_for(getattr(error, "sqlite_errorcode", 0))
        if message is None:
            raise BugError(f"SQLite refused: {error}") from error
        raise UserFacingError(message.filled(path=path)) from error


def _is_no_text(error: sqlite3.Error) -> bool:
    """Whether Python itself could not read a text as UTF-8: of what SQLite refuses there is a code."""
    return isinstance(error, sqlite3.OperationalError) and not hasattr(error, "sqlite_errorcode")
