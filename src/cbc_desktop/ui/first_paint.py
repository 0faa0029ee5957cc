"""How long a person waits: from the start of the process, as the system knows it, to the first paint of the window."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Calls ``painted`` once, with milliseconds, after the window was painted for the first time."""

    def __init__(self, window: QWidget, painted: Callable[[float], object]) -> None:
        super().__init__(window)
        self._painted = painted
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)  # children are painted in the same event, after their window
        return False

    def _tell(self) -> None:
        self._painted(milliseconds_since_start())


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    def milliseconds_since_start() -> float:
        """https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getprocesstimes"""
        created, unused = wintypes.FILETIME(), wintypes.FILETIME()
        now = wintypes.FILETIME()
        kernel = ctypes.windll.kernel32
        kernel.GetProcessTimes(wintypes.HANDLE(-1), *(ctypes.byref(one) for one in (created, unused, unused, unused)))
        kernel.GetSystemTimePreciseAsFileTime(ctypes.byref(now))
        return (_ticks(now) - _ticks(created)) / 10_000

    def _ticks(moment: wintypes.FILETIME) -> int:
        """Of 100 nanoseconds."""
        return int(moment.dwHighDateTime) << 32 | int(moment.dwLowDateTime)

else:
    import os

    _START_FIELD = 22 - 3
    """proc(5): field 22 of stat; those before the third, a name that may hold blanks, are cut off."""

    def milliseconds_since_start() -> float:
        """Linux tells the start in clock ticks since boot, which are ten milliseconds."""
        fields = Path("/proc/self/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        started = int(fields[_START_FIELD]) / os.sysconf("SC_CLK_TCK")
        return (time.clock_gettime(time.CLOCK_BOOTTIME) - started) * 1000
