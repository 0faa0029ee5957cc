"""The document as it will be signed, to be read page by page before anybody signs it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, short_label
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

_STEP = 1.25


class PreviewPage(QWidget):
    """``closed``: back to the steps, please."""

    closed = Signal()

    def __init__(self, content: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = QBuffer(self)
        self._content.setData(QByteArray(content))
        self._content.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument(self)
        self.document.load(self._content)
        self.view = QPdfView(self)
        self.view.setAccessibleName(self.tr("Văn bản xem trước"))
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setDocument(self.document)
        self.place = short_label("", Role.SMALL)
        self._lay_out()
        self.view.pageNavigator().currentPageChanged.connect(self._show_place)
        self._show_place()
        self.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def zoom(self, factor: float) -> None:
        shown = self.view.viewport().width() / max(self.document.pagePointSize(0).width(), 1)
        fitted = self.view.zoomMode() is QPdfView.ZoomMode.FitToWidth
        before = shown * 72 / self.view.logicalDpiX() if fitted else self.view.zoomFactor()
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(before * factor)

    def fit(self) -> None:
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def _show_place(self) -> None:
        now, pages = self.view.pageNavigator().currentPage() + 1, self.document.pageCount()
        self.place.setText(self.tr("Trang {now}/{pages}").format(now=now, pages=pages))

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(DOUBLE, GRID, DOUBLE, GRID)
        bar.setSpacing(GRID)
        back = button(self.tr("‹ Xuất và ký"), self.closed.emit, kind=Kind.LINK, tip=self.tr("Trở lại – Esc"))
        smaller = button(self.tr("Nhỏ lại"), lambda: self.zoom(1 / _STEP), shortcut="Ctrl+-")
        larger = button(self.tr("To ra"), lambda: self.zoom(_STEP), shortcut="Ctrl++")
        fitted = button(self.tr("Vừa chiều ngang"), self.fit, shortcut="Ctrl+0")
        bar.addWidget(back)
        bar.addStretch(1)
        for widget in (self.place, smaller, larger, fitted):
            bar.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.view, 1)
