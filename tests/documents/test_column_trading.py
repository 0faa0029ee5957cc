"""Columns trade width until the rows of a table are low: nothing is lost, and nobody is squeezed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed_values import column, integer, table, text

from cbc_desktop.documents.pdf.column_trading import lowest_widths
from cbc_desktop.documents.pdf.column_widths import measure
from cbc_desktop.documents.pdf.grid import Grid
from cbc_desktop.documents.pdf.tables import table_flowables
from cbc_desktop.documents.printed_form import PrintedTable

WIDTH = 700.0
WORDS = st.lists(st.sampled_from(["tin", "truyền", "thông", "chính", "sách", "2022"]), max_size=40).map(" ".join)


def of_texts(rows: list[list[str]], weights: list[int]) -> PrintedTable:
    columns = [column(f"c{place}", f"Cột {place}", width=weight) for place, weight in enumerate(weights)]
    return table("t", "Bảng", columns, [[text(cell) for cell in row] for row in rows])


def height(printed: PrintedTable) -> float:
    (grid,) = (part for part in table_flowables(printed, WIDTH, 500) if isinstance(part, Grid))
    return grid.wrap(0, 0)[1]


@st.composite
def tables(draw: st.DrawFn) -> PrintedTable:
    weights = draw(st.lists(st.integers(0, 9), min_size=1, max_size=6))
    rows = st.lists(WORDS, min_size=len(weights), max_size=len(weights))
    return of_texts(draw(st.lists(rows, max_size=5)), weights)


@given(tables())
def test_what_one_column_gets_another_gives_and_no_word_is_broken_for_it(printed: PrintedTable) -> None:
    measures = measure(printed, WIDTH)
    widths = lowest_widths(printed, measures)
    assert sum(widths) == pytest.approx(WIDTH)
    assert all(width >= least - 1e-6 for width, least in zip(widths, measures.least, strict=True))


def test_a_column_of_long_texts_gets_what_a_column_of_short_ones_does_not_need() -> None:
    printed = of_texts([["ngắn", "truyền thông chính sách " * 30]], [5, 5])
    measures = measure(printed, WIDTH)
    assert measures.widths == (350, 350)
    short, long = lowest_widths(printed, measures)
    assert long > 2 * short


def test_the_weights_of_the_form_stay_where_nothing_is_gained() -> None:
    printed = of_texts([["một", "hai", "ba"]] * 3, [6, 3, 1])
    measures = measure(printed, WIDTH)
    assert lowest_widths(printed, measures) == measures.widths


def test_a_long_table_is_judged_by_some_of_its_rows() -> None:
    rows = [[integer(number), text("truyền thông chính sách " * 9), text("ghi chú")] for number in range(1000)]
    printed = table("t", "Bảng", [column("a", "TT"), column("b", "Việc", width=1), column("c", "Khác", width=9)], rows)
    assert height(printed) < 1000 * 48
