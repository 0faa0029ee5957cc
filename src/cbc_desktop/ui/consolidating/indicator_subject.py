"""One indicator in the window: its items, or the groups of agencies that are compared, and the agencies behind each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from cbc_desktop.forms.indicators import Labelled, Measure
from cbc_desktop.receiving.consolidating.behind import AgencyBehind, Behind, Part
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.figures import EVERYBODY, Figure, Group, IndicatorFigures
from cbc_desktop.receiving.reporting.groups import shown_groups
from cbc_desktop.ui.consolidating.agency_words import AgencyWords
from cbc_desktop.ui.consolidating.indicator_bars import bars_of
from cbc_desktop.ui.consolidating.indicator_words import answer, brief, counted_in, sentences
from cbc_desktop.ui.consolidating.subjects import AgencyLine, AgencyLists, Bars, Lines
from cbc_desktop.ui.look import Look

translate = QCoreApplication.translate


class IndicatorSubject:
    """The first view of an indicator with items shows these; the others show one item in all groups of agencies."""

    def __init__(self, consolidated: Consolidated, figures: IndicatorFigures, words: AgencyWords, look: Look) -> None:
        self._consolidated, self._figures, self._words, self._look = consolidated, figures, words, look
        self._definition = figures.definition
        self._groups = shown_groups(consolidated.indicators.groups, figures)

    @property
    def heading(self) -> str:
        part = self._definition.part
        return next(self._look.text(one.label) for one in self._consolidated.indicators.parts if one.value == part)

    @property
    def title(self) -> str:
        return self._look.text(self._definition.name)

    def brief(self) -> str:
        return brief(self._figures)

    def sentences(self) -> str:
        return sentences(self._figures, self._look)

    def views(self) -> Sequence[str]:
        by_group = translate("Indicator", "theo nhóm cơ quan")
        if not self._definition.has_items:
            return (by_group,)
        labels = [self._look.text(item.item.label) for item in self._figures.items]
        all_items = translate("Indicator", "Mọi mục, tất cả cơ quan")
        return (all_items, *(f"{label} – {by_group}" for label in labels))

    def bars(self, view: int) -> Bars:
        of_items = self._definition.has_items and not view
        heading = translate("Indicator", "Mục") if of_items else translate("Indicator", "Nhóm cơ quan")
        items = [item.item for item in self._figures.items]
        unit = self._unit(items if of_items else items[max(view - 1, 0) :][:1])
        return bars_of(self._definition, heading, unit, self._shown(view))

    def _unit(self, items: Sequence[Labelled]) -> str:
        return counted_in(self._definition, items, self._look)

    def behind(self, view: int, bar: int) -> AgencyLists:
        item, group = self._place(view, bar)
        found, titles = self._behind.of(item, group), self._titles()
        headings = (
            translate("Indicator", "Cơ quan"),
            translate("Indicator", "Nhóm"),
            self._answer_heading(item),
            translate("Indicator", "Ngày gửi"),
        )
        return AgencyLists(headings, tuple(self._lines(titles[part], found, part) for part in titles))

    def _answer_heading(self, item: str) -> str:
        if self._definition.measure is Measure.SHARE:
            return translate("Indicator", "Trả lời")
        return self._unit([one.item for one in self._figures.items if one.item.value == item])

    @cached_property
    def _behind(self) -> Behind:
        return self._consolidated.behind(self._definition.id)

    def _place(self, view: int, bar: int) -> tuple[str, Group]:
        """Of which item and group a bar is."""
        items = self._figures.items
        if not self._definition.has_items:
            return "", self._groups[bar].group
        if view:
            return items[view - 1].item.value, self._groups[bar].group
        return items[bar].item.value, EVERYBODY

    def _shown(self, view: int) -> Sequence[tuple[str, Figure, bool]]:
        items = self._figures.items
        if self._definition.has_items and not view:
            return [(self._look.text(item.item.label_with_unit), item.total, False) for item in items]
        item = items[view - 1] if view else items[0]
        return [(self._look.text(group.words), item.of[group.group], group.apart) for group in self._groups]

    def _titles(self) -> Mapping[Part, str]:
        """A figure that is a sum has no other answers; and what is known of who sent nothing is no answer."""
        known = any(item.total.is_known_unsent for item in self._figures.items)
        titles = {
            Part.COUNTS: translate("Indicator", "Được tính"),
            Part.OTHERWISE: translate("Indicator", "Không thuộc số này")
            if known
            else translate("Indicator", "Trả lời khác"),
            Part.BLANK: translate("Indicator", "Để trống"),
            Part.SILENT: translate("Indicator", "Chưa có trả lời"),
        }
        if self._definition.measure is not Measure.SHARE:
            del titles[Part.OTHERWISE]
        return titles

    def _lines(self, title: str, found: Iterable[AgencyBehind], part: Part) -> Lines:
        return Lines(title, tuple(self._line(one) for one in found if one.part is part))

    def _line(self, one: AgencyBehind) -> AgencyLine:
        words, said = self._words, answer(self._definition, one, self._look)
        return AgencyLine(
            one.agency.key, (words.name(one.agency), words.group(one.agency), said, words.sent(one.agency))
        )
