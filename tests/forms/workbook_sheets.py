"""The sheets of a form's workbook as its owner sees them in Excel, read without pyxform."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

Row = dict[str, str]


def read_sheet(workbook: Path, name: str) -> list[Row]:
    """The rows by column name, blank cells left out."""
    header, *rows = load_workbook(workbook)[name].iter_rows(values_only=True)
    return [{str(column): str(cell) for column, cell in zip(header, row, strict=True) if cell} for row in rows]


def with_paths(rows: list[Row]) -> dict[str, Row]:
    """The rows of the survey sheet by their path below /data."""
    found: dict[str, Row] = {}
    around: list[str] = []
    for row in rows:
        if row["type"].startswith("end "):
            around.pop()
            continue
        found["/".join([*around, row["name"]])] = row
        if row["type"].startswith("begin "):
            around.append(row["name"])
    return found
