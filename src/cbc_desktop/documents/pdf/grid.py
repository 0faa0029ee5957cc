"""A table on paper: on every page its header, whole rows where they fit, and a row that is too tall cut in two."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate

from reportlab.lib.colors import black
from reportlab.platypus import Flowable, Paragraph, Table

from cbc_desktop.documents.pdf.column_widths import PADDING
from cbc_desktop.documents.pdf.fonts import Face
from cbc_desktop.documents.pdf.landmarks import LandmarkNotes
from cbc_desktop.engine.address import Address

HAIRLINE = 0.5
ABOVE_TEXT, BELOW_TEXT = 2.0, 3.0
ABOVE_GRID, BELOW_GRID = 3.0, 4.0
"""Room that a grid leaves, except at the top and the foot of a page."""
SMALL = 0.2
"""A table smaller than this part of a page is not broken over two pages."""
FIRST_ROWS = 0.1
"""A longer table begins only where its header and rows for this part of a page have room."""
LAST_ROWS = 3
"""So many go to the next page together."""
WASTE = 0.5
"""A row is cut rather than leave this part of a page empty."""
LEAST_PIECE = 4 * 14.0
"""Of a row that is cut, about four lines at least go to the next page."""

_LOOK = [
    ("FONTNAME", (0, 0), (-1, -1), Face.REGULAR.value),  # reportlab's default would slip in an unembedded Helvetica
    ("GRID", (0, 0), (-1, -1), HAIRLINE, black),
    ("LEFTPADDING", (0, 0), (-1, -1), PADDING),
    ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
    ("TOPPADDING", (0, 0), (-1, -1), ABOVE_TEXT),
    ("BOTTOMPADDING", (0, 0), (-1, -1), BELOW_TEXT),
    ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
    ("VALIGN", (0, 1), (-1, -1), "TOP"),
]


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row's cells and the height it takes with its padding, in points."""

    cells: tuple[Paragraph, ...]
    height: float
    at: tuple[Address | None, ...] = ()
    """Which answers the cells show, if any."""


def grid_row(cells: tuple[Paragraph, ...], widths: tuple[float, ...], at: tuple[Address | None, ...] = ()) -> GridRow:
    heights = [cell.wrap(width - 2 * PADDING, 1e6)[1] for cell, width in zip(cells, widths, strict=True)]
    return GridRow(cells, max(heights) + ABOVE_TEXT + BELOW_TEXT, at)


def cut(row: GridRow, widths: tuple[float, ...], height: float) -> tuple[GridRow, GridRow] | None:
    """The row's first ``height`` points and the rest; None when a cell cannot put a single line there."""
    pairs = [_cut_cell(cell, width - 2 * PADDING, height) for cell, width in zip(row.cells, widths, strict=True)]
    if not all(pairs):
        return None
    upper, lower = zip(*pairs, strict=True)
    return grid_row(upper, widths, row.at), grid_row(lower, widths, row.at)


def _cut_cell(cell: Paragraph, width: float, height: float) -> tuple[Paragraph, ...]:
    room = height - ABOVE_TEXT - BELOW_TEXT
    if cell.wrap(width, room)[1] <= room:
        return cell, Paragraph("", cell.style)
    return tuple(cell.split(width, room))


@dataclass(frozen=True, slots=True)
class GridContent:
    """What a grid shows: the header repeats; ``with_total`` when the last row is the totals row.

    ``tail`` is the height of what belongs under the last row: it does not go to the next page without a row.
    """

    widths: tuple[float, ...]
    header: GridRow
    rows: tuple[GridRow, ...]
    with_total: bool
    page_height: float
    tail: float = 0.0

    @property
    def height(self) -> float:
        return self.header.height + sum(row.height for row in self.rows)

    @property
    def fits_a_page(self) -> bool:
        return self.height + self.tail < self.page_height


class Grid(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The flowable of a grid. It breaks itself: reportlab's tables cannot put a row over two pages reliably."""

    def __init__(self, content: GridContent) -> None:
        super().__init__()
        self.content = content
        self.hAlign = "CENTER"
        self.spaceBefore, self.spaceAfter = ABOVE_GRID, BELOW_GRID

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """A grid that leaves no room for its tail says that it is too high, and is split or put on the next page."""
        content = self.content
        self.width, self.height = sum(content.widths), content.height
        with_tail = content.height + content.tail
        helped = content.fits_a_page or len(content.rows) > 1
        return self.width, with_tail if helped and self.height <= available_height < with_tail else self.height

    def height_of_start(self) -> float:
        """The room the grid needs to begin: all of it when it is small, else the header and some rows."""
        page = self.content.page_height
        if self.content.height <= page * SMALL:
            return self.content.height + self.content.tail
        begun = 0.0
        for row in self.content.rows:
            if begun >= page * FIRST_ROWS:
                break
            begun += min(row.height, page * WASTE)
        return self.content.header.height + begun

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        content = self.content
        room = available_height - content.header.height
        taken = self._rows_that_fit(room)
        spare = room - sum(row.height for row in content.rows[:taken])
        upper, lower = content.rows[:taken], content.rows[taken:]
        if lower and self._worth_cutting(lower[0], spare):
            height = min(spare, lower[0].height - LEAST_PIECE)
            if parts := cut(lower[0], content.widths, height):
                upper, lower = (*upper, parts[0]), (parts[1], *lower[1:])
        if not upper or not lower:
            return [self] if upper else []
        return [
            Grid(replace(content, rows=upper, with_total=False, tail=0.0)),
            Grid(replace(content, rows=lower)),
        ]

    def draw(self) -> None:
        rows = [self.content.header, *self.content.rows]
        table = Table(
            [row.cells for row in rows],
            colWidths=self.content.widths,
            rowHeights=[row.height for row in rows],
            style=_LOOK,
        )
        table.wrapOn(self.canv, self.width, self.height)
        table.drawOn(self.canv, 0, 0)
        self._note_rows()

    def _note_rows(self) -> None:
        notes: LandmarkNotes | None = self._doctemplateAttr("landmarks")
        if notes is None:
            return
        left, bottom = self.canv.absolutePosition(0, 0)
        edges = [left + edge for edge in accumulate(self.content.widths, initial=0.0)]
        height = bottom + self.height - self.content.header.height
        for row in self.content.rows:
            cells = tuple((edge, at) for edge, at in zip(edges, row.at, strict=False) if at is not None)
            if cells:
                notes.note(cells[0][1], self.canv, left, height, cells)
            height -= row.height

    def _rows_that_fit(self, room: float) -> int:
        """How many rows stay on this page; no tail, totals row or low row goes to the next page alone."""
        rows = self.content.rows
        taken, used = 0, 0.0
        while taken < len(rows) and used + rows[taken].height <= room:
            used += rows[taken].height
            taken += 1
        stay = taken if taken == len(rows) else min(taken, len(rows) - self._fewest_later())
        if taken == len(rows) and used + self.content.tail > room:
            stay -= 1
        if self.content.with_total and stay == len(rows) - 1:
            stay -= 1
        return min(taken, max(stay, 0 if self.content.fits_a_page else 1))

    def _fewest_later(self) -> int:
        """How many of the last rows go to the next page at least: low ones are not left alone there."""
        last = self.content.rows[-LAST_ROWS:]
        return len(last) if sum(row.height for row in last) <= self.content.page_height * SMALL else 1

    def _worth_cutting(self, row: GridRow, spare: float) -> bool:
        page = self.content.page_height
        taller_than_a_page = row.height > page - self.content.header.height
        return row.height > spare and (taller_than_a_page or spare > page * WASTE)
