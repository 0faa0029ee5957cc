"""Who has a database open: one process at a time, by a lock that the system releases when the process dies."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.store import trouble


class AlreadyOpenError(UserFacingError):
    """Another process has the database open."""

    def __init__(self, path: Path) -> None:
        super().__init__(trouble.ALREADY_OPEN.filled(path=path.parent))


def lock_of(path: Path) -> Path:
    return Path(f"{path}.lock")


def locked(path: Path) -> FileLock:
    """To be released; AlreadyOpenError when somebody has it, UserFacingError when it cannot be made."""
    # A soft lock would stay behind.
    lock = FileLock(lock_of(path), timeout=0, mode=0o600, thread_local=False, fallback_to_soft=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise AlreadyOpenError(path) from error
    except OSError as error:
        raise UserFacingError(trouble.cannot_open(path, error)) from error
    return lock


@contextmanager
def kept_closed(path: Path) -> Iterator[None]:
    """Nobody can open the database meanwhile; AlreadyOpenError when somebody has it open."""
    lock = locked(path)
    try:
        yield
    finally:
        lock.release()


def is_locked(path: Path) -> bool:
    """Whether somebody has the database open just now; False also where that cannot be known.

    Nothing is made where nothing is yet.
    """
    if not lock_of(path).exists():
        return False
    try:
        with kept_closed(path):
            return False
    except AlreadyOpenError:
        return True
    except UserFacingError:
        return False
