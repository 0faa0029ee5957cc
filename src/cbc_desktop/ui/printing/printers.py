"""The printers of this computer, and what each of them can do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo


@dataclass(frozen=True, slots=True)
class Abilities:
    both_sides: bool
    colour: bool


class Printers(Protocol):
    """Where the panel asks; tests have printers of their own, which print into files."""

    def installed(self) -> Sequence[str]:
        """The one that is used by default first; none when there is no printer."""

    def abilities(self, name: str) -> Abilities: ...

    def opened(self, name: str, title: str) -> QPrinter:
        """Ready to print what is called ``title``, on A4."""


class SystemPrinters:
    """Those that are set up in the system."""

    def installed(self) -> Sequence[str]:
        default = QPrinterInfo.defaultPrinterName()
        return sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != default, name.casefold()))

    def abilities(self, name: str) -> Abilities:
        found = QPrinterInfo.printerInfo(name)
        sides = set(found.supportedDuplexModes()) - {QPrinter.DuplexMode.DuplexNone}
        return Abilities(bool(sides), QPrinter.ColorMode.Color in found.supportedColorModes())

    def opened(self, name: str, title: str) -> QPrinter:
        printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
        return on_a4(printer, title)


def on_a4(printer: QPrinter, title: str) -> QPrinter:
    """Documents are on A4 (Decree 30/2020/NĐ-CP, Appendix I, I.1); a printer without it keeps its own paper."""
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setDocName(title)
    return printer
