"""One step on the way out: its title, how it stands, what was done in it, and what there is to do."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cbc_desktop.exporting.steps import Standing
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.elided import ElidedLabel
from cbc_desktop.ui.kit.flow import FlowLayout
from cbc_desktop.ui.kit.labels import Role, label, short_label
from cbc_desktop.ui.kit.marks import Mark, MarkWidget
from cbc_desktop.ui.kit.message_bar import MessageBar
from cbc_desktop.ui.kit.pages import page_around
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID, HALF

_MARKS: Mapping[Standing, Mark] = {
    Standing.DONE: Mark.DONE,
    Standing.NOW: Mark.IN_WORK,
    Standing.LATER: Mark.UNANSWERED,
    Standing.SKIPPED: Mark.HIDDEN,
}
_INDENT = DOUBLE + GRID


class StepPanel(QFrame):
    """``body`` takes what there is to do: seen when it is the step's turn, or a person wants to do it out of turn.

    ``messages`` tell what came of it, ``links`` takes what can be done with what was done; what is seen always goes
    ``below``.
    """

    begun = Signal()
    """Something is being done in it: what other steps have told is past."""
    opened = Signal()
    """A person wants to do it out of turn."""
    done = Signal()
    """The dossier has moved on by it: whatever comes next has its turn."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAccessibleName(title)
        self.mark = MarkWidget(Mark.UNANSWERED, look.colours)
        self.summary, self.after = label(""), ElidedLabel("", Role.SMALL)
        self.messages = MessageBar()
        self.again_button = button("", self._open, kind=Kind.LINK)
        self.leave_button = button(self.tr("Thôi"), self._leave, kind=Kind.LINK)
        self._links = QWidget()
        self.links = FlowLayout(self._links)
        self.links.setSpacing(GRID)
        for link in (self.again_button, self.leave_button):
            self.links.addWidget(link)
        self.content, self.below = QWidget(), QVBoxLayout()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, HALF, 0, 0)
        self.body.setSpacing(GRID)
        self._wanted = False
        self._build(title)

    def show_standing(self, standing: Standing, summary: str, *, again: str = "") -> None:
        """``summary`` says what was done, what there is to do, or why it is not possible yet.

        ``again`` are the words of doing it out of turn, "" where that is not possible.
        """
        self.mark.show_mark(_MARKS[standing], self._word(standing))
        aside = standing in (Standing.LATER, Standing.SKIPPED)
        self.summary.setText("" if aside else summary)
        self.summary.setVisible(bool(self.summary.text()))
        self.after.setText(summary if aside else "")
        self._wanted = self._wanted and bool(again)
        self.again_button.setText(again)
        self.again_button.setToolTip(again.replace("&", ""))
        self.again_button.setVisible(bool(again) and not self._wanted)
        self.leave_button.setVisible(self._wanted)
        self.content.setVisible(standing is Standing.NOW or self._wanted)
        self.show_links()

    def show_links(self) -> None:
        """Their line is there as long as one of them is."""
        links = self._links.findChildren(QPushButton)
        self._links.setVisible(any(not link.isHidden() for link in links))

    def show_messages(self) -> None:
        """They are above what a person has pressed, which may be out of sight; once the page is laid out anew."""
        page = page_around(self)
        if page is not None:
            page.bring_soon(self.messages)

    def fold(self) -> None:
        """What a person wanted out of turn is done, or is not wanted any more."""
        self._wanted = False

    @property
    def at_work(self) -> bool:
        """Whether there is something to do in it now."""
        return not self.content.isHidden()

    def _open(self) -> None:
        self._wanted = True
        self.again_button.hide()
        self.leave_button.show()
        self.content.show()
        self.show_links()
        self.opened.emit()
        page = page_around(self)
        if page is not None:
            page.keep_in_sight()

    def _leave(self) -> None:
        """What was done before stays as it is."""
        self.fold()
        self.messages.clear()
        self.content.hide()
        self.leave_button.hide()
        self.again_button.show()
        self.show_links()
        self.again_button.setFocus()

    def _word(self, standing: Standing) -> str:
        return {
            Standing.DONE: self.tr("đã xong"),
            Standing.NOW: self.tr("đến lượt"),
            Standing.LATER: self.tr("chưa đến lượt"),
            Standing.SKIPPED: self.tr("không làm ở đây"),
        }[standing]

    def _build(self, title: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.mark)
        head.addWidget(short_label(title, Role.HEADING))
        head.addWidget(self.after, 1)
        self.below.setContentsMargins(_INDENT, 0, 0, 0)
        self.below.setSpacing(GRID)
        for part in (self.messages, self.summary, self._links, self.content):
            self.below.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(DOUBLE, GRID + HALF, DOUBLE, GRID + HALF)
        column.setSpacing(HALF)
        column.addLayout(head)
        column.addLayout(self.below)
