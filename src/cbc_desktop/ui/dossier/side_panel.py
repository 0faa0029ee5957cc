"""The panel at the right: what stands beside one answer – a note, its history, and why it is as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from cbc_desktop.dossier.revision import RemarkKind
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.filling.explaining import explanations
from cbc_desktop.filling.history import HistoryLine
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.dossier.files_beside import FilesBeside
from cbc_desktop.ui.dossier.why_page import WhyPage
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.growing_text import GrowingText
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.listed_page import ListedPage
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.questions.beside import HISTORY, KEYS, NOTE, WHY
from cbc_desktop.ui.theme.sizes import GRID, PANEL_WIDTH


class SidePanel(QFrame):
    """Hidden until a person asks; Escape closes it and gives the keyboard back to where it was."""

    def __init__(self, look: Look, controller: DossierController) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setFixedWidth(PANEL_WIDTH)
        self._look, self._controller = look, controller
        self._form_id, self._address = "", Address("", "")
        self._came_from: QWidget | None = None
        self.title = label("", Role.HEADING)
        self.note = GrowingText()
        self.note.setAccessibleName(self.tr("Ghi chú"))
        self.note.setPlaceholderText(self.tr("Ghi chú cho câu trả lời này; được in cùng câu trả lời"))
        self.note.left.connect(self._keep_note)
        self.files = FilesBeside(controller)
        self.history, self.why = ListedPage(), WhyPage(look, controller)
        self.tabs = QTabWidget()
        self._places: Mapping[str, int] = {
            NOTE: self.tabs.addTab(self._note_page(), self.tr("Ghi chú")),
            HISTORY: self.tabs.addTab(self.history, self.tr("Lịch sử")),
            WHY: self.tabs.addTab(self.why, self.tr("Vì sao?")),
        }
        for panel, place in self._places.items():
            self.tabs.setTabToolTip(place, f"{self.tabs.tabText(place)} – {KEYS[panel]}")
        self._lay_out()
        controller.changed.connect(self.refresh)
        controller.remarked.connect(self.refresh)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close_panel, context=_HERE)
        self.hide()

    def show_panel(self, form_id: str, address: Address, panel: str) -> None:
        """Opens at one question and puts the keyboard there."""
        if self.isHidden():
            window = self.window()
            self._came_from = window.focusWidget()
        self._keep_note()
        self._form_id, self._address = form_id, address
        self.show()
        self.tabs.setCurrentIndex(self._places[panel])
        self.refresh()
        (self.note if panel == NOTE else self.tabs.tabBar()).setFocus()

    def holds(self, widget: QWidget | None) -> bool:
        """Whether the keyboard is in here, beside the question that is shown."""
        return widget is not None and self.isVisible() and self.isAncestorOf(widget)

    def turn_to(self, panel: str) -> None:
        """Another side of the same question."""
        self.show_panel(self._form_id, self._address, panel)

    def close_panel(self) -> None:
        self._keep_note()
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus()

    def refresh(self) -> None:
        """What is shown as it is now; closes when the question is gone."""
        leaf = self._leaf()
        if self.isHidden() or leaf is None:
            self.hide()
            return
        session = self._controller.dossier.form(self._form_id).session
        self.title.setText(session.text(leaf.definition.label, leaf) or leaf.name)
        if not self.note.hasFocus():
            with QSignalBlocker(self.note):
                self.note.setPlainText(self._kept_note())
            self.note.fit()
        self.note.setReadOnly(not self._controller.editable)
        self.files.show_files(self._form_id, self._address)
        lines = self._controller.dossier.history(self._form_id, self._address)
        self.history.show_all(self._history(lines), self.tr("Chưa có thay đổi nào."))
        self.why.show_explanations(self._form_id, explanations(session, self._address))

    def _leaf(self) -> LeafNode | None:
        """The question, while it is there: its row may have been deleted."""
        tree = self._controller.dossier.form(self._form_id).session.tree if self._form_id else None
        if tree is None or (self._address.row and self._address.row not in tree.rows):
            return None
        return tree.leaf(self._address)

    def _kept_note(self) -> str:
        return self._controller.remark_text(self._form_id, self._address, RemarkKind.NOTE)

    def _keep_note(self) -> None:
        if self.isHidden() or self._leaf() is None or not self._controller.editable:
            return
        text, form_id, address = self.note.toPlainText().strip(), self._form_id, self._address
        if text != self._kept_note():
            self._controller.remark(form_id, address, lambda: self._controller.dossier.note(form_id, address, text))

    def _history(self, lines: Iterable[HistoryLine]) -> Iterator[QWidget]:
        nothing = self.tr("(trống)")
        kinds = {
            None: self.tr("Câu trả lời"),
            RemarkKind.NOTE: self.tr("Ghi chú"),
            RemarkKind.EXPLANATION: self.tr("Giải trình"),
            RemarkKind.FILES: self.tr("Tệp kèm"),
        }
        for line in lines:
            when = self.tr("{time}, {who} – {kind}").format(
                time=f"{line.at:%d/%m/%Y %H:%M:%S}", who=line.who, kind=kinds[line.remark]
            )
            yield label(when, Role.SMALL)
            yield label(f"{line.before or nothing} → {line.after or nothing}")

    def _note_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(self.note)
        column.addWidget(self.files)
        column.addStretch(1)
        return page

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        close = button(self.tr("Đóng"), self.close_panel, kind=Kind.LINK, tip=self.tr("Đóng – Esc"))
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.addLayout(head)
        layout.addWidget(self.tabs, 1)


_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut
