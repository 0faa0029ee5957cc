"""How wide the columns of a printed table are, and the letter size at which its words still fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cbc_desktop.base.text import nfc
from cbc_desktop.documents.pdf.fonts import Face, text_width
from cbc_desktop.documents.printed_form import PrintedTable

SIZES = (12.0, 11.0, 10.0, 9.0)
"""Letter sizes of tables, in the order in which they are tried."""
PADDING = 3.0
"""Left and right of a cell's text, in points."""
LONGEST_WORD = 0.3
"""A word may claim this part of the width; what is longer (an address, a link) is broken."""
WIDEST_TEXT = 0.4


@dataclass(frozen=True, slots=True)
class TableMeasures:
    """Letter size and column widths in points; ``fits`` when no ordinary word has to be broken.

    ``least`` is how wide each column has to be for that.
    """

    size: float
    widths: tuple[float, ...]
    least: tuple[float, ...]
    fits: bool


@dataclass(frozen=True, slots=True)
class _Demand:
    """What a column asks for at letter size 1: its longest word and its longest line (half of a header's)."""

    word: float
    line: float


def measure(table: PrintedTable, width: float) -> TableMeasures:
    """The largest size at which no ordinary word is broken; the widths add up to ``width``."""
    demands = list(_demands(table))
    for size in SIZES:
        least = [min(demand.word * size, width * LONGEST_WORD) + 2 * PADDING + 1 for demand in demands]
        if sum(least) <= width:
            shared = _shared(width, least, _wishes(table, demands, size, width))
            return TableMeasures(size, shared, tuple(least), fits=True)
    squeezed = tuple(width * share / sum(least) for share in least)
    return TableMeasures(SIZES[-1], squeezed, squeezed, fits=False)


def _demands(table: PrintedTable) -> Iterator[_Demand]:
    for index, column in enumerate(table.columns):
        header = _demand([column.label, f"({column.unit})" if column.unit else ""], Face.BOLD)
        cells = _demand([row[index].text for row in table.rows], Face.REGULAR)
        total = _demand([table.totals[index].text] if table.totals else [], Face.BOLD)
        word = max(header.word, cells.word, total.word, 1)  # an empty column stays visible
        yield _Demand(word, max(header.line / 2, cells.line, total.line, word))


def _demand(texts: Sequence[str], face: Face) -> _Demand:
    lines = {line for text in texts for line in nfc(text).splitlines()}
    words = {word for line in lines for word in line.split()}
    return _Demand(
        max((text_width(word, face, 1) for word in words), default=0),
        max((text_width(line, face, 1) for line in lines), default=0),
    )


def _wishes(table: PrintedTable, demands: list[_Demand], size: float, width: float) -> list[float]:
    """The form's weights; a column without one wishes for an average share, or for its longest line."""
    if any(column.width for column in table.columns):
        return [float(column.width or 1) for column in table.columns]
    return [min(demand.line * size + 2 * PADDING, width * WIDEST_TEXT) for demand in demands]


def _shared(width: float, least: list[float], wishes: list[float]) -> tuple[float, ...]:
    """Shares in proportion to the wishes, but none below its least: those are served first."""
    widths = list(least)
    open_columns = set(range(len(least)))
    while True:
        free = width - sum(widths[index] for index in range(len(least)) if index not in open_columns)
        unit = free / sum(wishes[index] for index in open_columns)
        short = {index for index in open_columns if wishes[index] * unit < least[index]}
        if not short or short == open_columns:
            break
        open_columns -= short
    for index in open_columns:
        widths[index] = wishes[index] * unit
    return tuple(widths)
