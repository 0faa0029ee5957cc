"""What holds on every page: English in an English window, nothing cut off, no sideways scrolling, names for readers."""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot
from sample_window import sample_home
from window_pages import PAGES, shown

from cbc_desktop.ui.kit.cards import Card
from cbc_desktop.ui.kit.elided import ElidedLabel
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.theme.colours import Scheme
from cbc_desktop.ui.trouble_window import TroubleWindow

pytestmark = pytest.mark.slow

ENGLISH = Path(__file__).parents[2] / "resources" / "translations" / "cbc_en.ts"
OF_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]")
IN_ITS_OWN_WORDS = {"Tiếng Việt"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_home(tmp_path_factory.mktemp("sample"))


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def home(sample: Path, tmp_path: Path) -> Path:
    return shutil.copytree(sample, tmp_path / "home")


def test_an_english_window_says_nothing_in_vietnamese(qtbot: QtBot, qapp: QApplication, page: str, home: Path) -> None:
    sources = dict(translations())
    with shown(qapp, home, page, Scheme.LIGHT, "en", 100) as window:
        said = {text for widget in visible(window) for text in texts_of(widget)}
        assert {text for text in said if text in sources and sources[text] != text} == set()
        buttons = {button.text() for button in visible(window) if isinstance(button, QAbstractButton)}
        assert {text for text in buttons if OF_VIETNAMESE.search(text)} <= IN_ITS_OWN_WORDS


@pytest.mark.parametrize(("language", "scale"), [("vi", 100), ("en", 200)])
def test_no_text_is_cut_off_and_nothing_scrolls_sideways(
    qtbot: QtBot, qapp: QApplication, page: str, home: Path, language: str, scale: int
) -> None:
    with shown(qapp, home, page, Scheme.LIGHT, language, scale) as window:
        assert window.width() <= 1366
        assert [text for text in map(cut_off, visible(window)) if text] == []
        for area in filter(QScrollArea.isVisible, window.findChildren(QScrollArea)):
            assert area.widget().width() <= area.viewport().width(), "this page would scroll sideways"
            assert area.widget().height() <= room_for(area), "this page would end in blank room"


def test_no_part_of_a_page_is_a_window_for_a_moment(qtbot: QtBot, qapp: QApplication, page: str, home: Path) -> None:
    """What is shown before it is put into its page flashes up as a window, which takes the keyboard away."""
    strays = Strays()
    qapp.installEventFilter(strays)
    with shown(qapp, home, page, Scheme.LIGHT, "vi", 100):
        assert strays.seen == []
    qapp.removeEventFilter(strays)


def test_whatever_takes_the_keyboard_has_a_name(qtbot: QtBot, qapp: QApplication, page: str, home: Path) -> None:
    with shown(qapp, home, page, Scheme.LIGHT, "vi", 100) as window:
        nameless = [
            widget.metaObject().className()
            for widget in visible(window)
            if isinstance(widget, QLineEdit | QPlainTextEdit | QComboBox | QAbstractItemView | QAbstractButton)
            and not (widget.accessibleName() or getattr(widget, "text", str)())
            and not isinstance(widget.parent(), QLineEdit | QComboBox)
        ]
        assert nameless == []


def test_no_two_buttons_that_are_seen_have_the_same_letter(
    qtbot: QtBot, qapp: QApplication, page: str, home: Path
) -> None:
    for language in ("vi", "en"):
        own = shutil.copytree(home, home.with_name(language))
        with shown(qapp, own, page, Scheme.LIGHT, language, 100) as window:
            buttons = [widget.text() for widget in visible(window) if isinstance(widget, QAbstractButton)]
            letters = [found[1].lower() for text in set(buttons) if (found := re.search(r"&(\w)", text))]
            assert len(letters) == len(set(letters)), sorted(buttons)


def test_a_letter_for_alt_is_on_every_keyboard() -> None:
    texts = [text for pair in translations() for text in pair]
    assert [text for text in texts if re.search(r"&[^\Wa-zA-Z0-9]", text)] == []


@pytest.mark.parametrize("scale", [100, 200])
def test_a_trouble_at_the_start_is_told_to_its_end(qtbot: QtBot, program: Program, scale: int) -> None:
    (program.home / "cbc.sqlite3").write_bytes(b"not a database" * 100)
    program.preferences.scale = scale
    program.start()
    assert isinstance(program.window, TroubleWindow)
    qtbot.wait(20)
    assert [text for text in map(cut_off, visible(program.window)) if text] == []


class Strays(QObject):
    """Widgets that were shown as windows of their own and are none."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen += [] if isinstance(watched, QMainWindow) else [type(watched).__name__, *texts_of(watched)]
        return False


def translations() -> Iterator[tuple[str, str]]:
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


def room_for(area: QScrollArea) -> int:
    """What the content needs at its width, and no less than can be seen at once."""
    content, layout = area.widget(), area.widget().layout()
    needed = layout.totalHeightForWidth(content.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()
    return max(needed, area.viewport().height())


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
