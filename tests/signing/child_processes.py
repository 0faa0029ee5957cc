"""The children of a process, as Linux tells (proc(5))."""

from __future__ import annotations

import time
from pathlib import Path

_PATIENCE = 200


def children_of(parent: int) -> list[int]:
    """Those that still run: not what is dead and only waits for its parent to notice, nor Python's own tracker."""
    running = [pid for pid, (state, its_parent) in _processes() if its_parent == parent and state != "Z"]
    return [pid for pid in running if b"multiprocessing.resource_tracker" not in _command(pid)]


def ends(pid: int) -> bool:
    """Whether a process is gone within ten seconds."""
    for _ in range(_PATIENCE):
        if pid not in {running for running, (state, _) in _processes() if state != "Z"}:
            return True
        time.sleep(0.05)
    return False


def _processes() -> list[tuple[int, tuple[str, int]]]:
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                state, parent = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
            except OSError:
                continue  # ended meanwhile
            found.append((int(folder.name), (state, int(parent))))
    return found


def _command(pid: int) -> bytes:
    """Nothing of a process that has ended meanwhile."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
