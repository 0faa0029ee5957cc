"""Workbooks written as Markdown tables, so that a test shows the form that it speaks of."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from functools import lru_cache

from openpyxl import Workbook

from cbc_desktop.forms.definition import FormDefinition
from cbc_desktop.forms.reading import ReadForm
from cbc_desktop.forms.xlsform import read_workbook

OWN_NAMESPACE = 'cbc="urn:cbc-desktop:xlsform"'
VIETNAMESE, ENGLISH = "Tiếng Việt (vi)", "English (en)"
SHORT = {r"(?<!:)\bcbc:": "bind::cbc:", r"(?<!:):vi\b": f"::{VIETNAMESE}", r"(?<!:):en\b": f"::{ENGLISH}"}
SETTINGS = {"form_title": "A form", "form_id": "a-form", "version": "1", "namespaces": OWN_NAMESPACE}


def cells(table: str) -> list[list[str | None]]:
    """The rows of a Markdown table, a blank line being a blank row; ``\\|`` is a bar in a cell, ``\\n`` a new line."""
    lines = [line.strip() for line in table.strip().splitlines()]
    return [_row(line) for line in lines]


def _row(line: str) -> list[str | None]:
    texts = line.replace("\\|", "\0").strip("|").split("|")
    return [text.replace("\0", "|").replace("\\n", "\n").strip() or None for text in texts]


def workbook_of(sheets: Mapping[str, str]) -> bytes:
    """An .xlsx file with these sheets."""
    book = Workbook()
    book.remove(book.active)
    for name, table in sheets.items():
        sheet = book.create_sheet(name)
        for row in cells(table):
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def settings_table(changes: Mapping[str, str]) -> str:
    settings = SETTINGS | dict(changes)
    return f"|{'|'.join(settings)}|\n|{'|'.join(settings.values())}|"


def form_workbook(survey: str, choices: str = "", settings: Mapping[str, str] | None = None) -> bytes:
    """Columns may be written short: ``cbc:warning`` for ``bind::cbc:warning``, ``label:vi`` for a language."""
    sheets = {"survey": _in_full(survey), "choices": _in_full(choices), "settings": settings_table(settings or {})}
    return workbook_of({name: table for name, table in sheets.items() if table.strip()})


def _in_full(table: str) -> str:
    head, line_end, rows = table.strip().partition("\n")
    for short, full in SHORT.items():
        head = re.sub(short, full, head)
    return head + line_end + rows


def read_form(survey: str, choices: str = "", settings: Mapping[str, str] | None = None) -> ReadForm:
    return _read(survey, choices, tuple((settings or {}).items()))


@lru_cache(maxsize=512)
def _read(survey: str, choices: str, settings: tuple[tuple[str, str], ...]) -> ReadForm:
    return read_workbook(form_workbook(survey, choices, dict(settings)), "form.xlsx")


def form_of(survey: str, choices: str = "", settings: Mapping[str, str] | None = None) -> FormDefinition:
    """The definition of a form without errors."""
    form = read_form(survey, choices, settings)
    assert form.definition is not None, [f"{finding.where}: {finding.message.en}" for finding in form.findings]
    return form.definition
