"""The groups of agencies in the order in which a report compares them: all, then each kind, then each region."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cbc_desktop.base.message import Message
from cbc_desktop.forms.indicators import Grouping
from cbc_desktop.receiving.consolidating.figures import EVERYBODY, Group, IndicatorFigures
from cbc_desktop.receiving.reporting.shown_items import short_name

ALL = Message("Tất cả cơ quan", "All agencies")


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """``apart``: the first of its grouping."""

    group: Group
    words: Message
    apart: bool = False

    @property
    def label(self) -> str:
        """On paper."""
        return short_name(self.words.vi)


def shown_groups(groupings: Iterable[Grouping], figures: IndicatorFigures) -> tuple[ShownGroup, ...]:
    """Those in which somebody was asked; one without words in the campaign goes by its value."""
    there = figures.items[0].of if figures.items else {}
    shown = [ShownGroup(EVERYBODY, ALL)]
    for grouping in groupings:
        found = {value: figure for (by, value), figure in there.items() if by == grouping.by and figure.asked}
        labels = {one.value: one.label for one in grouping.of}
        values = [*(value for value in labels if value in found), *sorted(found.keys() - labels.keys())]
        shown += [
            ShownGroup((grouping.by, value), labels.get(value, Message(value, value)), apart=number == 0)
            for number, value in enumerate(values)
        ]
    return tuple(shown)
