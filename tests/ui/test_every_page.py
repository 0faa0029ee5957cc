"""What holds on every page: all of it seen, heard and reached; English in an English window; no flashing windows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from page_faults import Strays, cut_off, faults_heard, faults_in_sight, said_in_vietnamese, translations, visible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sample_window import SIZE, sample_home
from window_pages import PAGES, shown

from cbc_desktop.ui.program import Program
from cbc_desktop.ui.theme.colours import Scheme
from cbc_desktop.ui.trouble_window import TroubleWindow

pytestmark = pytest.mark.slow

CLOTHES = [("vi", 100), ("en", 100), ("en", 200)]
"""Language, and size of the letters in per cent."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_home(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def home(sample: Path, tmp_path: Path) -> Path:
    return shutil.copytree(sample, tmp_path / "home")


@pytest.mark.parametrize(("language", "scale"), CLOTHES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_no_fault(
    qtbot: QtBot, qapp: QApplication, page: str, home: Path, language: str, scale: int
) -> None:
    strays = Strays()
    qapp.installEventFilter(strays)
    with shown(qapp, home, page, Scheme.LIGHT, language, scale) as window:
        assert window.width() <= SIZE[0]
        assert (strays.seen, faults_in_sight(window), faults_heard(window)) == ([], {}, {})
        assert language == "vi" or said_in_vietnamese(window) == set()
    qapp.removeEventFilter(strays)


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
