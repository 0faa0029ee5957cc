"""Reading finished PDFs back with poppler, a program that is not ours: pages as text, words with their places."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass

from lxml import etree
from printed_samples import dossier

from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.documents.printed_form import PrintedBlock, PrintedDossier, PrintedForm

WHITE_SPACE = re.compile(r"[\s\u00a0]+")


@dataclass(frozen=True)
class Word:
    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Page:
    """A page as poppler sees it; points from the upper left corner."""

    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def body(self) -> list[Word]:
        """The words between the top and bottom margin."""
        return [word for word in self.words if word.top > 50 and word.bottom < self.height - 50]

    @property
    def number(self) -> str:
        """What stands in the middle of the top margin, between the left margin of 30 mm and the right one of 15."""
        middle = (self.width + 15 * 72 / 25.4) / 2
        return "".join(
            word.text for word in self.words if word.bottom < 50 and abs((word.left + word.right) / 2 - middle) < 1
        )


def text_of(pdf: bytes, *options: str) -> str:
    """All text in reading order, every white space as one blank."""
    return WHITE_SPACE.sub(" ", _pdftotext(pdf, *options))


def page_texts(pdf: bytes) -> list[str]:
    return [WHITE_SPACE.sub(" ", page).strip() for page in _pdftotext(pdf, "-layout").split("\f")[:-1]]


def pages_of(pdf: bytes) -> list[Page]:
    root = etree.fromstring(_pdftotext(pdf, "-bbox").encode(), etree.HTMLParser(encoding="utf-8"))
    return [
        Page(float(page.get("width")), float(page.get("height")), tuple(map(_word, page.iter("word"))))
        for page in root.iter("page")
    ]


def printed(*blocks: PrintedBlock) -> bytes:
    """The pages of a dossier whose only form holds these blocks."""
    return render_pdf(with_blocks(*blocks)).content


def with_blocks(*blocks: PrintedBlock) -> PrintedDossier:
    return dossier(PrintedForm("mau", "I", "Biểu mẫu thử", blocks))


def _word(element: etree._Element) -> Word:
    left, top, right, bottom = (float(element.get(name)) for name in ("xmin", "ymin", "xmax", "ymax"))
    return Word(element.text or "", left, top, right, bottom)


def _pdftotext(pdf: bytes, *options: str) -> str:
    command = ["pdftotext", *options, "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
