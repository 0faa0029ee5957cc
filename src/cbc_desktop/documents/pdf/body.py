"""The body of a plan as running text, and its wide tables as the plan's own appendices."""

from __future__ import annotations

from reportlab.platypus import Flowable, Spacer

from cbc_desktop.documents.document_kinds import DOCUMENT_TYPES
from cbc_desktop.documents.page_map import HEAD
from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.decree30 import balanced, element
from cbc_desktop.documents.pdf.flow import Flow, is_wide
from cbc_desktop.documents.pdf.head import attached_to, type_and_summary
from cbc_desktop.documents.pdf.landmarks import Anchor, anchors, origin_anchor
from cbc_desktop.documents.pdf.pages import Bookmark
from cbc_desktop.documents.pdf.parts import Part
from cbc_desktop.documents.pdf.voice import RUNNING_TEXT
from cbc_desktop.documents.pdf.wide_tables import wide_table
from cbc_desktop.documents.printed_form import OfficialDocument, PrintedBody, PrintedTable
from cbc_desktop.documents.vietnamese import roman


def body_flow(body: PrintedBody) -> Flow:
    """The sections laid out; what waits in ``wide`` is for ``appendices_of``."""
    count = sum(isinstance(block, PrintedTable) and is_wide(block) for block in body.blocks)
    noun = DOCUMENT_TYPES[body.kind].noun
    flow = Flow(RUNNING_TEXT, lambda number: f"Chi tiết tại {_name(number, count)} kèm theo {noun} này.", outline=0)
    flow.story.append(Anchor(HEAD, body.form_id))
    flow.lay_out(body.blocks)
    return flow


def appendices_of(flow: Flow, document: OfficialDocument) -> list[Part]:
    """One appendix a wide table, each numbered on its own (Decree 30, Appendix I, part III.1)."""
    return [
        Part.of(landscape=_appendix(number, len(flow.wide), table, document))
        for number, table in enumerate(flow.wide, start=1)
    ]


def attached_part(body: PrintedBody, document: OfficialDocument) -> tuple[Part, list[Part]]:
    """The body as a document attached to ``document``, which is signed, and its appendices."""
    kind = DOCUMENT_TYPES[body.kind]
    flow = body_flow(body)
    story = [
        Bookmark(kind.called(body.subject), 0),
        origin_anchor(body.subject_from),
        *type_and_summary(kind.title, body.subject),
        Anchor(HEAD),
        balanced(attached_to(document), decree30.ATTACHED_TO, decree30.PORTRAIT_WIDTH),
        Spacer(0, 10),
        *flow.story,
        *last_words(body),
    ]
    return Part.of(story), appendices_of(flow, document)


def last_words(body: PrintedBody) -> list[Flowable]:
    return [*anchors(body.closing_at), element(body.closing, decree30.BODY)] if body.closing else []


def _name(number: int, count: int) -> str:
    return f"Phụ lục {roman(number)}" if count > 1 else "Phụ lục"


def _appendix(number: int, count: int, table: PrintedTable, document: OfficialDocument) -> list[Flowable]:
    name = _name(number, count)

    def title(place: int, which: str) -> list[Flowable]:
        return [
            *([Bookmark(f"{name}. {table.label}", 0)] if place == 1 else []),
            element(f"{name}{which}", decree30.APPENDIX_NUMBER),
            balanced(table.label.upper(), decree30.APPENDIX_TITLE, decree30.LANDSCAPE_WIDTH),
            balanced(attached_to(document), decree30.ATTACHED_TO, decree30.LANDSCAPE_WIDTH),
        ]

    return list(wide_table(table, title, RUNNING_TEXT))
