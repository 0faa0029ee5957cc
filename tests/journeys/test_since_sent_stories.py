"""What a reopened dossier says otherwise than the revision that was sent, told as Lan sees it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from clerk import Clerk, OpenOffice
from command_line import Command
from deeds import DEEDS, Deed
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_campaign import ADDRESS, AGENCY, BOOKS, BUDGET, PLAN, READING_ROOM, ROOMS, SEATS, SURVEY

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.dossier.states import Action
from cbc_desktop.filling.finalising import revision_of
from cbc_desktop.filling.references import row
from cbc_desktop.filling.since_sent import Difference, SinceSent
from cbc_desktop.office import open_office
from cbc_desktop.signing.signer import Signer


def reopened(lan: Clerk, *forms: str) -> Clerk:
    lan.fills_in()
    lan.finalises(*forms)
    lan.dossier.reopen()
    return lan


def seen(lan: Clerk) -> SinceSent:
    found = lan.dossier.changes_since_sent()
    assert found is not None
    return found


def told(lan: Clerk) -> list[tuple[str, str, int | None, str, str]]:
    return [(one.kind.value, one.label.vi, one.row, one.before, one.after) for one in seen(lan).differences]


def only(lan: Clerk) -> Difference:
    (difference,) = seen(lan).differences
    return difference


def test_a_first_draft_has_nothing_to_be_compared_with(lan: Clerk) -> None:
    lan.fills_in()
    assert lan.dossier.changes_since_sent() is None
    lan.finalises()
    assert lan.dossier.changes_since_sent() is None


def test_a_reopened_dossier_has_no_differences_until_something_is_changed(lan: Clerk) -> None:
    reopened(lan)
    assert (seen(lan).number, seen(lan).differences, seen(lan).new_forms) == (1, (), ())


def test_answers_are_told_as_people_read_them_with_their_page(lan: Clerk) -> None:
    reopened(lan)
    lan.answers(BUDGET, "2000.25")
    lan.answers(ADDRESS, "")
    assert told(lan) == [
        ("answer", "Địa chỉ thư viện", None, "Số 5 đường Thử Nghiệm, phường Mẫu", ""),
        ("answer", "Kinh phí năm", None, "1.250,5", "2.000,25"),
    ]
    first = seen(lan).differences[0]
    assert (first.form_id, first.page.vi, first.page.en) == (SURVEY, "Hiện trạng thư viện", "The library")
    assert lan.dossier.form(SURVEY).session.reference(first.address) == ADDRESS


def test_choices_are_told_in_the_language_on_show(lan: Clerk) -> None:
    reopened(lan)
    lan.answers(READING_ROOM, "KHONG")
    assert told(lan)[0][3:] == ("Có", "Không")
    lan.dossier.form(SURVEY).session.show_language("English (en)")
    assert told(lan)[0][3:] == ("Yes", "No")


def test_a_question_that_is_hidden_now_is_told_apart_from_one_that_was_cleared(lan: Clerk) -> None:
    reopened(lan)
    lan.answers(READING_ROOM, "KHONG")
    assert told(lan) == [
        ("answer", "Có phòng đọc không?", None, "Có", "Không"),
        ("no_longer_asked", "Số chỗ ngồi", None, "1.200", ""),
    ]
    lan.answers(READING_ROOM, "CO")
    assert told(lan) == []


def test_rows_are_known_by_their_names_whatever_their_place(lan: Clerk) -> None:
    reopened(lan)
    lan.adds_row(ROOMS)
    lan.answers(f"{ROOMS}[3]/ten", "Phòng báo chí")
    lan.moves_row(f"{ROOMS}[3]", 0)
    lan.answers(f"{ROOMS}[3]/so_may", "31")
    assert told(lan) == [
        ("row_added", "Các phòng máy", 1, "", "Phòng báo chí"),
        ("answer", "Số máy", 3, "30", "31"),
    ]
    lan.deletes_row(f"{ROOMS}[2]")
    assert told(lan)[0] == ("row_removed", "Các phòng máy", 1, "Phòng thiếu nhi; 12", "")


def test_a_row_that_a_person_moved_is_named_and_not_those_that_made_way(lan: Clerk) -> None:
    reopened(lan)
    for _ in range(4):
        lan.adds_row(ROOMS)
    for place in range(3, 7):
        lan.answers(f"{ROOMS}[{place}]/ten", f"Phòng {place}")
    lan.finalises()
    lan.dossier.reopen()
    moved = row(lan.dossier.form(SURVEY).session, f"{ROOMS}[6]").id
    lan.moves_row(f"{ROOMS}[6]", 1)
    assert told(lan) == [("row_moved", "Các phòng máy", 2, "6", "2")]
    assert only(lan).address.row == moved


def test_notes_and_explanations_are_part_of_what_was_sent(lan: Clerk) -> None:
    reopened(lan)
    lan.notes(SEATS, "")
    lan.explains(BOOKS, "Kho sách đã kiểm kê xong.")
    assert told(lan) == [
        ("note", "Số chỗ ngồi", None, "Tính cả phòng đọc ngoài trời.", ""),
        (
            "explanation",
            "Số đầu sách",
            None,
            "Kho sách đang được kiểm kê lại sau trận lũ.",
            "Kho sách đã kiểm kê xong.",
        ),
    ]


def test_an_explanation_whose_warning_is_gone_is_not_sent_again(lan: Clerk) -> None:
    reopened(lan)
    lan.answers(BOOKS, "152")
    assert [one.kind.value for one in seen(lan).differences] == ["answer", "explanation"]


def test_a_form_that_was_not_sent_is_named_and_not_compared(lan: Clerk) -> None:
    reopened(lan, SURVEY)
    assert (seen(lan).differences, seen(lan).new_forms) == ((), (PLAN,))


def test_what_was_handed_over_counts_and_not_a_later_revision_that_stayed_here(lan: Clerk, tmp_path: Path) -> None:
    lan.fills_in()
    lan.finalises()
    lan.exports(tmp_path)
    lan.office.store.dossiers.move(lan.dossier.dossier_id, Action.HAND_OVER, "Lan")
    lan = Clerk.comes_back(lan.office, lan.signer)
    lan.dossier.reopen()
    lan.answers(ADDRESS, "Số 6")
    lan.finalises()
    lan.dossier.reopen()
    assert (seen(lan).number, only(lan).after) == (1, "Số 6")


def test_a_finalised_revision_still_tells_what_it_changes(lan: Clerk) -> None:
    reopened(lan)
    lan.answers(ADDRESS, "Số 6")
    lan.finalises()
    assert only(lan).after == "Số 6"


def test_the_command_line_tells_them_after_reopening(
    open_lans_office: OpenOffice, cbc: Command, signer: Signer
) -> None:
    with open_lans_office() as office:
        lan = reopened(Clerk.begins(office, signer), SURVEY)
        lan.answers(ADDRESS, "Số 6")
        lan.adds_row(ROOMS)
    said = cbc("changes", AGENCY)
    assert said.code == 0
    assert "So với bản lần 1" in said.out
    assert f"{ADDRESS} Địa chỉ thư viện: Số 5 đường Thử Nghiệm, phường Mẫu → Số 6" in said.out
    assert "Thêm dòng: (trống)" in said.out
    assert PLAN in said.out


def test_the_command_line_says_when_nothing_was_sent_yet(
    open_lans_office: OpenOffice, cbc: Command, signer: Signer
) -> None:
    with open_lans_office() as office:
        Clerk.begins(office, signer)
    assert "chưa có bản nào đã chốt" in cbc("changes", AGENCY).out


def test_there_are_differences_exactly_when_the_content_would_have_another_digest(
    converted: Path, campaigns: Path, clock: FixedClock, signer: Signer
) -> None:
    @settings(max_examples=60, deadline=None)
    @given(st.lists(DEEDS, max_size=8))
    def law(deeds: list[Deed]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            home, identifiers = Path(folder), SeededIdentifiers()
            shutil.copytree(converted / "cache", home / "cache")
            with open_office(home, clock=clock, identifiers=identifiers, campaigns=campaigns, who="Lan") as office:
                lan = reopened(Clerk.begins(office, signer))
                for deed in deeds:
                    deed(lan)
                stored, forms = lan.dossier.stored, list(lan.dossier.forms.values())
                frozen = revision_of(office.store, stored, forms, clock.now())
                assert bool(seen(lan).differences) == (frozen.content_digest != stored.revision.replaces)
                while lan.dossier.undo():
                    pass
                assert seen(lan).differences == ()

    law()
