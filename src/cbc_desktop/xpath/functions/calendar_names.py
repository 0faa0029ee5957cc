"""Names of months and days in the languages that forms are shown in (Unicode CLDR)."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CalendarNames:
    """Months from January, days from Monday."""

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    days: tuple[str, ...]
    short_days: tuple[str, ...]


ENGLISH_NAMES = CalendarNames(
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    short_months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    days=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    short_days=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
)
VIETNAMESE_NAMES = CalendarNames(
    months=tuple(f"tháng {month}" for month in range(1, 13)),
    short_months=tuple(f"thg {month}" for month in range(1, 13)),
    days=("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"),
    short_days=("Th 2", "Th 3", "Th 4", "Th 5", "Th 6", "Th 7", "CN"),
)
_VIETNAMESE = re.compile(r"vi\b|tiếng việt|vietnamese|.*\(vi\b", re.IGNORECASE)


def names_for(language: str) -> CalendarNames:
    """``language`` as forms write it: "vi", "Tiếng Việt (vi)", "English (en)"; English for any other."""
    return VIETNAMESE_NAMES if _VIETNAMESE.match(language) else ENGLISH_NAMES
