"""What Lan did last can be taken back and done again: answers, rows, notes; also tomorrow, and as far as she may."""

from __future__ import annotations

import pytest
from clerk import Clerk, OpenOffice, refused
from invented_campaign import ADDRESS, BOOKS, PLAN, ROOMS, SEATS, SURVEY

from cbc_desktop.engine.address import Address
from cbc_desktop.filling.not_saved import NotSavedError
from cbc_desktop.filling.references import question, row, table
from cbc_desktop.signing.signer import Signer


def at(lan: Clerk, reference: str) -> Address:
    return question(lan.dossier.form(SURVEY).session, reference)


def test_the_last_answer_is_taken_back_and_given_again(lan: Clerk) -> None:
    lan.answers(BOOKS, "100")
    lan.answers(BOOKS, "1000")
    undone = lan.dossier.undo()
    assert undone is not None
    assert (lan.sees(BOOKS), undone.address) == ("100", at(lan, BOOKS))
    assert undone.message.vi == "Đã hoàn tác: câu trả lời “Số đầu sách”."
    redone = lan.dossier.redo()
    assert redone is not None
    assert (lan.sees(BOOKS), redone.message.en) == ("1000", "Done again: the answer to “Titles”.")
    assert not lan.dossier.can_redo


def test_what_is_done_after_an_undo_cannot_be_undone_into_what_was_before_it(lan: Clerk) -> None:
    lan.answers(BOOKS, "100")
    lan.dossier.undo()
    lan.answers(ADDRESS, "Phố Mẫu")
    assert lan.dossier.redo() is None
    lan.dossier.undo()
    assert (lan.sees(BOOKS), lan.sees(ADDRESS)) == ("", "")
    assert lan.dossier.undo() is None


def test_a_deleted_row_comes_back_in_its_place_with_answers_and_notes(lan: Clerk) -> None:
    for number in (1, 2, 3):
        lan.adds_row(ROOMS)
        lan.answers(f"{ROOMS}[{number}]/ten", f"Phòng {number}")
    lan.notes(f"{ROOMS}[2]/ten", "Đang sửa chữa")
    name = row(lan.dossier.form(SURVEY).session, f"{ROOMS}[2]").id
    lan.deletes_row(f"{ROOMS}[2]")
    undone = lan.dossier.undo()
    assert undone is not None
    assert lan.sees_column(ROOMS, "ten") == ["Phòng 1", "Phòng 2", "Phòng 3"]
    assert row(lan.dossier.form(SURVEY).session, f"{ROOMS}[2]").id == name
    assert lan.sees_remarks() == [(f"{ROOMS}/ten", "note", "Đang sửa chữa")]
    assert undone.changes.rows_added == (name,)
    assert undone.message.vi.startswith("Đã hoàn tác: 1 dòng của bảng “")


def test_a_moved_row_goes_back(lan: Clerk) -> None:
    for number in (1, 2, 3):
        lan.adds_row(ROOMS)
        lan.answers(f"{ROOMS}[{number}]/ten", str(number))
    lan.moves_row(f"{ROOMS}[1]", 2)
    assert lan.sees_column(ROOMS, "ten") == ["2", "3", "1"]
    lan.dossier.undo()
    assert lan.sees_column(ROOMS, "ten") == ["1", "2", "3"]
    lan.dossier.redo()
    assert lan.sees_column(ROOMS, "ten") == ["2", "3", "1"]


def test_a_note_is_taken_back_as_answers_are(lan: Clerk) -> None:
    lan.notes(BOOKS, "Ước tính")
    lan.notes(BOOKS, "Đếm lại ngày 1/2")
    undone = lan.dossier.undo()
    assert undone is not None
    assert lan.sees_remarks() == [(BOOKS, "note", "Ước tính")]
    assert undone.message.vi == "Đã hoàn tác: ghi chú hoặc giải trình ở “Số đầu sách”."


def test_everything_of_one_action_goes_back_at_once(lan: Clerk) -> None:
    session = lan.dossier.form(SURVEY).session
    with lan.dossier.together(SURVEY):
        added = lan.dossier.add_rows(SURVEY, table(session, ROOMS), 3).rows_added
        lan.dossier.answer_all(SURVEY, {Address(one, f"{ROOMS}/ten"): f"Phòng {one[:4]}" for one in added})
        lan.answers(SEATS, "12")
    assert len(lan.sees_column(ROOMS, "ten")) == 3
    lan.dossier.undo()
    assert (lan.sees_column(ROOMS, "ten"), lan.sees(SEATS)) == ([], "")
    assert not lan.dossier.can_undo


def test_an_action_made_of_others_is_one_step(lan: Clerk) -> None:
    lan.adds_row(ROOMS)
    lan.answers(f"{ROOMS}[1]/ten", "A")
    originals = [row(lan.dossier.form(SURVEY).session, f"{ROOMS}[1]").id]
    with lan.dossier.together(SURVEY):
        lan.dossier.duplicate_rows(SURVEY, originals)
        lan.answers(SEATS, "12")
    lan.dossier.undo()
    assert (lan.sees_column(ROOMS, "ten"), lan.sees(SEATS)) == (["A"], "")


def test_rows_are_duplicated_behind_themselves(lan: Clerk) -> None:
    session = lan.dossier.form(SURVEY).session
    for number, name in ((1, "A"), (2, "B")):
        lan.adds_row(ROOMS)
        lan.answers(f"{ROOMS}[{number}]/ten", name)
    originals = [one.id for one in session.tree.repeat(table(session, ROOMS)).rows]
    changes = lan.dossier.duplicate_rows(SURVEY, originals)
    assert lan.sees_column(ROOMS, "ten") == ["A", "A", "B", "B"]
    assert set(changes.rows_added).isdisjoint(originals)
    lan.dossier.undo()
    assert lan.sees_column(ROOMS, "ten") == ["A", "B"]


def test_what_is_being_typed_is_one_step_once_it_is_saved(lan: Clerk) -> None:
    for text in ("1", "12", "120"):
        lan.dossier.type(SURVEY, at(lan, BOOKS), text)
    assert lan.dossier.has_unsaved
    lan.dossier.save()
    assert not lan.dossier.has_unsaved
    lan.dossier.undo()
    assert lan.sees(BOOKS) == ""


def test_yesterdays_work_can_be_taken_back(open_lans_office: OpenOffice, signer: Signer) -> None:
    with open_lans_office() as office:
        lan = Clerk.begins(office, signer)
        lan.answers(BOOKS, "100")
        lan.answers(BOOKS, "1000")
        lan.dossier.undo()
    with open_lans_office() as office:
        lan = Clerk.comes_back(office, signer)
        lan.dossier.redo()
        assert lan.sees(BOOKS) == "1000"
    with open_lans_office() as office:
        lan = Clerk.comes_back(office, signer)
        lan.dossier.undo()
        lan.dossier.undo()
        assert lan.sees(BOOKS) == ""


def test_each_form_is_found_again(lan: Clerk) -> None:
    lan.answers(BOOKS, "100")
    lan.turns_to(PLAN)
    lan.answers("/data/ten_kh", "Kế hoạch")
    first, second = lan.dossier.undo(), lan.dossier.undo()
    assert first is not None
    assert second is not None
    assert (first.form_id, second.form_id) == (PLAN, SURVEY)


def test_finalising_is_a_border(lan: Clerk) -> None:
    lan.fills_in()
    lan.finalises()
    assert not lan.dossier.can_undo
    with refused("Hồ sơ đã chốt số liệu"):
        lan.dossier.undo()
    lan.dossier.reopen()
    assert lan.dossier.undo() is None


def test_the_history_keeps_what_was_taken_back(lan: Clerk) -> None:
    lan.answers(BOOKS, "100")
    lan.dossier.undo()
    filling = lan.dossier.form(SURVEY)
    log = lan.office.store.answers.at(filling.instance.key, at(lan, BOOKS))
    assert [(change.before, change.after) for change in log] == [("", "100"), ("100", "")]


def test_what_a_full_disk_does_not_take_is_in_front_of_her_and_saved_later(lan: Clerk) -> None:
    lan.office.database.query("PRAGMA query_only = 1")
    with pytest.raises(NotSavedError) as told:
        lan.answers(BOOKS, "100")
    assert at(lan, BOOKS) in told.value.changes.values
    assert (lan.sees(BOOKS), lan.dossier.has_unsaved) == ("100", True)
    lan.office.database.query("PRAGMA query_only = 0")
    lan.dossier.save()
    assert not lan.dossier.has_unsaved
    lan.dossier.undo()
    assert lan.sees(BOOKS) == ""


def test_a_paste_that_the_disk_refuses_tells_all_that_it_changed(lan: Clerk) -> None:
    lan.office.database.query("PRAGMA query_only = 1")
    session = lan.dossier.form(SURVEY).session

    def pastes() -> None:
        with lan.dossier.together(SURVEY):
            lan.dossier.add_rows(SURVEY, table(session, ROOMS), 2)
            lan.answers(SEATS, "4")

    with pytest.raises(NotSavedError) as told:
        pastes()
    assert len(told.value.changes.rows_added) == 2
    assert at(lan, SEATS) in told.value.changes.values
    lan.office.database.query("PRAGMA query_only = 0")
    lan.dossier.save()
    lan.dossier.undo()
    assert (lan.sees_column(ROOMS, "ten"), lan.sees(SEATS)) == ([], "")
