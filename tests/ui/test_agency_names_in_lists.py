"""Dozens of agencies begin with the same words; in a list, what tells them apart is to be seen."""

from __future__ import annotations

from PySide6.QtCore import Qt

from cbc_desktop.ui.consolidating.agency_model import AgencyModel
from cbc_desktop.ui.consolidating.subjects import AgencyLine
from cbc_desktop.ui.kit.agency_name import name_cell, searched_name, short_name

NAME = "Ủy ban nhân dân tỉnh Bắc Mẫu"


def test_a_name_is_abbreviated_as_offices_do_and_the_whole_one_is_on_its_tooltip() -> None:
    cell = name_cell(NAME)
    assert (cell.text, cell.tip) == ("UBND tỉnh Bắc Mẫu", NAME)
    assert short_name("Uỷ ban nhân dân thành phố Thử") == "UBND thành phố Thử"


def test_other_names_are_as_they_are() -> None:
    for name in ("Bộ Mẫu", "Văn phòng Ủy ban nhân dân tỉnh Bắc Mẫu", ""):
        assert short_name(name) == name


def test_it_is_found_by_either_name_without_accents() -> None:
    for typed in ("uy ban nhan dan tinh", "ubnd tinh bac mau"):
        assert typed in searched_name(NAME)


def test_who_is_behind_a_figure_is_told_in_the_same_way() -> None:
    model = AgencyModel()
    model.show_lines(("Cơ quan", "Ghi chú"), [AgencyLine("1", (NAME, NAME))])
    assert model.index(0, 0).data() == "UBND tỉnh Bắc Mẫu"
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == NAME
    assert model.index(0, 1).data() == NAME
