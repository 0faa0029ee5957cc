"""Figures as a report says them: numbers, percentages with what they are percentages of, cells of tables."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from cbc_desktop.base.paper import printable_text
from cbc_desktop.documents.printed_form import PrintedColumn, PrintedRemark, PrintedTable, PrintedValue, ValueKind
from cbc_desktop.documents.vietnamese import number_text
from cbc_desktop.forms.indicators import Denominator
from cbc_desktop.receiving.consolidating.figures import Figure

NOTHING = "–"
A_TENTH = Decimal("0.1")
MOST_ROWS = 500
"""Of one table on paper; the workbook and the tables have all."""
LONGEST_TEXT, MOST_LINES = 60_000, 300
"""Letters and lines of one cell on paper: some pages."""
CUT = "{text}… (viết dài hơn thế; xem toàn bộ trong sổ tổng hợp kèm theo)"
REST = PrintedRemark("Còn nữa", "{count} dòng không in ở đây; xem sổ tổng hợp kèm theo.")


def number_said(value: Decimal) -> str:
    """``1.234,5``: without noughts that say nothing."""
    whole = value == value.to_integral_value()
    return number_text(value.quantize(Decimal(1)) if whole else value.normalize())


def percent_said(percent: Decimal | None) -> str:
    """``64,5%``, five hundredths up as in a spreadsheet; a dash where there is nothing to be a part of."""
    return NOTHING if percent is None else f"{number_said(_tenths(percent))}%"


def points_said(difference: Decimal) -> str:
    """``+1,5``: by how much one percentage differs from another, in points."""
    return signed(_tenths(difference))


def share_said(figure: Figure, of: Denominator) -> str:
    """The agencies behind it in percent of these; a dash where some of them are not among these."""
    return percent_said(figure.percent_of(of))


def signed(difference: Decimal) -> str:
    """``+1,5`` or ``-1,5``."""
    return f"{'+' if difference > 0 else ''}{number_said(difference)}"


def _tenths(number: Decimal) -> Decimal:
    return abs(rounded) if (rounded := number.quantize(A_TENTH, ROUND_HALF_UP)).is_zero() else rounded


def text_cell(text: str) -> PrintedValue:
    """What is longer than a cell on paper can be is cut, and says so."""
    return PrintedValue(ValueKind.TEXT, printable_text(_cut(text)), text)


def _cut(text: str) -> str:
    lines = text[:LONGEST_TEXT].splitlines()
    if len(text) <= LONGEST_TEXT and len(lines) <= MOST_LINES:
        return text
    return CUT.format(text="\n".join(lines[:MOST_LINES]))


def number_cell(value: Decimal | int | None) -> PrintedValue:
    """Blank for None."""
    if value is None:
        return PrintedValue(ValueKind.DECIMAL, "")
    return PrintedValue(ValueKind.DECIMAL, number_said(Decimal(value)), value)


def told_cell(text: str) -> PrintedValue:
    """A figure that is text already, on the side of figures."""
    return PrintedValue(ValueKind.DECIMAL, text, text)


def columns(**labels: tuple[str, ValueKind, int]) -> tuple[PrintedColumn, ...]:
    """By id, in order: what stands above the column, what it holds, and its share of the width."""
    return tuple(
        PrintedColumn(name, printable_text(label), kind, width=width) for name, (label, kind, width) in labels.items()
    )


def numbered_table(
    name: str, label: str, of: tuple[PrintedColumn, ...], rows: Iterable[tuple[PrintedValue, ...]], beyond: int = 0
) -> PrintedTable:
    """A list whose rows are counted; what is beyond ``MOST_ROWS`` is said under it.

    ``beyond`` is the number of those that are not even handed over.
    """
    kept = []
    for number, row in enumerate(rows, 1):
        if number > MOST_ROWS:
            beyond += 1
        else:
            kept.append((PrintedValue(ValueKind.CODE, str(number), str(number)), *row))
    rest = (PrintedRemark(REST.title, REST.text.format(count=number_text(beyond))),) if beyond else ()
    counted = PrintedColumn("stt", "TT", ValueKind.CODE)
    return PrintedTable(name, printable_text(label), (counted, *of), tuple(kept), remarks=rest)
