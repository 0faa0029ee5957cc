"""The user guide on paper: everything is in it, and its contents, its outline and its links lead to the right pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.message import ENGLISH, LANGUAGES, VIETNAMESE
from cbc_desktop.documents.guide.book import Chapter, Guide, Line, lines_of, text_of
from cbc_desktop.documents.guide.reading import read_guide
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.documents.pdf.guide import render_guide

FOOTER = 60
"""Points from the edge of the paper; what stands above it is the guide's own."""
MOMENT = datetime(2022, 3, 25, 10, tzinfo=VIETNAM)


@pytest.fixture(scope="module")
def printed() -> bytes:
    return render_guide(read_guide(VIETNAMESE), "1.2.3", MOMENT)


@pytest.fixture(scope="module")
def pages(printed: bytes) -> list[str]:
    with PdfDocument(printed) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_largely_empty_and_none_ends_with_a_heading(language: str) -> None:
    guide = read_guide(language)
    headings = {one.text for chapter in guide.chapters.values() for one in chapter.headings()}
    with PdfDocument(render_guide(guide, "1.2.3", MOMENT)) as document:
        pages = list(document)
        for page in pages[1:-1]:
            tops = [thing.get_bounds()[1] for thing in page.get_objects()]
            lowest = min(bottom for bottom in tops if bottom > FOOTER)
            assert lowest - FOOTER < page.get_height() / 3, f"page {pages.index(page) + 1}"
            *_, last = page.get_textpage().get_text_bounded(bottom=FOOTER).strip().split("\n")
            assert last.strip() not in headings


def test_every_line_of_the_guide_is_in_it(pages: list[str]) -> None:
    text = squeezed("".join(pages))
    lines = [text_of(line) for chapter in read_guide(VIETNAMESE).chapters.values() for line in all_lines(chapter)]
    missing = [line for line in lines if not all(squeezed(word) in text for word in line.split())]
    assert missing == []
    assert "phiên bản 1.2.3" in pages[0]


def test_the_contents_name_the_page_on_which_each_chapter_begins(pages: list[str]) -> None:
    for number, chapter in enumerate(read_guide(VIETNAMESE).chapters.values(), 1):
        begins = next(page for page, text in enumerate(pages[1:], 2) if f"{number}. {chapter.title}" in text)
        assert f"{number}. {chapter.title} {begins}" in pages[0]


def test_chapters_and_sections_are_in_the_outline(printed: bytes) -> None:
    with pikepdf.open(BytesIO(printed)) as pdf, pdf.open_outline() as outline:
        told = [(item.title, [below.title for below in item.children]) for item in outline.root]
    chapters = read_guide(VIETNAMESE).chapters.values()
    assert told == [
        (f"{number}. {chapter.title}", [one.text for one in chapter.headings()])
        for number, chapter in enumerate(chapters, 1)
    ]


def test_links_stay_in_the_document_and_all_fonts_are_in_it(printed: bytes) -> None:
    with pikepdf.open(BytesIO(printed)) as pdf:
        links = [note for page in pdf.pages for note in page.get("/Annots", ())]
        assert links
        assert all("/Dest" in link and "/A" not in link for link in links)
        fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
        assert all("+Liberation" in font for font in fonts)


def test_the_same_guide_gives_the_same_bytes() -> None:
    guide = Guide(ENGLISH, {Topic.PREVIEW: read_guide(ENGLISH).chapters[Topic.PREVIEW]})
    assert render_guide(guide, "1", MOMENT) == render_guide(guide, "1", MOMENT)


def all_lines(chapter: Chapter) -> Iterator[Line]:
    return (line for block in chapter.blocks for line in lines_of(block))


def squeezed(text: str) -> str:
    return "".join(text.split())
