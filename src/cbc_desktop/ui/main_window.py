"""The frame of the window: the start bar, the rooms, messages for all of them, and closing without losing anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from cbc_desktop.base.message import Message
from cbc_desktop.ui.kit.confirm import confirmed
from cbc_desktop.ui.kit.drawings import Drawing
from cbc_desktop.ui.kit.message_bar import MessageBar, Tone
from cbc_desktop.ui.kit.progress_line import ProgressLine
from cbc_desktop.ui.rooms import RoomPage, Surroundings
from cbc_desktop.ui.start.room import StartRoom
from cbc_desktop.ui.start_bar import StartBar

_SIZE = (1200, 680)


class Room(Enum):
    """In the order of the start bar."""

    DOSSIERS = 0
    RECEIVING = 1
    SETUP = 2


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is in the window; a window in other colours begins there."""

    room: Room = Room.DOSSIERS


class MainWindow(QMainWindow):
    """Knows the rooms, which do not know each other; each is built when it is first entered."""

    def __init__(self, around: Surroundings, place: Place) -> None:
        super().__init__()
        self.around = around
        self._rooms: dict[Room, RoomPage] = {}
        self.messages = MessageBar()
        self.bar = StartBar(around.look)
        self.stack = QStackedWidget()
        self._fill_bar()
        self._lay_out()
        self.resize(*_SIZE)
        around.routes.verify.connect(self._verify)
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
        self.messages.say(self.around.look.text(message), Tone.ERROR)

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
        return {
            Room.DOSSIERS: self.tr("Hồ sơ"),
            Room.RECEIVING: self.tr("Tiếp nhận"),
            Room.SETUP: self.tr("Thiết lập"),
        }

    def _fill_bar(self) -> None:
        for room, title in self._titles().items():
            self.bar.add(title, _DRAWINGS[room])
        self.bar.chosen.connect(lambda chosen: self.enter(Room(chosen)))

    def _lay_out(self) -> None:
        centre = QWidget()
        right = QVBoxLayout()
        right.setSpacing(0)
        for widget in (self.messages, self.stack, ProgressLine(self.around.look, self.around.tasks)):
            right.addWidget(widget)
        across = QHBoxLayout(centre)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.bar)
        across.addLayout(right, 1)
        self.setCentralWidget(centre)

    def _built(self, room: Room) -> RoomPage:
        made = _MAKERS[room](self.around)
        self._rooms[room] = made
        self.stack.addWidget(made)
        return made

    def _verify(self, path: Path) -> None:
        room = self.enter(Room.RECEIVING)
        room.take_file(path)

    def _may_close(self) -> bool:
        return not self.around.tasks.running or confirmed(
            self,
            self.tr("Dừng công việc đang chạy?"),
            self.tr("Chương trình đang làm dở một việc. Nếu đóng cửa sổ, việc đó dừng lại; hồ sơ vẫn nguyên vẹn."),
            do=self.tr("&Dừng và đóng"),
            leave=self.tr("&Chờ làm xong"),
        )

    def _keep_geometry(self) -> None:
        self.around.preferences.geometry = self.saveGeometry()


def _receiving(around: Surroundings) -> RoomPage:
    from cbc_desktop.ui.receiving.room import ReceivingRoom  # not before the first paint

    return ReceivingRoom(around)


def _setup(around: Surroundings) -> RoomPage:
    from cbc_desktop.ui.setup.room import SetupRoom  # not before the first paint

    return SetupRoom(around)


_DRAWINGS = {Room.DOSSIERS: Drawing.FOLDER, Room.RECEIVING: Drawing.TRAY, Room.SETUP: Drawing.SLIDERS}
_MAKERS: Mapping[Room, Callable[[Surroundings], RoomPage]] = {
    Room.DOSSIERS: StartRoom,
    Room.RECEIVING: _receiving,
    Room.SETUP: _setup,
}
