"""What was done in a step, by whom and when: one sentence for an entry of the journal."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.message import Message
from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.store.journal import JournalEntry
from cbc_desktop.ui.look import Look


def deed_sentence(deed: JournalEntry, what: Message, look: Look) -> str:
    """What was done, when, and at whose computer."""
    at = deed.at.astimezone(VIETNAM)
    when = QCoreApplication.translate("Deeds", "{time} ngày {date}").format(
        time=f"{at:%H:%M}", date=date_text(at.date())
    )
    return " · ".join((look.text(what), when, deed.who))
