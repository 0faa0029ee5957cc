"""The field that takes a file: choose, open, replace, take away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from cbc_desktop.forms.definition import LeafDef
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.questions.fields.field import Field, mark_problem
from cbc_desktop.ui.theme.sizes import GRID


class FileField(Field):
    """The value is the file's name in the dossier; a chosen file is ``attached`` by whoever listens."""

    attached = Signal(object)
    """A ``Path`` that a person chose."""
    open_wanted = Signal()

    def __init__(self, question: LeafDef, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(question, look, parent)
        self.name = label("", Role.SMALL)
        self.choose = button(self.tr("Chọn tệp…"), self._choose)
        self.open = button(self.tr("Mở"), self.open_wanted.emit, kind=Kind.LINK)
        self.take_away = button(self.tr("Bỏ tệp"), self._take_away, kind=Kind.LINK)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.choose)
        layout.addWidget(self.name, 1)
        layout.addWidget(self.open)
        layout.addWidget(self.take_away)
        self.setFocusProxy(self.choose)
        self._readonly = False

    def show_value(self, lexical: str) -> None:
        super().show_value(lexical)
        self.name.setText(lexical or self.tr("Chưa có tệp nào."))
        self.choose.setText(self.tr("Thay tệp khác…") if lexical else self.tr("Chọn tệp…"))
        self.open.setVisible(bool(lexical))
        self.take_away.setVisible(bool(lexical) and not self._readonly)

    def show_state(self, *, readonly: bool, problem: str) -> None:
        self._readonly = readonly
        self.choose.setHidden(readonly)
        self.take_away.setVisible(bool(self.lexical) and not readonly)
        mark_problem(self.choose, problem)

    def describe(self, name: str, description: str) -> None:
        for one in (self.choose, self.open, self.take_away):
            one.setAccessibleName(f"{one.text().replace('&', '')}: {name}")
            one.setAccessibleDescription(description)

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Chọn tệp đính kèm"), str(Path.home()))
        if chosen:
            self.attached.emit(Path(chosen))

    def _take_away(self) -> None:
        self.report("")
        self.show_value("")
        self.left.emit()
