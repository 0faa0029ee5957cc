"""How far each section of an open dossier is; a change is counted again only where it lies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.engine.navigation import Page, Progress, ProgressState, progress
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.ui.kit.marks import Mark

MARKS: Mapping[ProgressState, Mark] = {
    ProgressState.UNANSWERED: Mark.UNANSWERED,
    ProgressState.IN_WORK: Mark.IN_WORK,
    ProgressState.DONE: Mark.DONE,
    ProgressState.PROBLEM: Mark.PROBLEM,
    ProgressState.NOT_RELEVANT: Mark.HIDDEN,
}


class Counts:
    """Counted when first asked for, kept until a change touches the section."""

    def __init__(self, dossier: OpenDossier, sections: Mapping[str, tuple[Page, ...]]) -> None:
        self._dossier, self._sections = dossier, sections
        self._known: dict[Page, Progress] = {}

    def of(self, page: Page) -> tuple[Mark, str]:
        """The mark of a section, and ``42/60``; warnings are pointed out where there is nothing worse."""
        found = self._progress(page)
        mark = MARKS[found.state]
        return (Mark.WARNING if found.warnings and mark is Mark.DONE else mark), count_text(found)

    def of_form(self, form_id: str) -> str:
        return count_text(sum((self._progress(page) for page in self._sections[form_id]), Progress()))

    @property
    def total(self) -> Progress:
        every = (page for pages in self._sections.values() for page in pages)
        return sum((self._progress(page) for page in every), Progress())

    def follow(self, form_id: str, changes: ChangeSet) -> None:
        paths = {address.path for address in changes.values | changes.relevance | changes.violations}
        rows_changed = bool(changes.rows_added or changes.rows_removed)
        for page in self._sections[form_id]:
            if rows_changed or self._touches(page, paths):
                self._known.pop(page, None)

    def forget(self) -> None:
        self._known.clear()

    def _progress(self, page: Page) -> Progress:
        if page not in self._known:
            self._known[page] = progress(self._dossier.form(page.form_id).session, page)
        return self._known[page]

    @staticmethod
    def _touches(page: Page, paths: Iterable[str]) -> bool:
        return any(page.holds(path) for path in paths)


def count_text(found: Progress) -> str:
    """``42/60``; "" where nothing is asked."""
    return f"{found.answered}/{found.asked}" if found.asked else ""
