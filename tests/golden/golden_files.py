"""What our documents say, kept as text to be compared: the words of every page, the cells of every sheet.

``python tests/golden/golden_files.py`` (``make golden``) writes them anew; git then shows what has changed.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from shipped_dossiers import SURVEY, empty, printed, shipped_office, typical

from cbc_desktop.documents.excel.workbook import render_workbook
from cbc_desktop.documents.pdf.pdfa import to_pdfa
from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.documents.printed_form import PrintedDossier

FOLDER = Path(__file__).parent / "expected"
_GAP = re.compile(r"[ \u00a0]{2,}")
_DIGEST = re.compile(r"\b[0-9a-f]{16,64}\b")
_ROW_NAME = re.compile(r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
_BLANK_LINES = re.compile(r"\n{3,}")


def golden_dossiers() -> dict[str, PrintedDossier]:
    """By name: every kind of document that leaves an office, filled in, empty, and marked."""
    with shipped_office() as office:
        filled, unanswered = typical(office), empty(office)
        return {
            "day-du": printed(office, filled),
            "khao-sat-thu-nghiem": printed(office, filled, SURVEY, trial=True),
            "de-trong-du-thao": replace(printed(office, unanswered), draft=True),
        }


def golden_texts(dossiers: Mapping[str, PrintedDossier]) -> dict[str, str]:
    """The contents of the golden files by their names in ``FOLDER``."""
    texts = {}
    for name, dossier in dossiers.items():
        texts[f"{name}.trang.txt"] = pages_as_text(to_pdfa(render_pdf(dossier), []))
        texts[f"{name}.bang.txt"] = cells_as_text(render_workbook(dossier))
    return {name: _ROW_NAME.sub("(mã dòng)", _DIGEST.sub("(mã băm)", text)) for name, text in texts.items()}


def pages_as_text(pdf: bytes) -> str:
    """Page by page as poppler lays it out, without its gaps and the letters of watermarks between the lines."""
    said = subprocess.run(["pdftotext", "-layout", "-nodiag", "-", "-"], input=pdf, capture_output=True, check=True)
    pages = said.stdout.decode().split("\f")[:-1]
    return "".join(f"==== trang {number}\n{_tidy(page)}\n" for number, page in enumerate(pages, start=1))


def _tidy(page: str) -> str:
    lines = (_GAP.sub("  ", line).strip() for line in page.splitlines())
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n")


def cells_as_text(workbook: bytes) -> str:
    """One line for every row with something in it: its number, and its cells up to the last that is filled."""
    book = load_workbook(BytesIO(workbook))
    return "".join(line for sheet in book.worksheets for line in _sheet(sheet))


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
    texts = golden_texts(golden_dossiers())
    for old in FOLDER.glob("*.txt"):
        if old.name not in texts:
            old.unlink()
    for name, text in texts.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
