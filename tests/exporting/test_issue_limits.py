"""A clerk is told of a date that cannot be right and of a missing symbol; nothing is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.exporting.issue_limits import IssueLimits

FINALISED, SIGNED, TODAY = date(2022, 3, 20), date(2022, 3, 22), date(2022, 3, 25)
SIGNED_HERE = IssueLimits(FINALISED, SIGNED, TODAY)
SIGNED_ON_PAPER = IssueLimits(FINALISED, None, TODAY)


def told(limits: IssueLimits, day: int, symbol: str = "UBND-KG") -> str:
    return " ".join(doubt.vi for doubt in limits.doubts(IssueFacts(symbol=symbol, date=date(2022, 3, day))))


@pytest.mark.parametrize("day", [22, 23, 25])
def test_a_day_since_the_leader_signed_is_right(day: int) -> None:
    assert told(SIGNED_HERE, day) == ""


def test_a_day_that_cannot_be_right_is_told_with_the_day_that_it_contradicts() -> None:
    assert "21/03/2022 sớm hơn ngày lãnh đạo ký (22/03/2022)" in told(SIGNED_HERE, 21)
    assert "19/03/2022 sớm hơn ngày chốt số liệu (20/03/2022)" in told(SIGNED_HERE, 19)
    assert "26/03/2022 là ngày chưa đến (hôm nay là 25/03/2022)" in told(SIGNED_HERE, 26)


def test_when_a_pen_signed_nobody_knows_so_only_the_other_days_count() -> None:
    assert told(SIGNED_ON_PAPER, 21) == ""
    assert "sớm hơn ngày chốt" in told(SIGNED_ON_PAPER, 19)


def test_a_missing_symbol_is_told_too_and_no_date_is_no_doubt() -> None:
    assert "Chưa có ký hiệu" in told(SIGNED_HERE, 22, symbol="")
    assert SIGNED_HERE.doubts(IssueFacts(symbol="UBND-KG")) == ()


def test_the_day_of_sending_is_held_to_the_same_days() -> None:
    assert SIGNED_HERE.doubts_of_sending(TODAY) == ()
    (told,) = SIGNED_HERE.doubts_of_sending(date(2022, 3, 26))
    assert "Ngày gửi 26/03/2022 là ngày chưa đến (hôm nay là 25/03/2022)" in told.vi
    (told,) = SIGNED_HERE.doubts_of_sending(date(2020, 1, 1))
    assert "The day of sending 01/01/2020 is before the day on which the answers were finalised" in told.en


def test_number_and_date_of_the_document_that_is_replaced_are_told_when_they_are_given_again() -> None:
    again = IssueFacts(number="5", symbol="UBND-KG", date=date(2022, 3, 23))
    limits = replace(SIGNED_HERE, replaced=replace(again, number="05"))
    assert "Số 5 ngày 23/03/2022 là số, ngày của văn bản đã phát hành" in limits.doubts(again)[0].vi
    assert limits.doubts(replace(again, number="6")) == ()
    assert limits.doubts(replace(again, date=TODAY)) == ()
