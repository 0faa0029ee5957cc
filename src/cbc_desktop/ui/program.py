"""What outlives a window: the open office, the person's choices, running tasks; opens and dresses the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton

from cbc_desktop.base.clock import SystemClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.office import DATABASE, Office, open_office
from cbc_desktop.store.backups import Backup, backups_in, series_of
from cbc_desktop.store.putting_back import put_back
from cbc_desktop.ui.faults import Faults
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.clipboard import keep_out_of_histories
from cbc_desktop.ui.kit.confirm import confirmed
from cbc_desktop.ui.kit.system_open import open_with_system
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.main_window import NOWHERE, MainWindow, Room
from cbc_desktop.ui.opening import Opening
from cbc_desktop.ui.preferences import Preferences
from cbc_desktop.ui.rooms import Routes, Surroundings
from cbc_desktop.ui.salvaging import Salvaging
from cbc_desktop.ui.second_start import SecondStarts
from cbc_desktop.ui.tasks import Tasks
from cbc_desktop.ui.theme.colours import Scheme
from cbc_desktop.ui.theme.style import apply_style
from cbc_desktop.ui.translation import speak
from cbc_desktop.ui.trouble_window import TroubleWindow

_FIRST_BACKUP = 3_000
"""Milliseconds after the start: the window has been painted, and a person is looking at the list."""
_BETWEEN_BACKUPS = 30 * 60 * 1000


class Program(QObject):
    """One window at a time over one folder of data; ``window`` is the present one."""

    def __init__(
        self,
        application: QApplication,
        home: Path,
        open_data: Callable[[Path], AbstractContextManager[Office]] = open_office,
    ) -> None:
        super().__init__()
        self._application, self.home, self._open_data = application, home, open_data
        self.preferences = Preferences(home)
        self.tasks = Tasks(self)
        self.faults = Faults(home, self)
        self._salvaging = Salvaging(home / DATABASE, SystemClock(), self)
        self._salvaging.done.connect(self._tell_salvaged)
        self._closing = ExitStack()
        self._office: Office | None = None
        self._opening: Opening | None = None
        self._second_starts: SecondStarts | None = None
        self._words: QTranslator | None = None
        self.window: QMainWindow | None = None
        self._backing_up = QTimer(self, interval=_BETWEEN_BACKUPS)
        self._backing_up.timeout.connect(self._back_up)
        keep_out_of_histories(application.clipboard())
        application.styleHints().colorSchemeChanged.connect(self._follow_system)

    def start(self) -> None:
        """Opens the data and shows the window, or the trouble."""
        look = self._dressed()
        try:
            self._office = self._closing.enter_context(self._open_data(self.home))
        except UserFacingError as error:
            self._show_trouble(look, error.message)
        else:
            self._opening = Opening(self._office, self.tasks, self)
            self._show_office(self._office, self._opening, look, Room.DOSSIERS)
            QTimer.singleShot(_FIRST_BACKUP, self, self._back_up)
            self._backing_up.start()
            self._listen_for_second_starts()

    def show_file(self, path: Path) -> None:
        """One that a person opened outside; nothing where the data could not be opened."""
        if isinstance(self.window, MainWindow):
            self.window.take_file(path)

    def come_forward(self, file: Path | None) -> None:
        """Somebody started the program a second time, for ``file`` or for nothing else than the window."""
        if self.window is None:
            return
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()
        if file is not None:
            self.show_file(file)

    def close(self) -> None:
        """After the last window was closed: ends the task, closes the data."""
        self.tasks.cancel()
        self.tasks.wait()
        self._close_office()
        self.preferences.save()

    def undress(self) -> None:
        """Forgets the words of the language that was spoken."""
        if self._words is not None:
            self._application.removeTranslator(self._words)
            self._words = None

    def _dressed(self) -> Look:
        """Speaks the language and wears the colours that the person chose."""
        self.undress()
        language = self.preferences.language
        self._words = speak(self._application, language)
        colours = apply_style(self._application, self.preferences.scheme, self.preferences.scale)
        return Look(language, colours)

    def _show_office(
        self, office: Office, opening: Opening, look: Look, room: Room, places: Mapping[Room, object] = NOWHERE
    ) -> None:
        routes = Routes()
        around = Surroundings(office, look, self.preferences, self.tasks, routes)
        window = MainWindow(around, opening, room, places)
        routes.setParent(window)
        routes.restore.connect(self._restore)
        routes.dress_anew.connect(lambda: self._dress_anew(window))
        self.faults.happened.connect(window.tell_trouble)
        self._show(window)

    def _listen_for_second_starts(self) -> None:
        if self._second_starts is None:
            self._second_starts = SecondStarts(self.home, self)
            self._second_starts.asked.connect(self.come_forward)

    def _dress_anew(self, worn: MainWindow) -> None:
        """The same place in new clothes."""
        if self._office is not None and self._opening is not None:
            self._show_office(self._office, self._opening, self._dressed(), worn.room, worn.places)

    def _follow_system(self) -> None:
        """The desktop has become light or dark; a running task keeps its page until a person changes something."""
        follows = self.preferences.scheme is Scheme.SYSTEM and not self.tasks.running
        if follows and isinstance(self.window, MainWindow):
            self._dress_anew(self.window)

    def _back_up(self) -> None:
        """On the main thread: a few megabytes take hundredths of a second. A failure is told, and tried again later."""
        if self._office is None:
            return
        try:
            self._office.backups.make()
            received = self._office.received_backups
            if received is not None and not received.too_large_by_itself:
                received.make()
        except UserFacingError as error:
            self.faults.happened.emit(error.message)

    def _restore(self, backup: Path) -> None:
        """The data are closed, exchanged and opened again; when that is refused they are as they were."""
        self._back_up()
        now = (self._office.clock if self._office else SystemClock()).now()
        self._close_office()
        try:
            put_back(backup, self.home / series_of(backup).database, now)
        except UserFacingError as error:
            self.start()
            self.faults.happened.emit(error.message)
        else:
            self.start()

    def _show_trouble(self, look: Look, message: Message) -> None:
        again = button(self.tr("&Thử mở lại"), self.start, kind=Kind.PRIMARY)
        folder = button(self.tr("&Mở thư mục dữ liệu"), self._show_folder)
        latest = [self._way_back(backup) for backup in backups_in(self.home)[:1]]
        self._show(TroubleWindow(look, message, again, (*latest, *self._salvaging.offers(message), folder)))

    def _tell_salvaged(self, told: Message) -> None:
        self.start()
        self.faults.happened.emit(told)

    def _way_back(self, backup: Backup) -> QPushButton:
        text = self.tr("&Khôi phục bản sao lưu lúc {moment}…").format(moment=f"{backup.made_at:%d/%m/%Y %H:%M}")
        return button(text, lambda: self._restore_if_wanted(backup))

    def _restore_if_wanted(self, backup: Backup) -> None:
        told = self.tr(
            "Mọi hồ sơ trở lại như lúc đó. Tệp dữ liệu hiện nay không bị xóa, chỉ được cất sang thư mục sao lưu."
        )
        title, do, leave = self.tr("Khôi phục bản sao lưu này?"), self.tr("&Khôi phục"), self.tr("Khôn&g khôi phục")
        if confirmed(self.window, title, told, do=do, leave=leave):
            self._restore(backup.path)

    def _show_folder(self) -> None:
        open_with_system(self.home, self.faults.happened.emit)

    def _show(self, window: QMainWindow) -> None:
        worn, self.window = self.window, window
        if worn is None:
            window.restoreGeometry(self.preferences.geometry)
        else:
            window.setGeometry(worn.geometry())
            window.setWindowState(worn.windowState())
        window.show()
        if worn is not None:
            worn.hide()
            worn.deleteLater()

    def _close_office(self) -> None:
        self._backing_up.stop()
        if self._opening is not None:
            self._opening.give_up()
        self._office, self._opening = None, None
        self._closing.close()
