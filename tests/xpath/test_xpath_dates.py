"""Dates and times: reading, counting and writing them, on a Monday morning in Hanoi."""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xpath_stage import HANOI, Stage

from cbc_desktop.xpath import XPathError

FORM = Stage(
    '<data><born type="date">2020-02-29</born><sent type="dateTime">2026-08-24T00:30:00+09:00</sent>'
    '<naive type="dateTime">2026-08-24T08:00:00</naive><at type="time">18:00:00</at>'
    '<yes type="boolean">true</yes></data>'
)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("today()", "2026-08-24"),
        ("now()", "2026-08-24T09:05:07.250+07:00"),
        ("date('2026-8-4')", "2026-08-04"),
        ("date(/data/born)", "2020-02-29"),
        ("date(/data/sent)", "2026-08-23"),
        ("date('2026-08-23T18:00:00Z')", "2026-08-24T01:00:00.000+07:00"),
        ("date('2026-08-23T17:00:00Z')", "2026-08-24"),
        ("date(0)", "1970-01-01"),
        ("date(-0.5)", "1969-12-31T19:00:00.000+07:00"),
        ("date(-1)", "1969-12-31"),
        ("date('')", ""),
        ("date('soon')", ""),
        ("date('2021-02-29')", ""),
        ("date('2021-02-01T25:00')", ""),
        ("date(0 div 0)", ""),
        ("date(1 div 0)", ""),
        ("date(99999999)", ""),
        ("date(true())", ""),
        ("date(/data/none)", ""),
        ("date(/data/at)", ""),
        ("date-time('2026-08-24')", "2026-08-24T00:00:00.000+07:00"),
        ("date-time('2026-08-24T10:00')", "2026-08-24T10:00:00.000+07:00"),
        ("date-time('2026-08-24T10:00:30.5-05')", "2026-08-24T22:00:30.500+07:00"),
        ("date-time('2026-08-24T10:00:30.5-0530')", "2026-08-24T22:30:30.500+07:00"),
        ("date-time('0001-01-01T00:00:00+09:00')", ""),
        ("date-time('2026-08-24T10:00:00+24:00')", ""),
        ("date-time(/data/sent)", "2026-08-23T22:30:00.000+07:00"),
        ("date-time(/data/naive)", "2026-08-24T08:00:00.000+07:00"),
        ("date-time('tomorrow')", ""),
        ("date-time(0.5)", "1970-01-01T19:00:00.000+07:00"),
        ("date-time(decimal-date-time(now()))", "2026-08-24T09:05:07.250+07:00"),
        ("format-date(/data/born, '%d/%m/%Y')", "29/02/2020"),
        ("format-date('2026-08-04', '%e.%n.%y %b %a')", "4.8.26 thg 8 Th 3"),
        ("format-date('2026-08-09', '%A, %e %B')", "Chủ Nhật, 9 tháng 8"),
        ("format-date('', '%Y')", ""),
        ("format-date(today() + 8, '%Y-%m-%d')", "2026-09-01"),
        ("format-date-time(now(), '%H:%M:%S.%3 (%h) %% %Z')", "09:05:07.250 (9) %% %Z"),
    ],
)
def test_dates_are_read_and_written(source: str, text: str) -> None:
    assert FORM.string(source) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Thứ Hai 24 tháng 8 (Th 2, thg 8)"),
        ("Tiếng Việt (vi)", "Thứ Hai 24 tháng 8 (Th 2, thg 8)"),
        ("en", "Monday 24 August (Mon, Aug)"),
        ("English (en)", "Monday 24 August (Mon, Aug)"),
        ("Video", "Monday 24 August (Mon, Aug)"),
        ("", "Monday 24 August (Mon, Aug)"),
    ],
)
def test_months_and_days_are_named_in_the_language_on_show(language: str, text: str) -> None:
    stage = Stage()
    stage.environment.language = language
    assert stage.string("format-date(today(), '%A %e %B (%a, %b)')") == text


@pytest.mark.parametrize(
    ("source", "number"),
    [
        ("decimal-date-time('1970-01-01T00:00:00Z')", 0),
        ("decimal-date-time('1970-01-02')", 17 / 24),
        ("decimal-date-time(1.25)", 1.25),
        ("decimal-date-time('')", math.nan),
        ("decimal-time('06:00')", 0.25),
        ("decimal-time('06:00:00.000+09:00')", 4 / 24),
        ("decimal-time('00:00:00Z')", 7 / 24),
        ("decimal-time(/data/at)", 0.75),
        ("decimal-time('2026-08-24T12:00:00.000+07:00')", 0.5),
        ("decimal-time('25:00')", math.nan),
        ("decimal-time('noon')", math.nan),
        ("decimal-time('06:00:00.000+07:60')", math.nan),
        ("decimal-time(/data/yes)", math.nan),
    ],
)
def test_moments_and_times_are_counted_in_days(source: str, number: float) -> None:
    assert FORM.number(source) == pytest.approx(number, nan_ok=True)


def test_a_text_that_is_no_date_is_no_number_of_days() -> None:
    with pytest.raises(XPathError, match="soon"):
        FORM.number("decimal-date-time('soon')")


def test_a_clock_without_zone_tells_universal_time() -> None:
    stage = Stage()
    stage.environment.moment = datetime(2026, 8, 24, 1)  # noqa: DTZ001 - what the test is about
    assert stage.string("date-time('2026-08-24')") == "2026-08-24T00:00:00.000+00:00"


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)), st.integers(-3000, 3000))
def test_days_added_to_a_date_lead_to_the_date_of_the_calendar(day: date, days: int) -> None:
    assert FORM.string(f"date(date('{day}') + {days})") == str(day + timedelta(days=days))


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2200, 1, 1)))  # noqa: DTZ001 - local time
def test_a_moment_counted_in_days_is_the_same_moment_again(moment: datetime) -> None:
    text = moment.replace(tzinfo=HANOI).isoformat(timespec="milliseconds")
    assert FORM.string(f"date-time(decimal-date-time('{text}'))") == text
