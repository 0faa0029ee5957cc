"""What every widget is told about how to show things: the language of the window, its colours, and the clock's day."""

from __future__ import annotations

from dataclasses import dataclass

from cbc_desktop.base.message import VIETNAMESE, Message
from cbc_desktop.ui.theme.colours import LIGHT, Colours


@dataclass(frozen=True, slots=True)
class Look:
    """Handed over by constructor; a person who changes it gets a new window at the same place."""

    language: str = VIETNAMESE
    colours: Colours = LIGHT

    def text(self, message: Message) -> str:
        return message.in_language(self.language)
