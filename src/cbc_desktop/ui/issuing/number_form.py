"""Number, symbol, place and date of a document, to be typed in: given here, or read off what came back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.documents.issue_facts import numbered
from cbc_desktop.documents.typed_text import typed_day
from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.ui.issuing.key_entry import WIDTH
from cbc_desktop.ui.kit.labels import Role, label, short_label
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

if TYPE_CHECKING:
    from cbc_desktop.dossier.revision import IssueFacts


class NumberForm(QWidget):
    """What is missing, or is no number or no day, is said below the lines."""

    entered = Signal()
    """Enter was pressed in a line."""
    typed = Signal()
    """Number, symbol or date may be other than before."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.number, self.symbol, self.place, self.date = LineEdit(), LineEdit(), LineEdit(), LineEdit()
        self.date.setPlaceholderText(self.tr("ngày/tháng/năm"))
        self.wrong = label("", Role.ERROR)
        self.wrong.hide()
        self._lay_out()

    def show_facts(self, facts: IssueFacts, day: date | None) -> None:
        """A line that has the keyboard keeps what is being typed; ``day`` is offered while there is no date."""
        shown = facts.date or day
        for line, text in (
            (self.number, facts.number),
            (self.symbol, facts.symbol),
            (self.place, facts.place),
            (self.date, date_text(shown) if shown else ""),
        ):
            if not line.hasFocus():
                line.setText(text)

    def take_keyboard(self) -> None:
        self.number.setFocus()

    def so_far(self, known: IssueFacts) -> IssueFacts:
        """``known`` with what stands there now but the place; no date while what is typed is no day."""
        number, symbol = (line.text().strip() for line in (self.number, self.symbol))
        return replace(known, number=number, symbol=symbol, date=typed_day(self.date.text()))

    def facts(self, known: IssueFacts) -> IssueFacts | None:
        """``known`` with what was typed; None when something is wrong, which is said and gets the keyboard."""
        number, day = self.number.text().strip(), typed_day(self.date.text())
        if not number:
            self._refuse(self.number, self.tr("Hãy ghi số văn bản."))
            return None
        if day is None:
            told = self.tr("“{text}” không phải là ngày. Hãy ghi như 25/03/2022.")
            self._refuse(self.date, told.format(text=self.date.text().strip()))
            return None
        typed = replace(
            known, number=number, symbol=self.symbol.text().strip(), place=self.place.text().strip(), date=day
        )
        try:
            given = numbered(typed)
        except UserFacingError as error:
            self._refuse(self.number, self._look.text(error.message))
            return None
        self.wrong.hide()
        return given

    def _refuse(self, line: LineEdit, told: str) -> None:
        line.setFocus()
        self.wrong.setText(told)
        self.wrong.show()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(DOUBLE)
        form.setVerticalSpacing(GRID)
        rows = (
            (self.tr("Số văn bản"), self.number),
            (self.tr("Ký hiệu"), self.symbol),
            (self.tr("Địa danh"), self.place),
            (self.tr("Ngày ban hành"), self.date),
        )
        for title, line in rows:
            line.setFixedWidth(WIDTH)
            line.setAccessibleName(title)
            line.returnPressed.connect(self.entered)
            form.addRow(short_label(title), line)
        for line in (self.number, self.symbol, self.date):
            line.textChanged.connect(self.typed)
        form.addRow(self.wrong)
