"""The rows of ``agencies.csv``, and what is wrong with them: columns, keys, kinds and dates."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from cbc_desktop.base.findings import Finding, Severity
from cbc_desktop.base.message import Message
from cbc_desktop.base.paper import UNPRINTABLE, described, unprintable
from cbc_desktop.base.text import nfc
from cbc_desktop.forms.near_names import hinted, nearest

REGISTER = "agencies.csv"
COLUMNS = ("key", "code", "name_vi", "name_en", "kind", "valid_from", "valid_to", "symbol", "successor")
KINDS = ("ministry", "ministerial_agency", "government_agency", "province", "municipality", "receiver")

NOT_UTF8 = Message(
    "Danh mục cơ quan không phải là tệp UTF-8. Hãy mở agencies.csv của đợt khảo sát và lưu lại dạng “CSV UTF-8”.",
    "The register of agencies is no UTF-8 file. Open agencies.csv of the campaign and save it as “CSV UTF-8”.",
)
NOT_CSV = Message(
    "Danh mục cơ quan không phải là tệp CSV đọc được ({reason}). Hãy lưu lại agencies.csv dạng “CSV UTF-8”.",
    "The register of agencies is no readable CSV file ({reason}). Save agencies.csv again as “CSV UTF-8”.",
)
MISSING_COLUMNS = Message(
    "Danh mục cơ quan thiếu cột {missing}. Cần có các cột: {needed}. Hãy bổ sung vào dòng đầu của agencies.csv.",
    "The register of agencies lacks the columns {missing}. Needed are: {needed}. Add them to the first row of "
    "agencies.csv.",
)
COMMENT = Message(
    "Dòng 1 của agencies.csv dường như là chú thích (“{text}”), mà tệp CSV không có chú thích. Hãy xóa dòng đó; dòng "
    "đầu phải là tên các cột: {needed}.",
    "Row 1 of agencies.csv seems to be a comment (“{text}”), and a CSV file has none. Delete it; the first row names "
    "the columns: {needed}.",
)
SAME_KEY = Message(
    "Dòng {row}: mã “{key}” đã có ở dòng {first}. Mỗi cơ quan phải có mã (key) riêng; hãy sửa một trong hai dòng.",
    "Row {row}: the key “{key}” is that of row {first} already. Each agency has a key of its own; change one of them.",
)
UNKNOWN_KIND = Message(
    "Dòng {row}: không có loại cơ quan “{kind}”.{hint} Hãy dùng một trong: {known}.",
    "Row {row}: there is no kind of agency “{kind}”.{hint} Use one of: {known}.",
)
NOT_A_DATE = Message(
    "Dòng {row}: “{text}” không phải là ngày. Hãy ghi dạng năm-tháng-ngày, ví dụ 2022-03-09, hoặc để trống.",
    "Row {row}: “{text}” is no date. Write year-month-day, such as 2022-03-09, or leave it blank.",
)

WRONG_CODE = Message(
    "Dòng {row}: mã “{code}” không dùng được. Mã (code) không được để trống, không có dấu @ và dấu cách ở hai đầu.",
    "Row {row}: “{code}” cannot be a code. It must not be blank, hold an @, or begin or end with a space.",
)
WRONG_KEY = Message(
    "Dòng {row}: khóa “{key}” không đúng. Khóa (key) gồm mã, dấu @ và ngày bắt đầu hiệu lực (nếu có); "
    "hãy ghi “{needed}”.",
    "Row {row}: the key “{key}” is wrong. A key is the code, an @ and the day from which it is valid, if there is one; "
    "write “{needed}”.",
)
TWICE_AT_ONCE = Message(
    "Dòng {row}: mã “{code}” có hiệu lực cùng lúc với dòng {other}. Hãy sửa ngày hiệu lực (valid_from, valid_to).",
    "Row {row}: the code “{code}” is valid at the same time as in row {other}. Correct valid_from and valid_to.",
)
NO_NAME = Message(
    "Dòng {row}: thiếu tên cơ quan (name_vi). Hãy bổ sung.", "Row {row}: the agency has no name (name_vi). Add it."
)


@dataclass(frozen=True, slots=True)
class RegisterRows:
    """The cells of each row by column name, under the number that Excel gives the row; no rows where they are wrong."""

    rows: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def read_rows(content: bytes) -> RegisterRows:
    """``content`` is the file; a bad one gives errors as findings, with row and column."""
    try:
        header, *lines = list(csv.reader(io.StringIO(nfc(content.decode("utf-8-sig"))))) or [[]]
    except UnicodeDecodeError:
        return RegisterRows(findings=(_error(REGISTER, NOT_UTF8),))
    except csv.Error as error:
        return RegisterRows(findings=(_error(REGISTER, NOT_CSV.filled(reason=error)),))
    missing = [column for column in COLUMNS if column not in header]
    if missing:
        return RegisterRows(findings=(_wrong_header(header, missing),))
    rows = {number: _cells(header, line) for number, line in enumerate(lines, start=2) if any(line)}
    findings = (*_same_keys(rows), *_wrong_keys(rows), *_wrong_cells(rows), *_twice_at_once(rows))
    return RegisterRows({} if findings else rows, findings)


def _wrong_header(header: list[str], missing: list[str]) -> Finding:
    needed = ", ".join(COLUMNS)
    if header and header[0].startswith("#"):
        return _error(f"{REGISTER} [1]", COMMENT.filled(text=",".join(header), needed=needed))
    return _error(REGISTER, MISSING_COLUMNS.filled(missing=", ".join(missing), needed=needed))


def _cells(header: list[str], line: list[str]) -> dict[str, str]:
    return dict(zip(header, [*line, *[""] * len(header)], strict=False))


def _same_keys(rows: Mapping[int, Mapping[str, str]]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for number, row in rows.items():
        key = row["key"]
        if key in first:
            yield _error(_cell(number, "key"), SAME_KEY.filled(row=number, key=key, first=first[key]))
        first.setdefault(key, number)


def _wrong_keys(rows: Mapping[int, Mapping[str, str]]) -> Iterator[Finding]:
    """A dossier names its agency by code and day: with another key it could be begun and not be opened again."""
    for number, row in rows.items():
        code, needed = row["code"], f"{row['code']}@{row['valid_from']}"
        if not code or "@" in code or code != code.strip():
            yield _error(_cell(number, "code"), WRONG_CODE.filled(row=number, code=code))
        elif row["key"] != needed:
            yield _error(_cell(number, "key"), WRONG_KEY.filled(row=number, key=row["key"], needed=needed))


def _twice_at_once(rows: Mapping[int, Mapping[str, str]]) -> Iterator[Finding]:
    """Days as text: they are ordered as they are written, and those that are no days are told anyhow."""
    before: dict[str, list[tuple[int, Mapping[str, str]]]] = {}
    for number, row in rows.items():
        for other, earlier in before.setdefault(row["code"], []):
            if earlier["key"] != row["key"] and _begins_before_end(row, earlier) and _begins_before_end(earlier, row):
                message = TWICE_AT_ONCE.filled(row=number, code=row["code"], other=other)
                yield _error(_cell(number, "valid_from"), message)
        before[row["code"]].append((number, row))


def _begins_before_end(row: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return not other["valid_to"] or row["valid_from"] <= other["valid_to"]


def _wrong_cells(rows: Mapping[int, Mapping[str, str]]) -> Iterator[Finding]:
    for number, row in rows.items():
        kind = row["kind"]
        if kind not in KINDS:
            known = ", ".join(KINDS)
            message = hinted(UNKNOWN_KIND, nearest(kind, KINDS), row=number, kind=kind, known=known)
            yield _error(_cell(number, "kind"), message)
        if not row["name_vi"].strip():
            yield _error(_cell(number, "name_vi"), NO_NAME.filled(row=number))
        for column in ("name_vi", "symbol", "letterhead", "place"):
            character = unprintable(row.get(column, ""))
            if character:
                yield _error(_cell(number, column), UNPRINTABLE.filled(character=described(character)))
        for column in ("valid_from", "valid_to"):
            if not _is_date(row[column]):
                yield _error(_cell(number, column), NOT_A_DATE.filled(row=number, text=row[column]))


def _is_date(text: str) -> bool:
    try:
        return not text or date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _cell(row: int, column: str) -> str:
    return f"{REGISTER} [{row}, {column}]"


def _error(where: str, message: Message) -> Finding:
    return Finding("campaign.register", Severity.ERROR, where, message)
