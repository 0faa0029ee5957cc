"""The packed program against a packed window with nothing in it: size, and time until the window is painted."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.measuring import MEBIBYTES, ROUNDS, Comparison

PACKED = Path("build") / "packing" / "dist"
FLOOR = "a packed bare QMainWindow"
NOT_PACKED = "packed program: skipped; `make folder bare-folder` packs it"


def comparisons() -> list[Comparison]:
    """None where nobody has packed the two."""
    folders = PACKED / "cbc-desktop", PACKED / "bare-window"
    if not all(folder.is_dir() for folder in folders):
        print(NOT_PACKED, file=sys.stderr)
        return []
    ours, bare = (_size(folder) for folder in folders)
    with tempfile.TemporaryDirectory() as home:
        words = (folders[0] / "cbc-desktop", "--home", home, "--first-paint"), (folders[1] / "bare-window",)
        starts = [tuple(map(_painted, words)) for _ in range(ROUNDS)]
    best_ours, best_bare = (min(column) for column in zip(*starts, strict=True))
    return [
        Comparison("size of the packed program", "folder", FLOOR, ours, bare, MEBIBYTES),
        Comparison("first paint of the packed program", "window", FLOOR, best_ours, best_bare),
    ]


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _painted(words: tuple[str | Path, ...]) -> float:
    """Seconds from the start of the process, as it tells."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return int(subprocess.run(words, env=environment, check=True, capture_output=True).stdout) / 1000
