"""How long there is until a deadline, in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from cbc_desktop.ui.kit.marks import Mark

SOON = 3
"""Days before a deadline from which on it is pointed out."""
MOST_DAYS = 60
"""So many days after a deadline are counted one by one, then months, then years."""
_MONTH, _YEAR = 30, 365


def time_left(deadline: date, today: date) -> str:
    """``còn 6 ngày``; the deadline is the last day that is in time."""
    days = (deadline - today).days
    if days > 0:
        return QCoreApplication.translate("Deadline", "còn %n ngày", "", days)
    if days == 0:
        return QCoreApplication.translate("Deadline", "hôm nay là hạn cuối")
    return _over(-days)


def _over(days: int) -> str:
    """Nobody counts the days of years."""
    if days <= MOST_DAYS:
        return QCoreApplication.translate("Deadline", "quá hạn %n ngày", "", days)
    if days < 2 * _YEAR:
        return QCoreApplication.translate("Deadline", "quá hạn %n tháng", "", days // _MONTH)
    return QCoreApplication.translate("Deadline", "quá hạn %n năm", "", days // _YEAR)


def urgency(deadline: date, today: date) -> Mark | None:
    """A mark for a deadline that is near or over."""
    days = (deadline - today).days
    if days < 0:
        return Mark.PROBLEM
    return Mark.WARNING if days <= SOON else None
