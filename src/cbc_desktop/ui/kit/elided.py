"""A label of one line that ends in … when there is no room; the whole text is on its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cbc_desktop.ui.kit.labels import Role, paint_text
from cbc_desktop.ui.kit.tips import plain_tip


class ElidedLabel(QLabel):
    """Its text is always whole for screen readers; only its drawing is cut."""

    def __init__(self, text: str = "", role: Role = Role.BODY, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role.value)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        place = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        self.setToolTip("" if shown == self.text() else plain_tip(self.text()))
        paint_text(self, shown, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, wraps=False)
