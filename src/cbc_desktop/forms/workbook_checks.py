"""What pyxform reads over in a workbook: misspelt columns, references in plain text, what cannot be printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cbc_desktop.base.findings import Finding, Severity
from cbc_desktop.base.message import Message
from cbc_desktop.base.paper import UNPRINTABLE, described, unprintable
from cbc_desktop.forms.near_names import hinted, nearest
from cbc_desktop.forms.workbook_places import Row, WorkbookPlaces

_COLUMN_NAMES = """
    type name label hint guidance_hint required required_message relevant relevance constraint
    constraint_message calculation calculate default appearance choice_filter repeat_count count readonly
    read_only parameters trigger note media image big-image audio video autoplay body bind instance save_to
    query disabled comment comments jr:count jr:constraintMsg jr:requiredMsg list_name caption guidance
"""
_SURVEY_COLUMNS = frozenset(_COLUMN_NAMES.split())
_REFERENCE_FREE = ("warning", "unit")
_PRINTED = frozenset({"label", "caption"})
_MISSPELT_LIKENESS = 0.8
"""So that a column of notes of one's own is not taken for a misspelt one."""

MISSPELT = Message(
    "Cột “{column}” không phải là cột của XLSForm và không có tác dụng.{hint} Hãy sửa tên cột hoặc xóa cột.",
    "The column “{column}” is no column of XLSForm and has no effect.{hint} Correct its name or delete it.",
)
REFERENCE_IN_TEXT = Message(
    "Lời nhắn và đơn vị tính là văn bản thuần, không dùng được ${{...}}. Hãy viết thẳng nội dung.",
    "Messages and units are plain text and cannot use ${{...}}. Write the words themselves.",
)


def check_workbook(
    headers: Iterable[str], survey: Sequence[Row], choices: Sequence[Row], places: WorkbookPlaces
) -> Iterator[Finding]:
    """Findings about the survey sheet, whose ``headers`` are in row 1, and about what goes on paper of both sheets."""
    yield from _unprintable("survey", survey, places)
    yield from _unprintable("choices", choices, places)
    yield from (_misspelt(header, places) for header in headers if not _known(header))
    for number, row in enumerate(survey, start=2):
        for column, text in row.items():
            if _plain_text_column(column) and "${" in text:
                where = places.cell("survey", number, column)
                yield Finding("form.reference-in-text", Severity.ERROR, where, REFERENCE_IN_TEXT.filled())


def _unprintable(sheet: str, rows: Sequence[Row], places: WorkbookPlaces) -> Iterator[Finding]:
    """Nobody who fills the form in could do anything about it when it stops the printing."""
    for number, row in enumerate(rows, start=2):
        for column, text in row.items():
            character = unprintable(text) if _stem(column) in _PRINTED or _is_unit(column) else ""
            if character:
                message = UNPRINTABLE.filled(character=described(character))
                yield Finding("form.unprintable", Severity.ERROR, places.cell(sheet, number, column), message)


def _stem(header: str) -> str:
    return header.split("::")[0].split(":")[0].strip().lower().replace(" ", "_")


def _known(header: str) -> bool:
    return _stem(header) in _SURVEY_COLUMNS or header in _SURVEY_COLUMNS


def _plain_text_column(column: str) -> bool:
    name = column.removeprefix("bind::cbc:")
    return name != column and name.startswith(_REFERENCE_FREE) and name.endswith(("-vi", "-en"))


def _is_unit(column: str) -> bool:
    return column.startswith(("bind::cbc:unit-vi", "bind::cbc:unit-en"))


def _misspelt(header: str, places: WorkbookPlaces) -> Finding:
    """An error when it must have been meant as a column of XLSForm: its checks or texts would silently be lost."""
    near = nearest(_stem(header), _SURVEY_COLUMNS, _MISSPELT_LIKENESS)
    severity = Severity.ERROR if near else Severity.WARNING
    message = hinted(MISSPELT, near, column=header)
    return Finding("form.column", severity, places.cell("survey", 1, header), message)
