"""Rows that files no longer have: each stays unless a person ticks it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox

from cbc_desktop.engine.address import RowId
from cbc_desktop.filling.gathered import LeavingRow
from cbc_desktop.ui.kit.labels import label
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.kit.wrapping_choice import WrappingChoice
from cbc_desktop.ui.look import Look


class LeavingRows(Panel):
    """Hidden while every row is in every file."""

    def __init__(self, look: Look) -> None:
        super().__init__(self.tr("Dòng không còn trong tệp"))
        self._look = look
        self.column.addWidget(label(self.tr("Các dòng này được giữ lại. Đánh dấu những dòng cần xóa khỏi hồ sơ.")))
        self.choices: dict[RowId, WrappingChoice] = {}
        self.hide()

    def show_rows(self, rows: Sequence[LeavingRow]) -> None:
        ticked = set(self.ticked())
        for choice in self.choices.values():
            self.column.removeWidget(choice)
            choice.deleteLater()
        self.choices = {row.row: self._choice(row, checked=row.row in ticked) for row in rows}
        for choice in self.choices.values():
            self.column.addWidget(choice)
        self.setVisible(bool(rows))

    def ticked(self) -> list[RowId]:
        return [row for row, choice in self.choices.items() if choice.mark.isChecked()]

    def _choice(self, row: LeavingRow, *, checked: bool) -> WrappingChoice:
        text = self.tr("Xóa {row} (không còn trong {files})").format(
            row=self._look.text(row.where), files=", ".join(row.files)
        )
        mark = QCheckBox()
        mark.setChecked(checked)
        return WrappingChoice(mark, text, self)
