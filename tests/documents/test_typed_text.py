"""What people type, what is kept of it, and what they see again."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbc_desktop.base.message import Message
from cbc_desktop.documents.typed_text import in_words, shown, typed, typed_choice, typed_choices
from cbc_desktop.engine.choice_list import LiveChoice
from cbc_desktop.forms.definition import Bind, Control, DataType, LeafDef, OwnColumns

TONNES = Message("triệu đồng", "million VND")


def question(kind: DataType, *, year: bool = False) -> LeafDef:
    own = OwnColumns(unit=TONNES if kind is DataType.DECIMAL else None, year=year)
    return LeafDef("q", "/data/q", bind=Bind(type=kind, own=own), control=Control.INPUT)


NUMBER, WHOLE, DAY, TIME, TEXT = map(
    question, (DataType.DECIMAL, DataType.INT, DataType.DATE, DataType.TIME, DataType.STRING)
)


@pytest.mark.parametrize(
    ("text", "lexical"),
    [
        ("1.234,5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234\u202f567", "1234567"),
        ("1.234", "1234"),
        ("1.234.567,05", "1234567.05"),
        ("0.125", "0.125"),
        ("1234.567", "1234.567"),
        ("1,5", "1.5"),
        ("1.23", "1.23"),
        ("-3,5", "-3.5"),
        ("−3", "-3"),
        ("+3", "3"),
        ("50%", "50"),
        ("1.234,5 triệu đồng", "1234.5"),
        ("1.234,5 TRIEU DONG", "1234.5"),
        ("007", "007"),
        ("", ""),
    ],
)
def test_numbers_are_read_the_vietnamese_way(text: str, lexical: str) -> None:
    assert typed(text, NUMBER) == lexical


@pytest.mark.parametrize("text", ["khoảng 50", "1.23.456", "1,234,567", "5 tỷ", "1..2", "-", "12.34,5"])
def test_what_is_no_number_is_kept_as_it_was_typed(text: str) -> None:
    assert typed(text, NUMBER) == text
    assert shown(text, NUMBER) == text


@pytest.mark.parametrize(("text", "lexical"), [("1.234", "1234"), ("2,0", "2"), ("2,5", "2,5"), ("hai", "hai")])
def test_whole_numbers_lose_an_empty_fraction_only(text: str, lexical: str) -> None:
    assert typed(text, WHOLE) == lexical


def test_a_fraction_where_a_whole_number_belongs_stays_as_it_was_typed_however_often_it_is_read() -> None:
    once = typed("1,234", WHOLE)
    assert typed(shown(once, WHOLE), WHOLE) == once == "1,234"


def test_a_number_that_nobody_could_say_is_kept_and_not_said() -> None:
    nines = "9" * 5_000
    assert typed(nines, WHOLE) == typed(nines, NUMBER) == nines
    assert in_words(nines, NUMBER) == ""
    assert shown(nines, NUMBER) == nines


@pytest.mark.parametrize(
    "text", ["9/3/2022", "09-03-2022", "9.3.2022", "2022-03-09", "ngày 9 tháng 3 năm 2022", "Ngày 09 tháng 3 năm 2022"]
)
def test_dates_are_read_in_every_way_that_offices_write_them(text: str) -> None:
    assert typed(text, DAY) == "2022-03-09"


@pytest.mark.parametrize("text", ["31/2/2022", "9/13/2022", "9/3/22", "tháng 3"])
def test_what_is_no_day_is_kept_as_it_was_typed(text: str) -> None:
    assert typed(text, DAY) == text


@pytest.mark.parametrize(("text", "lexical"), [("14h30", "14:30:00.000"), ("7:05", "07:05:00.000"), ("25h", "25h")])
def test_times(text: str, lexical: str) -> None:
    assert typed(text, TIME) == lexical


@pytest.mark.parametrize(
    ("lexical", "text"),
    [("14:30:00.000", "14:30"), ("07:05:00.000+07:00", "07:05"), ("14:30:09.000", "14:30:09"), ("25h", "25h")],
)
def test_times_are_shown_as_far_as_they_say_something(lexical: str, text: str) -> None:
    assert shown(lexical, TIME) == text


@given(st.times().map(lambda moment: moment.replace(second=0, microsecond=0)))
def test_what_is_shown_of_a_time_is_read_as_that_time(moment: time) -> None:
    lexical = f"{moment:%H:%M}:00.000"
    assert typed(shown(lexical, TIME), TIME) == lexical


def test_years_have_no_point_and_amounts_have_words() -> None:
    assert shown("2022", question(DataType.INT, year=True)) == "2022"
    assert shown("2022", WHOLE) == "2.022"
    assert in_words("1.5", NUMBER) == "Một triệu năm trăm nghìn đồng"
    assert in_words("năm", NUMBER) == ""
    assert in_words("năm", TEXT) == ""


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_what_is_shown_of_a_number_is_read_as_that_number(value: object) -> None:
    lexical = str(value)
    assert typed(shown(lexical, NUMBER), NUMBER) == lexical


@given(st.integers(-(10**15), 10**15))
def test_what_is_shown_of_a_whole_number_is_read_as_that_number(value: int) -> None:
    assert typed(shown(str(value), WHOLE), WHOLE) == str(value)


@given(st.dates(date(1, 1, 1)))
def test_what_is_shown_of_a_day_is_read_as_that_day(day: date) -> None:
    assert typed(shown(day.isoformat(), DAY), DAY) == day.isoformat()


@given(st.text())
def test_text_is_changed_into_its_usual_form_only(text: str) -> None:
    kept = typed(text, TEXT)
    assert typed(kept, TEXT) == kept
    assert typed("1.234,5", TEXT) == "1.234,5"


CHOICES = [LiveChoice("CD", "Cao đẳng"), LiveChoice("DH", "Đại học"), LiveChoice("DD", "Đại đội")]


@pytest.mark.parametrize(
    ("text", "value"),
    [("DH", "DH"), ("Đại học", "DH"), ("dai hoc", "DH"), ("cao", "CD"), ("đại", None), ("", None), ("Tiến sĩ", None)],
)
def test_a_choice_is_found_by_what_people_write(text: str, value: str | None) -> None:
    assert typed_choice(text, CHOICES) == value


@pytest.mark.parametrize(
    ("text", "values"),
    [("Cao đẳng; dai hoc", "CD DH"), ("CD DH", "CD DH"), ("Cao đẳng\nĐại đội", "CD DD"), ("Cao đẳng; X", None)],
)
def test_several_choices(text: str, values: str | None) -> None:
    assert typed_choices(text, CHOICES) == values
