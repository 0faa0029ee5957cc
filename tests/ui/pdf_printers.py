"""Printers that print into PDF files, for computers on which there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from cbc_desktop.ui.printing.printers import Abilities, on_a4

NAMES = ("HP LaserJet văn thư", "Canon LBP 2900")


@dataclass(frozen=True, slots=True)
class PdfPrinters:
    """The second one prints black, on one side. What is printed lies in ``folder`` under the name of its printer."""

    folder: Path
    names: tuple[str, ...] = NAMES
    dots: int = 150

    def installed(self) -> Sequence[str]:
        return self.names

    def abilities(self, name: str) -> Abilities:
        able = name == NAMES[0]
        return Abilities(both_sides=able, colour=able)

    def opened(self, name: str, title: str) -> QPrinter:
        return pdf_printer(self.folder / f"{name}.pdf", title, self.dots)


def pdf_printer(path: Path, title: str = "Thử", dots: int = 150) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(dots)
    return on_a4(printer, title)
