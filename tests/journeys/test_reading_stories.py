"""What Lan reads about an answer: how it came to be, why a question is not asked, what a figure is made of."""

from __future__ import annotations

from clerk import Clerk
from invented_campaign import BOOKS, READING_ROOM, ROOMS, SEATS, SURVEY

from cbc_desktop.engine.address import Address
from cbc_desktop.filling.block_landing import plan_paste
from cbc_desktop.filling.clipboard_block import format_block, parse_block
from cbc_desktop.filling.explaining import Reason, explanations
from cbc_desktop.filling.pasting import paste
from cbc_desktop.filling.references import question, table


def test_the_history_of_an_answer_is_read_newest_first_in_words(lan: Clerk) -> None:
    lan.answers(READING_ROOM, "CO")
    lan.answers(READING_ROOM, "KHONG")
    lan.notes(READING_ROOM, "Đang xây")
    told = lan.dossier.history(SURVEY, question(lan.dossier.form(SURVEY).session, READING_ROOM))
    assert [(line.before, line.after, line.who) for line in told] == [
        ("", "Đang xây", "Lan"),
        ("Có", "Không", "Lan"),
        ("", "Có", "Lan"),
    ]


def test_a_hidden_question_says_on_what_it_waits(lan: Clerk) -> None:
    session = lan.dossier.form(SURVEY).session
    lan.answers(READING_ROOM, "KHONG")
    (why,) = explanations(session, Address("", SEATS))
    assert why.reason is Reason.HIDDEN
    assert why.words is not None
    assert why.words.vi == "“Có phòng đọc không?” là “Có”"
    assert [(reading.address.path, reading.value) for reading in why.readings] == [(READING_ROOM, "Không")]
    lan.answers(READING_ROOM, "CO")
    assert all(one.reason is not Reason.SURPLUS for one in explanations(session, Address("", SEATS)))


def test_a_block_falls_on_rows_that_are_there_and_on_new_ones_and_is_one_step(lan: Clerk) -> None:
    session = lan.dossier.form(SURVEY).session
    lan.adds_row(ROOMS)
    lan.answers(f"{ROOMS}[1]/ten", "Cũ")
    plan = plan_paste(session, table(session, ROOMS), 0, 0, format_block([["Mới"], ["Thứ hai"], ["Thứ ba"]])).paste
    assert (plan.new_rows, plan.skipped) == (2, 0)
    paste(lan.dossier, SURVEY, plan)
    assert lan.sees_column(ROOMS, "ten") == ["Mới", "Thứ hai", "Thứ ba"]
    lan.dossier.undo()
    assert lan.sees_column(ROOMS, "ten") == ["Cũ"]


def test_blocks_are_read_as_spreadsheets_write_them() -> None:
    assert parse_block('a\tb\r\n"hai\ndòng"\t"nói ""có"""\r\n') == [["a", "b"], ["hai\ndòng", 'nói "có"']]
    assert parse_block("") == []
    assert parse_block(format_block([["x\ty", "z"]])) == [["x\ty", "z"]]


def test_figures_stay_where_they_are_when_nothing_was_pasted(lan: Clerk) -> None:
    session = lan.dossier.form(SURVEY).session
    lan.answers(BOOKS, "5")
    assert plan_paste(session, table(session, ROOMS), 0, 0, "  \n").paste.is_empty
    assert lan.sees(BOOKS) == "5"
