"""What is chosen at the left of a page of results, and shown at the right: its bars, and who is behind each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure. ``length`` is a part of the whole width, None where nothing is drawn; ``apart`` begins a new group."""

    label: str
    length: float | None
    cells: tuple[str, ...]
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """``heading`` stands over the labels, ``headings`` over the cells; ``target`` is a part of the whole width."""

    heading: str
    headings: tuple[str, ...]
    bars: tuple[Bar, ...]
    target: float | None = None
    target_told: str = ""


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """An agency behind a figure; ``cells`` begin with its name. ``key`` is that of the register."""

    key: str
    cells: tuple[str, ...]
    whole: str = ""
    """A text that is too long for its cell."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Agencies that have something in common, under a title such as "Để trống"; with ``headings`` of their own."""

    title: str
    lines: tuple[AgencyLine, ...]
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgencyLists:
    """``headings`` are those of the lists that have none; the first list is shown first."""

    headings: tuple[str, ...]
    lists: tuple[Lines, ...]


class Subject(Protocol):
    """An indicator or a question."""

    @property
    def heading(self) -> str:
        """Under which it stands in the list."""

    @property
    def title(self) -> str: ...

    def brief(self) -> str:
        """Its figure in a few letters, for the list."""

    def sentences(self) -> str:
        """What it comes to, in words."""

    def views(self) -> Sequence[str]:
        """By what its bars can be compared; there is nothing to choose where it is one."""

    def bars(self, view: int) -> Bars: ...

    def behind(self, view: int, bar: int) -> AgencyLists:
        """The agencies behind a bar, and those that are not."""
