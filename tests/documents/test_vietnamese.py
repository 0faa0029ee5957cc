"""Numbers, dates and money as Vietnamese documents write and say them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbc_desktop.documents.vietnamese import (
    SOUTHERN,
    amount_in_words,
    date_in_words,
    date_text,
    document_number,
    number_in_words,
    number_text,
    roman,
)

UNITS = {"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6}
UNITS |= {"bảy": 7, "tám": 8, "chín": 9}
SCALES = {"nghìn": 1000, "triệu": 1_000_000}


def heard(words: str) -> int:
    """A listener who knows nothing of how the words were made: adds up what was said, word by word."""
    total = group = last = 0
    for word in words.split():
        if word == "tỷ":
            total, group, last = (total + group + last) * 1_000_000_000, 0, 0
        elif word in SCALES:
            total, group, last = total + (group + last) * SCALES[word], 0, 0
        elif word == "trăm":
            group, last = last * 100, 0
        elif word == "mươi":
            group, last = group + last * 10, 0
        elif word == "mười":
            group += 10
        elif word != "linh":
            last = UNITS[word]
    return total + group + last


def test_every_number_below_a_million_is_said_in_its_own_words() -> None:
    assert len({number_in_words(number) for number in range(1_000_000)}) == 1_000_000


@given(st.integers(0, 10**18 - 1))
def test_a_listener_writes_down_the_number_that_was_said(number: int) -> None:
    assert heard(number_in_words(number)) == number


@given(st.integers(0, 10**18 - 1))
def test_a_number_that_is_written_is_read_back(number: int) -> None:
    assert int(number_text(number).replace(".", "")) == number


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_a_decimal_that_is_written_is_read_back(number: Decimal) -> None:
    assert Decimal(number_text(number).replace(".", "").replace(",", ".")) == number


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (55, "năm mươi lăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (1000, "một nghìn"),
        (1005, "một nghìn không trăm linh năm"),
        (10010, "mười nghìn không trăm mười"),
        (1_000_001, "một triệu không trăm linh một"),
        (2_000_000_000, "hai tỷ"),
        (1_005_000_000_000, "một nghìn không trăm linh năm tỷ"),
        (10**15, "một triệu tỷ"),
        (-5, "âm năm"),
        (Decimal("1.05"), "một phẩy không năm"),
        (Decimal("-3.140"), "âm ba phẩy mười bốn"),
        (Decimal("7.00"), "bảy"),
    ],
)
def test_numbers_are_said_as_in_the_north(number: int | Decimal, words: str) -> None:
    assert number_in_words(number) == words


def test_the_south_says_le_and_ngan() -> None:
    assert number_in_words(2105, SOUTHERN) == "hai ngàn một trăm lẻ năm"


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [
        (1_015_000, "đồng", "Một triệu không trăm mười lăm nghìn đồng"),
        (0, "đồng", "Không đồng"),
        (Decimal("1234.5"), "triệu đồng", "Một tỷ hai trăm ba mươi tư triệu năm trăm nghìn đồng"),
        (Decimal("0.5"), "tỷ đồng", "Năm trăm triệu đồng"),
        (24, "người", "Hai mươi tư người"),
        (5, "", "Năm"),
    ],
)
def test_an_amount_begins_with_a_capital_and_money_ends_with_dong(amount: int | Decimal, unit: str, words: str) -> None:
    assert amount_in_words(amount, unit) == words


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (999, "999"),
        (-1234567, "-1.234.567"),
        (Decimal("1234.5"), "1.234,5"),
        (Decimal("1234.50"), "1.234,50"),
        (Decimal("1E+3"), "1.000"),
        (Decimal("-0.0"), "0,0"),
    ],
)
def test_points_stand_between_thousands_and_a_comma_before_decimals(number: int | Decimal, written: str) -> None:
    assert number_text(number) == written


@pytest.mark.parametrize("number", [Decimal("NaN"), Decimal("Infinity")])
def test_what_is_not_a_number_is_neither_written_nor_said(number: Decimal) -> None:
    with pytest.raises(ValueError, match="not a number"):
        number_text(number)
    with pytest.raises(ValueError, match="not a number"):
        number_in_words(number)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2022, 1, 5), "ngày 05 tháng 01 năm 2022"),
        (date(2022, 2, 10), "ngày 10 tháng 02 năm 2022"),
        (date(2022, 3, 9), "ngày 09 tháng 3 năm 2022"),
        (date(2022, 6, 29), "ngày 29 tháng 6 năm 2022"),
        (date(2022, 12, 31), "ngày 31 tháng 12 năm 2022"),
    ],
)
def test_a_zero_stands_before_days_below_ten_and_before_january_and_february_only(day: date, words: str) -> None:
    assert date_in_words(day) == words


def test_a_date_in_a_table_has_two_two_and_four_digits() -> None:
    assert date_text(date(2022, 3, 9)) == "09/03/2022"


def test_a_document_number_below_ten_has_a_leading_zero() -> None:
    assert [document_number(number) for number in (5, 10, 837)] == ["05", "10", "837"]


def test_roman_numerals_of_appendices() -> None:
    written = {1: "I", 4: "IV", 9: "IX", 14: "XIV", 40: "XL", 1994: "MCMXCIV", 3999: "MMMCMXCIX"}
    assert {number: roman(number) for number in written} == written


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_a_number_without_a_roman_numeral_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="Roman"):
        roman(number)
