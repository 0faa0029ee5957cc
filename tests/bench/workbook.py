"""Rows of the workbook, against rows that openpyxl only writes."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook, load_workbook
from tests.bench.material import Material
from tests.bench.measuring import Comparison, compared

from cbc_desktop.documents.excel.workbook import render_workbook


def comparison(material: Material) -> Comparison:
    book = load_workbook(BytesIO(render_workbook(material.printed)), read_only=True)
    sheets = [list(sheet.iter_rows(values_only=True)) for sheet in book]
    rows = sum(map(len, sheets))

    def write_only() -> None:
        bare = Workbook(write_only=True)
        for sheet in sheets:
            added = bare.create_sheet()
            for row in sheet:
                added.append(row)
        bare.save(BytesIO())

    return compared(
        "write the workbook",
        "row",
        "openpyxl, write-only, the same cells",
        lambda: render_workbook(material.printed),
        write_only,
        ours_units=rows,
        least_units=rows,
    )
