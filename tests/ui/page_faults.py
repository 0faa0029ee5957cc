"""What may be the matter with a page of the window: seen, heard, and reached with the keyboard."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from accessible_tree import alike, in_no_place, nameless, told, with_markup, without_role
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QWidget,
)

from cbc_desktop.ui.kit.cards import Card
from cbc_desktop.ui.kit.elided import ElidedLabel

ENGLISH = Path(__file__).parents[2] / "resources" / "translations" / "cbc_en.ts"
OF_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]")
IN_ITS_OWN_WORDS = {"Tiếng Việt"}

Faults = dict[str, object]
"""By what is the matter; nothing where all is well."""


def faults_in_sight(window: QMainWindow) -> Faults:
    widgets = visible(window)
    return _there(
        {
            "is cut off": [text for text in map(cut_off, widgets) if text],
            "scrolls sideways": [texts_of(area) for area in _areas(window) if _too_wide(area)],
            "ends in blank room": [texts_of(area) for area in _areas(window) if _too_high(area)],
            "takes the keyboard without a name": [type(one).__name__ for one in widgets if _is_nameless(one)],
            "has the same letter for Alt": _letters_given_twice(window),
        }
    )


def faults_heard(widget: QWidget) -> Faults:
    elements = told(widget)
    assert len(elements) > 5
    return _there(
        {
            "has no name": nameless(elements),
            "has no role": without_role(elements),
            "is told in markup": with_markup(elements),
            "takes the keyboard and is not seen": in_no_place(elements),
            "is told like another one": alike(elements),
        }
    )


def said_in_vietnamese(window: QMainWindow) -> set[str]:
    """What an English window says in Vietnamese although there are English words for it; buttons say nothing else."""
    sources = dict(translations())
    said = {text for widget in visible(window) for text in texts_of(widget)}
    buttons = {button.text() for button in visible(window) if isinstance(button, QAbstractButton)}
    untranslated = {text for text in said if text in sources and sources[text] != text}
    return untranslated | {text for text in buttons if OF_VIETNAMESE.search(text)} - IN_ITS_OWN_WORDS


def translations() -> Iterator[tuple[str, str]]:
    """Each text of the window and its English."""
    for message in ET.parse(ENGLISH).getroot().iter("message"):
        yield message.findtext("source", ""), message.findtext("translation", "")


def visible(window: QMainWindow) -> list[QWidget]:
    return [widget for widget in window.findChildren(QWidget) if widget.isVisible()]


def texts_of(widget: QWidget) -> list[str]:
    found = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    if isinstance(widget, QLabel | QAbstractButton):
        found.append(widget.text())
    if isinstance(widget, QLineEdit):
        found.append(widget.placeholderText())
    return [text for text in found if text]


def cut_off(widget: QWidget) -> str:
    """The text of a label or button that has less room than it needs."""
    if isinstance(widget, QLabel) and not isinstance(widget, ElidedLabel):
        needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
        too_wide = not widget.wordWrap() and widget.sizeHint().width() > widget.width()
        return widget.text() if needed > widget.height() or too_wide else ""
    if isinstance(widget, QAbstractButton) and not isinstance(widget, Card) and widget.text():
        hint = widget.sizeHint()
        return widget.text() if hint.width() > widget.width() or hint.height() > widget.height() else ""
    return ""


class Strays(QObject):
    """Widgets that were shown as windows of their own and are none.

    What is shown before it is put into its page flashes up as a window, which takes the keyboard away.
    """

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen += [] if isinstance(watched, QMainWindow) else [type(watched).__name__, *texts_of(watched)]
        return False


def _there(found: Faults) -> Faults:
    return {what: ones for what, ones in found.items() if ones}


def _areas(window: QMainWindow) -> list[QScrollArea]:
    return [area for area in window.findChildren(QScrollArea) if area.isVisible()]


def _too_wide(area: QScrollArea) -> bool:
    return area.widget().width() > area.viewport().width()


def _too_high(area: QScrollArea) -> bool:
    """Higher than the content needs at its width, and than what can be seen at once."""
    content, layout = area.widget(), area.widget().layout()
    needed = layout.totalHeightForWidth(content.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()
    return area.widget().height() > max(needed, area.viewport().height())


def _is_nameless(widget: QWidget) -> bool:
    return (
        isinstance(widget, QLineEdit | QPlainTextEdit | QComboBox | QAbstractItemView | QAbstractButton)
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and not isinstance(widget.parent(), QLineEdit | QComboBox)
    )


def _letters_given_twice(window: QMainWindow) -> dict[str, list[str]]:
    """Who is hidden alone may be shown beside what is in sight as soon as something happens; not beside its like."""
    seen = [text for widget in visible(window) for text in _lettered(widget)]
    waiting = {
        text for widget in window.findChildren(QWidget) if _is_hidden_alone(widget) for text in _lettered(widget)
    }
    given: dict[str, list[str]] = {}
    for text in (*seen, *(waiting - set(seen))):
        given.setdefault(QKeySequence.mnemonic(text).toString(), []).append(text)
    return {letter: ones for letter, ones in given.items() if letter and len(ones) > 1}


def _is_hidden_alone(widget: QWidget) -> bool:
    around = widget.parentWidget()
    return not widget.isVisible() and around.isVisible() and not isinstance(around, QStackedWidget)


def _lettered(widget: QWidget) -> list[str]:
    """The texts of a button, of a label that leads to a field, of tabs."""
    if isinstance(widget, QTabBar):
        return [widget.tabText(place) for place in range(widget.count())]
    leads = isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy() is not None)
    return [widget.text()] if leads else []
