"""The report on a campaign as pages: a báo cáo by Decree 30 and its appendices; same report, same bytes."""

from __future__ import annotations

from cbc_desktop.documents.consolidated_report import ConsolidatedReport
from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.appendix import appendix_part
from cbc_desktop.documents.pdf.document import document_parts
from cbc_desktop.documents.pdf.field_place import Places, RenderedPdf
from cbc_desktop.documents.pdf.pages import PageMarks
from cbc_desktop.documents.pdf.parts import Part
from cbc_desktop.documents.pdf.rendering import OnPage, Titling, render_parts


def render_report(report: ConsolidatedReport, on_page: OnPage = lambda _: None) -> RenderedPdf:
    """``on_page`` is told of every page. UserFacingError when something is too long to be laid out."""
    agency = report.document.agency
    footer = f"{report.campaign}  |  {agency}  |  {str(report.digest)[:16]}"
    titling = Titling(
        title=report.title,
        author=agency,
        subject=report.document.subject,
        campaign=report.campaign,
        marks=PageMarks(decree30.with_gaps(footer), ("THỬ NGHIỆM",) if report.trial else ()),
        made_at=report.made_at,
    )
    return render_parts(lambda places: _parts(report, places), titling, on_page)


def _parts(report: ConsolidatedReport, places: Places) -> list[Part]:
    document = report.document
    return [*document_parts(document, places), *(appendix_part(form, document) for form in report.appendices)]
