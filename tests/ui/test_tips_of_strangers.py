"""What strangers wrote is shown to the letter: a name that looks like HTML is no HTML on a tooltip either."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from cbc_desktop.ui.kit.elided import ElidedLabel
from cbc_desktop.ui.kit.list_table import ListTable
from cbc_desktop.ui.kit.record_model import Cell, RecordModel
from cbc_desktop.ui.look import Look

NAME = "<img src='file:////may-la/x.png'><b>Bộ Mẫu</b> &amp; <a href='x'>x</a>.zip"


def shown(tip: str) -> str:
    """What a person reads on it, as Qt decides by itself whether it is HTML."""
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


def test_in_tables_of_records(qtbot: QtBot) -> None:
    model: RecordModel[str] = RecordModel(Look(), ["Tên"], lambda name: [Cell(name)])
    model.show_records([NAME])
    assert shown(model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)) == NAME


def test_in_lists_and_in_lines_that_are_cut(qtbot: QtBot) -> None:
    table, line = ListTable("Gói", ["Tên"]), ElidedLabel(NAME)
    for widget in (table, line):
        qtbot.addWidget(widget)
    table.put(0, 0, "")
    table.setRowCount(1)
    table.put(0, 0, NAME)
    line.resize(40, 20)
    line.grab()
    assert [shown(tip) for tip in (table.item(0, 0).toolTip(), line.toolTip())] == [NAME, NAME]


@pytest.mark.parametrize("name", ["goi.zip", "a < b", "Sở Nội vụ & Sở Tài chính"])
def test_what_does_not_look_like_html_stays_as_it_is(qtbot: QtBot, name: str) -> None:
    model: RecordModel[str] = RecordModel(Look(), ["Tên"], lambda name: [Cell(name)])
    model.show_records([name])
    assert model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole) == name
