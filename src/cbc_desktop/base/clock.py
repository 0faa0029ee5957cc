"""What time it is, asked of a clock that was handed over: nobody reads the time below ``office``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Protocol

VIETNAM = timezone(timedelta(hours=7), "ICT")


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment, with a time zone."""


class SystemClock:
    """The machine's clock, told in Vietnam's time zone (no daylight saving since 1975)."""

    def now(self) -> datetime:
        return datetime.now(UTC).astimezone(VIETNAM)


@dataclass
class FixedClock:
    """A clock that stands still until it is moved: for tests, demos and reproducible exports."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment

    def advance(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)
