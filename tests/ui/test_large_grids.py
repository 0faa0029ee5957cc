"""A grid of hundreds of rows: it tells Qt no more than what changed, and measures rows when somebody sees them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from cbc_desktop.engine.address import Address
from cbc_desktop.office import Office, open_office
from cbc_desktop.ui.application import load_fonts
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.tables.model import TableModel
from cbc_desktop.ui.tables.view import TableView

FORM, TABLE = "ke-hoach-truyen-thong", Address("", "/data/m3/p3_01/b2")
LONG = "Trung tâm Truyền thông và Thông tin đối ngoại trực thuộc Sở Thông tin và Truyền thông " * 3


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with open_office(tmp_path_factory.mktemp("office"), who="lan") as opened:
        yield opened


@pytest.fixture
def controller(office: Office) -> DossierController:
    """Of a new dossier, each of another agency."""
    agency = ("01", "04", "10")[len(office.filling.dossiers())]
    return DossierController(office.filling.begin("837-btttt-cbc", agency), office.clock)


@pytest.fixture
def model(controller: DossierController) -> TableModel:
    made = TableModel(Look(), controller, FORM, TABLE, controller)
    controller.changed.connect(made.follow)
    _add(controller, 300)
    return made


def _add(controller: DossierController, count: int, before: str | None = None) -> None:
    controller.perform(FORM, lambda: controller.dossier.add_rows(FORM, TABLE, count, before))


def _changes(spy: QSignalSpy) -> list[tuple[int, int]]:
    """First and last row of each change that was told."""
    told = [spy.at(number) for number in range(spy.count())]
    return [(first, last) for _, first, last in told]


def test_rows_that_come_in_between_leave_the_others_in_their_place(
    controller: DossierController, model: TableModel
) -> None:
    came, laid_out = QSignalSpy(model.rowsInserted), QSignalSpy(model.layoutChanged)
    kept = model.rows[200]
    _add(controller, 3, before=model.rows[100].id)
    assert _changes(came) == [(100, 102)]
    assert (laid_out.count(), model.rows[203]) == (0, kept)


def test_rows_that_go_together_go_in_one_stretch(controller: DossierController, model: TableModel) -> None:
    went = QSignalSpy(model.rowsRemoved)
    _add(controller, 200)
    controller.undo()
    assert _changes(went) == [(300, 499)]
    gone = [model.rows[place].id for place in (5, 6, 7, 50)]
    controller.perform(FORM, lambda: controller.dossier.delete_rows(FORM, gone))
    assert _changes(went)[1:] == [(50, 50), (5, 7)]
    assert len(model.rows) == 296


def test_a_row_is_as_high_as_its_text_as_soon_as_it_is_seen(
    qtbot: QtBot, controller: DossierController, model: TableModel
) -> None:
    load_fonts()
    column = next(number for number, one in enumerate(model.columns) if not one.choices and one.name != "stt")
    texts = {model.leaf_at(model.rows[place], model.columns[column]).address: LONG for place in (3, 150)}
    controller.perform(FORM, lambda: controller.dossier.answer_all(FORM, texts))
    view = TableView(Look(), model)
    qtbot.addWidget(view)
    view.show_widths([120] * len(model.columns))
    view.show()
    qtbot.waitUntil(lambda: view.rowHeight(3) > view.rowHeight(4))
    unseen = view.rowHeight(150)
    view.scrollTo(model.index(150, column))
    qtbot.waitUntil(lambda: view.rowHeight(150) == view.rowHeight(3) > unseen)
    view.scrollToTop()
    view.scrollTo(model.index(151, column))
    controller.perform(FORM, lambda: controller.dossier.answer_all(FORM, dict.fromkeys(texts, "ngắn")))
    assert view.rowHeight(150) == view.rowHeight(3) == view.rowHeight(4)
