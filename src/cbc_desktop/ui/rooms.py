"""What the window's frame and its rooms say to each other; rooms do not know each other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.office import Office
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.preferences import Preferences
from cbc_desktop.ui.tasks import Tasks


class RoomPage(QWidget):
    """A room, built when it is first entered and kept."""

    left = Signal()
    """A person wants to go back to where they were before."""
    about: Topic
    """Every room has a chapter of the guide."""

    @property
    def topic(self) -> Topic:
        """What help would be about at the present page; a room whose pages have chapters of their own says which."""
        return self.about

    def entered(self) -> None:
        """Called whenever it is shown: a room that shows data reads anew what may have changed meanwhile."""

    def take_file(self, path: Path) -> None:
        """A file that was sent to this room by another one."""

    @property
    def place(self) -> object:
        """Where a person is in it, as plain data that outlive it; None where there is nothing to come back to."""
        return None

    def return_to(self, place: object) -> None:
        """To the ``place`` of the room of the same kind in the window before, if it was dressed anew since."""


class Routes(QObject):
    """Asked by any room, answered by the frame."""

    open_dossier = Signal(str)
    """Its identifier: show it, where it was left."""
    prefill = Signal(str)
    """The identifier of a draft that is to take over what an earlier dossier answers."""
    update = Signal(str)
    """The identifier of a draft that is to be carried over to the new version of its forms."""
    close_dossier = Signal()
    """Back to the list of dossiers."""
    verify = Signal(object)
    """The ``Path`` of a package of the open dossier, to look at in the receiving room as its receiver will."""
    resume = Signal()
    """The open dossier, where it was left."""
    dress_anew = Signal()
    """Language, colours or size of letters were changed: the same place in new clothes."""
    trouble = Signal(object)
    """A ``Message`` that belongs to no place in particular."""
    profiles = Signal()
    """The profiles of agencies, and then back to where the person was."""
    trust = Signal()
    """What this office trusts and which services it asks, and then back to where the person was."""
    restore = Signal(object)
    """The ``Path`` of a backup to put in place of the present data: the office is closed and opened again."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every room is given."""

    office: Office
    look: Look
    preferences: Preferences
    tasks: Tasks
    routes: Routes
