"""The frame of the window: the start bar, the rooms, messages for all of them, and closing without losing anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from cbc_desktop.base.message import Message
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.dossier.return_slip import SUFFIXES as SLIP_SUFFIXES
from cbc_desktop.forms.installing import UPDATE_SUFFIX
from cbc_desktop.store.copy_file import SUFFIX as COPY_SUFFIX
from cbc_desktop.ui.kit.confirm import confirmed
from cbc_desktop.ui.kit.drawings import Drawing
from cbc_desktop.ui.kit.finished_typing import finish_typing
from cbc_desktop.ui.kit.message_bar import MessageBar, Tone
from cbc_desktop.ui.kit.progress_line import ProgressLine
from cbc_desktop.ui.opening import Opening
from cbc_desktop.ui.rooms import RoomPage, Surroundings
from cbc_desktop.ui.start.room import StartRoom
from cbc_desktop.ui.start_bar import StartBar

if TYPE_CHECKING:
    from cbc_desktop.ui.dossier.view import DossierView
    from cbc_desktop.ui.setup.room import SetupRoom

_SIZE = (1200, 680)


class Room(Enum):
    """In the order of the start bar."""

    DOSSIERS = 0
    RECEIVING = 1
    SETUP = 2
    HELP = 3


NOWHERE: Mapping[Room, object] = MappingProxyType({})


class MainWindow(QMainWindow):
    """Knows the rooms, which do not know each other; each is built when it is first entered.

    An open dossier stands in the place of the list of dossiers until it is closed.
    """

    def __init__(
        self,
        around: Surroundings,
        opening: Opening,
        room: Room = Room.DOSSIERS,
        places: Mapping[Room, object] = NOWHERE,
    ) -> None:
        """``places`` are those of the window before, which was dressed anew."""
        super().__init__()
        self.around, self._opening, self._before = around, opening, dict(places)
        self._rooms: dict[Room, RoomPage] = {}
        self.view: DossierView | None = None
        self.room = room
        self._came_from: tuple[Room, QWidget | None] = (Room.DOSSIERS, None)
        self.messages = MessageBar(at_edge=True)
        self.bar = StartBar(around.look)
        self.stack = QStackedWidget()
        self._fill_bar()
        self._lay_out()
        self.resize(*_SIZE)
        self._listen()
        if opening.controller is not None:
            self._show_dossier()
        self.enter(room)

    # --- going about -----------------------------------------------------------------------------------------------

    def enter(self, room: Room) -> RoomPage:
        """Shows the room as it is now, or the dossier that is open in it; answers the room."""
        if room is not self.room:
            self._came_from = (self.room, self.focusWidget())
        self.room = room
        entered = self._rooms.get(room) or self._built(room)
        self.bar.show_chosen(room.value)
        self.setWindowTitle(self.tr("CBC – {room}").format(room=self._titles()[room]))
        if room is Room.DOSSIERS and self.view is not None:
            self.stack.setCurrentWidget(self.view)
        else:
            self.stack.setCurrentWidget(entered)
            entered.entered()
        return entered

    @property
    def places(self) -> Mapping[Room, object]:
        """Where a person is in each room that was entered, in this window or in one before."""
        return {**self._before, **{room: entered.place for room, entered in self._rooms.items()}}

    def turn_help(self) -> None:
        """Help about the page one is on; and back again."""
        from cbc_desktop.ui.help.room import HelpRoom  # not before the first paint

        if self.room is Room.HELP:
            self._go_back()
            return
        topic, shown = self._topic(), self.enter(Room.HELP)
        assert isinstance(shown, HelpRoom)
        shown.show_topic(topic)

    def _go_back(self) -> None:
        """To the room in which one was before, and to the same field."""
        room, focus = self._came_from
        self.enter(room)
        if focus is not None and isValid(focus):
            focus.setFocus()

    def _topic(self) -> Topic:
        if self.room is Room.DOSSIERS and self.view is not None:
            return self.view.topic
        return self._rooms[self.room].topic

    def close_dossier(self) -> None:
        """Back to the list; what could not be saved is not given up without asking."""
        if not self._may_leave():
            return
        if self.view is not None:
            self.stack.removeWidget(self.view)
            self.view.deleteLater()
            self.view = None
        self._opening.give_up()
        self.enter(Room.DOSSIERS)

    def tell_trouble(self, message: Message) -> None:
        """For what happened in no room in particular."""
        self.messages.say(self.around.look.text(message), Tone.ERROR)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if not (self._may_leave() and self._may_stop()):
            event.ignore()
            return
        self._keep_geometry()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowDeactivate:
            self._keep_geometry()

    # --- building --------------------------------------------------------------------------------------------------

    def _titles(self) -> dict[Room, str]:
        return {
            Room.DOSSIERS: self.tr("Hồ sơ"),
            Room.RECEIVING: self.tr("Tiếp nhận"),
            Room.SETUP: self.tr("Thiết lập"),
            Room.HELP: self.tr("Trợ giúp"),
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

    def _listen(self) -> None:
        routes = self.around.routes
        routes.verify.connect(self._verify)
        routes.resume.connect(lambda: self.enter(Room.DOSSIERS))
        routes.open_dossier.connect(self._opening.open)
        routes.close_dossier.connect(self.close_dossier)
        routes.prefill.connect(self._prefill)
        routes.update.connect(self._update)
        routes.profiles.connect(self._show_profiles)
        routes.trust.connect(self._show_trust)
        self._opening.opened.connect(self._show_opened)
        self._opening.refused.connect(self.tell_trouble)
        self.around.routes.trouble.connect(self.tell_trouble)
        QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self, self.turn_help)

    def _built(self, room: Room) -> RoomPage:
        made = _MAKERS[room](self.around)
        made.left.connect(self._go_back)
        made.return_to(self._before.get(room))
        self._rooms[room] = made
        self.stack.addWidget(made)
        return made

    def _prefill(self, dossier_id: str) -> None:
        """On a page of the list, where the dossier is closed meanwhile."""
        self.close_dossier()
        room = self.enter(Room.DOSSIERS)
        if self.view is None and isinstance(room, StartRoom):
            room.show_prefill(dossier_id)

    def _update(self, dossier_id: str) -> None:
        """On a page of the list, where the dossier is closed meanwhile."""
        self.close_dossier()
        room = self.enter(Room.DOSSIERS)
        if self.view is None and isinstance(room, StartRoom):
            room.show_update(dossier_id)

    def _show_profiles(self) -> None:
        self._setup_room().show_profiles(called=True)

    def _show_trust(self) -> None:
        self._setup_room().show_trust(called=True)

    def _setup_room(self) -> SetupRoom:
        from cbc_desktop.ui.setup.room import SetupRoom  # not before the first paint

        room = self.enter(Room.SETUP)
        assert isinstance(room, SetupRoom)
        return room

    def take_file(self, path: Path) -> None:
        """A file that was opened outside the window, into the room for its kind; an open dossier makes room for it."""
        finish_typing()
        room = _ROOMS_OF_FILES.get(path.suffix.lower(), Room.RECEIVING)
        if room is Room.DOSSIERS and self.view is not None:
            self.close_dossier()
            if self.view is not None:  # it could not be saved, and is not given up
                return
        self.enter(room).take_file(path)

    def _verify(self, path: Path) -> None:
        from cbc_desktop.ui.receiving.room import ReceivingRoom  # not before the first paint

        room = self.enter(Room.RECEIVING)
        assert isinstance(room, ReceivingRoom)
        room.look_at_own(path)

    # --- the open dossier ------------------------------------------------------------------------------------------

    def _show_opened(self) -> None:
        if self.view is None or self.view.controller is not self._opening.controller:
            self._show_dossier()
        self.enter(Room.DOSSIERS)
        if self.view is not None:
            self.view.take_keyboard()

    def _show_dossier(self) -> None:
        from cbc_desktop.ui.dossier.view import DossierView  # not before the first paint

        if self.view is not None:
            self.stack.removeWidget(self.view)
            self.view.deleteLater()
        assert self._opening.controller is not None
        self.view = DossierView(self.around, self._opening.controller)
        self.stack.addWidget(self.view)

    def _may_leave(self) -> bool:
        """Whether everything is saved, or a person gives up what could not be."""
        finish_typing()
        saved = self._opening.saved() if self.view is None else self.view.leave()
        if saved:
            return True
        why = self._opening.why_not_saved()
        told = self.tr("{why}\n\nNếu đóng bây giờ, những gì chưa lưu sẽ mất; những gì đã báo “Đã lưu” vẫn còn.")
        return confirmed(
            self,
            self.tr("Đóng khi chưa lưu được?"),
            told.format(why=self.around.look.text(why) if why else ""),
            do=self.tr("&Bỏ phần chưa lưu và đóng"),
            leave=self.tr("Ở &lại"),
        )

    def _may_stop(self) -> bool:
        return not self.around.tasks.asked_for or confirmed(
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


def _help(around: Surroundings) -> RoomPage:
    from cbc_desktop.ui.help.room import HelpRoom  # not before the first paint

    return HelpRoom(around)


_DRAWINGS: Mapping[Room, Drawing] = {
    Room.DOSSIERS: Drawing.FOLDER,
    Room.RECEIVING: Drawing.TRAY,
    Room.SETUP: Drawing.SLIDERS,
    Room.HELP: Drawing.QUESTION,
}
_ROOMS_OF_FILES: Mapping[str, Room] = {
    **dict.fromkeys((COPY_SUFFIX, *SLIP_SUFFIXES), Room.DOSSIERS),
    UPDATE_SUFFIX: Room.SETUP,
}
"""By the end of a file's name; what is not here may be a package, a signed document or a scan."""
_MAKERS: Mapping[Room, Callable[[Surroundings], RoomPage]] = {
    Room.DOSSIERS: StartRoom,
    Room.RECEIVING: _receiving,
    Room.SETUP: _setup,
    Room.HELP: _help,
}
