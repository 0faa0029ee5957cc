"""A long table on paper: against reportlab's own table of the same cells, and as it grows."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import cycle, islice

from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import SimpleDocTemplate, Table
from tests.bench.material import Material
from tests.bench.measuring import MEBIBYTES, Comparison, compared, most_memory

from cbc_desktop.documents.excel.workbook import render_workbook
from cbc_desktop.documents.pdf.pdfa import to_pdfa
from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.documents.printed_form import PrintedDossier, PrintedTable

ROWS = 500
MORE_ROWS = (1_000, 2_000)
PRINTED, BARE = "printed", "bare"
FLOOR = "reportlab: a table of the same cells"


def comparisons(material: Material) -> Iterator[Comparison]:
    dossiers = {rows: _with_rows(material.printed, rows) for rows in (ROWS, *MORE_ROWS)}
    small = dossiers[ROWS]
    yield compared(
        f"print {ROWS} rows",
        "row",
        FLOOR,
        lambda: _printed(small),
        lambda: _bare(small),
        ours_units=ROWS,
        least_units=ROWS,
    )
    for rows in MORE_ROWS:
        for what, work in (("print", _printed), ("write the workbook of", render_workbook)):
            yield compared(
                f"{what} {rows} rows",
                "row",
                f"{ROWS} rows",
                lambda do=work, dossier=dossiers[rows]: do(dossier),
                lambda do=work: do(small),
                ours_units=rows,
                least_units=ROWS,
            )
    yield _memory(dossiers[MORE_ROWS[-1]])


def _with_rows(dossier: PrintedDossier, rows: int) -> PrintedDossier:
    """The dossier with only its longest table, grown to so many rows."""
    form, table = max(
        ((form, block) for form in dossier.forms for block in form.blocks if isinstance(block, PrintedTable)),
        key=lambda pair: len(pair[1].rows) * len(pair[1].columns),
    )
    grown = replace(table, rows=tuple(islice(cycle(table.rows), rows)))
    return replace(dossier, forms=(replace(form, blocks=(grown,)),))


def _memory(dossier: PrintedDossier) -> Comparison:
    """The most that a new process ever holds, the libraries included."""
    ours, least = (_most_memory(way, dossier) for way in (PRINTED, BARE))
    return Comparison(f"memory to print {MORE_ROWS[-1]} rows", "process", FLOOR, ours, least, MEBIBYTES)


def _most_memory(way: str, dossier: PrintedDossier) -> float:
    """In bytes."""
    command = [sys.executable, "-m", __name__, way]
    done = subprocess.run(command, input=pickle.dumps(dossier), capture_output=True, check=True)
    return float(done.stdout)


def _printed(dossier: PrintedDossier) -> bytes:
    return to_pdfa(render_pdf(dossier), [])


def _bare(dossier: PrintedDossier) -> bytes:
    """No wrapping of words, no fonts of ours: what reportlab does at least."""
    (table,) = (block for block in dossier.forms[0].blocks if isinstance(block, PrintedTable))
    cells = [[column.label for column in table.columns], *([value.text for value in row] for row in table.rows)]
    content = BytesIO()
    SimpleDocTemplate(content, pagesize=landscape(A4)).build([Table(cells, repeatRows=1)])
    return content.getvalue()


WAYS = {PRINTED: _printed, BARE: _bare}


def main(way: str) -> None:
    """Does it in this process, and says how much memory that took."""
    WAYS[way](pickle.load(sys.stdin.buffer))
    print(most_memory())


if __name__ == "__main__":
    main(sys.argv[1])
