"""What a person wants to do with a workbook, and with which part of a form."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from cbc_desktop.engine.address import Address


class SheetWork(Enum):
    """The three kinds of work with workbooks."""

    SEND = "send"
    GATHER = "gather"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class SheetRequest:
    """``table`` is the table that it began at; None when it began at a whole section."""

    work: SheetWork
    table: Address | None = None
