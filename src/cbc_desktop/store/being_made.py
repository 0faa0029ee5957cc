"""A folder beside others in which files are made that appear together; what killed programs left of such goes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.store.lock import kept_closed, locked

_OF_MAKER = "being-made"


@contextmanager
def being_made(out: Path, prefix: str) -> Iterator[Path]:
    """A new folder in ``out``, thrown away in the end; those that begin with ``prefix`` and have no maker go before.

    Raises OSError when the disk says no.
    """
    _sweep(out, prefix)
    with TemporaryDirectory(prefix=prefix, dir=out) as folder:
        lock = None
        with suppress(UserFacingError):  # a share without locks: should this be killed, the folder stays
            lock = locked(Path(folder) / _OF_MAKER)
        try:
            yield Path(folder)
        finally:
            if lock is not None:
                lock.release()


def _sweep(out: Path, prefix: str) -> None:
    for left in out.glob(f"{prefix}????????"):
        if (left / f"{_OF_MAKER}.lock").exists() and not left.is_symlink():
            with suppress(UserFacingError):  # somebody is at work in it
                with kept_closed(left / _OF_MAKER):
                    shutil.rmtree(left, ignore_errors=True)
                shutil.rmtree(left, ignore_errors=True)  # Windows leaves what is open: the lock
