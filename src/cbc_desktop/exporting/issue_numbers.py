"""Which number and date a document has: given here by the clerk, or found on what another program numbered."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.documents.issue_facts import numbered
from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.dossier.revision import IssueFacts

if TYPE_CHECKING:
    from cbc_desktop.documents.pdf.issue_lines import IssueLines

NUMBER_WANTED = Message(
    "Chưa nhận: các ô số, ngày của tệp còn trống, nên chưa biết phần mềm kia đã cấp số nào. Hãy ghi số và ngày đúng "
    "như trên trang đầu của văn bản rồi nhận lại.",
    "Not taken: the fields for number and date are empty in the file, so that nobody knows which number the other "
    "program gave. Write number and date as the first page shows them, then take it again.",
)
OTHER_NUMBER = Message(
    "Chưa nhận: tệp ghi “{stated}”, còn anh/chị ghi “{given}”. Hãy sửa cho đúng như tệp; nếu tệp sai, hãy cấp số và "
    "đóng dấu lại ở phần mềm kia.",
    "Not taken: the file says “{stated}”, and you wrote “{given}”. Correct what you wrote; if the file is wrong, have "
    "it numbered and sealed again in the other program.",
)
NUMBERED_SO = Message("Văn bản số {number}, ngày {date}.", "The document is number {number}, of {date}.")


class NumberWantedError(UserFacingError):
    """Neither the file nor a person says its number or its date."""


def issued_so(known: IssueFacts, stated: IssueLines, given: IssueFacts | None) -> IssueFacts:
    """``known``, with what the file states, else with what a person read off its pages.

    Raises UserFacingError where person and file disagree; the symbol is left to whoever knows the document.
    """
    said = numbered(given) if given and given.number else given or known
    if given is not None:
        _require_same(stated.number, said.number)
        _require_same(_day(stated.date), _day(said.date))
    return replace(
        known,
        number=stated.number or said.number,
        symbol=said.symbol,
        place=stated.place or said.place,
        date=stated.date or said.date,
    )


def require_numbered(facts: IssueFacts) -> None:
    if not facts.number or facts.date is None:
        raise NumberWantedError(NUMBER_WANTED)


def numbered_so(facts: IssueFacts) -> Message | None:
    """The number with its symbol and the date; None while there is no number."""
    if not facts.number:
        return None
    return NUMBERED_SO.filled(number=f"{facts.number}/{facts.symbol}", date=_day(facts.date) or "…")


def _require_same(stated: str, given: str) -> None:
    if stated and given and stated != given:
        raise UserFacingError(OTHER_NUMBER.filled(stated=stated, given=given))


def _day(day: dt.date | None) -> str:
    return date_text(day) if day else ""
