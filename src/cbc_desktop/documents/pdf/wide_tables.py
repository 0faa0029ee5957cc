"""Tables too wide for an upright page, on landscape pages: each under its title, in legible parts where it must be."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportlab.platypus import CondPageBreak, Flowable

from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.flow import table_with_words
from cbc_desktop.documents.pdf.landmarks import anchors
from cbc_desktop.documents.pdf.table_parts import in_parts
from cbc_desktop.documents.pdf.tables import height_of_start
from cbc_desktop.documents.pdf.voice import Voice
from cbc_desktop.documents.printed_form import PrintedTable

LANDSCAPE_AREA = (decree30.LANDSCAPE_WIDTH, decree30.LANDSCAPE_HEIGHT)

Title = Callable[[int, str], list[Flowable]]
"""What stands above a part of the table: from the part's number, and "" or " (phần 1/2)"."""


def wide_table(table: PrintedTable, title: Title, voice: Voice) -> Iterator[Flowable]:
    """The table's parts; each begins where its title and its first rows have room."""
    parts = in_parts(table, decree30.LANDSCAPE_WIDTH)
    for place, part in enumerate(parts, start=1):
        which = f" (phần {place}/{len(parts)})" if len(parts) > 1 else ""
        flowables = table_with_words(part, *LANDSCAPE_AREA, title(place, which), voice)
        start = height_of_start(flowables, *LANDSCAPE_AREA)
        yield CondPageBreak(min(start, decree30.LANDSCAPE_HEIGHT))
        yield from (*anchors(part.at), *flowables)
