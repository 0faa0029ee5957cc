"""Short names for printed values and answers, so that the sample dossiers read like a filled-in form."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from cbc_desktop.documents.printed_form import (
    PrintedAnswer,
    PrintedColumn,
    PrintedRemark,
    PrintedTable,
    PrintedValue,
    ValueKind,
)


def _vietnamese(number: str) -> str:
    return number.replace(",", " ").replace(".", ",").replace(" ", ".")


def text(content: str) -> PrintedValue:
    return PrintedValue(ValueKind.TEXT, content, content)


def choice(label: str) -> PrintedValue:
    return PrintedValue(ValueKind.CHOICE, label, label)


def code(content: str) -> PrintedValue:
    return PrintedValue(ValueKind.CODE, content, content)


def file(name: str) -> PrintedValue:
    return PrintedValue(ValueKind.FILE, name, name)


def integer(number: int) -> PrintedValue:
    return PrintedValue(ValueKind.INTEGER, _vietnamese(f"{number:,}"), number)


def decimal(number: str) -> PrintedValue:
    value = Decimal(number)
    return PrintedValue(ValueKind.DECIMAL, _vietnamese(f"{value:,}"), value)


def day(iso: str) -> PrintedValue:
    value = date.fromisoformat(iso)
    return PrintedValue(ValueKind.DATE, value.strftime("%d/%m/%Y"), value)


def blank(kind: ValueKind = ValueKind.TEXT) -> PrintedValue:
    return PrintedValue(kind, "")


def answer(
    name: str, label: str, value: PrintedValue, *, unit: str = "", words: str = "", note: str = "", reason: str = ""
) -> PrintedAnswer:
    remarks = [PrintedRemark(title, said) for title, said in (("Ghi chú", note), ("Giải trình", reason)) if said]
    return PrintedAnswer(name, label, value, unit, words, tuple(remarks))


def column(name: str, label: str, kind: ValueKind = ValueKind.TEXT, *, unit: str = "", width: int = 0) -> PrintedColumn:
    return PrintedColumn(name, label, kind, unit, width)


def table(
    name: str,
    label: str,
    columns: list[PrintedColumn],
    rows: list[list[PrintedValue]],
    *,
    totals: list[PrintedValue] | None = None,
    unit_line: str = "",
    landscape: bool = False,
    note: str = "",
    words: str = "",
) -> PrintedTable:
    return PrintedTable(
        name,
        label,
        tuple(columns),
        tuple(tuple(row) for row in rows),
        tuple(totals or ()),
        unit_line,
        landscape,
        (PrintedRemark("Ghi chú", note),) if note else (),
        words,
    )
