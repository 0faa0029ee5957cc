"""The search of an open dossier: a line to type in, what is found as one types, and the way to it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QListWidgetItem, QVBoxLayout, QWidget

from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.filling.search_reader import Hit, Part
from cbc_desktop.filling.searching import DossierSearch, Found
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.hit_list import HitList
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID, QUESTION_WIDTH

_LINES = 9
"""The most results that are shown without scrolling."""
_STEPS: Mapping[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _LINES,
    Qt.Key.Key_PageUp: -_LINES,
}


class SearchPanel(LineEdit):
    """The line; its results lie over ``host``, which is the whole dossier, and go when the keyboard goes elsewhere."""

    def __init__(self, look: Look, controller: DossierController, host: QWidget) -> None:
        super().__init__()
        self._look, self._controller, self._host = look, controller, host
        self._came_from: QWidget | None = None
        self._found = Found()
        sessions = {form_id: filling.session for form_id, filling in controller.dossier.forms.items()}
        self._search = DossierSearch(sessions)
        self.results = QFrame(host)
        self.hits = HitList(look)
        self.told = label("", Role.SMALL)
        self._lay_out()
        self._listen()

    def open(self) -> None:
        """Puts the keyboard into the line, with what was looked for last ready to be typed over."""
        if not self.hasFocus():
            self._came_from = self.window().focusWidget()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._show_found()

    def give_back(self) -> None:
        """Closes the results; the keyboard goes back to where it was."""
        self.results.hide()
        if self._came_from is not None:
            self._came_from.setFocus()

    def forget(self) -> None:
        """The forms show another language, or the dossier took a step."""
        self._search.forget()
        self._found = Found()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.give_back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
        elif event.key() in _STEPS and self.hits.count():
            self.hits.go_by(_STEPS[event.key()])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self._search.prepare()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.results.hide()

    def _follow(self, form_id: str, changes: ChangeSet) -> None:
        self._search.follow(form_id, changes)

    def _find(self, text: str) -> None:
        self._found = self._search.find(text)
        self.hits.show_lines((hit.snippet, self._place(hit)) for hit in self._found.hits)
        self._show_found()

    def _show_found(self) -> None:
        if not self.text().strip():
            self.results.hide()
            return
        self.hits.setVisible(bool(self._found.hits))
        self.told.setText(self._counted())
        self._place_results()
        self.results.show()
        self.results.raise_()
        self._tell()

    def _counted(self) -> str:
        shown, total = len(self._found.hits), self._found.total
        if not total:
            return self.tr("Không tìm thấy “{text}”. Hãy thử ít chữ hơn; không cần gõ dấu.").format(text=self.text())
        if shown < total:
            return self.tr("{shown} chỗ đầu trong %n chỗ. Gõ thêm chữ để tìm hẹp hơn.", "", total).format(shown=shown)
        return self.tr("%n chỗ. ↑ ↓ để chọn, Enter để tới, Esc để đóng.", "", total)

    def _tell(self) -> None:
        """A screen reader hears the result that is the current one, or that there is none."""
        current = self.hits.currentItem() if self._found.hits else None
        self.setAccessibleDescription(current.text() if current is not None else self.told.text())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _go(self) -> None:
        place = self.hits.currentRow()
        if self.results.isVisible() and 0 <= place < len(self._found.hits):
            hit = self._found.hits[place]
            self.results.hide()
            self._controller.jump.emit(hit.form_id, hit.address)

    def _pressed(self, item: QListWidgetItem) -> None:
        self.hits.setCurrentItem(item)
        self._go()

    def _place(self, hit: Hit) -> str:
        """Where a result stands, from the question outwards."""
        dossier = self._controller.dossier
        session = dossier.form(hit.form_id).session
        page = hit.page.shown_title(session)
        form = self._look.text(dossier.campaign.form_title(session.definition))
        around = page if hit.label == page else self.tr("{page} – {form}").format(page=page, form=form)
        if hit.part is Part.QUESTION:
            return around if hit.label != page else form
        kinds = {
            Part.ANSWER: self.tr("Trả lời: {question}"),
            Part.CHOICE: self.tr("Lựa chọn của: {question}"),
            Part.HINT: self.tr("Hướng dẫn của: {question}"),
        }
        question = self.tr("{question}, dòng {row}").format(question=hit.label, row=hit.row) if hit.row else hit.label
        return f"{kinds[hit.part].format(question=question)} – {around}"

    def _place_results(self) -> None:
        below = self.mapTo(self._host, QPoint(0, self.height() + GRID // 2))
        width = min(self._host.width() - below.x() - DOUBLE, QUESTION_WIDTH)
        wanted = self.hits.sizeHintForRow(0) * min(len(self._found.hits), _LINES) + 2
        self.hits.setFixedHeight(max(min(wanted, self._host.height() * 2 // 3), 0))
        self._column.activate()
        self.results.setGeometry(below.x(), below.y(), width, self._column.totalHeightForWidth(width))

    def _listen(self) -> None:
        controller = self._controller
        self.textEdited.connect(self._find)
        self.hits.itemClicked.connect(self._pressed)
        self.hits.currentItemChanged.connect(lambda *_: self._tell())
        controller.changed.connect(self._follow)
        self.destroyed.connect(self._search.close)
        QShortcut(QKeySequence.StandardKey.Find, self._host, self.open)

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Tìm trong câu hỏi và câu trả lời"))
        keys = QKeySequence(QKeySequence.StandardKey.Find).toString(QKeySequence.SequenceFormat.NativeText)
        self.setPlaceholderText(self.tr("Tìm câu hỏi, câu trả lời ({keys})").format(keys=keys))
        self.setToolTip(
            self.tr("Tìm trong câu hỏi, lựa chọn và câu trả lời, không cần gõ dấu – {keys}").format(keys=keys)
        )
        self.results.setProperty("role", "surface")
        self.results.hide()
        column = self._column = QVBoxLayout(self.results)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.hits)
        told = QVBoxLayout()
        told.setContentsMargins(DOUBLE, GRID, DOUBLE, GRID)
        told.addWidget(self.told)
        column.addLayout(told)
