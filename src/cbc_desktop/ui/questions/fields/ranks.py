"""The field that puts choices in order: a list whose entries go up and down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from cbc_desktop.engine.choice_list import LiveChoice
from cbc_desktop.forms.definition import LeafDef
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.questions.fields.field import Field, mark_problem
from cbc_desktop.ui.theme.sizes import GRID


class RankField(Field):
    """The value is all codes in their order (ODK XForms, odk:rank); blank until a person has ordered them."""

    def __init__(self, question: LeafDef, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(question, look, parent)
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.up = button(self.tr("Lên"), lambda: self._move(-1), tip=self.tr("Đưa lên"))
        self.down = button(self.tr("Xuống"), lambda: self._move(1), tip=self.tr("Đưa xuống"))
        self.take = button(self.tr("Giữ thứ tự này"), self._report)
        buttons = QVBoxLayout()
        for one in (self.up, self.down, self.take):
            buttons.addWidget(one)
        buttons.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        self.setFocusProxy(self.list)

    def show_choices(self, choices: Sequence[LiveChoice]) -> None:
        self.list.clear()
        for choice in choices:
            entry = QListWidgetItem(choice.label)
            entry.setData(Qt.ItemDataRole.UserRole, choice.value)
            self.list.addItem(entry)
        self.show_value(self.lexical)

    def show_value(self, lexical: str) -> None:
        super().show_value(lexical)
        wanted = lexical.split()
        entries = [self.list.takeItem(0) for _ in range(self.list.count())]
        entries.sort(key=lambda entry: _place(str(entry.data(Qt.ItemDataRole.UserRole)), wanted))
        for entry in entries:
            self.list.addItem(entry)

    def show_state(self, *, readonly: bool, problem: str) -> None:
        for one in (self.up, self.down, self.take):
            one.setDisabled(readonly)
        mark_problem(self.list, problem)

    def describe(self, name: str, description: str) -> None:
        self.list.setAccessibleName(name)
        self.list.setAccessibleDescription(description)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if row < 0 or not 0 <= row + by < self.list.count():
            return
        self.list.insertItem(row + by, self.list.takeItem(row))
        self.list.setCurrentRow(row + by)
        self._report()

    def _report(self) -> None:
        entries = (self.list.item(row) for row in range(self.list.count()))
        self.report(" ".join(str(entry.data(Qt.ItemDataRole.UserRole)) for entry in entries))
        self.left.emit()


def _place(code: str, wanted: list[str]) -> int:
    return wanted.index(code) if code in wanted else len(wanted)
