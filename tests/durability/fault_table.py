"""The table of faults: how often each was tried, survived, refused in words where that is right, and what was lost."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Line:
    """One fault. ``refused`` are those of ``survived`` after which a person was told in words what to do."""

    fault: str
    tried: int = 0
    survived: int = 0
    refused: int = 0
    lost: int = 0

    def told(self) -> str:
        return f"{self.fault}: {self.tried} tried, {self.survived} survived, {self.lost} lost"

    def count(self, lost: str, folder: Path, *, refused: bool = False) -> None:
        """One more try; what was lost is told at once, and what is in ``folder`` kept to be looked at."""
        self.tried += 1
        self.refused += refused
        if not lost:
            self.survived += 1
            return
        self.lost += 1
        kept = shutil.copytree(folder, Path(tempfile.mkdtemp()) / "kept", symlinks=True)
        sys.stderr.write(f"{self.fault}, try {self.tried}: {lost}; kept in {kept}\n")


def printed(lines: Iterable[Line]) -> str:
    head = ("fault", "tried", "survived", "refused in words", "lost")
    rows = [(one.fault, *map(str, (one.tried, one.survived, one.refused, one.lost))) for one in lines]
    wide = max(len(row[0]) for row in (head, *rows))
    return "".join(f"{row[0]:{wide}}" + "".join(f"{cell:>18}" for cell in row[1:]) + "\n" for row in (head, *rows))
