"""How the sheets for programs are laid out: what their index says, and how an answer is kept in a cell and found again.

A table begins with a header: ``cbc:rid``, ``cbc:parent``, then the paths of the questions below the table's own path.
The index ``data`` says by rows of texts, the first of which tells their kind, what each sheet and each column holds.
"""

from __future__ import annotations

import re
from decimal import Decimal

from cbc_desktop.documents.printed_form import DataColumn, DataTable

INDEX = "data"
MAGIC, FORMAT = "cbc-desktop data sheets", "1"
FACT, SHEET, COLUMN = "fact", "sheet", "column"
"""``fact | name | text``, ``sheet | name | form | version | path``, ``column | sheet | path | kind``."""
REVISION, DIGEST = "revision", "content_digest"
RID, PARENT = "cbc:rid", "cbc:parent"
KEYS = (RID, PARENT)

_EXACT = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]*[1-9])?")
_EXACT_DIGITS = 15
_WRITTEN_OTHERWISE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)|\r")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def header_of(table: DataTable) -> tuple[str, ...]:
    return (*KEYS, *(column_name(table.path, column) for column in table.columns))


def column_name(table_path: str, column: DataColumn) -> str:
    return column.path.removeprefix(f"{table_path}/")


def figure(lexical: str) -> Decimal | None:
    """The number that a cell holds and of which nothing but ``lexical`` can be made again; None where it stays text."""
    if not _EXACT.fullmatch(lexical) or lexical == "-0":
        return None
    return Decimal(lexical) if sum(map(str.isdigit, lexical)) <= _EXACT_DIGITS else None


def lexical_of(value: object) -> str:
    """What ``figure`` or ``cell_text`` was made of; "" for an empty cell."""
    if isinstance(value, int | float):
        number = Decimal(repr(value))
        return format(number.quantize(Decimal(1)) if number == number.to_integral_value() else number, "f")
    return "" if value is None else _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))


def cell_text(lexical: str) -> str:
    """As a workbook writes it: what looks escaped is escaped, and so is a carriage return (ECMA-376, 22.9.2.19)."""
    return _WRITTEN_OTHERWISE.sub(lambda found: f"_x{ord(found.group()):04X}_", lexical)
