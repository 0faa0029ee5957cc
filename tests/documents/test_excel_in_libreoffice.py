"""LibreOffice, which shares no code with us, reads every value of the workbook."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from printed_samples import dossier, large_dossier
from printed_values import answer, column, decimal, table, text

from cbc_desktop.documents.excel.data_reading import read_data_sheets
from cbc_desktop.documents.excel.workbook import render_workbook
from cbc_desktop.documents.printed_form import (
    DataColumn,
    DataRow,
    DataTable,
    PrintedAnswer,
    PrintedDossier,
    PrintedForm,
    PrintedTable,
    PrintedValue,
    ValueKind,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice Calc is not installed"),
]

AS_SHOWN_ON_EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
RESULT = re.compile(rb"(</f>)<v>[^<]*</v>")


def converted(workbook: bytes, kind: str, folder: Path) -> None:
    """What LibreOffice in Vietnam makes of the workbook lies beside it, in the folder ``out``."""
    (folder / "so.xlsx").write_bytes(workbook)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(folder / "out"),
            str(folder / "so.xlsx"),
        ],
        env={**os.environ, "LC_ALL": "vi_VN.UTF-8"},
        check=True,
        capture_output=True,
        timeout=120,
    )


def sheets_read_by_libreoffice(printed: PrintedDossier, folder: Path) -> list[list[list[str]]]:
    """The rows of every sheet after the guide, as LibreOffice shows them, which has to calculate by itself."""
    converted(without_results(render_workbook(printed)), AS_SHOWN_ON_EVERY_SHEET, folder)
    files = (folder / "out").glob("so-*.csv")
    return [list(csv.reader(StringIO(path.read_text("utf-8"), newline=""))) for path in files]


def without_results(workbook: bytes) -> bytes:
    """Else LibreOffice would believe what the file says of its formulas."""
    content = BytesIO()
    with ZipFile(BytesIO(workbook)) as source, ZipFile(content, "w") as target:
        for name in source.namelist():
            target.writestr(name, RESULT.sub(rb"\1", source.read(name)))
    return content.getvalue()


def shown(value: PrintedValue) -> str | Decimal:
    return Decimal(value.value) if isinstance(value.value, int | Decimal) else value.text


def understood(cell: str, expected: str | Decimal) -> str | Decimal:
    return Decimal(cell.replace(".", "").replace(",", ".")) if isinstance(expected, Decimal) and cell else cell


def test_libreoffice_reads_every_answer_and_every_row(tmp_path: Path) -> None:
    sheets = sheets_read_by_libreoffice(large_dossier(), tmp_path)
    rows = [row for sheet in sheets for row in sheet]
    by_code = {row[0]: row for row in rows if row and row[0]}
    for form in large_dossier().forms:
        for block in form.blocks:
            if isinstance(block, PrintedAnswer):
                assert understood(by_code[block.id][2], shown(block.value)) == shown(block.value)
            if isinstance(block, PrintedTable):
                assert_table_is_read(block, sheets)


def assert_table_is_read(table: PrintedTable, sheets: list[list[list[str]]]) -> None:
    sheet = next(rows for rows in sheets if rows[0][0] == table.label)
    rows = [*table.rows, *([table.totals] if table.totals else [])]
    for read, row in zip(sheet[4 : 4 + len(rows)], rows, strict=True):
        expected = [shown(value) for value in row]
        assert [understood(cell, wanted) for cell, wanted in zip(read, expected, strict=True)] == expected


def test_libreoffice_takes_nothing_for_a_formula_and_nothing_for_an_escape(tmp_path: Path) -> None:
    typed = ["=1+1", "+1", "-1", "@A1", "_x000D_", "_x0041_bc", '=HYPERLINK("http://example")']
    blocks = tuple(answer(f"q{number}", "Câu hỏi", text(content)) for number, content in enumerate(typed))
    sheets = sheets_read_by_libreoffice(dossier(PrintedForm("mau", "", "Biểu mẫu", blocks)), tmp_path)
    answers = next(rows for rows in sheets if rows[0][0] == "Biểu mẫu")
    assert [row[2] for row in answers[4:]] == typed


def test_what_libreoffice_saves_still_holds_the_answers_for_programs_and_leads_where_it_led(tmp_path: Path) -> None:
    columns = (DataColumn("/data/t/ten", ValueKind.TEXT), DataColumn("/data/t/tien", ValueKind.DECIMAL))
    kept = (("=1+1", "12.50"), (" a\nb ", "0.1"), ("01", "-3"), ("", ""))
    data = DataTable("/data/t", columns, tuple(DataRow(f"r{number}", "", row) for number, row in enumerate(kept)))
    shown = table("t", "Biểu", [column("tien", "Tiền", ValueKind.DECIMAL)], [[decimal("0.1")]], totals=[decimal("0.1")])
    printed = dossier(PrintedForm("mau", "", "Biểu mẫu", (shown,), "1", (data,)))
    converted(render_workbook(printed), "xlsx", tmp_path)
    saved = (tmp_path / "out" / "so.xlsx").read_bytes()
    assert read_data_sheets(saved, "so.xlsx").forms == {"mau": (data,)}
    book = load_workbook(BytesIO(saved))
    assert book["Cau tra loi"]["C5"].hyperlink.location == "'Bieu'!A1"
    assert book["Bieu"]["A6"].value == "=SUM(A5:A5)"
    assert (book["data"].sheet_state, book["Bieu"].protection.sheet) == ("hidden", True)
    assert {"content_digest", "table_mau_t", "total_mau_t_tien"} <= book.defined_names.keys()
