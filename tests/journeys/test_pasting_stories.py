"""Lan pastes blocks from Excel: what she is told before they are taken, and how she wants them taken."""

from __future__ import annotations

import pytest
from clerk import Clerk
from invented_campaign import ROOMS, SURVEY

from cbc_desktop.filling.block_landing import BlockPlan, PasteWishes, plan_paste
from cbc_desktop.filling.paste_checks import PasteFinding, PasteTrouble, paste_findings
from cbc_desktop.filling.pasting import paste
from cbc_desktop.filling.references import table


@pytest.fixture
def with_rooms(lan: Clerk) -> Clerk:
    for place, (name, computers) in enumerate([("Phòng đọc", "12"), ("Phòng máy", "")], start=1):
        lan.adds_row(ROOMS)
        lan.answers(f"{ROOMS}[{place}]/ten", name)
        lan.answers(f"{ROOMS}[{place}]/so_may", computers)
    return lan


def plan(clerk: Clerk, text: str, row: int = 0, column: int = 0, wishes: PasteWishes | None = None) -> BlockPlan:
    session = clerk.dossier.form(SURVEY).session
    return plan_paste(session, table(session, ROOMS), row, column, text, wishes or PasteWishes())


def told(plan: BlockPlan) -> list[tuple[int, str, PasteTrouble, str]]:
    return [(one.row, one.text, one.trouble, one.other) for one in paste_findings(plan)]


def test_a_block_behind_the_last_row_that_fits_needs_no_look(with_rooms: Clerk) -> None:
    found = plan(with_rooms, "Tên phòng\tSố máy\nPhòng A\t1.200\nPhòng B\t\n", row=2)
    assert told(found) == []
    assert (found.headings, found.row_count, found.paste.new_rows, found.paste.skipped) == (True, 2, 2, 0)


def test_answers_that_are_there_are_told_before_they_are_overwritten(with_rooms: Clerk) -> None:
    text = "Phòng đọc\t12\nPhòng mới\t5"
    assert told(plan(with_rooms, text)) == [(1, "Phòng mới", PasteTrouble.OVERWRITES, "Phòng máy")]
    paste(with_rooms.dossier, SURVEY, plan(with_rooms, text, wishes=PasteWishes(overwrite=False)).paste)
    assert with_rooms.sees_column(ROOMS, "ten") == ["Phòng đọc", "Phòng máy"]
    assert with_rooms.sees_column(ROOMS, "so_may") == ["12", "5"]


def test_what_is_no_number_and_what_falls_outside_is_told(with_rooms: Clerk) -> None:
    found = plan(with_rooms, "Phòng A\tnhiều\tghi chú", row=2)
    assert told(found) == [
        (2, "nhiều", PasteTrouble.NOT_READ, ""),
        (2, "ghi chú", PasteTrouble.NO_PLACE, ""),
    ]
    assert paste_findings(found)[1] == PasteFinding(2, None, "ghi chú", PasteTrouble.NO_PLACE)
    paste(with_rooms.dossier, SURVEY, found.paste)
    assert with_rooms.sees_column(ROOMS, "so_may")[2] == "nhiều"


def test_old_encodings_are_told_and_converted_only_when_it_is_wished(with_rooms: Clerk) -> None:
    text = "Phßng häp\t3"
    assert told(plan(with_rooms, text, row=2)) == [(2, "Phßng häp", PasteTrouble.OLD_ENCODING, "Phòng họp")]
    wished = plan(with_rooms, text, row=2, wishes=PasteWishes(convert=True))
    assert told(wished) == [(2, "Phßng häp", PasteTrouble.OLD_ENCODING, "Phòng họp")]
    paste(with_rooms.dossier, SURVEY, wished.paste)
    assert with_rooms.sees_column(ROOMS, "ten")[2] == "Phòng họp"
    with_rooms.dossier.undo()
    paste(with_rooms.dossier, SURVEY, plan(with_rooms, text, row=2).paste)
    assert with_rooms.sees_column(ROOMS, "ten")[2] == "Phßng häp"


def test_a_block_from_a_capital_font_becomes_capitals(with_rooms: Clerk) -> None:
    (name,) = plan(with_rooms, "Phßng häp", row=2, wishes=PasteWishes(convert=True, capitals=True)).cells
    assert name.text == "PHÒNG HỌP"


def test_a_person_decides_whether_the_first_row_is_headings(with_rooms: Clerk) -> None:
    text = "Tên phòng\tSố máy\nPhòng A\t1"
    assert plan(with_rooms, text, row=2).row_count == 1
    assert plan(with_rooms, text, row=2, wishes=PasteWishes(headings=False)).row_count == 2
    assert plan(with_rooms, "Phòng A\t1\nPhòng B\t2", row=2, wishes=PasteWishes(headings=True)).row_count == 1
