"""A form's state as it is kept, and the steps by which a part of it is put back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cbc_desktop.engine.address import Address, RowId


@dataclass(frozen=True, slots=True)
class SavedRow:
    """A repeat instance as it is kept: its name, the row around it ("" for none), and its repeat's generic path."""

    id: RowId
    parent: RowId
    path: str


@dataclass(frozen=True, slots=True)
class SavedForm:
    """A form's state as it is kept: rows in order, and the lexical forms of what is not blank."""

    rows: tuple[SavedRow, ...]
    values: Mapping[Address, str]


@dataclass(frozen=True, slots=True)
class ValueBack:
    """What an address is to hold again."""

    address: Address
    lexical: str


@dataclass(frozen=True, slots=True)
class RowBack:
    """A row that is to be there again, blank and under its old name, before another one (None: behind all)."""

    row: SavedRow
    before: RowId | None


@dataclass(frozen=True, slots=True)
class RowGone:
    """A row that is to leave again, also where the form decides how many there are."""

    row_id: RowId


@dataclass(frozen=True, slots=True)
class RowMoved:
    """A row that is to stand in front of another one of its repeat again (None: behind all)."""

    row_id: RowId
    before: RowId | None


Restoring = ValueBack | RowBack | RowGone | RowMoved
