"""What a document system is told of the document that goes out: from its facts of issue and its finished pages."""

from __future__ import annotations

from cbc_desktop.documents.document_kinds import DOCUMENT_TYPES
from cbc_desktop.documents.pdf.finished import page_count
from cbc_desktop.documents.printed_form import OfficialDocument
from cbc_desktop.exporting.exported import ExportPlan
from cbc_desktop.package.outgoing import OutgoingDocument

PRIORITIES = ("", "khẩn", "thượng khẩn", "hỏa tốc")
"""Decree 30/2020/NĐ-CP, Appendix VI, part II: in the order of their codes, 0 for none."""


def outgoing_document(plan: ExportPlan, heading: OfficialDocument, pdf: bytes) -> OutgoingDocument:
    revision, facts = plan.revision, plan.revision.facts
    *_, position = heading.signature.lines or ("",)
    replaced = f", thay cho {revision.replaces}" if revision.replaces else ""
    return OutgoingDocument(
        type_name=DOCUMENT_TYPES[heading.kind].noun,
        number=facts.number,
        notation=heading.symbol,
        issued=facts.date,
        agency=heading.agency,
        subject=heading.subject,
        pages=page_count(pdf),
        description=f"{plan.campaign.letter.number}, lần {revision.number}, {plan.shown.content_digest}{replaced}",
        signer_position=position,
        signer_name=heading.signature.name,
        addressees=heading.addressees,
        priority=_priority(heading.urgency),
    )


def _priority(urgency: str) -> int:
    mark = urgency.casefold()
    return PRIORITIES.index(mark) if mark in PRIORITIES else 0
