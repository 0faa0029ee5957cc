"""A dossier as PDF pages: the covering letter and one appendix a form; the same dossier gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, NextPageTemplate, PageBreak
from reportlab.platypus.doctemplate import LayoutError

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import nfc
from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.document import dossier_parts
from cbc_desktop.documents.pdf.field_place import Places, RenderedPdf
from cbc_desktop.documents.pdf.fonts import Face, register_faces
from cbc_desktop.documents.pdf.landmarks import LandmarkNotes
from cbc_desktop.documents.pdf.pages import DecreePage, PageCount, PageMarks
from cbc_desktop.documents.pdf.parts import Part
from cbc_desktop.documents.pdf.printable import check_printable
from cbc_desktop.documents.printed_form import PrintedDossier

TOO_BIG = Message(
    "Có một nội dung quá dài, không xếp được lên trang giấy. Số liệu đã nhập không bị mất; hãy rút ngắn tên cơ quan, "
    "tiêu đề, tên cột của bảng hoặc dòng chữ ký rồi kết xuất lại.",
    "Something is too long to be laid out on a page. Nothing that was entered is lost; shorten the agency's name, the "
    "title, the names of columns or the lines of the signature and export again.",
)
PRODUCER = "cbc-desktop"
OnPage = Callable[[int], None]
LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}


@dataclass(frozen=True, slots=True)
class Titling:
    """What programs are told of a document, and what stands around the text on every page."""

    title: str
    author: str
    subject: str
    campaign: str
    marks: PageMarks
    made_at: datetime
    language: str = "vi"


def render_pdf(dossier: PrintedDossier, on_page: OnPage = lambda _: None) -> RenderedPdf:
    """All pages, and the places of the form fields, which ``to_pdfa`` adds; ``on_page`` is told of every page.

    Raises UserFacingError for a character that the font lacks, by name and place, and whatever ``on_page`` raises.
    """
    check_printable(dossier)
    titling = Titling(
        title=dossier.title,
        author=dossier.agency,
        subject=dossier.document.subject,
        campaign=dossier.campaign,
        marks=PageMarks.of(dossier),
        made_at=dossier.finalised_at,
        language=dossier.language,
    )
    return render_parts(lambda places: dossier_parts(dossier, places), titling, on_page)


def render_parts(
    parts_of: Callable[[Places], list[Part]], titling: Titling, on_page: OnPage = lambda _: None
) -> RenderedPdf:
    """The pages of any document; drawing its parts fills the places that ``parts_of`` is given."""
    register_faces()
    places: Places = {}
    content, notes = BytesIO(), LandmarkNotes()
    try:
        parts = parts_of(places)
        document = _document(titling, content, parts)
        document.landmarks = notes
        document.setProgressCallBack(lambda kind, value: on_page(value) if kind == "PAGE" else None)
        document.build(_story(parts), canvasmaker=canvas_dated(titling.made_at))
    except LayoutError as error:
        raise UserFacingError(TOO_BIG) from error
    return RenderedPdf(content.getvalue(), places, titling.made_at, tuple(notes.noted))


def _document(titling: Titling, content: BytesIO, parts: Sequence[Part]) -> BaseDocTemplate:
    document = new_document(
        content,
        title=titling.title,
        author=titling.author,
        subject=titling.subject,
        language=titling.language,
        keywords=[nfc(titling.campaign)],
    )
    document.addPageTemplates(_templates(titling.marks, parts))
    return document


def new_document(
    content: BytesIO, *, title: str, author: str, subject: str, language: str, keywords: Sequence[str] = ()
) -> BaseDocTemplate:
    """An empty document of the program's own look; it still wants its page templates."""
    return BaseDocTemplate(
        content,
        pagesize=decree30.PORTRAIT,
        title=nfc(title),
        author=nfc(author),
        subject=nfc(subject),
        keywords=list(keywords),
        creator=PRODUCER,
        producer=PRODUCER,
        lang=LANGUAGES.get(language, language),
        invariant=1,
        pageCompression=1,
        displayDocTitle=True,
        initialFontName=Face.REGULAR.value,
    )


def _templates(marks: PageMarks, parts: Sequence[Part]) -> list[DecreePage]:
    """Two for each part, upright and on its side, that count its pages together; the first page takes the first."""
    templates: list[DecreePage] = []
    for index, part in enumerate(parts):
        count = PageCount()
        both = [
            DecreePage(_portrait(index), decree30.PORTRAIT, count, marks),
            DecreePage(_landscape(index), decree30.LANDSCAPE, count, marks),
        ]
        templates += reversed(both) if part.runs[0].landscape else both
    return templates


def _portrait(index: int) -> str:
    return f"part-{index}"


def _landscape(index: int) -> str:
    return f"part-{index}-landscape"


def _story(parts: Sequence[Part]) -> list[Flowable]:
    story: list[Flowable] = []
    for index, part in enumerate(parts):
        for run in part.runs:
            template = (_landscape if run.landscape else _portrait)(index)
            story += [NextPageTemplate(template), PageBreak(), *run.flowables]
    return story[2:]  # the first page is open already


def canvas_dated(moment: datetime) -> Any:
    """reportlab's canvas, with the dossier's own time as the document's date instead of the clock's."""

    def make(*arguments: Any, **settings: Any) -> Canvas:
        canvas = Canvas(*arguments, pdfVersion=(1, 7), **settings)
        canvas.setDateFormatter(lambda *_: pdf_date(moment))
        return canvas

    return make


def pdf_date(moment: datetime) -> str:
    """ISO 32000-1, 7.9.4: D:20220325150405+07'00'."""
    zone = moment.strftime("%z") or "+0000"
    return f"D:{moment:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"
