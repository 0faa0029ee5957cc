"""How far each section of an open dossier is, and how that is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.engine.navigation import Page, Progress, ProgressState
from cbc_desktop.engine.nodes import LiveNode
from cbc_desktop.engine.running_progress import RunningProgress
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.marks import Mark

MARKS: Mapping[ProgressState, Mark] = {
    ProgressState.UNANSWERED: Mark.UNANSWERED,
    ProgressState.IN_WORK: Mark.IN_WORK,
    ProgressState.DONE: Mark.DONE,
    ProgressState.PROBLEM: Mark.PROBLEM,
    ProgressState.NOT_RELEVANT: Mark.HIDDEN,
}


class Counts:
    """Counted when first asked for, followed from then on."""

    def __init__(self, controller: DossierController, sections: Mapping[str, tuple[Page, ...]]) -> None:
        self._controller, self._sections = controller, sections
        self._known: dict[Page, RunningProgress] = {}

    def of(self, page: Page) -> tuple[Mark, str]:
        """The mark of a section, and ``42/60``; only errors are worse than what the receiver returned."""
        found = self._progress(page)
        return self._mark(page, found), count_text(found)

    def _mark(self, page: Page, found: Progress) -> Mark:
        mark = MARKS[found.state]
        if mark is not Mark.PROBLEM and self._is_returned(page):
            return Mark.RETURNED
        return Mark.WARNING if found.warnings and mark is Mark.DONE else mark

    def _is_returned(self, page: Page) -> bool:
        """Whether the receiver returned something of it that is not dealt with."""
        return any(
            one.form_id == page.form_id and one.address is not None and page.holds(one.address.path)
            for one in self._controller.returned
            if one.waits
        )

    def of_form(self, form_id: str) -> str:
        return count_text(sum((self._progress(page) for page in self._sections[form_id]), Progress()))

    @property
    def total(self) -> Progress:
        every = (page for pages in self._sections.values() for page in pages)
        return sum((self._progress(page) for page in every), Progress())

    def follow(self, form_id: str, changes: ChangeSet) -> None:
        for page in self._sections[form_id]:
            if page in self._known:
                self._known[page].follow(changes)

    def forget(self) -> None:
        self._known.clear()

    def _progress(self, page: Page) -> Progress:
        if page not in self._known:
            self._known[page] = RunningProgress(self._controller.dossier.form(page.form_id).session, page)
        found = self._known[page].total
        return replace(found, warnings=found.warnings - self._explained(page)) if found.warnings else found

    def _explained(self, page: Page) -> int:
        """The warnings that somebody has explained."""
        tree = self._controller.dossier.form(page.form_id).session.tree
        addresses = self._controller.explained(page.form_id)
        here = (
            one
            for one in addresses
            if page.holds(one.path) and one.path in tree and (not one.row or one.row in tree.rows)
        )
        nodes = (node for node in map(tree.find, here) if isinstance(node, LiveNode))
        return sum(not problem.condition.blocks for node in nodes for problem in node.problems)


def count_text(found: Progress) -> str:
    """``42/60``; "" where nothing is asked."""
    return f"{found.answered}/{found.asked}" if found.asked else ""
