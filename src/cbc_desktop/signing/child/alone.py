"""How the child keeps to itself: its own pipes, a memory that nobody reads, and an end that comes for sure."""

from __future__ import annotations

import faulthandler
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_IN, _OUT, _ERR = 0, 1, 2
_MORE_THAN_THE_PARENT_WAITS = 1.0
_PR_SET_DUMPABLE = 4
"""https://man7.org/linux/man-pages/man2/pr_set_dumpable.2const.html"""


def take_pipes() -> tuple[io.FileIO, io.FileIO]:
    """Requests and answers; whoever reads or prints the usual way from now on finds nothing, and disturbs nobody.

    Drivers do print, and may start programs of their own, which inherit the usual streams but not these.
    """
    requests, answers = os.dup(_IN), os.dup(_OUT)
    _bytes_as_they_are(requests, answers)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, _IN)
    os.dup2(_ERR, _OUT)
    os.close(nothing)
    return io.FileIO(requests, "r"), io.FileIO(answers, "w")


def let_nobody_look_in() -> None:
    """No other program of this account, nor a collector of crash reports, reads the memory, where a PIN is."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


@contextmanager
def ending_after(seconds: float) -> Iterator[None]:
    """Ends the process when the work is not done by then, even if it is stuck inside a driver.

    The parent kills it earlier; this is for a parent that is gone. faulthandler's clock is a thread of C, which needs
    no lock of Python's: a library that hangs while it is loaded holds that lock for ever.
    """
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123  # os.devnull is no path on Windows
        faulthandler.dump_traceback_later(seconds + _MORE_THAN_THE_PARENT_WAITS, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def _bytes_as_they_are(*pipes: int) -> None:
    """Windows would turn line ends into pairs."""
    if sys.platform == "win32":
        import msvcrt

        for pipe in pipes:
            msvcrt.setmode(pipe, os.O_BINARY)
