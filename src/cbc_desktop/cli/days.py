"""Days on the command line, written as people or as computers write them."""

from __future__ import annotations

from datetime import date

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.documents.typed_text import typed_day

NOT_A_DATE = Message(
    "“{text}” không phải là ngày, ví dụ 25/3/2022 hoặc 2022-03-25.", "“{text}” is no date such as 25/3/2022."
)


def day_of(text: str) -> date:
    """UserFacingError when it is none."""
    day = typed_day(text)
    if day is None:
        raise UserFacingError(NOT_A_DATE.filled(text=text))
    return day
