"""The backups of the data: one now, and one of those that were made put back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout, QListWidget, QListWidgetItem, QWidget

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.store.backups import DOSSIERS, RECEIVED, Backup, Series, backups_in, series_of
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.confirm import confirmed
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.kit.side_page import SidePage
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.salvaging import Salvaging

_PATH = Qt.ItemDataRole.UserRole


class BackupsPage(SidePage):
    """The newest backup first; putting one back is asked about, and keeps what was there."""

    about = Topic.CARRYING

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title.setText(self.tr("Sao lưu và khôi phục"))
        self._around = around
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Các bản sao lưu"))
        self.make_button = button(self.tr("Sao lưu &ngay"), self.make, kind=Kind.PRIMARY)
        self.copy_button = button(self.tr("&Chép ra USB…"), self._choose_stick)
        self.other_button = button(self.tr("Khôi phục từ &USB…"), self._choose_copy)
        self.restore_button = button(self.tr("&Khôi phục bản đã chọn…"), self.restore, kind=Kind.DANGER)
        self.list.currentRowChanged.connect(lambda _: self._show_possible())
        self._salvaging = Salvaging(self._home / RECEIVED.database, around.office.clock, self)
        self._salvaging.done.connect(self._tell_salvaged)
        self._lay_out()
        self._show()
        self._look_at_received()

    def make(self) -> None:
        """A backup of the data as they are now."""
        try:
            made = self._around.office.backups.make()
            received = self._around.office.received_backups
            if received is not None:
                received.make()
        except UserFacingError as error:
            self._tell(error)
            return
        self._show()
        told = self.tr("Dữ liệu đã được sao lưu vào “{name}”.").format(name=made.path.name)
        self.messages.say(told, Tone.DONE)

    def restore(self) -> None:
        """Asks, then puts the chosen backup in the place of the present data."""
        item = self.list.currentItem()
        if item is None:
            return
        path: Path = item.data(_PATH)
        if self._wanted(item.text(), series_of(path)):
            self._around.routes.restore.emit(path)

    def copy_to(self, stick: Path) -> None:
        """All data with their attached files, beside the window."""
        office = self._around.office

        def copy(progress: Progress) -> Path:
            received = office.received_backups
            return office.backups.copy_whole(stick, progress, [received] if received is not None else [])

        self._around.tasks.run(self, copy, done=self._tell_copied, failed=self._tell)

    def restore_copy(self, copied: Path) -> None:
        """Asks, then puts a copy from a stick in the place of the present data."""
        if self._wanted(copied.parent.name, series_of(copied)):
            self._around.routes.restore.emit(copied)

    def _choose_stick(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Chọn USB hoặc thư mục để chép vào"), str(Path.home()))
        if folder:
            self.copy_to(Path(folder))

    def _choose_copy(self) -> None:
        patterns = self.tr("Dữ liệu đã chép (cbc.sqlite3 received.sqlite3)")
        title = self.tr("Chọn tệp cbc.sqlite3 (hồ sơ) hoặc received.sqlite3 (đã nhận) trong thư mục đã chép")
        name, _ = QFileDialog.getOpenFileName(self, title, str(Path.home()), patterns)
        if name:
            self.restore_copy(Path(name))

    def _tell_copied(self, copied: Path) -> None:
        told = self.tr("Toàn bộ dữ liệu và tệp đính kèm đã được chép vào “{folder}”.").format(folder=copied.parent)
        self.messages.say(told, Tone.DONE)

    def _tell(self, error: UserFacingError) -> None:
        self.messages.say(self._around.look.text(error.message), Tone.ERROR, *self._salvaging.offers(error.message))

    def _look_at_received(self) -> None:
        """Whether what arrived can be opened: from here it is put back or salvaged."""
        try:
            _ = self._around.office.received_backups
        except UserFacingError as error:
            self._tell(error)

    def _tell_salvaged(self, told: Message) -> None:
        self._show()
        self.messages.say(self._around.look.text(told))

    def _wanted(self, which: str, series: Series) -> bool:
        told = self.tr(
            "Mọi hồ sơ trở lại như lúc {which}. Dữ liệu hiện nay được sao lưu trước rồi mới thay, "
            "nên có thể khôi phục lại."
        )
        if series is RECEIVED:
            told = self.tr(
                "Những gì đã nhận và quyết định trở lại như lúc {which}; hồ sơ giữ nguyên. Dữ liệu hiện nay được sao "
                "lưu trước rồi mới thay, nên có thể khôi phục lại."
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
        buttons = QGridLayout()
        buttons.setColumnStretch(2, 1)
        verbs = (self.make_button, self.restore_button, self.copy_button, self.other_button)
        for position, verb in enumerate(verbs):
            buttons.addWidget(verb, *divmod(position, 2))
        self._around.tasks.busy.connect(self._show_possible)
        self.column.addWidget(label(told))
        self.column.addWidget(self.list, 1)
        self.column.addLayout(buttons)
        place = self.tr("Các bản sao lưu nằm trong thư mục “backups” của thư mục dữ liệu.")
        self.column.addWidget(label(place, Role.SMALL))

    def _show(self) -> None:
        self.list.clear()
        locale = QLocale()
        for backup in self._backups():
            which = "" if backup.series is DOSSIERS else self.tr("đã nhận, ")
            size = locale.formattedDataSize(backup.size)
            item = QListWidgetItem(f"{backup.made_at:%d/%m/%Y %H:%M:%S}  ({which}{size})")
            item.setData(_PATH, backup.path)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if self.list.count() else -1)
        self._show_possible()

    def _backups(self) -> list[Backup]:
        """The newest first."""
        found = [backup for series in (DOSSIERS, RECEIVED) for backup in backups_in(self._home, series)]
        return sorted(found, key=lambda backup: backup.made_at, reverse=True)

    @property
    def _home(self) -> Path:
        return self._around.office.database.path.parent

    def _show_possible(self) -> None:
        """A task has the data open, which must not be exchanged under it."""
        free = not self._around.tasks.running
        self.copy_button.setEnabled(free)
        self.other_button.setEnabled(free)
        self.restore_button.setEnabled(free and self.list.currentItem() is not None)
