"""Figures: what the indicators of a campaign come to, for all agencies and each group of them, blanks told apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from cbc_desktop.base.message import Message
from cbc_desktop.forms.indicators import Denominator, IndicatorDef, Labelled

Group = tuple[str, str]
"""By what agencies are grouped and which of the groups: ("kind", "province"); ("", "") is all of them."""

EVERYBODY: Group = ("", "")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. ``value`` is a sum, or how many agencies; ``base`` is there for ratios alone.

    ``agencies`` are those behind it: that count in a share, that gave a number to a sum. ``answered`` are those that
    answered what it is made of, for a share any of its items; ``respondents`` sent anything that counts; ``asked`` are
    all.
    """

    value: Decimal
    base: Decimal | None
    agencies: int
    answered: int
    respondents: int
    asked: int

    @property
    def blank(self) -> int:
        """Agencies that sent something and left this out."""
        return max(0, self.respondents - self.answered)

    def of(self, denominator: Denominator) -> int:
        return {
            Denominator.ASKED: self.asked,
            Denominator.RESPONDENTS: self.respondents,
            Denominator.ANSWERED: self.answered,
        }[denominator]

    def percent_of(self, denominator: Denominator) -> Decimal | None:
        """The agencies behind it in percent of these; None where there are none, or others are behind it as well.

        What is known of agencies that have sent nothing is no answer: it is in percent of the asked alone.
        """
        if self.is_known_unsent and denominator is not Denominator.ASKED:
            return None
        return percent(Decimal(self.agencies), Decimal(self.of(denominator)))

    @property
    def is_known_unsent(self) -> bool:
        """Whether it tells of agencies that have sent nothing, too."""
        return self.answered > self.respondents

    @property
    def ratio(self) -> Decimal | None:
        """``value`` in percent of ``base``; None without one, or where it is nought."""
        return None if self.base is None else percent(self.value, self.base)


def percent(part: Decimal, whole: Decimal) -> Decimal | None:
    """As it is: it is rounded where it is said, once. None of nothing."""
    return part * _HUNDRED / whole if whole else None


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """The figures of one item of an indicator, by group; an indicator without items has one, whose ``item`` is ""."""

    item: Labelled
    of: Mapping[Group, Figure]

    @property
    def total(self) -> Figure:
        return self.of[EVERYBODY]


@dataclass(frozen=True, slots=True)
class IndicatorFigures:
    """What one indicator comes to."""

    definition: IndicatorDef
    items: tuple[ItemFigures, ...]

    @property
    def is_blank(self) -> bool:
        """Nobody has answered any of it: a nought would say something that no agency has said."""
        return not any(item.total.answered for item in self.items)


@dataclass(frozen=True, slots=True)
class BehindRow:
    """One agency behind a figure, and what it adds to it."""

    agency: str
    item: str
    value: Decimal
    base: Decimal | None
    answered: bool
    counts: bool


def item_labels(definition: IndicatorDef, choices: tuple[Labelled, ...]) -> tuple[Labelled, ...]:
    """The items in order, as they are said; one without a name for an indicator that has none."""
    if not definition.has_items:
        return (Labelled("", Message("", "")),)
    return definition.items or choices
