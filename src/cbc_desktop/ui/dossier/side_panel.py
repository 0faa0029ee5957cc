"""The panel at the right: what stands beside one answer – a note, its history, and why it is as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from cbc_desktop.dossier.revision import RemarkKind
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.filling.explaining import Explanation, Reason, explanations
from cbc_desktop.filling.history import HistoryLine
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.pages import ScrollPage
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.questions.beside import HISTORY, NOTE, WHY
from cbc_desktop.ui.questions.fields.texts import GrowingText
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
        self.history, self.why = ScrollPage(), ScrollPage()
        self.tabs = QTabWidget()
        self._places: Mapping[str, int] = {
            NOTE: self.tabs.addTab(self._note_page(), self.tr("Ghi chú")),
            HISTORY: self.tabs.addTab(self.history, self.tr("Lịch sử")),
            WHY: self.tabs.addTab(self.why, self.tr("Vì sao?")),
        }
        self._lay_out()
        controller.changed.connect(lambda *_: self._refresh())
        controller.remarked.connect(lambda *_: self._refresh())
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
        self._refresh()
        (self.note if panel == NOTE else self.tabs.tabBar()).setFocus()

    def close_panel(self) -> None:
        self._keep_note()
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus()

    def _refresh(self) -> None:
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
        lines = self._controller.dossier.history(self._form_id, self._address)
        _fill(self.history, (self._history_line(line) for line in lines), self.tr("Chưa có thay đổi nào."))
        found = explanations(session, self._address)
        _fill(self.why, (self._explained(one) for one in found), self.tr("Câu này không phụ thuộc câu nào khác."))

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

    def _history_line(self, line: HistoryLine) -> QWidget:
        nothing = self.tr("(trống)")
        kinds = {
            None: self.tr("Câu trả lời"),
            RemarkKind.NOTE: self.tr("Ghi chú"),
            RemarkKind.EXPLANATION: self.tr("Giải trình"),
        }
        when = self.tr("{time}, {who} – {kind}").format(
            time=f"{line.at:%d/%m/%Y %H:%M:%S}", who=line.who, kind=kinds[line.remark]
        )
        holder, column = _holder()
        column.addWidget(label(when, Role.SMALL))
        column.addWidget(label(f"{line.before or nothing} → {line.after or nothing}"))
        return holder

    def _explained(self, one: Explanation) -> QWidget:
        holder, column = _holder()
        column.addWidget(label(self._sentence(one), Role.HEADING))
        if one.formula:
            column.addWidget(label(one.formula, Role.SMALL))
        for reading in one.readings:
            text = f"{self._look.text(reading.label)}: {reading.value or self.tr('(trống)')}"
            jump = button(text, self._jump_to(reading.address), kind=Kind.LINK)
            jump.setToolTip(text)
            column.addWidget(jump)
        if one.beyond:
            column.addWidget(label(self.tr("… và %n câu khác", "", one.beyond), Role.SMALL))
        return holder

    def _sentence(self, one: Explanation) -> str:
        sentences = {
            Reason.RELEVANT: self.tr("“{name}” chỉ phải trả lời khi điều kiện sau đúng:"),
            Reason.SURPLUS: self.tr("“{name}” là dòng thừa so với số dòng mà biểu mẫu yêu cầu."),
            Reason.CALCULATE: self.tr("“{name}” được tính từ:"),
            Reason.CONSTRAINT: self.tr("“{name}” được kiểm tra với:"),
            Reason.WARNING: self.tr("“{name}” được đối chiếu với:"),
            Reason.REQUIRED: self.tr("“{name}” bắt buộc tùy theo:"),
            Reason.READONLY: self.tr("“{name}” chỉ đọc tùy theo:"),
        }
        return sentences[one.reason].format(name=self._look.text(one.about))

    def _jump_to(self, address: Address) -> Callable[[], None]:
        return lambda: self._controller.jump.emit(self._form_id, address)

    def _note_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(self.note)
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


def _holder() -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, GRID)
    column.setSpacing(0)
    return holder, column


def _fill(page: ScrollPage, widgets: Iterable[QWidget], nothing: str) -> None:
    """The page anew, with a sentence where there is nothing."""
    while entry := page.column.takeAt(0):
        if widget := entry.widget():
            widget.deleteLater()
    shown = list(widgets) or [label(nothing, Role.SMALL)]
    for widget in shown:
        page.column.addWidget(widget)
    page.column.addStretch(1)
