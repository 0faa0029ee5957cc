"""What was done with the revisions before the present one: their steps stay in sight when a dossier is reopened."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtWidgets import QWidget

from cbc_desktop.exporting.deeds import deeds
from cbc_desktop.store.journal import JournalEntry
from cbc_desktop.ui.issuing.deed_words import deed_sentence
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.look import Look


class PastRevisions(Panel):
    """Hidden while there is only one revision."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Các lần trước"), parent)
        self._look = look
        self.told = label("", Role.SMALL)
        self.column.addWidget(self.told)

    def show_past(self, journal: Iterable[JournalEntry], present: int) -> None:
        past = [deed for deed in deeds(journal) if deed.revision < present]
        lines = []
        for number, done in groupby(past, key=lambda deed: deed.revision):
            lines.append(self.tr("Lần {number}").format(number=number))
            lines += [f"    {deed_sentence(deed.entry, deed.what, self._look)}" for deed in done]
        self.told.setText("\n".join(lines))
        self.setVisible(bool(lines))
