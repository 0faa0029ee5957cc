"""The day on which something came, as a person says it: never one that is still to come."""

from __future__ import annotations

from datetime import date

from cbc_desktop.base.clock import VIETNAM, Clock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message

STILL_TO_COME = Message(
    "Ngày đến {day} chưa tới. Chưa nhận gì; hãy ghi lại ngày.",
    "The day of arrival {day} is still to come. Nothing was taken in; say another day.",
)


def require_past(day: date | None, clock: Clock) -> None:
    """UserFacingError for a day after today in Vietnam."""
    if day is not None and day > clock.now().astimezone(VIETNAM).date():
        raise UserFacingError(STILL_TO_COME.filled(day=f"{day:%d/%m/%Y}"))
