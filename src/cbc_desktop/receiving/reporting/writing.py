"""The report as a file: PDF/A with the workbook inside, number and date waiting for the clerk."""

from __future__ import annotations

from collections.abc import Callable

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.message import Message
from cbc_desktop.documents.pdf.consolidated_report import render_report
from cbc_desktop.documents.pdf.embedded import EmbeddedFile, Relationship
from cbc_desktop.documents.pdf.pdfa import to_pdfa
from cbc_desktop.package.layout import media_type_of
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.reporting.report import consolidated_report

PAGE = Message("Dựng Báo cáo: trang {page}", "Laying out the report: page {page}")
WORKBOOK = "Sổ tổng hợp: số liệu của Báo cáo, từng cơ quan và từng câu hỏi"


def write_report(consolidated: Consolidated, progress: Callable[[Message], None]) -> None:
    """Nothing where the campaign says nothing of a report.

    UserFacingError when the disk says no, or something is too long to be laid out.
    """
    text = consolidated.indicators.report
    if text is None or consolidated.report is None:
        return
    report = consolidated_report(consolidated, text)
    pages = render_report(report, lambda page: progress(PAGE.filled(page=page)))
    write_atomically(consolidated.report, to_pdfa(pages, [_workbook(consolidated)]), private=False)


def _workbook(consolidated: Consolidated) -> EmbeddedFile:
    return EmbeddedFile(
        name=consolidated.workbook.name,
        media_type=media_type_of(consolidated.workbook.name),
        content=consolidated.workbook.read_bytes(),
        relationship=Relationship.DATA,
        description=WORKBOOK,
    )
