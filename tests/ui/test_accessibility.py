"""A person who hears the window instead of seeing it: every section of both forms, in both languages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from page_faults import cut_off, faults_heard, visible
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sample_window import sample_home
from window_pages import shown

from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.main_window import MainWindow
from cbc_desktop.ui.questions.card import QuestionCard
from cbc_desktop.ui.questions.fields.lines import LineField
from cbc_desktop.ui.questions.section_page import SectionPage
from cbc_desktop.ui.theme.colours import Scheme

pytestmark = pytest.mark.slow

LANGUAGES = ("vi", "en")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_home(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def home(sample: Path, tmp_path: Path) -> Path:
    return shutil.copytree(sample, tmp_path / "home")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_of_both_forms_can_be_heard(qtbot: QtBot, qapp: QApplication, home: Path, language: str) -> None:
    with shown(qapp, home, "questions", Scheme.LIGHT, language, 100) as window:
        for section in sections(window):
            assert {section.section.paths: faults_heard(section)} == {section.section.paths: {}}


def test_no_section_has_text_that_is_cut_off_in_the_largest_letters(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with shown(qapp, home, "questions", Scheme.LIGHT, "vi", 200) as window:
        for section in sections(window):
            assert [text for text in map(cut_off, visible(window)) if text] == []
            assert section.widget().width() <= section.viewport().width(), "this page would scroll sideways"


def test_what_is_wrong_is_heard_in_the_field_where_it_is_wrong(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    heard = 0
    with shown(qapp, home, "questions", Scheme.LIGHT, "vi", 100) as window:
        for section in sections(window):
            for card in [card for card in section.contents.cards.values() if answers_in_a_line(card)]:
                card.take_keyboard()
                view_of(window).controller.type(card.form_id, card.address, "sai bét")
                view_of(window).controller.leave()
                problems = card.errors.text().replace("✗ ", "").splitlines()
                assert [one for one in problems if one not in description_of(card)] == []
                heard += len(problems)
    assert heard > 10


def view_of(window: MainWindow) -> DossierView:
    assert window.view is not None
    return window.view


def sections(window: MainWindow) -> Iterator[SectionPage]:
    """One after the other, as the keyboard leads through them."""
    view = view_of(window)
    for key in list(view.outline.keys()):
        view.go(key)
        QApplication.processEvents()
        section = view.stack.currentWidget()
        if isinstance(section, SectionPage):
            yield section


def answers_in_a_line(card: QuestionCard) -> bool:
    return card.answerable and isinstance(card.field, LineField)


def description_of(card: QuestionCard) -> str:
    proxy = card.field.focusProxy()
    assert proxy is not None
    element = QAccessible.queryAccessibleInterface(proxy)
    assert element is not None
    return element.text(QAccessible.Text.Description)
