"""How an agency is called in the window: its name, its kind or region, and when it has sent."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.forms.indicators import Indicators
from cbc_desktop.receiving.consolidating.behind import ToldAgency
from cbc_desktop.receiving.consolidating.book_words import STATUSES
from cbc_desktop.ui.look import Look


class AgencyWords:
    """``indicators`` are the campaign's, which say what groups are called."""

    def __init__(self, indicators: Indicators, look: Look) -> None:
        self._indicators, self._look = indicators, look

    def name(self, agency: ToldAgency) -> str:
        """As the register has it, in Vietnamese: that is what the agency's papers say."""
        return agency.name.vi

    def group(self, agency: ToldAgency) -> str:
        """``Tỉnh, Tây Nguyên``; a region is left out where there is none."""
        return ", ".join(
            self._look.text(self._indicators.group_label(by, value)) for by, value in agency.groups.items() if value
        )

    def sent(self, agency: ToldAgency) -> str:
        if not agency.sent_on:
            return ""
        late = QCoreApplication.translate("Agency", ", muộn") if agency.status == "late" else ""
        return f"{date_text(date.fromisoformat(agency.sent_on))}{late}"

    def status(self, agency: ToldAgency) -> str:
        if agency.status not in STATUSES:
            return QCoreApplication.translate("Agency", "Gửi đúng hạn")
        return self._look.text(STATUSES[agency.status])
