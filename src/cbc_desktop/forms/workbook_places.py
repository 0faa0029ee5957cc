"""Where in the workbook a thing was written: the row of each question, and findings given that place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from cbc_desktop.base.findings import Finding

Row = Mapping[str, str]

_ATTRIBUTE_COLUMNS = {
    "calculate": "calculation",
    "setvalue": "default",
    "nodeset": "name",
    "jr:requiredMsg": "required_message",
    "jr:constraintMsg": "constraint_message",
}
_COUNT = "_count"
"""What pyxform adds to the name of a repeat for the node that calculates its ``repeat_count``."""
_PYXFORM_ROW = re.compile(r"\[row : (\d+)\]")
_PYXFORM_SHEET = re.compile(r"'(survey|choices|settings|external_choices|entities|osm)' sheet")


@dataclass(frozen=True, slots=True)
class WorkbookPlaces:
    """``rows`` gives the row of the survey sheet (the header is row 1) of each generic path."""

    workbook: str = ""
    rows: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of_survey(cls, workbook: str, survey: Sequence[Row], root: str) -> WorkbookPlaces:
        return cls(workbook, dict(_paths(survey, root)))

    def placed(self, finding: Finding) -> Finding:
        """The finding with the place an owner sees in Excel, when ``where`` begins with a known path."""
        return replace(finding, where=self.of(finding.where) or f"{self.workbook}: {finding.where}")

    def of(self, where: str) -> str:
        """The cell of a path and an attribute; "" when they stand in no row."""
        path, _, attribute = where.partition(" ")
        if path not in self.rows and path.endswith(_COUNT) and attribute == "calculate":
            path, attribute = path.removesuffix(_COUNT), "repeat_count"
        row = self.rows.get(path)
        if row is None:
            return ""
        column = attribute.replace("cbc:", "bind::cbc:")
        return self.cell("survey", row, _ATTRIBUTE_COLUMNS.get(column, column))

    def cell(self, sheet: str, row: int, column: str) -> str:
        return f"{self.workbook} [{sheet}, {row}{f', {column}' if column else ''}]"

    def of_pyxform(self, text: str) -> str:
        """The place that pyxform's own message names."""
        place = place_of_pyxform(text)
        return self.cell(*place, "") if place else self.workbook


def place_of_pyxform(text: str) -> tuple[str, int] | None:
    """The sheet and the row that pyxform's own message names."""
    row, sheet = _PYXFORM_ROW.search(text), _PYXFORM_SHEET.search(text)
    return (sheet[1] if sheet else "survey", int(row[1])) if row else None


def without_row(text: str) -> str:
    """pyxform's message, for who says the row in other words."""
    return _PYXFORM_ROW.sub("", text)


def _paths(survey: Sequence[Row], root: str) -> list[tuple[str, int]]:
    found, stack = [], [f"/{root}"]
    for number, row in enumerate(survey, start=2):
        kind = " ".join(row.get("type", "").replace("_", " ").split())
        if kind.startswith("end ") and len(stack) > 1:
            stack.pop()
        elif name := row.get("name"):
            path = f"{stack[-1]}/{name}"
            found.append((path, number))
            if kind in ("begin group", "begin repeat"):
                stack.append(path)
    return found
