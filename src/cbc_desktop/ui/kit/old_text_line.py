"""The offer to convert a text in an old encoding, with a preview: taken with one key, or left as it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cbc_desktop.base.old_encodings import OldEncoding, OldText, decode, recognise
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.flow import FlowLayout
from cbc_desktop.ui.kit.labels import label
from cbc_desktop.ui.theme.sizes import GRID, HALF

_PREVIEW = 160
"""Letters of the converted text that are shown."""


class OldTextLine(QFrame):
    """Hidden while there is nothing to offer; never converts by itself."""

    converted = Signal(str)
    """A person wants this text in place of the old one."""
    left = Signal()
    """A person wants it as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "note-info")
        self._text = ""
        self._found: OldText | None = None
        self._left_alone: set[str] = set()
        self.words = label(parent=self)
        self.convert_button = button(self.tr("&Chuyển sang Unicode"), self._convert)
        self.capitals_button = button(
            self.tr("Chuyển thành chữ &HOA"), self._convert_to_capitals, tip=self.tr("Cho chữ gõ bằng phông .VnTimeH")
        )
        self.leave_button = button(self.tr("Để &nguyên"), self._leave)
        buttons = FlowLayout()
        for one in (self.convert_button, self.capitals_button, self.leave_button):
            buttons.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, HALF, GRID, HALF)
        layout.addWidget(self.words)
        layout.addLayout(buttons)
        self.hide()

    def show_for(self, text: str, place: str = "") -> None:
        """Offers to convert the text when it is an old one; "" for nothing; ``place`` says where it stands."""
        self._text = text
        self._found = None if text in self._left_alone else recognise(text)
        self.setVisible(self._found is not None)
        if self._found is None:
            return
        said = self.tr("Văn bản có vẻ gõ bằng {encoding}: «{text}»")
        said = said.format(encoding=self._found.encoding.value, text=_beginning(self._found.text))
        self.words.setText(f"{place}: {said}" if place else said)
        self.capitals_button.setVisible(
            self._found.encoding is OldEncoding.TCVN3 and self._found.text != self._found.text.upper()
        )
        self.setAccessibleName(self.words.text())

    def _convert(self) -> None:
        if self._found is not None:
            self._answer(self._found.text)

    def _convert_to_capitals(self) -> None:
        if self._found is not None:
            self._answer(decode(self._text, self._found.encoding, capitals=True))

    def _answer(self, text: str) -> None:
        self.hide()
        self.converted.emit(text)

    def _leave(self) -> None:
        self._left_alone.add(self._text)
        self.hide()
        self.left.emit()


def _beginning(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _PREVIEW else f"{line[:_PREVIEW]}…"
