"""The sums in the workbook over many offices: a spreadsheet comes to ours, whatever the groups are called."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from test_excel_in_libreoffice import converted, without_results

from cbc_desktop.base.digests import Digest
from cbc_desktop.documents.consolidated_book import BookColumn, BookSheet, ConsolidatedBook, Form, Place, SumOf
from cbc_desktop.documents.excel.consolidated import render_consolidated

CALLED = (">0", "=1", "<>", "*", "?", "a", "A", "a*", "~*", ".*", "1", "01", "a" * 300, 'nói "có"')
FIRST_ROW = 5


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice Calc is not installed")
def test_libreoffice_adds_up_what_is_called_exactly_so(tmp_path: Path) -> None:
    behind = [(name, Decimal(2**number)) for number, name in enumerate(CALLED)]
    first, count = Place("behind", 0), len(behind)
    sums = [(name, SumOf(value, first, count, column=1, alike=(0, 0))) for name, value in behind]
    columns = (BookColumn("Nhóm", 30), BookColumn("Giá trị", 15, Form.NUMBER))
    book = ConsolidatedBook(
        *(
            "Tổng hợp",
            "Tổng hợp",
            "Vụ",
            "vi",
            False,
            datetime(2022, 4, 1, tzinfo=UTC),
            Digest.of(b""),
            (),
            "xem tệp",
            "Tra cứu",
        ),
        sheets=(
            BookSheet("sums", "So sánh", "", columns, sums),
            BookSheet("behind", "Cơ quan đứng sau", "", columns, behind),
        ),
    )
    converted(without_results(render_consolidated(book)), "xlsx:Calc MS Excel 2007 XML", tmp_path)
    recalculated = load_workbook(tmp_path / "out" / "so.xlsx", data_only=True)["So sánh"]
    assert [row[1] for row in recalculated.iter_rows(min_row=FIRST_ROW, values_only=True)] == [
        value for _, value in behind
    ]
