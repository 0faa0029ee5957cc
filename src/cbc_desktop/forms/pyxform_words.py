"""The commonest mistakes that pyxform refuses, in our words: the place, the reason, and what may have been meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cbc_desktop.base.message import Message
from cbc_desktop.forms.near_names import hinted, nearest
from cbc_desktop.forms.workbook_places import Row, WorkbookPlaces

_QUESTION_TYPES = (
    "text integer decimal date time dateTime select_one select_multiple select_one_from_file "
    "select_multiple_from_file rank note calculate hidden range acknowledge image audio video file barcode geopoint "
    "geotrace geoshape start end today deviceid username email phonenumber audit begin_group end_group begin_repeat "
    "end_repeat csv-external xml-external"
)

UNKNOWN_NAME = Message(
    "Không có câu hỏi nào tên là “{name}” để dùng trong ${{{name}}}.{hint} Hãy sửa tên ở đây hoặc thêm câu hỏi.",
    "${{{name}}} is used here, but no question is named “{name}”.{hint} Correct the name here, or add the question.",
)
TWICE = Message(
    "Tên “{name}” đã được dùng cho một mục khác. Hãy đặt tên khác cho mục này.",
    "The name “{name}” belongs to something else already. Give this another name.",
)
WHICH_OF_THEM = Message(
    "Có nhiều câu hỏi tên là “{name}” nên ${{{name}}} không rõ chỉ câu nào. Hãy đặt tên khác nhau cho các câu hỏi đó.",
    "Several questions are named “{name}”, so it is not clear which ${{{name}}} means. Give them different names.",
)
UNKNOWN_LIST = Message(
    "Trang tính “choices” không có danh sách “{name}”.{hint} Hãy sửa tên danh sách ở đây hoặc thêm danh sách.",
    "The sheet “choices” has no list “{name}”.{hint} Correct its name here, or add the list.",
)
BAD_NAME = Message(
    "Tên “{name}” không dùng được. Tên phải bắt đầu bằng chữ cái hoặc dấu gạch dưới, sau đó chỉ gồm chữ cái, chữ số, "
    "“_”, “-” và “.”, không có khoảng trắng. Hãy đặt lại tên.",
    "The name “{name}” cannot be used. A name begins with a letter or underscore, followed by letters, digits, “_”, "
    "“-” and “.” only, without spaces. Change the name.",
)
NO_NAME = Message("Mục này chưa có tên. Hãy điền cột “name”.", "This has no name. Fill in the column “name”.")
NO_LABEL = Message(
    "Câu hỏi “{name}” chưa có lời hỏi. Hãy điền cột “label”.",
    "The question “{name}” says nothing. Fill in the column “label”.",
)
NOTHING_TO_END = Message(
    "Dòng “end {kind}” này không có “begin {kind}” tương ứng ở phía trên. Hãy xóa dòng này hoặc thêm dòng mở đầu.",
    "This “end {kind}” has no “begin {kind}” above it. Delete this row, or add the one that begins it.",
)
NEVER_ENDED = Message(
    "Dòng “begin {kind}” của “{name}” không có “end {kind}” tương ứng ở phía dưới. Hãy thêm dòng kết thúc.",
    "The “begin {kind}” of “{name}” has no “end {kind}” below it. Add the row that ends it.",
)
UNKNOWN_TYPE = Message(
    "Không có kiểu câu hỏi “{name}”.{hint} Hãy sửa cột “type”.",
    "There is no question type “{name}”.{hint} Correct the column “type”.",
)
NO_LIST = Message(
    "Sau “{name}” còn thiếu tên danh mục. Hãy viết “{name} TÊN_DANH_MỤC” vào cột “type”.",
    "The name of a list is missing behind “{name}”. Write “{name} LIST_NAME” into the column “type”.",
)
NO_CALCULATION = Message(
    "Mục này có kiểu “calculate” mà chưa có công thức. Hãy điền cột “calculation”.",
    "This is of the type “calculate” and calculates nothing. Fill in the column “calculation”.",
)
NO_SHEET = Message(
    "Sổ tính không có trang tính “{name}”. Hãy thêm trang này, hoặc sửa tên trang.",
    "The workbook has no sheet “{name}”. Add it, or correct the name of the sheet.",
)
NO_COLUMN = Message(
    "Trang tính “{kind}” thiếu cột {name}. Hãy thêm vào dòng đầu.",
    "The sheet “{kind}” lacks the column {name}. Add it to the first row.",
)
COLUMN_TWICE = Message(
    "Một trang tính có hai cột cùng tên “{name}”. Hãy đổi tên hoặc xóa một cột.",
    "A sheet has two columns named “{name}”. Rename or delete one of them.",
)
NO_CHOICES = Message(
    "Câu hỏi chọn cần danh mục, nhưng sổ tính không có trang tính “choices”. Hãy thêm trang này với các cột list_name, "
    "name và label.",
    "A question to choose from needs a list, but there is no sheet “choices”. Add it, with the columns list_name, name "
    "and label.",
)
NO_CHOICE_NAME = Message(
    "Lựa chọn này chưa có mã. Hãy điền cột “name”.", "This choice has no code. Fill in the column “name”."
)
CHOICE_TWICE = Message(
    "Mã “{name}” đã có trong danh sách này. Mỗi lựa chọn cần một mã riêng.",
    "The list has the code “{name}” already. Each choice needs its own.",
)
SPACE_IN_CHOICE = Message(
    "Mã “{name}” của danh sách “{kind}” có khoảng trắng, nên không dùng được cho câu chọn nhiều. Hãy đổi mã.",
    "The code “{name}” of the list “{kind}” has a space, so several cannot be chosen from it. Change the code.",
)


@dataclass(frozen=True, slots=True)
class WorkbookRows:
    """What the owner wrote in the two sheets, row by row from row 2."""

    survey: Sequence[Row] = ()
    choices: Sequence[Row] = ()

    def names(self) -> set[str]:
        return {row["name"] for row in self.survey if "name" in row}

    def lists(self) -> set[str]:
        columns = ("list_name", "list name")
        return {row[column] for row in self.choices for column in columns if column in row}

    def row_of_type(self, kind: str) -> int | None:
        return next((n for n, row in enumerate(self.survey, 2) if " ".join(row.get("type", "").split()) == kind), None)

    def row_without_words(self, name: str) -> int | None:
        """The first question of that name that has neither label nor hint."""
        return next(
            (n for n, row in enumerate(self.survey, 2) if row.get("name") == name and not _has_words(row)), None
        )


def _has_words(row: Row) -> bool:
    return any(column.startswith(("label", "hint")) for column in row)


def _no_names(rows: WorkbookRows) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True)
class _Mistake:
    """``pattern`` may find ``name``, ``kind`` and ``column``; ``known`` are the names that may have been meant."""

    pattern: re.Pattern[str]
    message: Message
    column: str = ""
    known: Callable[[WorkbookRows], Iterable[str]] = _no_names


_MISTAKES = (
    _Mistake(
        re.compile(r"the '(?P<column>[^']*)' value is invalid\. .*Could not find the name '(?P<name>[^']*)'"),
        UNKNOWN_NAME,
        known=WorkbookRows.names,
    ),
    _Mistake(re.compile(r"'(?P<column>[^']*)' value is.* The name '(?P<name>[^']*)' appears more than"), WHICH_OF_THEM),
    _Mistake(
        re.compile(r"the 'name' value '(?P<name>[^']*)' is invalid\. (Questions, groups|Repeat names must unique)"),
        TWICE,
        "name",
    ),
    _Mistake(
        re.compile(r"List name not in choices sheet: (?P<name>.*)"), UNKNOWN_LIST, "type", known=WorkbookRows.lists
    ),
    _Mistake(re.compile(r"the '(?P<column>name)' value is invalid\. Names must begin with"), BAD_NAME),
    _Mistake(re.compile(r"Question or group with no name"), NO_NAME, "name"),
    _Mistake(re.compile(r"element named '(?P<name>[^']*)' has no label or hint"), NO_LABEL, "label"),
    _Mistake(re.compile(r"Unmatched 'end_(?P<kind>\w+)'"), NOTHING_TO_END, "type"),
    _Mistake(re.compile(r"Unmatched 'begin_(?P<kind>\w+)'.* for the name '(?P<name>[^']*)'"), NEVER_ENDED, "type"),
    _Mistake(re.compile(r"Unknown question type '(?P<name>select_\w+)'\."), NO_LIST, "type"),
    _Mistake(
        re.compile(r"Unknown question type '(?P<name>.*)'\."),
        UNKNOWN_TYPE,
        "type",
        known=lambda rows: _QUESTION_TYPES.split(),
    ),
    _Mistake(re.compile(r"Missing calculation"), NO_CALCULATION, "calculation"),
    _Mistake(re.compile(r"You must have a sheet named '(?P<name>\w+)'"), NO_SHEET),
    _Mistake(
        re.compile(r"headers provided for sheet: '(?P<kind>\w+)'\. One or more .* were not found: (?P<name>[^.]*)\."),
        NO_COLUMN,
    ),
    _Mistake(re.compile(r"Duplicate column header: (?P<name>.*)"), COLUMN_TWICE),
    _Mistake(re.compile(r"There should be a choices sheet"), NO_CHOICES),
    _Mistake(re.compile(r"Choices must have a name"), NO_CHOICE_NAME, "name"),
    _Mistake(re.compile(r"Choice names must be unique"), CHOICE_TWICE, "name"),
    _Mistake(re.compile(r"names with spaces cannot .*\[(?P<name>[^]]*)\] in \[(?P<kind>[^]]*)\]"), SPACE_IN_CHOICE),
)
_ROW = re.compile(r"\[row : (\d+)\]")
_SHEET = re.compile(r"On the '(survey|choices|settings)' sheet")


def in_our_words(text: str, rows: WorkbookRows, places: WorkbookPlaces) -> tuple[str, Message] | None:
    """Place and sentence for pyxform's ``text``; None for what we have no better words for."""
    for mistake in _MISTAKES:
        if found := mistake.pattern.search(text):
            return _told(mistake, found.groupdict(), text, rows, places)
    return None


def _told(
    mistake: _Mistake, facts: dict[str, str], text: str, rows: WorkbookRows, places: WorkbookPlaces
) -> tuple[str, Message]:
    column = facts.get("column") or mistake.column
    sheet, number = _SHEET.search(text), _ROW.search(text)
    name = facts.get("name", "")
    row = int(number[1]) if number else rows.row_of_type(name) or rows.row_without_words(name)
    where = places.cell(sheet[1] if sheet else "survey", row, column) if row else places.workbook
    name = name or _cell(rows.choices if sheet and sheet[1] == "choices" else rows.survey, row, column)
    near = nearest(name.partition(" ")[0], mistake.known(rows))
    return where, hinted(mistake.message, near, name=name, kind=facts.get("kind", ""))


def _cell(written: Sequence[Row], row: int | None, column: str) -> str:
    return written[row - 2].get(column, "") if row and row - 2 < len(written) else ""
