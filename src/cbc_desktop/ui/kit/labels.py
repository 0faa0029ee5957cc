"""Labels by role (``theme/style.py`` says how each looks); their text can be marked and copied."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPaintEvent, QPalette, QTextDocument
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget


class Role(Enum):
    """What a label is for."""

    BODY = "body"
    TITLE = "title"
    HEADING = "heading"
    SMALL = "small"
    UNIT = "unit"
    ERROR = "error"
    WARNING = "warning"
    DONE = "done"
    TAG = "tag"
    """A word in a box, such as THỬ NGHIỆM."""


class _Label(QLabel):
    """Text that can be marked, with all of its marks: Ủ and Ễ rise above the lines of many fonts."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt cuts off what rises above the first line of a text that can be marked."""
        if self.hasSelectedText():
            super().paintEvent(event)
        else:
            paint_text(self, self.text(), self.alignment(), wraps=self.wordWrap())


def paint_text(shown: QLabel, text: str, alignment: Qt.AlignmentFlag, *, wraps: bool) -> None:
    """Draws a label with this text, and cuts nothing off."""
    option = QStyleOption()
    option.initFrom(shown)
    painter = QPainter(shown)
    shown.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, shown)
    if shown.textFormat() is Qt.TextFormat.RichText:
        _paint_rich_text(shown, painter, option.palette)
    else:
        flags = alignment.value | Qt.TextFlag.TextDontClip.value | (Qt.TextFlag.TextWordWrap.value if wraps else 0)
        place, enabled, colour = shown.contentsRect(), shown.isEnabled(), shown.foregroundRole()
        shown.style().drawItemText(painter, place, flags, option.palette, enabled, text, colour)
    painter.end()


def _paint_rich_text(shown: QLabel, painter: QPainter, palette: QPalette) -> None:
    place = shown.contentsRect()
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(shown.font())
    document.setHtml(shown.text())
    document.setTextWidth(place.width())
    above = max(0, (place.height() - round(document.size().height())) // 2)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette = palette
    context.palette.setColor(QPalette.ColorRole.Text, palette.color(shown.foregroundRole()))
    painter.translate(place.x(), place.y() + above)
    document.documentLayout().draw(painter, context)


def label(text: str = "", role: Role = Role.BODY, parent: QWidget | None = None) -> QLabel:
    """A label that wraps, shows plain text only, and never takes the keyboard's way."""
    made = _Label(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role.value)
    made.setWordWrap(True)
    made.setIndent(0)  # the style's padding makes Qt indent labels, as it does those with a frame
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def short_label(text: str = "", role: Role = Role.BODY, parent: QWidget | None = None) -> QLabel:
    """The same on one line: for bars, units and counts."""
    made = label(text, role, parent)
    made.setWordWrap(False)
    return made


def dress(shown: QLabel, role: Role) -> None:
    """The look of another role."""
    if shown.property("role") != role.value:
        shown.setProperty("role", role.value)
        shown.style().unpolish(shown)
        shown.style().polish(shown)
