"""What the pages of the receiving room have in common: each is built when it is first turned to, and kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cbc_desktop.documents.guide.topics import Topic


class SectionPage(QWidget):
    """One of the pages between which a person turns in the receiving room."""

    about = Topic.RECEIVING
    """The chapter of the guide about this page."""
    agency_wanted = Signal(str)
    """The key of an agency in the register: what arrived of it is to be shown."""
    undecided_wanted = Signal()
    """The agencies of which a person must decide what counts."""

    @property
    def topic(self) -> Topic:
        """What help would be about now; a page with others in its place says which."""
        return self.about

    def entered(self) -> None:
        """Called whenever it is shown, and when another campaign is chosen meanwhile: reads anew what it shows."""
