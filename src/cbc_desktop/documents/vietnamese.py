"""How Vietnamese documents write and speak numbers, dates and money.

num2words 0.5.14 is not used: its Vietnamese says "một triệu mười lăm nghìn" for 1.015.000 (no "không trăm"), always
"lẻ", "mười lăm" for -5 and "một trăm nghìn tỷ" for a million tỷ.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Wording:
    """The words in which regions differ: for zero tens (105) and for a thousand."""

    zero_tens: str
    thousand: str


NORTHERN = Wording("linh", "nghìn")
SOUTHERN = Wording("lẻ", "ngàn")

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_BILLION = 1_000_000_000
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_MONEY_UNITS = {"nghìn đồng": 1000, "triệu đồng": 1_000_000, "tỷ đồng": _BILLION}


_POINTS = "abcdđeghiklmnopqrstuvxy"


def number_text(value: int | Decimal) -> str:
    """``1.234,5``: points between thousands, a comma before decimals (Accounting Law 2015, article 11).

    Decimals are kept as they are, trailing zeros included. ValueError for NaN and infinities.
    """
    whole, fraction = _digits(value, ",f")
    sign = "-" if value < 0 else ""
    return sign + whole.replace(",", ".") + ("," + fraction if fraction else "")


def date_text(day: date) -> str:
    """``09/03/2022``, the form for tables and blanks."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def time_text(moment: time) -> str:
    """``14:30``; seconds only where there are some."""
    return moment.strftime("%H:%M:%S" if moment.second else "%H:%M")


def date_in_words(day: date) -> str:
    """``ngày 09 tháng 3 năm 2022``: a zero before days under 10 and months 1 and 2 only (Decree 30/2020, II.4.b)."""
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def document_number(number: int) -> str:
    """``05``, ``120``: numbers under 10 get a leading zero (Decree 30/2020, Appendix I, II.3.c)."""
    return f"{number:02}"


def roman(number: int) -> str:
    """``IV``: numerals of appendices, parts and quarters; ValueError outside 1..3999."""
    if not 1 <= number <= 3999:
        raise ValueError(f"no Roman numeral for {number}")
    numeral = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral


def point_letter(number: int) -> str:
    """``đ`` for the fifth point, by the Vietnamese alphabet (Decree 30/2020, Appendix I, II.6); "" after 23 letters."""
    return _POINTS[number - 1] if 1 <= number <= len(_POINTS) else ""


_MOST_DIGITS_SAID = 60


def amount_in_words(amount: int | Decimal, unit: str = "đồng", wording: Wording = NORTHERN) -> str:
    """``Một triệu không trăm mười lăm nghìn đồng``, for the line "Bằng chữ".

    An amount in "triệu đồng" and its like is said in đồng: 1.234,5 triệu đồng is "Một tỷ hai trăm ba mươi tư triệu năm
    trăm nghìn đồng". Other units are said as they are. A number that nobody could say gives "".
    """
    if sum(map(len, _digits(amount, "f"))) > _MOST_DIGITS_SAID:
        return ""
    factor = _MONEY_UNITS.get(unit, 1)
    said = f"{number_in_words(amount * factor, wording)} {'đồng' if factor > 1 else unit}".rstrip()
    return said[0].upper() + said[1:]


def number_in_words(value: int | Decimal, wording: Wording = NORTHERN) -> str:
    """Lower-case words: ``hai mươi mốt``, ``âm năm``, ``một phẩy không năm``. ValueError for NaN and infinities."""
    whole, fraction = _digits(value, "f")
    words = _whole(int(whole), wording)
    if fraction.rstrip("0"):
        words += ["phẩy", *_fraction(fraction.rstrip("0"), wording)]
    if value < 0:
        words = ["âm", *words]
    return " ".join(words)


def _digits(value: int | Decimal, form: str) -> tuple[str, str]:
    """The digits before and after the decimal point, without the sign."""
    exact = Decimal(value)
    if not exact.is_finite():
        raise ValueError(f"not a number that can be written: {value}")
    whole, _, fraction = format(exact.copy_abs(), form).partition(".")
    return whole, fraction


def _whole(number: int, wording: Wording) -> list[str]:
    return _said(number, wording, inside=False) or [_DIGITS[0]]


def _fraction(digits: str, wording: Wording) -> list[str]:
    """Leading zeros one by one, the rest as one number: 1,05 "không năm", 1,25 "hai mươi lăm"."""
    significant = digits.lstrip("0")
    return [_DIGITS[0]] * (len(digits) - len(significant)) + _whole(int(significant), wording)


def _said(number: int, wording: Wording, *, inside: bool) -> list[str]:
    """Words of ``number``, none for 0. ``inside``: larger groups were said before, so hundreds must be said too."""
    above, below = divmod(number, _BILLION)
    words = [*_said(above, wording, inside=inside), "tỷ"] if above else []
    for scale, name in ((1_000_000, "triệu"), (1000, wording.thousand), (1, "")):
        group = below // scale % 1000
        if group:
            words += _group(group, wording, inside=inside or bool(words))
            words += [name] if name else []
    return words


def _group(number: int, wording: Wording, *, inside: bool) -> list[str]:
    """Words of 1..999."""
    hundreds, rest = divmod(number, 100)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or inside else []
    tens, units = divmod(rest, 10)
    if tens == 0:
        return words + ([wording.zero_tens] if units and words else []) + ([_DIGITS[units]] if units else [])
    if tens == 1:
        return [*words, "mười", *_units(units, {5: "lăm"})]
    return [*words, _DIGITS[tens], "mươi", *_units(units, _AFTER_TENS)]


def _units(units: int, irregular: dict[int, str]) -> list[str]:
    return [irregular.get(units, _DIGITS[units])] if units else []
