"""The files that a demonstration leaves in its folder."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

SAID = "said.txt"


@dataclass(frozen=True)
class DemoFiles:
    """``said`` is what the command printed; ``tables``, ``figures`` and ``report`` are the receiver's."""

    folder: Path
    document: Path
    workbook: Path
    package: Path
    mail: Path
    authority: Path
    tables: Path
    figures: Path
    report: Path
    said: str

    @classmethod
    def in_folder(cls, folder: Path) -> DemoFiles | None:
        """None when no demonstration has ended well here."""
        said = folder / SAID
        if not said.is_file():
            return None
        own = [next(folder.glob(f"*-lan-1.{suffix}")) for suffix in ("pdf", "xlsx", "zip", "eml")]
        of_all = [folder / f"consolidated.{suffix}" for suffix in ("sqlite", "xlsx", "pdf")]
        return cls(folder, *own, next(folder.glob("*.pem")), *of_all, said=said.read_text(encoding="utf-8"))

    def parts(self) -> dict[str, bytes]:
        """The parts of the package by name, as Python's zipfile reads them."""
        with zipfile.ZipFile(self.package) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
