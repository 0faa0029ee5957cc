"""Looking at the document in the window: found, enlarged, leafed through, and from paper to the question and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from keyboard import Key, Keyboard, Modifier
from pdf_printers import NAMES, PdfPrinters
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.engine.address import Address
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.ui.dossier.places import LastStep
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.main_window import MainWindow
from cbc_desktop.ui.preview.page import PreviewPage
from cbc_desktop.ui.preview.page_layout import MARGIN, Fit, PagePlace
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.questions.card import card_of
from cbc_desktop.ui.questions.section_page import SectionPage

SURVEY = "khao-sat-nhanh"
STAFF = Address("", "/data/s1/q1_06")


@pytest.fixture
def keys() -> Keyboard:
    return Keyboard()


@pytest.fixture
def view(qtbot: QtBot, program: Program, window: Callable[[], MainWindow]) -> DossierView:
    """A draft in which the survey is answered, open at one of its questions."""
    shown = window()
    shown.resize(1366, 768)
    with qtbot.waitActive(shown):
        shown.activateWindow()
    dossier = shown.around.office.filling.begin("837-btttt-cbc", "04")
    fill_form(dossier, SURVEY, read_prepared(dossier.campaign.folder / "sample" / f"{SURVEY}.json"))
    shown.around.routes.open_dossier.emit(dossier.dossier_id)
    qtbot.waitUntil(lambda: shown.view is not None)
    assert shown.view is not None
    shown.view.show_question(SURVEY, STAFF)
    return shown.view


@pytest.fixture
def page(qtbot: QtBot, view: DossierView, keys: Keyboard) -> PreviewPage:
    """What Ctrl+P shows there."""
    return looked_at(qtbot, view, keys)


def test_a_draft_is_seen_from_the_question_one_is_at_and_esc_goes_back(
    page: PreviewPage, view: DossierView, keys: Keyboard
) -> None:
    assert "DỰ THẢO" in page.document.getAllText(page.view.page).text()
    assert page.question.told.text().startswith("1.6.")
    assert not view.outline.isVisible(), "the pages have the room, and an outline of their own"
    assert view.topic is Topic.PREVIEW
    keys.press(Key.Key_Escape)
    assert question_of(view) == STAFF
    assert view.outline.isVisible()


def test_from_a_place_on_paper_to_its_question_with_the_keyboard(
    page: PreviewPage, view: DossierView, keys: Keyboard
) -> None:
    keys.press(Key.Key_Down, Modifier.AltModifier)
    assert page.question.told.text().startswith("1.7.")
    assert page.view.accessibleDescription() == page.question.told.text()
    keys.press(Key.Key_Return)
    assert question_of(view) == Address("", "/data/s1/q1_07")


def test_a_double_click_on_a_row_of_a_table_goes_to_that_row(
    qtbot: QtBot, page: PreviewPage, view: DossierView
) -> None:
    row = next(one for one in page.question.places.landmarks if len(one.cells) > 2)
    left, address = row.cells[2]
    page.view.go_to(PagePlace(row.page, 0, row.top))
    across = page.view.point_of(PagePlace(row.page, left + 3, row.top)).x()
    at = QPoint(round(across), MARGIN + 4)
    QTest.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    shown = view.stack.currentWidget()
    assert isinstance(shown, SectionPage)
    here = shown.here()
    assert here is not None
    assert here[1].row == address.row


def test_nothing_happens_where_no_question_stands(page: PreviewPage, view: DossierView) -> None:
    before = page.question.told.text()
    page.view.go_to(PagePlace(0, 0, 60))
    QTest.mouseDClick(
        page.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(400, MARGIN + 4)
    )
    assert view.stack.currentWidget() is page
    assert page.question.told.text() == before


def test_words_are_found_without_accents_one_after_the_other(page: PreviewPage, keys: Keyboard) -> None:
    keys.press(Key.Key_F, Modifier.ControlModifier)
    keys.type("truyen thong")
    found = page.finding
    assert len(found.hits) > 1
    assert found.told.text() == f"{found.present + 1}/{len(found.hits)} chỗ"
    first = found.present
    keys.press(Key.Key_F3)
    assert found.present == (first + 1) % len(found.hits)
    keys.press(Key.Key_F3, Modifier.ShiftModifier)
    assert found.present == first
    keys.press(Key.Key_F, Modifier.ControlModifier)
    keys.type("không có chữ này")
    assert found.told.text() == "Không có"
    keys.press(Key.Key_Escape)
    assert page.view.hasFocus()
    assert found.hits == []


def test_pages_are_leafed_through_and_gone_to_by_number(page: PreviewPage, keys: Keyboard) -> None:
    count = page.document.pageCount()
    keys.press(Key.Key_G, Modifier.ControlModifier)
    keys.type("3")
    keys.press(Key.Key_Return)
    assert page.view.page == 2
    keys.press(Key.Key_PageDown, Modifier.ControlModifier)
    assert page.tools.number.text() == "4"
    keys.press(Key.Key_PageUp, Modifier.ControlModifier)
    assert page.tools.number.text() == "3"
    keys.press(Key.Key_End)
    assert page.view.page == count - 1
    keys.press(Key.Key_Home)
    assert page.view.page == 0
    keys.press(Key.Key_G, Modifier.ControlModifier)
    keys.type("999")
    keys.press(Key.Key_Return)
    assert page.view.page == count - 1


def test_the_outline_leads_to_its_pages_and_follows_them(page: PreviewPage, keys: Keyboard) -> None:
    model = page.contents.model()
    appendix = model.index(1, 0)
    page.contents.setFocus()
    page.contents.setCurrentIndex(appendix)
    assert page.document.getAllText(page.view.page).text().count("Phụ lục I")
    page.view.setFocus()
    keys.press(Key.Key_Home)
    assert page.contents.currentIndex() == model.index(0, 0)


def test_pages_are_enlarged_and_fitted(page: PreviewPage, keys: Keyboard) -> None:
    fitted = page.view.zoom
    keys.press(Key.Key_Plus, Modifier.ControlModifier)
    assert page.view.zoom == pytest.approx(fitted * 1.25)
    turn_the_wheel(page, 120)
    assert page.view.zoom == pytest.approx(fitted * 1.25**2)
    keys.press(Key.Key_9, Modifier.ControlModifier)
    assert page.view.fit is Fit.PAGE
    assert page.view.zoom < fitted
    keys.press(Key.Key_0, Modifier.ControlModifier)
    assert page.view.zoom == pytest.approx(fitted)


def test_some_pages_are_printed_with_the_keyboard(
    qtbot: QtBot, page: PreviewPage, keys: Keyboard, program: Program, tmp_path: Path
) -> None:
    page.printing.printers = PdfPrinters(tmp_path)
    keys.press(Key.Key_P, Modifier.ControlModifier)
    assert keys.here is page.printing.print_button
    keys.tab_to(page.printing.which, back=True)
    keys.type("2-3, 9-8")
    assert "Không hiểu là trang nào" in page.printing.wrong.text()
    keys.press(Key.Key_Return)
    assert not program.tasks.running
    page.printing.which.selectAll()
    keys.type("2-3")
    assert page.printing.told.text() == "2 trang, 2 tờ giấy A4."
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.printing.messages.isVisible())
    assert page.printing.messages.text.text() == f"Đã gửi 2 trang tới máy in “{NAMES[0]}”."
    assert pages_in(tmp_path / f"{NAMES[0]}.pdf") == 2
    keys.press(Key.Key_Escape)
    assert page.view.hasFocus()


def test_without_a_printer_the_pages_are_saved(
    page: PreviewPage, keys: Keyboard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.printing.printers = PdfPrinters(tmp_path, names=())
    keys.press(Key.Key_P, Modifier.ControlModifier)
    assert keys.here is page.printing.save_button
    assert not page.printing.print_button.isVisible()
    page.save_to(tmp_path / "xem.pdf")
    assert pages_in(tmp_path / "xem.pdf") == page.document.pageCount()
    page.save_to(tmp_path / "khong-co" / "xem.pdf")
    assert "khong-co" in page.messages.text.text()


def test_the_review_shows_its_check_sheet(qtbot: QtBot, view: DossierView, keys: Keyboard) -> None:
    view.go(LastStep.REVIEW).take_keyboard()
    page = looked_at(qtbot, view, keys)
    assert "PHIẾU KIỂM TRA SỐ LIỆU" in page.document.getAllText(0).text()
    assert page.question.isVisible(), "each line leads to its question"
    keys.press(Key.Key_Escape)
    assert view.key is LastStep.REVIEW


def test_what_was_looked_at_is_given_up_again(qtbot: QtBot, page: PreviewPage, keys: Keyboard) -> None:
    document = page.document
    keys.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: not (isValid(page) or isValid(document)))


def looked_at(qtbot: QtBot, view: DossierView, keys: Keyboard) -> PreviewPage:
    keys.press(Key.Key_P, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: view.stack.preview is not None)
    page = view.stack.preview
    assert page is not None
    QApplication.processEvents()
    return page


def question_of(view: DossierView) -> Address:
    """That has the keyboard."""
    shown, focus = view.stack.currentWidget(), QApplication.focusWidget()
    assert isinstance(shown, SectionPage)
    assert focus is not None
    card = card_of(focus)
    assert card is not None
    return card.address


def turn_the_wheel(page: PreviewPage, angle: int) -> None:
    at = QPointF(page.view.viewport().rect().center())
    nothing, control = QPoint(), Qt.KeyboardModifier.ControlModifier
    event = QWheelEvent(
        at, at, nothing, QPoint(0, angle), Qt.MouseButton.NoButton, control, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(page.view.viewport(), event)


def pages_in(path: Path) -> int:
    document = QPdfDocument()
    document.load(str(path))
    return document.pageCount()
