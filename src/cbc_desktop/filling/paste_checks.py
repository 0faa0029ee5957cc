"""What people should look at before a block is taken into a table, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from cbc_desktop.base.old_encodings import recognise
from cbc_desktop.filling.block_landing import BlockPlan, LandedCell, NoPlace
from cbc_desktop.forms.definition import LeafDef


class PasteTrouble(Enum):
    OVERWRITES = "overwrites"
    """Another answer is there already; ``PasteFinding.other`` is that answer."""
    OLD_ENCODING = "old-encoding"
    """TCVN3 or VNI; ``other`` is the text in Unicode."""
    NOT_READ = "not-read"
    """No answer of the column's kind: kept as it is, and marked."""
    NO_PLACE = "no-place"
    """Falls on a cell that takes no answer, or outside the table: left out."""


@dataclass(frozen=True, slots=True)
class PasteFinding:
    """``row`` counts from 0, as in the plan; ``column`` None: right of the table."""

    row: int
    column: LeafDef | None
    text: str
    trouble: PasteTrouble
    other: str = ""


def paste_findings(plan: BlockPlan) -> tuple[PasteFinding, ...]:
    """From top to bottom. Values for computed columns are left out silently: they come with every copied row."""
    found = [finding for cell in plan.cells for finding in _of_cell(cell)]
    found += [
        PasteFinding(one.row, one.column, one.text, PasteTrouble.NO_PLACE)
        for one in plan.no_place
        if not _is_computed(one)
    ]
    return tuple(sorted(found, key=lambda one: one.row))


def _of_cell(cell: LandedCell) -> Iterator[PasteFinding]:
    if cell.before and cell.before != cell.after:
        yield PasteFinding(cell.row, cell.column, cell.text, PasteTrouble.OVERWRITES, cell.before)
    old = recognise(cell.given)
    if old is not None:
        yield PasteFinding(cell.row, cell.column, cell.given, PasteTrouble.OLD_ENCODING, old.text)
    if (old is None or cell.text != cell.given) and cell.after is None:
        yield PasteFinding(cell.row, cell.column, cell.text, PasteTrouble.NOT_READ)


def _is_computed(one: NoPlace) -> bool:
    return one.column is not None and not one.column.takes_answers
