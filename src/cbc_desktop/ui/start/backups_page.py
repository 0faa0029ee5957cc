"""The backups of the data: one now, and one of those that were made put back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.confirm import confirmed
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.start.side_page import SidePage

_PATH = Qt.ItemDataRole.UserRole


class BackupsPage(SidePage):
    """The newest backup first; putting one back is asked about, and keeps what was there."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title.setText(self.tr("Sao lưu và khôi phục"))
        self._around = around
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Các bản sao lưu"))
        self.make_button = button(self.tr("Sao lưu &ngay"), self.make, kind=Kind.PRIMARY)
        self.restore_button = button(self.tr("&Khôi phục bản đã chọn…"), self.restore, kind=Kind.DANGER)
        self.list.currentRowChanged.connect(lambda row: self.restore_button.setEnabled(row >= 0))
        self._lay_out()
        self._show()

    def make(self) -> None:
        """A backup of the data as they are now."""
        try:
            made = self._around.office.backups.make()
        except UserFacingError as error:
            self.messages.say(self._around.look.text(error.message), Tone.ERROR)
            return
        self._show()
        told = self.tr("Dữ liệu đã được sao lưu vào “{name}”.").format(name=made.path.name)
        self.messages.say(told, Tone.DONE)

    def restore(self) -> None:
        """Asks, then puts the chosen backup in the place of the present data."""
        item = self.list.currentItem()
        if item is None or not self._wanted(item.text()):
            return
        path: Path = item.data(_PATH)
        self._around.routes.restore.emit(path)

    def _wanted(self, which: str) -> bool:
        told = self.tr(
            "Mọi hồ sơ trở lại như lúc {which}. Dữ liệu hiện nay được sao lưu trước rồi mới thay, "
            "nên có thể khôi phục lại."
        )
        return confirmed(
            self,
            self.tr("Khôi phục bản sao lưu này?"),
            told.format(which=which),
            do=self.tr("&Khôi phục"),
            leave=self.tr("Khôn&g khôi phục"),
        )

    def _lay_out(self) -> None:
        told = self.tr("Chương trình tự sao lưu khi mở và cứ 30 phút một lần nếu có thay đổi; bản cũ được lọc bớt dần.")
        buttons = QHBoxLayout()
        for widget in (self.make_button, self.restore_button):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        self.column.addWidget(label(told))
        self.column.addWidget(self.list, 1)
        self.column.addLayout(buttons)
        place = self.tr("Các bản sao lưu nằm trong thư mục “backups” của thư mục dữ liệu.")
        self.column.addWidget(label(place, Role.SMALL))

    def _show(self) -> None:
        self.list.clear()
        locale = QLocale()
        for backup in self._around.office.backups.all():
            item = QListWidgetItem(f"{backup.made_at:%d/%m/%Y %H:%M:%S}  ({locale.formattedDataSize(backup.size)})")
            item.setData(_PATH, backup.path)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if self.list.count() else -1)
        self.restore_button.setEnabled(self.list.count() > 0)
