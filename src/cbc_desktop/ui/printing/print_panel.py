"""What is printed, and how: printer, pages, copies, sides, colour; or what to do where there is no printer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.exporting.preview import Preview
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.kit.message_bar import MessageBar, Tone
from cbc_desktop.ui.kit.one_of import OneOf
from cbc_desktop.ui.kit.pages import ScrollPage
from cbc_desktop.ui.preview.page_view import PageView
from cbc_desktop.ui.printing.order import PrintOrder, Sides, pages_meant
from cbc_desktop.ui.printing.printers import Abilities, Printers
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID, HALF

MOST_COPIES = 99


class PrintPanel(QWidget):
    """Looks for printers whenever it is opened: people switch them on when they miss them."""

    closed = Signal()
    save_wanted = Signal()

    def __init__(
        self,
        around: Surroundings,
        printers: Printers,
        preview: Preview,
        pages: int,
        view: PageView,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._around, self.printers, self._preview = around, printers, preview
        self._pages, self._view = pages, view
        self._names: tuple[str, ...] = ()
        self._abilities = Abilities(both_sides=False, colour=False)
        self.messages = MessageBar()
        self.printer = OneOf(self.tr("Máy in"))
        self.which = LineEdit()
        self.this_page = button(self.tr("Chỉ trang này"), self._take_this_page, kind=Kind.LINK)
        self.copies = LineEdit()
        self.sides = OneOf(self.tr("In mấy mặt giấy"))
        self.grey = QCheckBox(self.tr("Đen trắng"))
        self.last_first = QCheckBox(self.tr("Trang cuối trước"))
        self.told = label("", Role.SMALL)
        self.wrong = label("", Role.ERROR)
        self.print_button = button(self.tr("In nga&y"), self.print, kind=Kind.PRIMARY)
        self.none = self._where_there_is_none()
        self.form = self._form()
        self._lay_out()
        self._listen()

    def open(self) -> None:
        self.messages.clear()
        self._names = tuple(self.printers.installed())
        for widget in (self.form, self.foot):
            widget.setVisible(bool(self._names))
        self.none.setVisible(not self._names)
        if self._names:
            kept = self.printer.currentText()
            self.printer.show_entries(self._names, self._names.index(kept) if kept in self._names else 0)
            self._show_abilities()
            self.print_button.setFocus()
        else:
            self.save_button.setFocus()

    def order(self) -> PrintOrder | None:
        """None while the line of pages means none."""
        pages = pages_meant(self.which.text(), self._pages)
        if pages is None:
            return None
        return PrintOrder(
            pages,
            max(int(self.copies.text() or 1), 1),
            tuple(Sides)[max(self.sides.currentIndex(), 0)],
            grey=self.grey.isChecked() or not self._abilities.colour,
            last_first=self.last_first.isChecked(),
        )

    def print(self) -> None:
        """Beside the window; the line at its foot tells how far it is, and stops it."""
        order = self.order()
        if order is None:
            self.which.setFocus()
            return
        printer = self.printers.opened(self.printer.currentText(), self._preview.name)
        content = self._preview.content

        def work(progress: Callable[[Message], None]) -> int:
            from cbc_desktop.ui.printing.print_run import print_pages

            return print_pages(content, printer, order, progress)

        started = self._around.tasks.run(self, work, done=self._printed, failed=self._refused, cancelled=self._stopped)
        if not started:
            self.messages.say(self.tr("Đang có việc khác chạy. Hãy chờ việc đó xong."), Tone.INFO)

    def _printed(self, pages: int) -> None:
        told = self.tr("Đã gửi %n trang tới máy in “{printer}”.", "", pages)
        self.messages.say(told.format(printer=self.printer.currentText()), Tone.DONE)

    def _refused(self, error: UserFacingError) -> None:
        self.messages.say(self._around.look.text(error.message), Tone.ERROR)

    def _stopped(self) -> None:
        self.messages.say(self.tr("Đã dừng in. Những trang máy in đã nhận có thể vẫn ra giấy."), Tone.INFO)

    # --- what is shown ---------------------------------------------------------------------------------------------

    def _show_abilities(self) -> None:
        """What the printer cannot do is not offered."""
        self._abilities = self.printers.abilities(self.printer.currentText())
        if not self._abilities.both_sides:
            self.sides.setCurrentIndex(0)
        for widget in (self.sides, self._sides_label):
            widget.setVisible(self._abilities.both_sides)
        self.grey.setVisible(self._abilities.colour)
        self._show_order()

    def _show_order(self) -> None:
        order = self.order()
        self.print_button.setDisabled(self._around.tasks.running)
        self.wrong.setVisible(order is None)
        self.told.setVisible(order is not None)
        if order is None:
            self.wrong.setText(self.tr("Không hiểu là trang nào. Văn bản có %n trang; gõ như 1-3, 8.", "", self._pages))
        else:
            pages = self.tr("%n trang", "", len(order.pages))
            self.told.setText(self.tr("{pages}, %n tờ giấy A4.", "", order.sheets).format(pages=pages))

    def _take_this_page(self) -> None:
        self.which.setText(str(self._view.page + 1))

    def _listen(self) -> None:
        self.printer.currentIndexChanged.connect(self._show_abilities)
        self.which.textChanged.connect(self._show_order)
        self.which.returnPressed.connect(self.print)
        self.copies.textChanged.connect(self._show_order)
        self.sides.currentIndexChanged.connect(self._show_order)
        self._around.tasks.busy.connect(self._show_order)

    def _form(self) -> QWidget:
        self.which.setAccessibleName(self.tr("Các trang"))
        self.which.setPlaceholderText(self.tr("tất cả, hoặc 1-3, 8"))
        self.copies.setAccessibleName(self.tr("Số bản"))
        self.copies.setText("1")
        self.copies.setValidator(QIntValidator(1, MOST_COPIES, self.copies))
        self.copies.returnPressed.connect(self.print)
        self.sides.show_entries(
            (self.tr("Một mặt"), self.tr("Hai mặt, lật như sách"), self.tr("Hai mặt, lật như lịch")), 0
        )
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        self._sides_label = label(self.tr("Mặt giấy"), Role.SMALL)
        for widget in (
            *(label(self.tr("Máy in"), Role.SMALL), self.printer),
            *(label(self.tr("Các trang"), Role.SMALL), self.which, self.this_page),
            *(label(self.tr("Số bản"), Role.SMALL), self.copies),
            *(self._sides_label, self.sides),
            *(self.grey, self.last_first),
        ):
            column.addWidget(widget)
        return form

    def _where_there_is_none(self) -> QWidget:
        self.save_button = button(self.tr("Lưu tệ&p PDF…"), self.save_wanted.emit, kind=Kind.PRIMARY)
        self.save_button.setAccessibleName(self.tr("Lưu tệp PDF để in ở máy khác"))
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(DOUBLE)
        for text in (
            self.tr("Máy tính này chưa cài máy in nào."),
            self.tr(
                "Lưu thành tệp PDF rồi in ở máy khác; hoặc cài máy in trong phần cài đặt của hệ thống rồi tìm lại."
            ),
        ):
            column.addWidget(label(text))
        column.addWidget(self.save_button)
        column.addWidget(button(self.tr("Tìm &máy in lại"), self.open))
        return place

    def _lay_out(self) -> None:
        close = button(self.tr("‹ Mục lục"), self.closed.emit, kind=Kind.LINK, tip=self.tr("Thôi in – Esc"))
        page = ScrollPage()
        for widget in (close, label(self.tr("In"), Role.HEADING), self.none, self.form):
            page.column.addWidget(widget)
        page.column.addStretch(1)
        self.foot = QFrame()
        self.foot.setProperty("role", "foot")
        foot = QVBoxLayout(self.foot)
        foot.setContentsMargins(DOUBLE, GRID, DOUBLE, GRID)
        for widget in (self.told, self.wrong, self.print_button):
            foot.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(page, 1)
        column.addWidget(self.foot)
