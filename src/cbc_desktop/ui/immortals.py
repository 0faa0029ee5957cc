"""Keeps None, True and False alive under Python 3.11, where PySide6 6.12 gives each of them back once too often."""

from __future__ import annotations

import ctypes
import sys

_ENOUGH = 1 << 60
"""More references than a program gives back in a lifetime, and far fewer than the counter holds."""


def keep_immortals() -> None:
    """To be called once, before Qt is.

    WORKAROUND: the wheels of PySide6 6.12 are made as if these objects were immortal, which they are from Python 3.12
    on (PEP 683). Before that every call of Qt that answers nothing, yes or no takes a reference away, and after some
    ten thousand calls the interpreter ends with "none_dealloc: deallocating None". Remove with Python 3.11.
    """
    if sys.version_info < (3, 12):
        for immortal in (None, True, False, NotImplemented, Ellipsis):
            ctypes.c_ssize_t.from_address(id(immortal)).value += _ENOUGH
