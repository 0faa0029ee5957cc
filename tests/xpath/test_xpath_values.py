"""Values: how they turn into each other, compare and add up, with dates and answers that have types."""

from __future__ import annotations

import math
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xpath_stage import HANOI, Stage

from cbc_desktop.xpath.values import number_text

FORM = Stage("""<data>
  <age type="int">5</age><zero type="int">0</zero><price type="decimal">1200.5</price>
  <yes type="boolean">true</yes><no type="boolean">false</no>
  <born type="date">2020-08-20</born><sent type="dateTime">2026-08-24T09:30:00+07:00</sent><at type="time">06:00:00</at>
  <name>Lan</name><number>12</number><blank/><blank_int type="int"/>
  <group><inner/></group><many>1</many><many>2</many>
</data>""")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("1", "1"),
        ("-0", "0"),
        ("1.50", "1.5"),
        ("0.000001", "0.000001"),
        ("0.00000012", "0.00000012"),
        ("123456789012345678", "123456789012345680"),
        ("100000000000000000000000", "100000000000000000000000"),
        ("1 div 3", "0.3333333333333333"),
        ("1 div 0", "Infinity"),
        ("-1 div 0", "-Infinity"),
        ("0 div 0", "NaN"),
        ("1 = 1", "true"),
        ("1 = 2", "false"),
        ("/data/none", ""),
        ("/data/many", "1"),
        ("/data/price", "1200.5"),
        ("/data/born", "2020-08-20"),
        ("date('2020-08-20')", "2020-08-20"),
        ("date-time('2020-08-20T01:02:03Z')", "2020-08-20T08:02:03.000+07:00"),
        ("if(true(), /data/at, 0)", "06:00:00"),
    ],
)
def test_values_are_written_as_text(source: str, text: str) -> None:
    assert FORM.string(source) == text


def test_a_time_by_itself_is_written_with_milliseconds() -> None:
    assert FORM.value("/data/at") == [FORM.node("/data/at")]
    assert FORM.string("coalesce(/data/at, '')") == "06:00:00"
    assert FORM.string("once(1)", at="/data/at") == "06:00:00.000"


@pytest.mark.parametrize(
    ("source", "number"),
    [
        ("'12'", 12),
        ("' -.5 '", -0.5),
        ("'7.'", 7),
        ("true()", 1),
        ("false()", 0),
        ("/data/age", 5),
        ("/data/number", 12),
        ("/data/many", 1),
        ("/data/yes", 1),
        ("/data/at", 0.25),
        ("number(/data/born) - number('2020-08-19')", 1),
        ("'1970-01-01T00:00:00Z'", 0),
        ("'1970-01-02T07:00:00.000+07:00'", 1),
        ("'1970-01-01'", -7 / 24),
    ],
)
def test_values_count_as_numbers(source: str, number: float) -> None:
    assert FORM.number(source) == pytest.approx(number)


@pytest.mark.parametrize(
    "source",
    ["''", "'1e5'", "'Infinity'", "'1,5'", "'-'", "'1 2'", "'2020-13-01'", "/data/none", "/data/blank_int", "'a-b'"],
)
def test_what_is_no_number_is_nan(source: str) -> None:
    assert math.isnan(FORM.number(source))


@pytest.mark.parametrize(
    ("source", "truth"),
    [
        ("0", False),
        ("0 div 0", False),
        ("-0.1", True),
        ("''", False),
        ("'false'", True),
        ("today()", True),
        ("/data/none", False),
        ("/data/many", True),
        ("/data/group", True),
        ("/data/age", True),
        ("/data/zero", False),
        ("/data/no", False),
        ("/data/yes", True),
        ("/data/blank", False),
        ("/data/name", True),
        ("/data/born and not(/data/no)", True),
        ("/data/no or /data/zero", False),
    ],
)
def test_a_condition_on_one_answer_asks_for_its_value(source: str, truth: bool) -> None:
    assert FORM.boolean(source) is truth


@pytest.mark.parametrize(
    ("source", "truth"),
    [
        ("/data/none = ''", True),
        ("/data/none != ''", False),
        ("/data/blank = ''", True),
        ("/data/age = ''", False),
        ("/data/age != ''", True),
        ("/data/born != ''", True),
        ("'' > 3", False),
        ("'' < 3", False),
        ("/data/none >= 0", False),
        ("/data/blank_int = 0", False),
        ("/data/age = '5.0'", True),
        ("/data/number = '12.0'", False),
        ("/data/many = 2", True),
        ("/data/many != 2", True),
        ("/data/many = /data/age", False),
        ("/data/many > /data/zero", True),
        ("/data/many > 1", True),
        ("/data/many > 2", False),
        ("2 <= /data/many", True),
        ("/data/yes = true()", True),
        ("/data/no = false()", True),
        ("/data/none = false()", True),
        ("'a' = true()", True),
        ("/data/yes = 1", True),
        ("/data/yes = 'x'", True),
        ("0.1 + 0.2 = 0.3", True),
        ("1 div 0 = 1 div 0", True),
        ("0 div 0 = 0 div 0", False),
        ("0 div 0 != 0 div 0", True),
    ],
)
def test_answers_compare_by_their_type(source: str, truth: bool) -> None:
    assert FORM.boolean(source) is truth


@pytest.mark.parametrize(
    ("source", "truth"),
    [
        ("/data/born < today()", True),
        ("/data/born = '2020-08-20'", True),
        ("/data/born = date('2020-08-20')", True),
        ("/data/born != date('2020-08-21')", True),
        ("/data/born = 'never'", False),
        ("'2020-08-20' < '2020-08-21'", True),
        ("/data/sent > today()", True),
        ("/data/sent = today()", True),
        ("today() = now()", True),
        ("now() < /data/sent", True),
        ("/data/sent = /data/sent + 0", True),
        ("today() - /data/born = 2195", True),
        ("date(today() + 7) = '2026-08-31'", True),
        ("today() > /data/born + 365.25 * 6", True),
    ],
)
def test_dates_compare_and_add_as_days(source: str, truth: bool) -> None:
    assert FORM.boolean(source) is truth


def test_an_expression_keeps_the_type_of_its_value() -> None:
    assert FORM.value("if(true(), today(), '')") == date(2026, 8, 24)
    assert FORM.value("now()") == datetime(2026, 8, 24, 9, 5, 7, 250_000, tzinfo=HANOI)
    assert FORM.value("once(0)", at="/data/at") == time(6)
    assert FORM.value("1 > 0") is True
    assert FORM.value("7 mod 4") == 3.0


def test_arithmetic_follows_ieee_754() -> None:
    assert FORM.number("-7 mod 2") == -1
    assert math.isnan(FORM.number("7 mod 0"))
    assert math.isnan(FORM.number("(1 div 0) mod 2"))
    assert FORM.number("7 mod (1 div 0)") == 7
    assert FORM.number("1 div -0") == -math.inf


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_written_as_text_reads_as_the_same_number(number: float) -> None:
    text = number_text(number)
    assert float(text) == pytest.approx(number, rel=1e-12, abs=0)
    assert "e" not in text
