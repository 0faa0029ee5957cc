"""What our documents say, kept as text to be compared: the words of every page, the cells of every sheet.

``python tests/golden/golden_files.py`` (``make golden``) writes them anew; git then shows what has changed.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from shipped_dossiers import deciding, empty, printed, shipped_office, typical

from cbc_desktop.documents.excel.workbook import render_workbook
from cbc_desktop.documents.pdf.pdfa import to_pdfa
from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.documents.printed_form import PrintedDossier

FOLDER = Path(__file__).parent / "expected"
_GAP = re.compile(r"[ \u00a0]{2,}")
_DIGEST = re.compile(r"\b[0-9a-f]{16,64}\b")
_ROW_NAME = re.compile(r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
_NUMBERED = re.compile(r"==== trang \d+\n\d+\b")
_BLANK_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class Golden:
    """``whole``: all pages are kept, else those of the document and the first of what is attached to it.

    ``sheets``: the cells of the workbook are kept too, ``hidden`` sheets with them.
    """

    dossier: PrintedDossier
    whole: bool = False
    sheets: bool = False
    hidden: bool = False


@cache
def golden_documents() -> dict[str, Golden]:
    """By name: every kind of document that leaves an office, filled in and empty, final and marked."""
    with shipped_office() as office:
        filled, unanswered = typical(office), empty(office)
        documents = {
            "cong-van": Golden(printed(office, filled, "cong-van"), whole=True, sheets=True, hidden=True),
            "bao-cao-du-thao": Golden(printed(office, filled, "bao-cao", draft=True)),
            "khao-sat-thu-nghiem": Golden(printed(office, filled, "khao-sat", trial=True)),
            "ke-hoach": Golden(printed(office, filled, "ke-hoach"), whole=True),
            "quyet-dinh": Golden(printed(office, deciding(filled), "quyet-dinh")),
        }
        drafts = {
            f"{name}-trong": Golden(
                printed(office, unanswered, name, draft=True), whole=name == "cong-van", sheets=name == "cong-van"
            )
            for name in ("cong-van", "khao-sat", "bao-cao", "ke-hoach", "quyet-dinh")
        }
        return documents | drafts


def golden_texts(documents: Mapping[str, Golden]) -> dict[str, str]:
    """The contents of the golden files by their names in ``FOLDER``."""
    texts = {}
    for name, golden in documents.items():
        pages = pages_as_text(to_pdfa(render_pdf(golden.dossier), []))
        texts[f"{name}.trang.txt"] = "".join(pages if golden.whole else _first_pages(pages))
        if golden.sheets:
            texts[f"{name}.bang.txt"] = cells_as_text(render_workbook(golden.dossier), hidden=golden.hidden)
    return {name: _ROW_NAME.sub("(mã dòng)", _DIGEST.sub("(mã băm)", text)) for name, text in texts.items()}


def _first_pages(pages: Sequence[str]) -> Sequence[str]:
    """Of the first part, and the first page of the second: each part's first page has no number."""
    begins = [place for place, page in enumerate(pages) if not _NUMBERED.match(page)]
    return pages[: begins[1] + 1] if begins[1:] else pages


def pages_as_text(pdf: bytes) -> list[str]:
    """Page by page as poppler lays it out, without its gaps and without watermarks.

    With each watermark it drops the word that is drawn next, the first of the mark in the top margin.
    """
    said = subprocess.run(["pdftotext", "-layout", "-nodiag", "-", "-"], input=pdf, capture_output=True, check=True)
    pages = said.stdout.decode().split("\f")[:-1]
    return [f"==== trang {number}\n{_tidy(page)}\n" for number, page in enumerate(pages, start=1)]


def _tidy(page: str) -> str:
    lines = (_GAP.sub("  ", line).strip() for line in page.splitlines())
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n")


def cells_as_text(workbook: bytes, *, hidden: bool) -> str:
    """One line for every row with something in it: its number, and its cells up to the last that is filled."""
    sheets = load_workbook(BytesIO(workbook)).worksheets
    shown = (sheet for sheet in sheets if hidden or sheet.sheet_state == "visible")
    return "".join(line for sheet in shown for line in _sheet(sheet))


def _sheet(sheet: Worksheet) -> Iterator[str]:
    state = "" if sheet.sheet_state == "visible" else f" ({sheet.sheet_state})"
    yield f"==== {sheet.title}{state}\n"
    for number, row in enumerate(sheet.iter_rows(), start=1):
        if shown := " | ".join(map(_shown, row)).rstrip(" |"):
            yield f"{number}: {shown}\n"


def _shown(cell: Cell) -> str:
    """Text as it is, numbers and dates with the format in which they are seen."""
    if isinstance(cell.value, str | None):
        return (cell.value or "").replace("\n", " / ")
    return f"{cell.value}" if cell.number_format == "General" else f"{cell.value} [{cell.number_format}]"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    texts = golden_texts(golden_documents())
    for old in FOLDER.glob("*.txt"):
        if old.name not in texts:
            old.unlink()
    for name, text in texts.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
