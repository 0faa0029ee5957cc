"""Pictures of the pages of every document, to be looked at: ``python tests/golden/page_pictures.py`` (``make pages``).

All pages of those of ordinary size; of the huge one the first pages, and then one of fifty.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from golden_files import golden_documents
from shipped_dossiers import huge, printed, shipped_office

from cbc_desktop.documents.pdf.pdfa import to_pdfa
from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.documents.printed_form import PrintedDossier

FOLDER = Path("build/pages")
DOTS_PER_INCH = 60
FIRST_PAGES, STEP = 20, 50
HUGE = ("cong-van", "ke-hoach")


def main() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    for name, golden in golden_documents().items():
        _draw(_written(name, golden.dossier))
    with shipped_office() as office:
        dossier = huge(office)
        for name in HUGE:
            document = _written(f"{name}-rat-lon", printed(office, dossier, name))
            _draw(document, [*range(1, FIRST_PAGES), *range(FIRST_PAGES, _pages(document), STEP)])


def _written(name: str, dossier: PrintedDossier) -> Path:
    document = FOLDER / name / f"{name}.pdf"
    document.parent.mkdir(parents=True)
    document.write_bytes(to_pdfa(render_pdf(dossier), []))
    return document


def _draw(document: Path, pages: Iterable[int] = ()) -> None:
    """These pages, or all."""
    ranges = [["-f", str(page), "-l", str(page)] for page in pages] or [[]]
    for which in ranges:
        command = ["pdftoppm", "-r", str(DOTS_PER_INCH), "-png", *which, document, document.parent / "trang"]
        subprocess.run(command, check=True)


def _pages(document: Path) -> int:
    said = subprocess.run(["pdfinfo", document], capture_output=True, check=True, text=True).stdout
    return int(next(line.split()[1] for line in said.splitlines() if line.startswith("Pages:")))


if __name__ == "__main__":
    main()
