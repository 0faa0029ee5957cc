"""The bar above the pages: the way back, which page is shown, how large it is, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.flow import FlowLayout
from cbc_desktop.ui.kit.labels import Role, short_label
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.preview.page_layout import Fit, PagePlace
from cbc_desktop.ui.preview.page_view import STEP, PageView
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID, HALF


class Tools(QWidget):
    """Follows ``view`` and moves it."""

    back_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, view: PageView, pages: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view, self._pages = view, pages
        self.back_button = button(
            self.tr("‹ Trở lại"), self.back_wanted.emit, kind=Kind.LINK, tip=self.tr("Trở lại – Esc")
        )
        self.number = LineEdit()
        self.of_all = short_label(f"/ {pages}")
        self.shown_size = short_label("", Role.SMALL)
        self.print_button = button(self.tr("&In…"), self.print_wanted.emit, tip=self.tr("In – Ctrl+P"))
        self.save_button = button(self.tr("&Lưu tệp PDF…"), self.save_wanted.emit)
        self._dress_number()
        self._lay_out()
        view.page_changed.connect(self._show_page)
        view.page_changed.connect(self._show_size)
        view.zoomed.connect(self._show_size)
        self._show_page()

    def ask_for_page(self) -> None:
        self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.number.selectAll()

    def _dress_number(self) -> None:
        self.number.setAccessibleName(self.tr("Trang"))
        self.number.setToolTip(self.tr("Gõ số trang rồi Enter – Ctrl+G"))
        self.number.setValidator(QIntValidator(1, 99999, self.number))
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setFixedWidth(self.fontMetrics().horizontalAdvance("00000") + DOUBLE + 4)
        self.number.returnPressed.connect(self._go)
        self.number.left.connect(self._show_page)

    def _go(self) -> None:
        page = min(max(int(self.number.text() or 1), 1), self._pages)
        self._view.go_to(PagePlace(page - 1, 0, 0))
        self._view.setFocus()

    def _show_page(self) -> None:
        if not self.number.hasFocus():
            self.number.setText(str(self._view.page + 1))
        self.number.setAccessibleDescription(
            self.tr("{now} trong {pages}").format(now=self._view.page + 1, pages=self._pages)
        )

    def _show_size(self) -> None:
        self.shown_size.setText(f"{self._view.zoom * 100:.0f} %")

    def _lay_out(self) -> None:
        smaller = button("−", lambda: self._view.zoom_by(1 / STEP), shortcut="Ctrl+-", tip=self.tr("Nhỏ lại"))
        larger = button("+", lambda: self._view.zoom_by(STEP), shortcut="Ctrl++", tip=self.tr("To ra"))
        smaller.setAccessibleName(self.tr("Nhỏ lại"))
        larger.setAccessibleName(self.tr("To ra"))
        width = button(self.tr("Vừa &ngang"), lambda: self._view.zoom_to(Fit.WIDTH), shortcut="Ctrl+0")
        page = button(self.tr("&Vừa trang"), lambda: self._view.zoom_to(Fit.PAGE), shortcut="Ctrl+9")
        self.shown_size.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown_size.setMinimumWidth(self.fontMetrics().horizontalAdvance("0000 %"))
        flow = FlowLayout()
        flow.setSpacing(GRID)
        flow.addWidget(self._row(self.back_button))
        flow.addWidget(self._row(short_label(self.tr("Trang")), self.number, self.of_all))
        flow.addWidget(self._row(smaller, self.shown_size, larger))
        for one in (width, page, self.print_button, self.save_button):
            flow.addWidget(one)
        around = QVBoxLayout(self)
        around.setContentsMargins(DOUBLE, GRID, DOUBLE, GRID)
        around.addLayout(flow)

    def _row(self, *widgets: QWidget) -> QWidget:
        """What stays together when the bar needs a second line; as high as a button."""
        row = QWidget()
        row.setMinimumHeight(self.print_button.sizeHint().height())
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, GRID, 0)
        across.setSpacing(HALF)
        for widget in widgets:
            across.addWidget(widget)
        return row
