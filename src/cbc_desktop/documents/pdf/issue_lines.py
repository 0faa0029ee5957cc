"""What the fields of a finished PDF say of its issue: number, symbol, place and date, as whoever filled them wrote."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cbc_desktop.documents.pdf.field_names import DATE_FIELD, NUMBER_FIELD
from cbc_desktop.documents.pdf.finished import text_fields
from cbc_desktop.documents.typed_text import typed_day

_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class IssueLines:
    """As far as the fields say it; "" and None for what they leave open."""

    number: str = ""
    symbol: str = ""
    place: str = ""
    day: str = ""
    """In their words, "ngày 25 tháng 3 năm 2022"."""

    @property
    def date(self) -> date | None:
        """None too for words that are no day."""
        return typed_day(self.day)


def issue_lines(pdf: bytes) -> IssueLines:
    """Raises UnreadablePdfError."""
    return lines_of(text_fields(pdf))


def unsaid(pdf: bytes, texts: Mapping[str, str]) -> dict[str, str]:
    """Those of the ``texts`` of both fields that the PDF does not say yet, in whatever words."""
    there, wanted = issue_lines(pdf), lines_of(texts)
    said = {
        NUMBER_FIELD: bool(there.number) and (there.number, there.symbol) == (wanted.number, wanted.symbol),
        DATE_FIELD: there.date is not None and (there.place, there.date) == (wanted.place, wanted.date),
    }
    return {name: text for name, text in texts.items() if not said[name]}


def lines_of(fields: Mapping[str, str]) -> IssueLines:
    """Out of the texts of the fields by their names."""
    number, symbol = _number(fields.get(NUMBER_FIELD, ""))
    place, day = _place_and_day(fields.get(DATE_FIELD, ""))
    return IssueLines(number, symbol, place, day)


def _number(line: str) -> tuple[str, str]:
    """45 and UBND-VX out of "Số: 45/UBND-VX"; nothing while there is no number in front of the symbol."""
    number, _, symbol = line.partition(":")[2].strip().partition("/")
    return (number.strip(), symbol.strip()) if _DIGIT.search(number) else ("", "")


def _place_and_day(line: str) -> tuple[str, str]:
    """The place stands before the last comma; the day counts when it has a figure."""
    place, _, day = line.rpartition(",")
    return place.strip(), day.strip() if _DIGIT.search(day) else ""
