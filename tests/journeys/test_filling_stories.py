"""What happens at the filling desk, told as it happens to Lan."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from clerk import Clerk, OpenOffice, refused
from invented_campaign import (
    ADDRESS,
    AGENCY,
    BOOKS,
    BUDGET,
    CAMPAIGN,
    COMPUTERS,
    FILES,
    OTHER_AGENCY,
    PLAN,
    READING_ROOM,
    ROOMS,
    SEATS,
    SIGNATORY,
    SURVEY,
    TASKS,
)
from zipped_files import WORKBOOK, zip_of

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.filling.attaching import MOST_BYTES
from cbc_desktop.office import Office, open_office
from cbc_desktop.signing.signer import Signer


def test_a_new_dossier_knows_its_agency_and_asks_what_must_be_answered(lan: Clerk) -> None:
    assert lan.sees("/data/s0/ten_co_quan") == "Thư viện tỉnh Mẫu"
    assert lan.sees_problems() == {
        BOOKS: "required",
        READING_ROOM: "required",
        "/data/s4/chuc_vu": "required",
        SIGNATORY: "required",
    }
    assert {one.reference for one in lan.review.unanswered} >= {ADDRESS, BUDGET}


@pytest.mark.parametrize("asked", [AGENCY, "TVM@", "Thư viện tỉnh Mẫu", "thu vien tinh mau", "Library of Mẫu"])
def test_an_agency_is_found_by_code_key_or_name_with_or_without_accents(office: Office, asked: str) -> None:
    assert office.filling.begin(CAMPAIGN, asked).agency.key == "TVM@"


@pytest.mark.parametrize("asked", ["TVC", "VTV", "Thư viện tỉnh Khác", ""])
def test_an_agency_that_was_not_asked_on_that_day_has_no_dossier(office: Office, asked: str) -> None:
    with refused("Không có cơ quan"):
        office.filling.begin(CAMPAIGN, asked)
    assert office.filling.dossiers() == ()


def test_an_agency_has_one_dossier_and_the_second_is_refused(lan: Clerk) -> None:
    lan.answers(BOOKS, "500")
    with refused("đã có hồ sơ"):
        lan.office.filling.begin(CAMPAIGN, AGENCY)
    assert lan.sees(BOOKS) == "500"
    assert len(lan.office.filling.dossiers()) == 1


def test_another_agency_has_a_dossier_of_its_own(lan: Clerk) -> None:
    other = lan.office.filling.begin(CAMPAIGN, OTHER_AGENCY)
    lan.answers(BOOKS, "500")
    assert other.form(SURVEY).session.value(other.form(SURVEY).session.locate(BOOKS)) == ""


@pytest.mark.parametrize(
    ("reference", "text", "condition"),
    [
        (BOOKS, "năm trăm", "type"),
        (BOOKS, "200000", "constraint"),
        (BOOKS, "3", "warning"),
        (READING_ROOM, "CÓ LẼ", "choice"),
    ],
)
def test_a_wrong_answer_is_kept_and_marked(lan: Clerk, reference: str, text: str, condition: str) -> None:
    lan.answers(reference, text)
    assert lan.sees(reference) == text
    assert lan.sees_problems()[reference] == condition


def test_an_answer_put_right_is_not_marked_any_more(lan: Clerk) -> None:
    lan.answers(BOOKS, "năm trăm")
    lan.answers(BOOKS, "500")
    assert BOOKS not in lan.sees_problems()
    lan.answers(BOOKS, "")
    assert lan.sees_problems()[BOOKS] == "required"


def test_a_question_that_does_not_apply_is_not_missed_and_its_answer_is_kept(lan: Clerk) -> None:
    lan.answers(READING_ROOM, "CO")
    lan.answers(SEATS, "80")
    lan.answers(READING_ROOM, "KHONG")
    assert SEATS not in lan.sees_problems()
    lan.answers(READING_ROOM, "CO")
    assert lan.sees(SEATS) == "80"


def test_spaces_around_an_answer_are_left_out_and_vietnamese_is_written_in_one_way(lan: Clerk) -> None:
    lan.answers(ADDRESS, "  Pho\u031b\u0300 nguyên 12  ")  # "ờ" typed as o, horn, grave
    assert lan.sees(ADDRESS) == "Phờ nguyên 12"


def test_spaces_that_stand_behind_an_unseen_character_are_outer_ones_too(lan: Clerk) -> None:
    lan.answers(SEATS, "\ufeff 80 \u200b")
    assert lan.sees(SEATS) == "80"


def test_rows_are_added_filled_in_moved_and_deleted(lan: Clerk) -> None:
    for place, name in enumerate(("thiếu nhi", "ngoại văn", "báo chí"), start=1):
        lan.adds_row(ROOMS)
        lan.answers(f"{ROOMS}[{place}]/ten", name)
    lan.moves_row(f"{ROOMS}[3]", 0)
    lan.deletes_row(f"{ROOMS}[2]")
    assert lan.sees_column(ROOMS, "ten") == ["báo chí", "ngoại văn"]


def test_after_closing_and_coming_back_everything_is_as_it_was(
    open_lans_office: OpenOffice, signer: Signer, clock: FixedClock, tmp_path: Path
) -> None:
    with open_lans_office() as office:
        lan = Clerk.begins(office, signer)
        lan.answers(BOOKS, "không nhớ")
        lan.adds_row(ROOMS)
        lan.adds_row(ROOMS)
        lan.answers(f"{ROOMS}[2]/ten", "ngoại văn")
        lan.moves_row(f"{ROOMS}[2]", 0)
        lan.notes(BOOKS, "hỏi lại chị Hoa")
        lan.attaches(_first_file(lan), _pdf(tmp_path))
        before = lan.dossier.form(SURVEY).session.save()
    clock.advance(timedelta(days=3).total_seconds())
    with open_lans_office() as office:
        lan = Clerk.comes_back(office, signer)
        assert lan.dossier.form(SURVEY).session.save() == before
        assert lan.sees_column(ROOMS, "ten") == ["ngoại văn", ""]
        assert lan.sees_remarks() == [(BOOKS, "note", "hỏi lại chị Hoa")]
        assert lan.sees_problems()[BOOKS] == "type"


def test_a_note_is_written_changed_and_taken_away(lan: Clerk) -> None:
    lan.notes(BOOKS, "  tạm tính ")
    lan.notes(BOOKS, "đã kiểm kê")
    assert lan.sees_remarks() == [(BOOKS, "note", "đã kiểm kê")]
    lan.notes(BOOKS, "")
    assert lan.sees_remarks() == []


def test_an_explanation_settles_a_warning_and_nothing_else(lan: Clerk) -> None:
    lan.answers(BOOKS, "3")
    lan.explains(BOOKS, "Kho sách bị lũ cuốn.")
    with refused("không có cảnh báo"):
        lan.explains(SIGNATORY, "Chưa biết ai ký.")
    (line,) = lan.review.warnings
    assert (line.settled, line.explanation) == (True, "Kho sách bị lũ cuốn.")
    assert [line.reference for line in lan.review.in_the_way] == [READING_ROOM, "/data/s4/chuc_vu", SIGNATORY]


# --- files ----------------------------------------------------------------------------------------------------------


def _pdf(folder: Path, name: str = "Bảng lương tháng 2.pdf") -> Path:
    path = folder / name
    path.write_bytes(b"%PDF-1.7\n" + b"x" * 100 + b"\n%%EOF\n")
    return path


def _first_file(lan: Clerk) -> str:
    lan.adds_row(FILES)
    return f"{FILES}[1]/noi_dung"


def test_a_file_is_copied_and_can_be_lost_afterwards(lan: Clerk, tmp_path: Path) -> None:
    path, reference = _pdf(tmp_path), _first_file(lan)
    lan.attaches(reference, path)
    content = path.read_bytes()
    path.unlink()
    (kept,) = lan.office.store.attachments.of(lan.dossier.dossier_id)
    assert lan.sees(reference) == kept.name
    assert kept.name.isascii()
    assert kept.original_name == "Bảng lương tháng 2.pdf"
    assert lan.office.store.attachments.read(kept) == content


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("to-trinh.pdf", b"%PDF-" + bytes(MOST_BYTES), "lớn hơn 20 MB"),
        ("nua-tep.pdf", b"%PDF-1.7\n" + b"x" * 2000, "chưa đủ hoặc đã hỏng"),
        ("nua-tep.xlsx", WORKBOOK[: len(WORKBOOK) // 2], "chưa đủ hoặc đã hỏng"),
        ("khac.docx", zip_of("word/document.xml"), "chưa đủ hoặc đã hỏng"),
        ("virus.exe", b"MZ", "không phải là tệp PDF, DOCX hoặc XLSX"),
        ("virus.pdf", b"MZ", "không phải là tệp PDF, DOCX hoặc XLSX"),
        ("trong.pdf", b"", "không phải là tệp PDF, DOCX hoặc XLSX"),
    ],
)
def test_a_file_nobody_can_use_is_refused_and_the_answer_stays(
    lan: Clerk, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    reference = _first_file(lan)
    lan.attaches(reference, _pdf(tmp_path))
    before = lan.sees(reference)
    (tmp_path / name).write_bytes(content)
    with refused(said):
        lan.attaches(reference, tmp_path / name)
    assert lan.sees(reference) == before


def test_a_file_of_exactly_20_megabytes_is_taken(lan: Clerk, tmp_path: Path) -> None:
    path = tmp_path / "vua-du.PDF"
    path.write_bytes(b"%PDF-" + bytes(MOST_BYTES - 10) + b"%%EOF")
    lan.attaches(_first_file(lan), path)
    (kept,) = lan.office.store.attachments.of(lan.dossier.dossier_id)
    assert kept.size == MOST_BYTES


def test_a_whole_workbook_is_taken(lan: Clerk, tmp_path: Path) -> None:
    path = tmp_path / "bang.xlsx"
    path.write_bytes(WORKBOOK)
    lan.attaches(_first_file(lan), path)
    (kept,) = lan.office.store.attachments.of(lan.dossier.dossier_id)
    assert lan.office.store.attachments.read(kept) == WORKBOOK


def test_a_file_that_is_not_there_is_told(lan: Clerk, tmp_path: Path) -> None:
    with refused("Không đọc được tệp"):
        lan.attaches(_first_file(lan), tmp_path / "khong-co.pdf")


# --- what one form offers to the other --------------------------------------------------------------------------------


def test_figures_and_rows_of_the_survey_are_offered_to_the_plan_and_taken_by_a_person(lan: Clerk) -> None:
    lan.fills_in(SURVEY)
    lan.turns_to(PLAN)
    assert (lan.sees(COMPUTERS), lan.sees_column(TASKS, "noi_dung")) == ("", [])
    figure, rows = lan.dossier.offers(PLAN)
    lan.dossier.take(PLAN, figure)
    lan.dossier.take(PLAN, rows)
    assert lan.sees(COMPUTERS) == "42"
    assert lan.sees_column(TASKS, "noi_dung") == ["Nâng cấp Phòng thiếu nhi", "Nâng cấp Phòng ngoại văn"]
    assert lan.dossier.offers(PLAN) == ()


def test_what_was_typed_is_never_calculated_over_and_a_new_figure_is_offered_again(lan: Clerk) -> None:
    lan.fills_in(SURVEY)
    lan.turns_to(PLAN)
    lan.answers(COMPUTERS, "40")
    (offer, _) = lan.dossier.offers(PLAN)
    assert (lan.sees(COMPUTERS), offer.text) == ("40", "42")


def test_taken_rows_are_there_after_coming_back(open_lans_office: OpenOffice, signer: Signer) -> None:
    with open_lans_office() as office:
        lan = Clerk.begins(office, signer)
        lan.fills_in(SURVEY)
        for offer in lan.dossier.offers(PLAN):
            lan.dossier.take(PLAN, offer)
    with open_lans_office() as office:
        lan = Clerk.comes_back(office, signer)
        lan.turns_to(PLAN)
        assert lan.sees_column(TASKS, "noi_dung") == ["Nâng cấp Phòng thiếu nhi", "Nâng cấp Phòng ngoại văn"]


# --- the list of dossiers ---------------------------------------------------------------------------------------------


def test_a_dossier_is_found_by_the_beginning_of_its_identifier_or_by_its_agency(lan: Clerk) -> None:
    other = lan.office.filling.begin(CAMPAIGN, OTHER_AGENCY)
    desk = lan.office.filling
    assert desk.find(AGENCY).identity.dossier_id == lan.dossier.dossier_id
    assert desk.find(other.dossier_id[:12]).identity.dossier_id == other.dossier_id
    for nothing in ("", "không có"):
        with refused("Không có hồ sơ"):
            desk.find(nothing)


def test_a_beginning_that_fits_several_dossiers_is_not_guessed(home: Path, campaigns: Path, clock: FixedClock) -> None:
    class Twins(SeededIdentifiers):
        def new_uuid(self) -> str:
            return "0000" + super().new_uuid()[4:]

    with open_office(home, clock=clock, identifiers=Twins(), campaigns=campaigns) as office:
        begun = [office.filling.begin(CAMPAIGN, agency).dossier_id for agency in (AGENCY, OTHER_AGENCY)]
        with refused("nhiều hồ sơ") as told:
            office.filling.find("0000")
        assert all(dossier_id in told[0].vi for dossier_id in begun)


def test_facts_of_issue_may_be_given_at_any_time_and_are_shown_in_the_form(lan: Clerk) -> None:
    lan.dossier.set_facts(IssueFacts(number="45", symbol="TVM-NV"))
    assert lan.sees("/data/s0/so_van_ban") == "45/TVM-NV"
    assert lan.dossier.stored.revision.facts.number == "45"


def test_what_no_file_could_hold_is_left_out_of_answers_notes_facts_and_names_of_files(
    lan: Clerk, tmp_path: Path
) -> None:
    """Pasted from elsewhere: a control character, half a surrogate pair, the line break of Word."""
    lan.answers(ADDRESS, "Số 5\x00 đường\ud83d Mẫu")
    lan.notes(ADDRESS, "dòng 1\vdòng 2\x07")
    lan.dossier.set_facts(IssueFacts(symbol="TVM\x00-NV", place=" Thành phố\nMẫu "))
    lan.attaches(_first_file(lan), _pdf(tmp_path, "tờ\x07 trình.pdf"))
    (kept,) = lan.office.store.attachments.of(lan.dossier.dossier_id)
    assert lan.sees(ADDRESS) == "Số 5 đường Mẫu"
    assert lan.sees_remarks() == [(ADDRESS, "note", "dòng 1\ndòng 2")]
    assert lan.dossier.stored.revision.facts == IssueFacts(symbol="TVM-NV", place="Thành phố Mẫu")
    assert kept.original_name == "tờ trình.pdf"
