"""The printed check sheet: what Lan takes along on paper, read back with poppler."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from clerk import Clerk, OpenOffice
from command_line import Command
from invented_campaign import ADDRESS, AGENCY, BOOKS, READING_ROOM, ROOMS, SIGNATORY, SURVEY

from cbc_desktop.documents.page_map import PageMap
from cbc_desktop.documents.pdf.check_sheet import render_check_sheet
from cbc_desktop.dossier.return_slip import ReturnSlip, SlipQuestion, slip_to_json
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.engine.address import Address
from cbc_desktop.signing.signer import Signer


def read(pdf: bytes) -> str:
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return re.sub(r"\s+", " ", done.stdout.decode())


def sheet(lan: Clerk) -> str:
    return read(render_check_sheet(lan.office.filling.check_sheet(lan.dossier)).content)


def returns(lan: Clerk, revision: Revision, path: Path, *questions: SlipQuestion) -> None:
    agency, now = lan.dossier.agency.name_vi, lan.office.clock.now()
    slip = ReturnSlip(
        revision.identity, agency, revision.number, revision.content_digest, "Vụ Thư viện", now, questions
    )
    path.write_bytes(slip_to_json(slip))
    lan.office.filling.take_return(path)
    lan.dossier.look_again()


def test_it_says_what_is_missing_wrong_and_open_section_by_section(lan: Clerk) -> None:
    lan.answers(BOOKS, "200000")
    lan.answers(READING_ROOM, "KHONG")
    found = sheet(lan)
    assert "THƯ VIỆN TỈNH MẪU PHIẾU KIỂM TRA SỐ LIỆU" in found
    assert "Bản: lần 1, bản đang nhập Hạn gửi: 28/02/2030 In lúc: 08:30, 10/02/2030" in found
    assert "Trước khi chốt số liệu còn: 1 lỗi, 3 câu bắt buộc chưa trả lời." in found
    assert "Lỗi Số đầu sách Số đầu sách từ 0 đến 100.000." in found
    assert found.index("Hiện trạng thư viện") < found.index("Lỗi Số đầu sách") < found.index("Còn thiếu Họ và tên")
    assert "Địa chỉ thư viện; Kinh phí năm" in found


def test_each_line_leads_to_its_question(lan: Clerk) -> None:
    lan.answers(BOOKS, "200000")
    marks = render_check_sheet(lan.office.filling.check_sheet(lan.dossier)).map.landmarks
    found = next(mark for mark in marks if mark.says(Address("", BOOKS)))
    assert (found.form_id, found.page) == (SURVEY, 0)
    pages = PageMap(marks)
    assert pages.index_at(found.page, found.top + 1) == marks.index(found)
    assert pages.index_at(0, 0) is None, "the head is of no question"


def test_open_questions_of_one_column_stand_together(lan: Clerk) -> None:
    lan.adds_row(ROOMS)
    lan.adds_row(ROOMS)
    assert "Số máy (Các phòng máy, dòng 1, 2)" in sheet(lan)


def test_warnings_stand_there_with_their_explanations_and_are_ticked_off(lan: Clerk) -> None:
    lan.fills_in()
    found = sheet(lan)
    assert "x Lưu ý Số đầu sách" in found
    assert "Giải trình: Kho sách đang được kiểm kê" in found
    assert "Không còn gì phải sửa. Có thể chốt số liệu." in found
    assert "Lưu ý: 1, trong đó 1 đã giải trình" in found
    lan.finalises()
    assert "Số liệu đã chốt" in sheet(lan)


def test_offers_of_the_other_form_stand_there(lan: Clerk) -> None:
    lan.fills_in(SURVEY)
    found = sheet(lan)
    assert "Đề xuất Tổng số máy Nhận “42” từ biểu mẫu khác của hồ sơ?" in found
    assert "Nhận 2 dòng từ biểu mẫu khác" in found


def test_nothing_is_offered_to_a_dossier_that_is_finalised(lan: Clerk) -> None:
    lan.fills_in()
    lan.finalises()
    assert "từ biểu mẫu khác" not in sheet(lan)


def test_changes_and_returned_questions_stand_there(lan: Clerk, tmp_path: Path) -> None:
    lan.fills_in()
    revision = lan.finalises()
    rid = lan.dossier.form(SURVEY).session.tree.repeat(lan.dossier.form(SURVEY).session.locate(ROOMS)).rows[1].id
    returns(
        lan,
        revision,
        tmp_path / "phieu.json",
        SlipQuestion(SURVEY, rid, f"{ROOMS}/so_may", "Số máy", "Có bao nhiêu máy?"),
        SlipQuestion("", "", "", "", "Gửi lại sớm."),
        SlipQuestion("khac", "", "/data/khac", "Câu lạ", "Thiếu."),
    )
    lan.dossier.reopen()
    lan.answers(ADDRESS, "Số 6")
    lan.dossier.settle_returned(lan.dossier.returned_questions()[1])
    found = sheet(lan)
    assert "Bị trả lại Số máy Có bao nhiêu máy?" in found
    assert "x Bị trả lại Cả hồ sơ Gửi lại sớm." in found
    assert "Bị trả lại Câu lạ Thiếu. không còn trong bản đang nhập Vụ Thư viện, ngày 10/02/2030" in found
    assert "Đã đổi Địa chỉ thư viện Số 5 đường Thử Nghiệm, phường Mẫu → Số 6" in found
    assert "Bị trả lại: 3 mục, trong đó 2 chưa sửa xong" in found
    assert "Đã đổi: 1 chỗ so với bản lần 1" in found


def test_it_is_in_vietnamese_whatever_is_on_show_and_leaves_that_alone(lan: Clerk) -> None:
    lan.fills_in()
    lan.finalises()
    lan.dossier.reopen()
    lan.answers(READING_ROOM, "KHONG")
    session = lan.dossier.form(SURVEY).session
    session.show_language("English (en)")
    assert "Có phòng đọc không? Có → Không" in sheet(lan)
    assert session.language == "English (en)"


def test_the_same_draft_at_the_same_moment_gives_the_same_bytes(lan: Clerk) -> None:
    lan.fills_in()
    desk = lan.office.filling
    first, again = (desk.check_sheet(one) for one in (lan.dossier, Clerk.comes_back(lan.office, lan.signer).dossier))
    assert render_check_sheet(first) == render_check_sheet(again)


def test_nothing_that_people_write_stops_the_printing(lan: Clerk) -> None:
    lan.fills_in()
    hostile = "<b>đậm</b> & ☃ \ue000 " + "rất-dài" * 4000
    lan.explains(BOOKS, hostile)
    found = sheet(lan)
    assert "<b>đậm</b> & ? ?" in found
    assert found.count("dài") > 3500


def test_a_section_with_very_many_changes_is_cut_and_says_so(lan: Clerk) -> None:
    lan.fills_in()
    lan.finalises()
    lan.dossier.reopen()
    session = lan.dossier.form(SURVEY).session
    lan.dossier.add_rows(SURVEY, session.locate(ROOMS), 230)
    assert re.search(r"… và \d+ mục nữa, xem trong phần mềm", sheet(lan))


def test_the_command_writes_it(open_lans_office: OpenOffice, cbc: Command, signer: Signer, tmp_path: Path) -> None:
    with open_lans_office() as office:
        Clerk.begins(office, signer).answers(SIGNATORY, "Trần Thị Thử")
    said = cbc("check-sheet", AGENCY, "--out", tmp_path / "phieu.pdf")
    assert (said.code, "phieu.pdf" in said.out) == (0, True)
    assert "PHIẾU KIỂM TRA SỐ LIỆU" in read((tmp_path / "phieu.pdf").read_bytes())
