"""Every answer of a campaign's sample as a Vietnamese reader must find it, worked out from the workbook and the JSON.

Nothing of the program is used: openpyxl reads the form, json the sample, lxml the names of rows in the submission.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from lxml import etree
from openpyxl import load_workbook

LABEL = "label::Tiếng Việt (vi)"


@dataclass(frozen=True)
class Expected:
    """What must be found: the texts of one answer, or of one row of a table, with the place for messages."""

    place: str
    texts: tuple[str, ...]


class SampleForm:
    """One form of a campaign with its sample; ``submission`` gives the codes of rows that other rows choose."""

    def __init__(self, campaign: Path, form_id: str, submission: bytes) -> None:
        self._sample = json.loads((campaign / "sample" / f"{form_id}.json").read_text("utf-8"))
        workbook = load_workbook(campaign / f"{form_id}.xlsx", read_only=True)
        self._questions = dict(_questions(_table(workbook["survey"])))
        self._labels = {(row["list_name"], str(row["name"])): row[LABEL] for row in _table(workbook["choices"])}
        self._submission = etree.fromstring(submission)
        self._row_codes = dict(self._codes())

    def expected(self) -> Iterator[Expected]:
        for path, text in self._sample["answers"].items():
            yield Expected(path, self._texts(path, text))
        for table, rows in self._sample["tables"].items():
            for place, row in enumerate(rows, start=1):
                cells = [self._texts(f"{table}/{name}", text) for name, text in row.items() if name != "#" and text]
                yield Expected(f"{table}[{place}]", tuple(text for cell in cells for text in cell))
        for part in ("notes", "explanations"):
            for path, text in self._sample.get(part, {}).items():
                yield Expected(path, (text,))
        for path, name in self._sample.get("files", {}).items():
            yield Expected(path, (Path(name).name,))

    def _texts(self, path: str, text: str) -> tuple[str, ...]:
        question = self._questions[path]
        kind, _, choices = str(question["type"]).partition(" ")
        if kind in ("select_one", "select_multiple"):
            return tuple(self._label(choices, code) for code in text.split())
        if kind in ("integer", "decimal") and question.get("bind::cbc:format") != "year":
            return (_vietnamese_number(text),)
        return (f"{date.fromisoformat(text):%d/%m/%Y}",) if kind == "date" else (text,)

    def _label(self, choices: str, code: str) -> str:
        return self._row_codes[code] if choices == "rows" and code.startswith("#") else self._labels[choices, code]

    def _codes(self) -> Iterator[tuple[str, str]]:
        """Named rows of the sample, and what stands for them on paper: the last word of ``bind::cbc:rows``."""
        printed = {}
        for question in self._questions.values():
            if question.get("bind::cbc:rows"):
                repeat, *_, leaf = question["bind::cbc:rows"].split()
                printed[repeat.strip("${}")] = leaf
        for table, rows in self._sample["tables"].items():
            leaf = printed.get(table.rpartition("/")[2])
            made = self._submission.xpath("/".join(f"*[local-name()='{name}']" for name in table.split("/")[2:]))
            for row, node in zip(rows, made, strict=False):
                if "#" in row and leaf:
                    yield f"#{row['#']}", node.findtext(f"{{*}}{leaf}")


def _questions(rows: list[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    path = ["", "data"]
    for row in rows:
        kind = str(row["type"] or "")
        if kind.startswith("begin"):
            path.append(row["name"])
        elif kind.startswith("end"):
            path.pop()
        else:
            yield "/".join([*path, str(row["name"])]), row


def _table(sheet: Any) -> list[dict[str, Any]]:
    headers, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(headers, row, strict=False)) for row in rows if any(row)]


def _vietnamese_number(text: str) -> str:
    """1234567.5 is written 1.234.567,5."""
    return f"{Decimal(text):,f}".translate(str.maketrans(",.", ".,"))
