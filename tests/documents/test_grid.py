"""Laws of tables on paper: columns fill the width, and however a table is broken over pages, no letter is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printed_values import column, integer, table, text
from reportlab.platypus import Paragraph

from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.column_widths import PADDING, SIZES, measure
from cbc_desktop.documents.pdf.fonts import Face, text_width
from cbc_desktop.documents.pdf.grid import Grid
from cbc_desktop.documents.pdf.tables import table_flowables
from cbc_desktop.documents.printed_form import PrintedTable

WIDTH, HEIGHT = decree30.PORTRAIT_WIDTH, decree30.PORTRAIT_HEIGHT
words = st.text("aăâeêghiknôơu", min_size=1, max_size=12)
cells = st.lists(words, max_size=40).map(" ".join)


@st.composite
def tables(draw: st.DrawFn) -> PrintedTable:
    count = draw(st.integers(1, 6))
    columns = [column(f"c{n}", draw(cells), width=draw(st.integers(0, 5))) for n in range(count)]
    rows = draw(st.lists(st.lists(cells.map(text), min_size=count, max_size=count), min_size=1, max_size=8))
    totals = draw(st.sampled_from([[], [text("cộng")] * count]))
    return table("t", "Bảng", columns, rows, totals=totals)


def below(lines: int) -> list[Paragraph]:
    return [Paragraph("lời", decree30.BODY) for _ in range(lines)]


def grid(printed: PrintedTable, lines_below: int = 0) -> Grid:
    flowables = table_flowables(printed, WIDTH, HEIGHT, below(lines_below))
    return next(part for part in flowables if isinstance(part, Grid))


def letters_of(grids: list[Grid]) -> list[str]:
    """Column by column, the letters that stand in the rows of the grids; long words may have been broken."""
    rows = [row for each in grids for row in each.content.rows]
    widths = grids[0].content.widths
    return ["".join(_letters(row.cells[n], widths[n]) for row in rows) for n in range(len(widths))]


def _letters(cell: Paragraph, width: float) -> str:
    cell.wrap(width - 2 * PADDING, HEIGHT)
    return "".join(word for _, line in cell.blPara.lines for word in line)


@settings(deadline=None)
@given(tables())
def test_columns_fill_the_width_exactly(printed: PrintedTable) -> None:
    measures = measure(printed, WIDTH)
    assert sum(measures.widths) == pytest.approx(WIDTH)
    assert min(measures.widths) > 0
    assert measures.size in SIZES


@settings(deadline=None)
@given(tables())
def test_no_ordinary_word_is_broken_where_a_letter_size_exists_that_fits(printed: PrintedTable) -> None:
    measures = measure(printed, WIDTH)
    if measures.size == SIZES[-1]:
        return  # the smallest size is taken even when it does not fit
    for number, width in enumerate(measures.widths):
        longest = max((word for row in printed.rows for word in row[number].text.split()), key=len, default="")
        assert text_width(longest, Face.REGULAR, measures.size) <= width - 2 * PADDING + 0.01


@settings(deadline=None)
@given(tables(), st.lists(st.floats(60, HEIGHT), min_size=1, max_size=6), st.integers(0, 9))
def test_a_table_broken_over_pages_of_any_height_loses_no_letter(
    printed: PrintedTable, rooms: list[float], lines_below: int
) -> None:
    rest, pages = grid(printed, lines_below), []
    for room in [*rooms, *[HEIGHT] * 60]:
        if rest.wrap(WIDTH, room)[1] <= room:
            break
        parts = rest.split(WIDTH, room)
        if parts:
            page, rest = parts
            assert page.wrap(WIDTH, room)[1] <= room + 0.01
            pages.append(page)
    assert letters_of([*pages, rest]) == letters_of([grid(printed)])


def test_a_row_is_cut_only_where_much_of_the_page_would_stay_empty() -> None:
    lines = "\n".join("dòng" for _ in range(10))
    printed = table("t", "Bảng", [column("c", "Cột")], [[text(lines)], [text(lines)]])
    first = grid(printed).content.rows[0].height
    header = grid(printed).content.header.height
    whole = grid(printed).split(WIDTH, header + first + HEIGHT * 0.15)
    assert [len(part.content.rows) for part in whole] == [1, 1]
    printed = table("t", "Bảng", [column("c", "Cột")], [[text(lines)], [text(lines * 10)]])
    cut = grid(printed).split(WIDTH, header + first + HEIGHT * 0.3)
    assert [len(part.content.rows) for part in cut] == [2, 1]


def test_a_small_table_asks_for_all_of_its_room_and_a_large_one_for_its_beginning() -> None:
    columns = [column("c", "Cột")]
    small = grid(table("t", "Bảng", columns, [[integer(n)] for n in range(5)]))
    large = grid(table("t", "Bảng", columns, [[integer(n)] for n in range(500)]))
    assert small.height_of_start() == small.wrap(WIDTH, HEIGHT)[1]
    assert large.height_of_start() < HEIGHT * 0.2


@pytest.mark.parametrize(("rows", "kept"), [(12, [9, 3]), (11, [8, 3]), (10, [7, 3])])
def test_low_rows_at_the_end_are_not_left_alone_on_the_next_page(rows: int, kept: list[int]) -> None:
    """There is room for nine; three go together."""
    printed = grid(table("t", "Bảng", [column("c", "Cột")], [[integer(n)] for n in range(rows)]))
    header, row = printed.content.header.height, printed.content.rows[0].height
    assert [len(part.content.rows) for part in printed.split(WIDTH, header + row * 9.5)] == kept
