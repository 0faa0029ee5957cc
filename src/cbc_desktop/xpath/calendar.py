"""Dates and times of the language: reading them, writing them, and counting days since 1 January 1970 UTC."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from cbc_desktop.xpath.context import Context

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = timedelta(days=1)
_MILLISECONDS_A_DAY = 86_400_000
_DATE = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
_TIME = (
    r"(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.(?P<fraction>\d+))?)?"
    r"(?P<offset>Z|[+-]\d{2}(?::?[0-5]\d)?)?"
)
_MOMENT = re.compile(rf"{_DATE}(?:T{_TIME})?", re.ASCII)
_CLOCK = re.compile(_TIME, re.ASCII)


def zone_of(context: Context) -> tzinfo:
    """The zone of dates that name none: that of the environment's clock."""
    return context.environment.now().tzinfo or UTC


def parsed_moment(text: str, zone: tzinfo) -> date | datetime | None:
    """A date (``2026-08-24``) or a moment (``2026-08-24T10:00:00.000+07:00``, in ``zone`` when it names none)."""
    match = _MOMENT.fullmatch(text)
    if match is None:
        return None
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
        if match["hour"] is None:
            return day
        return datetime.combine(day, _clock(match, zone)).astimezone(zone)
    except (ValueError, OverflowError):  # the 30th of February, 25 o'clock
        return None


def parsed_clock(text: str, zone: tzinfo) -> time | None:
    """A time of day (``06:30``, ``18:00:00.000+07:00``) told in ``zone``."""
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    try:
        return datetime.combine(EPOCH, _clock(match, zone)).astimezone(zone).timetz()
    except ValueError:
        return None


def _clock(match: re.Match[str], zone: tzinfo) -> time:
    fraction = (match["fraction"] or "")[:6].ljust(6, "0")
    clock = time(int(match["hour"]), int(match["minute"]), int(match["second"] or 0), int(fraction))
    return clock.replace(tzinfo=_offset(match["offset"], zone))


def _offset(text: str | None, zone: tzinfo) -> tzinfo:
    if text is None:
        return zone
    if text == "Z":
        return UTC
    ahead = timedelta(hours=int(text[1:3]), minutes=int(text[3:].lstrip(":") or 0))
    return timezone(-ahead if text[0] == "-" else ahead)


def as_moment(value: date | datetime, zone: tzinfo) -> datetime:
    """The moment in ``zone``; a date is its first instant there."""
    if isinstance(value, datetime):
        return value.astimezone(zone) if value.tzinfo else value.replace(tzinfo=zone)
    return datetime.combine(value, time(), zone)


def day_of(value: date | datetime, zone: tzinfo) -> date:
    return as_moment(value, zone).date()


def days_since_epoch(value: date | datetime, zone: tzinfo) -> float:
    return (as_moment(value, zone) - EPOCH) / _DAY


def moment_of_days(days: float, zone: tzinfo) -> datetime | None:
    """The moment so many days after the epoch, to the millisecond; None when no calendar reaches that far."""
    try:
        return (EPOCH + timedelta(milliseconds=round(days * _MILLISECONDS_A_DAY))).astimezone(zone)
    except (ValueError, OverflowError):  # not a number, infinite, or beyond the year 9999
        return None


def day_fraction(clock: time) -> float:
    """Noon is 0.5."""
    whole = timedelta(hours=clock.hour, minutes=clock.minute, seconds=clock.second, microseconds=clock.microsecond)
    return whole / _DAY


def moment_text(moment: datetime) -> str:
    """``2026-08-24T10:00:00.000+07:00``, the data type dateTime of the ODK XForms specification."""
    return moment.isoformat(timespec="milliseconds")


def clock_text(clock: time) -> str:
    return clock.isoformat(timespec="milliseconds")
