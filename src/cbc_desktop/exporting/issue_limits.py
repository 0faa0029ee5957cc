"""What speaks against the number and days that a clerk gives: told, never refused, for the clerk may know better."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from cbc_desktop.base.message import Message
from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.exporting.exported import NO_SYMBOL

ISSUED, SENT = Message("Ngày ban hành", "The date of issue"), Message("Ngày gửi", "The day of sending")
NOT_FINALISED_YET = Message(
    "{what} {date} sớm hơn ngày chốt số liệu ({day}). Hãy kiểm tra lại ngày.",
    "{what} {date} is before the day on which the answers were finalised ({day}). Check the date.",
)
NOT_SIGNED_YET = Message(
    "{what} {date} sớm hơn ngày lãnh đạo ký ({day}). Hãy kiểm tra lại ngày.",
    "{what} {date} is before the day on which the leader signed ({day}). Check the date.",
)
STILL_TO_COME = Message(
    "{what} {date} là ngày chưa đến (hôm nay là {day}). Hãy kiểm tra lại ngày.",
    "{what} {date} is still to come (today is {day}). Check the date.",
)

AS_BEFORE = Message(
    "Số {number} ngày {date} là số, ngày của văn bản đã phát hành mà bản này thay thế. Bản thay thế thường được cấp số "
    "mới; hãy kiểm tra lại.",
    "Number {number} of {date} is that of the issued document which this one replaces. What replaces it usually gets a "
    "number of its own; check it.",
)


@dataclass(frozen=True, slots=True)
class IssueLimits:
    """Between which days a document is issued; ``signed`` is None where another program or a pen signed it.

    Of those only the day is known on which it was taken back.
    """

    finalised: dt.date
    signed: dt.date | None
    today: dt.date
    replaced: IssueFacts | None = None
    """Of the issued document that this one replaces."""

    def doubts(self, facts: IssueFacts) -> tuple[Message, ...]:
        """About the symbol, and about number and date as far as they are known."""
        return tuple(self._doubts(facts))

    def _doubts(self, facts: IssueFacts) -> Iterator[Message]:
        if not facts.symbol:
            yield NO_SYMBOL
        if facts.date is None:
            return
        yield from self._doubts_of_day(ISSUED, facts.date)
        if self.replaced is not None and _number_and_day(facts) == _number_and_day(self.replaced):
            yield AS_BEFORE.filled(number=facts.number, date=date_text(facts.date))

    def doubts_of_sending(self, sent: dt.date) -> tuple[Message, ...]:
        """About the day on which the package left the house."""
        return tuple(self._doubts_of_day(SENT, sent))

    def _doubts_of_day(self, what: Message, day: dt.date) -> Iterator[Message]:
        date = date_text(day)
        if day > self.today:
            yield STILL_TO_COME.filled(what=what, date=date, day=date_text(self.today))
        elif day < self.finalised:
            yield NOT_FINALISED_YET.filled(what=what, date=date, day=date_text(self.finalised))
        elif self.signed is not None and day < self.signed:
            yield NOT_SIGNED_YET.filled(what=what, date=date, day=date_text(self.signed))


def _number_and_day(facts: IssueFacts) -> tuple[str, dt.date | None]:
    """As typed, "5" is "05"."""
    return facts.number.lstrip("0"), facts.date
