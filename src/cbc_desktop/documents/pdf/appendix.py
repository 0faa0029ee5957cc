"""One form as an appendix: its heading, the questions with their answers, and its wide tables behind them."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from cbc_desktop.documents.page_map import HEAD
from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.decree30 import balanced, element, letters
from cbc_desktop.documents.pdf.flow import Flow
from cbc_desktop.documents.pdf.head import attached_to
from cbc_desktop.documents.pdf.landmarks import Anchor
from cbc_desktop.documents.pdf.pages import Bookmark
from cbc_desktop.documents.pdf.parts import Part
from cbc_desktop.documents.pdf.voice import APPENDIX
from cbc_desktop.documents.pdf.wide_tables import wide_table
from cbc_desktop.documents.printed_form import OfficialDocument, PrintedForm, PrintedTable

_SIZE = 13
WIDE_NUMBER = letters(_SIZE, bold=True, alignment=decree30.CENTRED, spaceBefore=10)
WIDE_TITLE = letters(_SIZE, bold=True, alignment=decree30.CENTRED)
WIDE_ATTACHED = letters(_SIZE, italic=True, alignment=decree30.CENTRED, spaceAfter=2)


def appendix_name(form: PrintedForm) -> str:
    return f"Phụ lục {form.number}".strip()


def appendix_part(form: PrintedForm, document: OfficialDocument) -> Part:
    """The form as an appendix of ``document``; its wide tables are "Biểu 1, 2 kèm theo Phụ lục"."""
    name = appendix_name(form)
    flow = Flow(APPENDIX, lambda number: f"xem Biểu {number} kèm theo {name}", outline=0)
    flow.story += [Anchor(HEAD, form.form_id), *_head(form, document)]
    flow.lay_out(form.blocks)
    flow.add([])
    return Part.of(flow.story, [flowable for pair in enumerate(flow.wide, 1) for flowable in _wide(*pair, name)])


def _head(form: PrintedForm, document: OfficialDocument) -> list[Flowable]:
    return [
        Bookmark(f"{appendix_name(form)}. {form.title}", 0),
        element(appendix_name(form), decree30.APPENDIX_NUMBER),
        balanced(form.title.upper(), decree30.APPENDIX_TITLE, decree30.PORTRAIT_WIDTH),
        balanced(attached_to(document), decree30.ATTACHED_TO, decree30.PORTRAIT_WIDTH),
        Spacer(0, 10),
    ]


def _wide(number: int, table: PrintedTable, appendix: str) -> Iterator[Flowable]:
    def title(place: int, which: str) -> list[Flowable]:
        return [
            *([Bookmark(f"Biểu {number}. {table.label}", 1)] if place == 1 else []),
            element(f"Biểu {number}{which}", WIDE_NUMBER),
            balanced(table.label, WIDE_TITLE, decree30.LANDSCAPE_WIDTH),
            element(f"(Kèm theo {appendix})", WIDE_ATTACHED),
        ]

    return wide_table(table, title, APPENDIX)
