"""The letterhead of every agency that was asked, as it stands on paper: broken where the register says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import groupby
from pathlib import Path

import pytest
from pdf_reading import Page, pages_of
from printed_samples import cover_letter
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate

from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.document import document_parts
from cbc_desktop.documents.pdf.fonts import Face, register_faces
from cbc_desktop.documents.pdf.head import AGENCY_ROOM
from cbc_desktop.documents.printed_form import OfficialDocument
from cbc_desktop.forms.agencies import AgencyRegister

REGISTER = Path(__file__).parents[2] / "forms" / "837-btttt-cbc" / "agencies.csv"
ASKED = AgencyRegister.of_csv(REGISTER.read_bytes()).respondents(date(2022, 3, 9))
MM = 72 / 25.4
COLUMN_LEFT, COLUMN_RIGHT = 30 * MM, 99 * MM
SLACK = 1.5  # points; poppler measures letters with their side bearings


def first_pages(letters: Sequence[OfficialDocument]) -> list[Page]:
    """All letters in one document, because fonts and poppler take longer to begin than a page takes."""
    register_faces()
    area = (decree30.LEFT, decree30.BOTTOM, decree30.PORTRAIT_WIDTH, decree30.PORTRAIT_HEIGHT)
    page = PageTemplate(frames=[Frame(*area, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)])
    story = [part for letter in letters for part in (*document_parts(letter, {})[0].runs[0].flowables, PageBreak())]
    content = BytesIO()
    BaseDocTemplate(content, pageTemplates=[page], initialFontName=Face.REGULAR.value).build(story)
    return pages_of(content.getvalue())


def letter_of(agency: str, *lines: str) -> OfficialDocument:
    return replace(cover_letter(), agency=agency, letterhead=lines)


def letterhead(page: Page) -> list[tuple[str, float]]:
    """The lines of the left column above the subject, each with its width in points."""
    subject = next(word.top for word in page.body if word.text == "V/v")
    words = [word for word in page.body if word.right < COLUMN_RIGHT and word.top < subject - SLACK]
    lines = [list(line) for _, line in groupby(words, key=lambda word: round(word.top))]
    return [(" ".join(word.text for word in line), line[-1].right - line[0].left) for line in lines]


def test_the_letterhead_of_every_agency_has_the_lines_of_the_register_and_fits_its_column() -> None:
    pages = first_pages([letter_of(agency.name_vi, *agency.letterhead) for agency in ASKED])
    assert len(pages) == len(ASKED) == 93
    for agency, page in zip(ASKED, pages, strict=True):
        lines = letterhead(page)
        assert [text for text, _ in lines] == [line.upper() for line in agency.letterhead]
        assert max(width for _, width in lines) <= AGENCY_ROOM + SLACK


@pytest.mark.parametrize("lines", [(), ("Viện Nghiên cứu lịch sử tỉnh Mẫu",)])
def test_a_name_without_lines_of_its_own_is_broken_into_lines_that_fit(lines: tuple[str, ...]) -> None:
    (page,) = first_pages([letter_of("Viện Nghiên cứu lịch sử tỉnh Mẫu", *lines)])
    found = letterhead(page)
    assert " ".join(text for text, _ in found) == "VIỆN NGHIÊN CỨU LỊCH SỬ TỈNH MẪU"
    assert max(width for _, width in found) <= AGENCY_ROOM + SLACK
    assert len(found) == 2
