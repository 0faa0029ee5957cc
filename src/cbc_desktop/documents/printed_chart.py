"""A chart on paper: bars under each other, each on one line with what it stands for and with its figures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class ChartBar:
    """``values`` are the lengths of its pieces, in step with the chart's series; negative ones are not drawn."""

    label: str
    values: tuple[Decimal, ...]
    figures: tuple[str, ...]
    """The cells beside the bar, in step with the chart's columns."""
    apart: bool = False
    """Whether a new group of bars begins with it."""


@dataclass(frozen=True, slots=True)
class ChartTarget:
    """A line across all bars, and what it says."""

    at: Decimal
    label: str


@dataclass(frozen=True, slots=True)
class PrintedChart:
    """Horizontal bars beside a table of their figures. All text is final.

    ``full`` is the value at the end of the axis, None for that of the longest bar.
    """

    title: str
    series: tuple[str, ...]
    """What the pieces of a bar are; one for a chart whose bars have one piece, whose name is not shown."""
    columns: tuple[str, ...]
    bars: tuple[ChartBar, ...]
    full: Decimal | None = None
    rest: str = ""
    """What is missing from a bar to ``full``; "" when nothing is to be said of it."""
    target: ChartTarget | None = None

    @property
    def stacked(self) -> bool:
        return len(self.series) > 1
