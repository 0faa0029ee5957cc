"""A crash leaves no copy of the program's memory, where answers and PINs are, and asks nobody to press a button."""

from __future__ import annotations

import sys

_ABORTED = 1
"""Bytes of a core dump: too few for a file, and the one limit that Linux also keeps where a collector of crash reports
(systemd-coredump, apport) takes the dump (fs/coredump.c)."""


def leave_nothing_of_a_crash() -> None:
    """Of this process and those that it starts."""
    if sys.platform == "win32":
        import ctypes

        errors_without_dialogs_and_reports = 0x0001 | 0x0002 | 0x8000
        ctypes.windll.kernel32.SetErrorMode(errors_without_dialogs_and_reports)
    else:
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        if most != 0:
            resource.setrlimit(resource.RLIMIT_CORE, (_ABORTED, most))
