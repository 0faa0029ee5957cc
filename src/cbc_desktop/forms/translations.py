"""Texts of a workbook that are written in one language of the form and missing in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cbc_desktop.base.findings import Finding, Severity
from cbc_desktop.base.message import Message
from cbc_desktop.forms.workbook_places import Row, WorkbookPlaces

_TRANSLATED = ("label", "hint", "constraint_message", "required_message")
_OWN_LANGUAGE = "default"
"""What pyxform calls the language of columns that name none."""

MISSING = Message(
    "Thiếu “{column}” bằng “{language}”. Hãy điền ô này; trong khi chờ, chương trình dùng nội dung ở ngôn ngữ khác.",
    "“{column}” is missing in “{language}”. Fill in this cell; until then the text of another language is used.",
)


def check_translations(
    survey: Sequence[Row], choices: Sequence[Row], places: WorkbookPlaces, default_language: str = ""
) -> Iterator[Finding]:
    """A warning for each text that lacks a language of the form; texts that no language has are nobody's mistake."""
    sheets = {"survey": survey, "choices": choices}
    own = default_language or _OWN_LANGUAGE
    languages = {language: None for rows in sheets.values() for row in rows for _, language in _texts(row, own)}
    for sheet, rows in sheets.items():
        for number, row in enumerate(rows, start=2):
            written = set(_texts(row, own))
            for column in dict.fromkeys(column for column, _ in _texts(row, own)):
                for language in languages:
                    if (column, language) not in written:
                        where = places.cell(sheet, number, f"{column}::{language}")
                        message = MISSING.filled(column=column, language=language)
                        yield Finding("form.translation", Severity.WARNING, where, message)


def _texts(row: Row, own: str) -> Iterator[tuple[str, str]]:
    """Column and language of each text of a row; a hyphen alone is what pyxform takes for no text."""
    for header, text in row.items():
        column, _, language = header.partition("::")
        name = column.strip().lower().replace(" ", "_")
        if name in _TRANSLATED and text.strip() not in ("", "-"):
            yield name, language.strip() or own
