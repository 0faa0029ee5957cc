"""Pages of the document, against pages that hold one plain table."""

from __future__ import annotations

from io import BytesIO

from pikepdf import Pdf
from reportlab.platypus import SimpleDocTemplate, Table
from tests.bench.material import Material
from tests.bench.measuring import Comparison, compared

from cbc_desktop.documents.pdf.rendering import render_pdf

ROWS = 600


def comparison(material: Material) -> Comparison:
    def render() -> bytes:
        return render_pdf(material.printed).content

    return compared(
        "print the document",
        "page",
        "reportlab: a bare table",
        render,
        _bare_table,
        ours_units=_pages(render()),
        least_units=_pages(_bare_table()),
    )


def _bare_table() -> bytes:
    content = BytesIO()
    rows = [[f"Row {row}", "some text in a cell", str(row * 1000), "2022-03-25"] for row in range(ROWS)]
    SimpleDocTemplate(content).build([Table(rows, repeatRows=1)])
    return content.getvalue()


def _pages(content: bytes) -> int:
    with Pdf.open(BytesIO(content)) as pdf:
        return len(pdf.pages)
