"""The document that goes out, from the quốc hiệu to "Nơi nhận", and what is attached to it, as parts of pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from reportlab.platypus import Flowable, KeepTogether, Spacer

from cbc_desktop.documents.document_kinds import DOCUMENT_TYPES
from cbc_desktop.documents.page_map import HEAD
from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.appendix import appendix_part
from cbc_desktop.documents.pdf.body import appendices_of, attached_part, body_flow, last_words
from cbc_desktop.documents.pdf.closing import closing, closing_anchor
from cbc_desktop.documents.pdf.codes import with_codes
from cbc_desktop.documents.pdf.decree30 import as_list, element
from cbc_desktop.documents.pdf.field_place import Places
from cbc_desktop.documents.pdf.flow import paragraph
from cbc_desktop.documents.pdf.head import head
from cbc_desktop.documents.pdf.landmarks import Anchor, origin_anchor
from cbc_desktop.documents.pdf.pages import Bookmark
from cbc_desktop.documents.pdf.parts import Part
from cbc_desktop.documents.printed_form import (
    OfficialDocument,
    Origin,
    PrintedDossier,
    PrintedParagraph,
)
from cbc_desktop.forms.campaign_documents import DocumentKind

DECIDES = "QUYẾT ĐỊNH:"
_ARTICLE = re.compile(r"(Điều \d+\.)\s+(.*)", re.DOTALL)


def dossier_parts(dossier: PrintedDossier, places: Places) -> list[Part]:
    """The document first, then what is attached to it, then the forms as appendices; drawing fills ``places``."""
    document = dossier.document
    appendices = [
        with_codes(appendix_part(form, document), dossier.codes.get(form.form_id)) for form in dossier.appendices
    ]
    codes = dossier.codes.get(document.body.form_id) if document.body else None
    *before, last = document_parts(document, places)
    return [*before, with_codes(last, codes), *appendices]


def document_parts(document: OfficialDocument, places: Places) -> list[Part]:
    flow = body_flow(document.own_body) if document.own_body else None
    text = [*_bases(document), *_paragraphs(document), *(flow.story if flow else [])]
    text += last_words(document.own_body) if document.own_body else []
    whole = Part.of([Bookmark(_bookmark(document), 0), *head(document, places), *_ended(text, document, places)])
    if document.attached:
        attached, appendices = attached_part(document.attached, document)
        return [whole, attached, *appendices]
    return [whole, *(appendices_of(flow, document) if flow else [])]


def _ended(text: Sequence[Flowable], document: OfficialDocument, places: Places) -> list[Flowable]:
    """The signature never stands on a page without a line of the text."""
    kept = _last_line(text)
    end, below = closing(document, places)
    return [*text[:kept], KeepTogether([*text[kept:], Spacer(0, 14), closing_anchor(document.origins), end]), *below]


def _last_line(text: Sequence[Flowable]) -> int:
    """Where it begins, with the note that says of which question it is."""
    seen = [place for place, flowable in enumerate(text) if not isinstance(flowable, Anchor)]
    place = seen[-1] if seen else 0
    while place and isinstance(text[place - 1], Anchor):
        place -= 1
    return place


def _bookmark(document: OfficialDocument) -> str:
    kind = DOCUMENT_TYPES[document.kind]
    return kind.called(document.subject) if kind.title else kind.noun


def _bases(document: OfficialDocument) -> list[Flowable]:
    """In italics, each on its own line (Decree 30, Appendix I, part II.6.b); a decision says first who decides."""
    origins = document.origins
    lines = _each_from([element(line, decree30.BASIS) for line in as_list(document.bases)], origins.bases)
    if document.kind is not DocumentKind.DECISION:
        return lines
    authority = [origin_anchor(origins.deciding), element(document.deciding.upper(), decree30.TYPE_NAME)]
    return [*authority, Spacer(0, 6), *lines, Spacer(0, 10), element(DECIDES, decree30.TYPE_NAME)]


def _paragraphs(document: OfficialDocument) -> list[Flowable]:
    lines = [paragraph(_with_lead(text, document.kind), decree30.BODY) for text in document.paragraphs]
    return _each_from(lines, document.origins.paragraphs)


def _each_from(lines: Sequence[Flowable], origins: Sequence[Origin | None]) -> list[Flowable]:
    """Each line behind the note of which answer it is made; of what has no such notes, of none."""
    pairs = zip_longest(map(origin_anchor, origins[: len(lines)]), lines)
    return [flowable for anchor, line in pairs for flowable in (anchor or Anchor(HEAD), line)]


def _with_lead(text: str, kind: DocumentKind) -> PrintedParagraph:
    """The articles of a decision begin in bold."""
    found = _ARTICLE.match(text) if kind is DocumentKind.DECISION else None
    return PrintedParagraph(found[2], lead=found[1]) if found else PrintedParagraph(text)
