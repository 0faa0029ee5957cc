"""Words on the pages of a document: without accents, over the ends of lines, page after page as they are read."""

from __future__ import annotations

from io import BytesIO

import pytest
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from cbc_desktop.documents.pdf.fonts import Face, register_faces
from cbc_desktop.ui.preview.page_text import Hit, PageText
from cbc_desktop.ui.preview.pdf import opened_pdf

LINES = (("Tổ chức Hội nghị", "sơ kết Đề án"), ("Không nói gì về việc đó",), ("HỘI NGHỊ và hội   nghị",))


@pytest.fixture
def text(qapp: QApplication) -> PageText:
    """Three pages, of which none has been read."""
    register_faces()
    content = BytesIO()
    canvas = Canvas(content, invariant=1, initialFontName=Face.REGULAR.value)
    for lines in LINES:
        canvas.setFont(Face.REGULAR.value, 12)
        for number, line in enumerate(lines):
            canvas.drawString(72, 700 - 20 * number, line)
        canvas.showPage()
    canvas.save()
    return PageText(opened_pdf(content.getvalue(), qapp))


@pytest.mark.parametrize(
    ("words", "pages"),
    [("hoi nghi", [0, 2, 2]), ("HỘI  NGHỊ", [0, 2, 2]), ("nghị sơ kết", [0]), ("de an", [0]), (".", []), ("  ", [])],
)
def test_words_are_found_as_people_type_them(text: PageText, words: str, pages: list[int]) -> None:
    text.read_on(60)
    assert text.complete
    assert [hit.page for hit in text.find(words)] == pages


def test_what_was_found_stays_the_beginning_of_what_is_found_later(text: PageText) -> None:
    assert text.find("hoi nghi") == []
    text.read_on(0)
    assert not text.complete
    first = text.find("hoi nghi")
    assert [hit.page for hit in first] == [0]
    text.read_on(60)
    assert text.find("hoi nghi")[:1] == first


def test_a_hit_over_two_lines_has_two_boxes(text: PageText) -> None:
    text.read_on(60)
    (hit,) = text.find("nghi so ket")
    upper, lower = text.boxes(hit)
    assert upper.bottom() <= lower.top() + 1
    assert text.boxes(Hit(0, hit.start, 4))[0].width() < upper.width() + 1
