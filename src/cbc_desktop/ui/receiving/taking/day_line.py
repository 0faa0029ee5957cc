"""The day on which something came, for what came before today; a blank line says nothing."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from cbc_desktop.documents.typed_text import typed_day
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.theme.sizes import GRID

_WIDTH = GRID * 13


class DayLine(LineEdit):
    """Typed as 25/3/2022."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Ngày đến"))
        self.setPlaceholderText(self.tr("hôm nay"))
        self.setToolTip(self.tr("Đến trước hôm nay thì ghi ngày, ví dụ 25/3/2022; thư điện tử có ngày riêng"))
        self.setFixedWidth(_WIDTH)

    @property
    def day(self) -> date | None:
        return typed_day(self.text())

    @property
    def is_wrong(self) -> bool:
        """Something is typed that is no day."""
        return bool(self.text().strip()) and self.day is None
