"""The queries of a campaign's owner over the consolidated tables: their rows, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.forms.campaign_entries import has_only
from cbc_desktop.store.tables_file import AskedTables, RefusedQueryError, Value

REFUSED = Message(
    "Câu truy vấn của “{id}” trong tệp indicators.toml không chạy được ({reason}). Hãy sửa mục này; các bảng và cột có "
    "trong tệp consolidated.sqlite.",
    "The query of “{id}” in indicators.toml cannot be run ({reason}). Correct it; consolidated.sqlite has the tables "
    "and columns.",
)
MISSING_COLUMN = Message("thiếu cột {column}", "the column {column} is missing")
NO_SUCH_WORD = Message(
    "lời nhắn chỉ được dùng các cột của câu truy vấn trong ngoặc nhọn: {words}",
    "only columns of the query may stand in braces: {words}",
)


class OwnerQueries:
    """Over one file; ``year`` is the campaign's, ``:report_year`` in its queries."""

    def __init__(self, asked: AskedTables, year: int) -> None:
        self._asked = asked
        self._values: Mapping[str, Value] = {"report_year": year}

    def rows(self, entry: str, sql: str, needed: Sequence[str]) -> Iterator[Mapping[str, Any]]:
        """One after the other; UserFacingError names the entry whose query cannot be run or lacks a needed column."""
        try:
            with closing(self._asked.named_rows(sql, self._values)) as rows:
                for number, row in enumerate(rows):
                    if number == 0 and (missing := _missing(needed, row)):
                        raise refused(entry, MISSING_COLUMN.filled(column=missing[0]))
                    yield row
        except RefusedQueryError as error:
            raise refused(entry, Message(str(error), str(error))) from error

    def refusal(self, entry: str, sql: str, needed: Sequence[str], texts: Sequence[str] = ()) -> Iterator[Message]:
        """What is wrong with a query, told over tables that may be empty; ``texts`` may name its columns in braces."""
        try:
            columns = self._asked.columns(sql, self._values)
        except RefusedQueryError as error:
            yield refused(entry, Message(str(error), str(error))).message
            return
        for column in _missing(needed, columns):
            yield refused(entry, MISSING_COLUMN.filled(column=column)).message
        for text in texts:
            if not has_only(text, columns):
                yield refused(entry, NO_SUCH_WORD.filled(words=text)).message
                return


def refused(entry: str, reason: Message) -> UserFacingError:
    return UserFacingError(REFUSED.filled(id=entry, reason=reason))


def _missing(needed: Sequence[str], columns: Sequence[str] | Mapping[str, object]) -> list[str]:
    return [column for column in needed if column not in columns]
