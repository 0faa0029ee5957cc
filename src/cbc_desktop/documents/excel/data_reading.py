"""The answers of a dossier from the sheets for programs of its workbook, as they are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.documents.excel.data_layout import (
    COLUMN,
    DIGEST,
    FACT,
    FORMAT,
    INDEX,
    KEYS,
    MAGIC,
    REVISION,
    SHEET,
    column_name,
    lexical_of,
)
from cbc_desktop.documents.excel.reading import DAMAGED
from cbc_desktop.documents.excel.strangers import require_harmless
from cbc_desktop.documents.printed_form import DataColumn, DataRow, DataTable, ValueKind

NO_DATA = Message(
    "Tệp “{name}” không có các trang dữ liệu của chương trình này, nên không đọc được câu trả lời từ đó. Hãy dùng sổ "
    "tính trong gói hồ sơ; chưa có gì thay đổi.",
    "The file “{name}” has no data sheets of this program, so no answers can be read from it. Use the workbook of the "
    "package; nothing has changed.",
)
NEWER = Message(
    "Tệp “{name}” do phiên bản mới hơn của chương trình tạo ra. Hãy cập nhật chương trình rồi đọc lại; chưa có gì thay "
    "đổi.",
    "The file “{name}” was made by a newer version of the program. Update the program and read it again; nothing has "
    "changed.",
)

Texts = Sequence[str]


@dataclass(frozen=True, slots=True)
class DataBook:
    """What the sheets say of themselves, and the tables of each form by its id, the form itself first."""

    revision: int
    content_digest: Digest
    forms: Mapping[str, tuple[DataTable, ...]]


def read_data_sheets(content: bytes, name: str) -> DataBook:
    """Of a workbook from anybody; ``name`` is that of the file, for the person.

    Raises UserFacingError for what is no workbook, is larger than a stranger's may be, or lacks what its index names.
    """
    if not require_harmless(content, name):
        raise UserFacingError(NO_DATA.filled(name=name))
    return own_data_sheets(content, name)


def own_data_sheets(content: bytes, name: str) -> DataBook:
    """Of a workbook that was made here, however large; raises as above."""
    from openpyxl import load_workbook  # takes a quarter of a second, which the window's start does not wait for

    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        index = _rows(book[INDEX]) if INDEX in book.sheetnames else []
        magic, version, *_ = (*index[0], "", "") if index else ("", "")
        if (magic, version) == (MAGIC, FORMAT):
            return _read(book, index)
    except Exception as error:  # openpyxl raises nearly everything for files that are not as they should be
        raise UserFacingError(DAMAGED.filled(name=name)) from error
    raise UserFacingError((NEWER if magic == MAGIC else NO_DATA).filled(name=name))


def _read(book: Any, index: Sequence[Texts]) -> DataBook:
    facts = {row[1]: row[2] for row in index if row[0] == FACT}
    columns: dict[str, list[DataColumn]] = {}
    for row in index:
        if row[0] == COLUMN:
            columns.setdefault(row[1], []).append(DataColumn(row[2], ValueKind(row[3])))
    forms: dict[str, tuple[DataTable, ...]] = {}
    for row in index:
        if row[0] == SHEET:
            table = _table(_rows(book[row[1]]), row[4], columns.get(row[1], ()))
            forms[row[2]] = (*forms.get(row[2], ()), table)
    return DataBook(int(facts[REVISION]), Digest(facts[DIGEST]), forms)


def _table(rows: Sequence[Texts], path: str, columns: Iterable[DataColumn]) -> DataTable:
    """Columns are found by their names, rows without any text are none, but for the one row of a form itself."""
    columns = tuple(columns)
    header = {name: place for place, name in enumerate(rows[0])}
    places = [header[column_name(path, column)] for column in columns]
    rid, parent = (header[key] for key in KEYS)
    read = (DataRow(row[rid], row[parent], tuple(row[place] for place in places)) for row in rows[1:])
    return DataTable(path, columns, tuple(read))


def _rows(sheet: Any) -> list[Texts]:
    """All equally long."""
    rows = [[lexical_of(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    width = max(map(len, rows), default=0)
    return [[*row, *[""] * (width - len(row))] for row in rows]
