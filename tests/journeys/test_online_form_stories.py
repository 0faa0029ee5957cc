"""Some libraries answered the online form instead: its export is taken in, row by row, as packages are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from clerk import MORNING, refused
from command_line import Command
from invented_campaign import BOOKS, CAMPAIGN, READING_ROOM, SURVEY

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.submission import read_submission
from cbc_desktop.office import Office, open_office
from cbc_desktop.receiving.reception.online_sheet import moment_in
from cbc_desktop.receiving.reception.proposing import proposed
from cbc_desktop.receiving.route import Route, Source

SHIPPED = "837-btttt-cbc"
HEAD = "Dấu thời gian,Cơ quan,1.1. Số đầu sách,Có phòng đọc?,Ý kiến khác"
ROWS = (
    "09/02/2030 14:05:33,Thư viện tỉnh Mẫu,1.234,Có,",
    "09/02/2030 15:00:00,Thu vien thanh pho Thu,nhiều,,hay",
    "09/02/2030 16:00:00,Thư viện nào đó,5,,",
)


@pytest.fixture
def department(home: Path, campaigns: Path) -> Iterator[Office]:
    clock, identifiers = FixedClock(MORNING), SeededIdentifiers(9)
    with open_office(home, clock=clock, identifiers=identifiers, campaigns=campaigns, who="Phúc") as office:
        yield office


def exported(folder: Path, *rows: str) -> Path:
    path = folder / "tra-loi.csv"
    path.write_text("\n".join((HEAD, *rows)) + "\n", encoding="utf-8-sig")
    return path


def columns(folder: Path) -> Path:
    path = folder / "cot.toml"
    path.write_text(f'[columns]\n"Có phòng đọc?" = "{SURVEY} {READING_ROOM}"\n', encoding="utf-8")
    return path


def test_each_row_is_the_answer_of_an_agency(department: Office, tmp_path: Path) -> None:
    desk = department.reception
    plan = desk.look_at_online(exported(tmp_path, *ROWS), CAMPAIGN, columns(tmp_path))
    assert [place.path if place else "" for _, place in plan.columns] == ["", "", BOOKS, READING_ROOM, ""]
    assert [row.agency.code if row.agency else None for row in plan.rows] == ["TVM", "TVT", None]
    assert len(desk.take_online(plan, CAMPAIGN)) == 3
    first, second = desk.counted(CAMPAIGN)
    assert (first.source, first.route, first.late, first.dossier_id) == (Source.ONLINE_FORM, Route.ONLINE, False, "")
    assert first.sent_at == datetime(2030, 2, 9, 14, 5, 33, tzinfo=VIETNAM)
    definition = department.catalogue.form(department.catalogue.campaign(CAMPAIGN), SURVEY)
    values = read_submission(definition, first.submissions[SURVEY], SeededIdentifiers()).values
    assert (values[Address("", BOOKS)], values[Address("", READING_ROOM)]) == ("1234", "CO")
    assert desk.report(second.arrival)["unreadable"] == {f"{SURVEY}{BOOKS}": "nhiều"}
    signature, unreadable = (point.vi for point in desk.open_points(desk.find(str(second.arrival))))
    assert "không có chữ ký số" in signature
    assert unreadable.startswith("Câu “Số đầu sách”: không đọc được trả lời “nhiều”")
    (unknown,) = [one for one in desk.standings(CAMPAIGN) if one.agency is None]
    assert unknown.name == "Thư viện nào đó"


def test_what_is_none_of_the_choices_is_told_as_it_is_counted(department: Office, tmp_path: Path) -> None:
    desk = department.reception
    path = exported(tmp_path, "09/02/2030 14:05:33,Thư viện tỉnh Mẫu,1,Có rồi,")
    (arrival,) = desk.take_online(desk.look_at_online(path, CAMPAIGN, columns(tmp_path)), CAMPAIGN)
    assert arrival.doubts
    _, told = (point.vi for point in desk.open_points(arrival))
    assert told.startswith("Câu “Có phòng đọc không?”: trả lời “Có rồi” không có trong các lựa chọn; được giữ nguyên")
    (remark,) = proposed(desk.report(arrival.digest))
    assert (remark.reference, "Đề nghị chọn lại" in remark.words) == (READING_ROOM, True)


def test_rows_taken_in_for_practice_stay_apart_and_can_come_in_earnest_later(cbc: Command, tmp_path: Path) -> None:
    path = exported(tmp_path, ROWS[0])
    assert "vào hồ sơ thử nghiệm" in cbc("online", path, CAMPAIGN, "--take", "--trial").out
    assert "biểu mẫu trực tuyến" not in cbc("received").out
    assert "biểu mẫu trực tuyến" in cbc("received", "--trial").out
    assert "Đã nhận 1 trong 1 dòng trả lời.\n" in cbc("online", path, CAMPAIGN, "--take").out
    assert "biểu mẫu trực tuyến" in cbc("received").out


def test_the_export_of_a_later_day_brings_only_what_is_new(department: Office, tmp_path: Path) -> None:
    desk = department.reception
    desk.take_online(desk.look_at_online(exported(tmp_path, ROWS[0]), CAMPAIGN), CAMPAIGN)
    plan = desk.look_at_online(exported(tmp_path, *reversed(ROWS)), CAMPAIGN)
    assert [one.name for one in desk.take_online(plan, CAMPAIGN)] == ["tra-loi.csv, dòng 2", "tra-loi.csv, dòng 3"]


def test_an_agency_that_answered_twice_is_a_conflict(department: Office, tmp_path: Path) -> None:
    desk = department.reception
    again = ROWS[0].replace("1.234", "1.235")
    desk.take_online(desk.look_at_online(exported(tmp_path, ROWS[0], again), CAMPAIGN), CAMPAIGN)
    (standing,) = desk.standings(CAMPAIGN)
    assert [one.standing.value for one in standing.arrivals] == ["conflicts", "conflicts"]


def test_figures_are_never_taken_for_the_codes_of_agencies(tmp_path: Path, home: Path) -> None:
    path = tmp_path / "tra-loi.csv"
    lines = (
        "Cơ quan trả lời,1.8. Trong đó: số người kiêm nhiệm",
        *("UBND tỉnh Hà Giang,40", "ubnd tinh cao bang,74", "Tỉnh Sao Hỏa,45"),
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    with open_office(home, clock=FixedClock(MORNING)) as office:
        desk = office.reception
        plan = desk.look_at_online(path, SHIPPED)
        assert plan.agency_column == "Cơ quan trả lời"
        assert [row.agency.code if row.agency else None for row in plan.rows] == ["02", "04", None]
        other = desk.with_agency_column(plan, SHIPPED, "1.8. Trong đó: số người kiêm nhiệm")
        assert [row.agency.code if row.agency else None for row in other.rows] == ["40", "74", "45"]
        assert [place for _, place in other.columns] == [None, None]


def test_a_column_of_codes_says_so(tmp_path: Path, home: Path) -> None:
    path = tmp_path / "tra-loi.csv"
    path.write_text("1.8. Trong đó: số người kiêm nhiệm,Mã cơ quan\n40,02\n74,04\n", encoding="utf-8")
    with open_office(home, clock=FixedClock(MORNING)) as office:
        plan = office.reception.look_at_online(path, SHIPPED)
    assert [row.agency.code if row.agency else None for row in plan.rows] == ["02", "04"]


def test_what_cannot_be_taken_is_told(department: Office, tmp_path: Path) -> None:
    path = exported(tmp_path, "x,y,1,2,3")
    with refused("Không thấy cột nào"):
        department.reception.look_at_online(path, CAMPAIGN)
    for text in ("agency = 1", "no toml", '[columns]\n"Ý kiến khác" = "khac /data/khac"'):
        wrong = tmp_path / "sai.toml"
        wrong.write_text(text, encoding="utf-8")
        with refused("Tệp cột không đúng"):
            department.reception.look_at_online(exported(tmp_path, *ROWS), CAMPAIGN, wrong)


def test_on_the_command_line_what_is_shown_is_a_file_of_columns(cbc: Command, tmp_path: Path) -> None:
    path, shown = exported(tmp_path, *ROWS), tmp_path / "hien.toml"
    shown.write_text(cbc("online", path, CAMPAIGN).out, encoding="utf-8")
    assert f'"1.1. Số đầu sách" = "{SURVEY} {BOOKS}"' in shown.read_text(encoding="utf-8")
    assert "không có cơ quan “Thư viện nào đó”" in shown.read_text(encoding="utf-8")
    said = cbc("online", path, CAMPAIGN, "--columns", shown, "--take")
    assert "Đã nhận 3 trong 3 dòng" in said.out
    assert "biểu mẫu trực tuyến" in cbc("received").out
    assert "tra-loi.csv, row 3" in cbc("received", lang="en").out


def test_a_receipt_asks_again_what_could_not_be_read_in_an_online_form(cbc: Command, tmp_path: Path) -> None:
    cbc("online", exported(tmp_path, ROWS[1]), CAMPAIGN, "--take")
    ((arrival,),) = ([one["digest"] for one in agency["arrivals"]] for agency in received(cbc) if agency["arrivals"])
    said = cbc("receipt", arrival[:12], "--checks", "--by", "Vụ", "--out", tmp_path / "phieu")
    assert said.code == 0
    (slip,) = (json.loads(path.read_bytes()) for path in (tmp_path / "phieu").glob("*.json"))
    assert (slip["outcome"], [(one["path"], one["label"]) for one in slip["questions"]]) == (
        "to-be-corrected",
        [(BOOKS, "Số đầu sách")],
    )
    (mail,) = (message_from_bytes(path.read_bytes(), policy=default) for path in (tmp_path / "phieu").glob("*.eml"))
    told = mail.get_body().get_content()  # type: ignore[attr-defined]
    assert "Không đọc được trả lời “nhiều”" in told
    assert ("trên biểu mẫu trực tuyến" in told, "Nhận phiếu trả lại" in told) == (True, False)


def received(cbc: Command) -> list[dict[str, Any]]:
    agencies: list[dict[str, Any]] = json.loads(cbc("received", "--json").out)["agencies"]
    return agencies


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("25/03/2022 14:05:33", "2022-03-25T14:05:33"),
        ("2022/03/25 2:05:33 CH GMT+7", "2022-03-25T14:05:33"),
        ("2022-03-25 12:00 SA", "2022-03-25T00:00:00"),
        ("25/3/2022", "2022-03-25T00:00:00"),
        ("hôm qua", ""),
        ("", ""),
    ],
)
def test_moments_are_read_as_online_forms_write_them(text: str, told: str) -> None:
    moment = moment_in(text)
    assert (moment.replace(tzinfo=None).isoformat() if moment else "") == told
