"""What a revision says of the issued document that it replaces, in letter and e-mail, in the campaign's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cbc_desktop.documents.document_kinds import type_of
from cbc_desktop.documents.vietnamese import date_in_words
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.forms.campaign_documents import DocumentDef
from cbc_desktop.store.stored_dossier import StoredRevision


def issued_before(revisions: Iterable[StoredRevision], number: int) -> IssueFacts | None:
    """Of the last revision before this one that got a number; None when there is none."""
    earlier = [one.facts for one in revisions if one.number < number and one.facts.number]
    return earlier[-1] if earlier else None


def called(facts: IssueFacts) -> str:
    """ "Công văn số 45/UBND-VX ngày 05 tháng 3 năm 2022"."""
    symbol = f"/{facts.symbol}" if facts.symbol else ""
    day = f" {date_in_words(facts.date)}" if facts.date else ""
    return f"{type_of(facts.symbol).noun} số {facts.number}{symbol}{day}"


def replacing(document: DocumentDef, replaced: IssueFacts, campaign: Campaign, agency: Agency) -> DocumentDef:
    """With the sentence about it before the last paragraph; a document with a body of its own stays as it is."""
    text = document.text
    if document.body is not None or not text.replacing:
        return document
    sentence = text.replacing.format(agency=agency.name_vi, letter=campaign.letter.number, replaced=called(replaced))
    *paragraphs, last = text.paragraphs
    said = sentence.replace("{", "{{").replace("}", "}}")  # paragraphs are filled in once more
    return replace(document, text=replace(text, paragraphs=(*paragraphs, said, last)))
