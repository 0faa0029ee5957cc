"""The hidden sheets for programs: an index, and for each form and each of its tables the answers as they are kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from cbc_desktop.documents.excel.cells import NUMERIC, TEXT_FORMAT, require_holdable
from cbc_desktop.documents.excel.data_layout import (
    COLUMN,
    DIGEST,
    FACT,
    FORMAT,
    INDEX,
    MAGIC,
    REVISION,
    SHEET,
    cell_text,
    figure,
    header_of,
)
from cbc_desktop.documents.excel.plan import LONGEST_NAME, SheetNames
from cbc_desktop.documents.excel.protection import protect
from cbc_desktop.documents.excel.style import NORMAL, Looks
from cbc_desktop.documents.printed_form import DataTable, PrintedDossier, PrintedForm, ValueKind

_WIDTH = 18


@dataclass(frozen=True, slots=True)
class PlannedData:
    """One sheet for programs."""

    name: str
    form: PrintedForm
    table: DataTable


def planned_data(dossier: PrintedDossier, names: SheetNames) -> tuple[PlannedData, ...]:
    """``data-phieu`` for a form, ``data-phieu-t1`` for a table: whatever the language, and however it is titled."""
    return tuple(
        PlannedData(names.name_for("", _name(form, table)), form, table)
        for form in dossier.forms
        for table in form.data
    )


def fill_data(book: Workbook, dossier: PrintedDossier, plan: Sequence[PlannedData]) -> None:
    if not plan:
        return
    index = _hidden(book, INDEX)
    looks = Looks(index)
    for row, texts in enumerate(_index(dossier, plan), 1):
        _put_row(index, looks, row, texts)
    for planned in plan:
        _fill_table(_hidden(book, planned.name), planned.table)


def _name(form: PrintedForm, table: DataTable) -> str:
    ending = "" if table is form.data[0] else f"-{table.path.rpartition('/')[2]}"
    return f"{INDEX}-{form.form_id}"[: LONGEST_NAME - len(ending)].rstrip("-") + ending


def _hidden(book: Workbook, name: str) -> Worksheet:
    """Hidden, so that people are not in its way, but anybody may show it."""
    sheet = book.create_sheet(name)
    sheet.sheet_state = "hidden"
    sheet.freeze_panes = "A2"
    sheet.sheet_format.defaultColWidth = _WIDTH
    protect(sheet)
    return sheet


def _index(dossier: PrintedDossier, plan: Sequence[PlannedData]) -> Iterator[tuple[str, ...]]:
    yield MAGIC, FORMAT
    yield FACT, REVISION, str(dossier.revision)
    yield FACT, DIGEST, str(dossier.content_digest)
    for planned in plan:
        form, table = planned.form, planned.table
        yield SHEET, planned.name, form.form_id, form.version, table.path
        for column in table.columns:
            yield COLUMN, planned.name, column.path, column.kind.value


def _fill_table(sheet: Worksheet, table: DataTable) -> None:
    looks = Looks(sheet)
    _put_row(sheet, looks, 1, header_of(table))
    kinds = [ValueKind.CODE, ValueKind.CODE, *(column.kind for column in table.columns)]
    for number, row in enumerate(table.rows, 2):
        for place, (kind, lexical) in enumerate(zip(kinds, (row.rid, row.parent, *row.values), strict=True), 1):
            if lexical:
                _put(sheet.cell(number, place), looks, lexical, kind)


def _put_row(sheet: Worksheet, looks: Looks, row: int, texts: Sequence[str]) -> None:
    for column, text in enumerate(texts, 1):
        _put(sheet.cell(row, column), looks, text, ValueKind.CODE)


def _put(cell: Cell, looks: Looks, lexical: str, kind: ValueKind) -> None:
    number = figure(lexical) if kind in NUMERIC else None
    if number is not None:
        cell.value = number
        return
    require_holdable(lexical, cell.parent.title)
    cell.value = cell_text(lexical)
    cell.data_type = "s"
    looks.put_on(cell, NORMAL, TEXT_FORMAT)
