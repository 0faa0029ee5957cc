"""Python's collection of garbage, put off while it would do harm or only cost time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_holders: list[object] = []


@contextmanager
def nothing_collected() -> Iterator[None]:
    """No garbage is collected meanwhile, in no thread; pauses may overlap.

    Whoever builds something large that stays makes none, and would have all of it looked through again and again.
    """
    holder = object()
    with _lock:
        _holders.append(holder)
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            _holders.remove(holder)
            if not _holders:
                gc.enable()
