"""The frame of the window: the start bar, the rooms, messages for all of them, and closing without losing anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from cbc_desktop.base.message import Message
from cbc_desktop.ui.kit.confirm import confirmed
from cbc_desktop.ui.kit.drawings import Drawing
from cbc_desktop.ui.kit.message_bar import MessageBar, Tone
from cbc_desktop.ui.kit.progress_line import ProgressLine
from cbc_desktop.ui.rooms import RoomPage, Surroundings
from cbc_desktop.ui.setup.room import SetupRoom
from cbc_desktop.ui.start.room import StartRoom
from cbc_desktop.ui.start_bar import StartBar

_SIZE = (1200, 680)


class Room(Enum):
    """In the order of the start bar."""

    DOSSIERS = 0
    SETUP = 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is in the window; a window in other colours begins there."""

    room: Room = Room.DOSSIERS


class MainWindow(QMainWindow):
    """Knows the rooms, which do not know each other; each is built when it is first entered."""

    def __init__(self, around: Surroundings, place: Place) -> None:
        super().__init__()
        self._around = around
        self._rooms: dict[Room, RoomPage] = {}
        self.messages = MessageBar()
        self.bar = StartBar(around.look)
        self.stack = QStackedWidget()
        self._fill_bar()
        self._lay_out()
        self.resize(*_SIZE)
        self.enter(place.room)

    @property
    def place(self) -> Place:
        return Place(self.room)

    def enter(self, room: Room) -> RoomPage:
        """Shows the room as it is now; answers it."""
        self.room = room
        shown = self._rooms.get(room) or self._built(room)
        self.bar.show_chosen(room.value)
        self.stack.setCurrentWidget(shown)
        self.setWindowTitle(self.tr("CBC – {room}").format(room=self._titles()[room]))
        shown.entered()
        return shown

    def tell_trouble(self, message: Message) -> None:
        """For what happened in no room in particular."""
        self.messages.say(self._around.look.text(message), Tone.ERROR)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if not self._may_close():
            event.ignore()
            return
        self._keep_geometry()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowDeactivate:
            self._keep_geometry()

    def _titles(self) -> dict[Room, str]:
        return {Room.DOSSIERS: self.tr("Hồ sơ"), Room.SETUP: self.tr("Thiết lập")}

    def _fill_bar(self) -> None:
        drawings = {Room.DOSSIERS: Drawing.FOLDER, Room.SETUP: Drawing.SLIDERS}
        for room, title in self._titles().items():
            self.bar.add(title, drawings[room])
        self.bar.chosen.connect(lambda chosen: self.enter(Room(chosen)))

    def _lay_out(self) -> None:
        centre = QWidget()
        right = QVBoxLayout()
        right.setSpacing(0)
        for widget in (self.messages, self.stack, ProgressLine(self._around.look, self._around.tasks)):
            right.addWidget(widget)
        across = QHBoxLayout(centre)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.bar)
        across.addLayout(right, 1)
        self.setCentralWidget(centre)

    def _built(self, room: Room) -> RoomPage:
        makers: dict[Room, Callable[[Surroundings], RoomPage]] = {Room.DOSSIERS: StartRoom, Room.SETUP: SetupRoom}
        made = makers[room](self._around)
        self._rooms[room] = made
        self.stack.addWidget(made)
        return made

    def _may_close(self) -> bool:
        return not self._around.tasks.running or confirmed(
            self,
            self.tr("Dừng công việc đang chạy?"),
            self.tr("Chương trình đang làm dở một việc. Nếu đóng cửa sổ, việc đó dừng lại; hồ sơ vẫn nguyên vẹn."),
            do=self.tr("&Dừng và đóng"),
            leave=self.tr("&Chờ làm xong"),
        )

    def _keep_geometry(self) -> None:
        self._around.preferences.geometry = self.saveGeometry()
