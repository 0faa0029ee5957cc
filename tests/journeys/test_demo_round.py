"""The round of ``make demo``: what the receiver says of twelve offices, beside what they answered and other tools."""

from __future__ import annotations

import json
import re
import sqlite3
import tomllib
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from demo_files import DemoFiles
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from other_programs import pages_of_pdf, said_by

from cbc_desktop.base.paths import shipped_forms
from cbc_desktop.documents.vietnamese import number_text

pytestmark = pytest.mark.slow

SAMPLE = shipped_forms() / "837-btttt-cbc" / "sample"
SHEET = "Cơ quan Phiếu khảo sát nhanh"
Answers = dict[str, Any]


def answered() -> list[Answers]:
    """What each office last answered outside all tables, from the sample; not what was changed on the way."""
    content = tomllib.loads((SAMPLE / "offices.toml").read_text("utf-8"))
    first = json.loads((SAMPLE / "khao-sat-nhanh.json").read_text("utf-8"))["answers"]
    found = [first]
    for office in content["offices"]:
        sent = office.get("sent", [])
        if sent and sent[0]["as"] != "tampered":
            found.append({**office["answers"], **{k: v for one in sent for k, v in one.get("answers", {}).items()}})
    return found


def total(name: str) -> int:
    return sum(int(one[f"/data/s{name[1]}/{name}"]) for one in answered() if f"/data/s{name[1]}/{name}" in one)


def asked(demo: DemoFiles, sql: str) -> Any:
    with closing(sqlite3.connect(demo.tables)) as tables:
        return tables.execute(sql).fetchone()


def test_everything_that_was_sent_is_told_as_what_it_is(demo: DemoFiles) -> None:
    for told in (
        r"10/93 cơ quan đã gửi \(0 quá hạn\)",
        r"11/93 cơ quan đã gửi \(1 quá hạn\); 1 đã gửi nhưng chưa dùng được, 81 chưa gửi",
        r"trùng  đạt  PDF đã ký.*bo-y-te-lan-1\.pdf",
        r"thay bản trước  đạt .*thanh-pho-ha-noi-lan-2\.zip  ĐƯỢC TÍNH",
        r"02/04/2022 14:10 muộn .*thua-thien-hue-lan-1\.zip  ĐƯỢC TÍNH",
        r"không đạt  không đạt .*soc-trang-lan-1\.zip",
        r"bản quét.*dak-lak\.tif  ĐƯỢC TÍNH",
        r"1 mới gửi, 1 nay tính bản khác, 0 không còn tính",
        r"chưa gửi gì: Bộ Tài chính; Ủy ban nhân dân tỉnh Kon Tum",
    ):
        assert re.search(told, demo.said), told


def test_the_office_that_was_shown_first_reads_its_receipt(demo: DemoFiles) -> None:
    assert "đã tiếp nhận bản lần 1 ngày 05/04/2022, kèm 1 ý kiến." in demo.said
    assert "Phiếu có chữ ký số hợp lệ" in demo.said
    assert len(list((demo.folder / "receipts").glob("*.p7s"))) == 12


@pytest.mark.parametrize("name", ["q1_06", "q1_07", "q1_08", "q1_09", "q2_04", "q2_05", "q2_06", "q3_07"])
def test_sql_over_the_tables_finds_the_totals_of_what_was_answered(demo: DemoFiles, name: str) -> None:
    assert asked(demo, f"SELECT sum({name}) FROM khao_sat_nhanh") == (total(name),)


def test_the_report_says_these_totals(demo: DemoFiles) -> None:
    said = " ".join(pages_of_pdf(demo.report))
    people, full_time = number_text(total("q1_06")), number_text(total("q1_07"))
    assert f"Tổng số: {people} người; Chuyên trách: {full_time} người" in said
    assert f"({number_text(total('q2_05'))}/{number_text(total('q2_04'))} dự thảo)" in said
    units = sum(one["/data/s1/q1_01"] == "CT" for one in answered())
    percent = f"{100 * units / 93:.1f}".replace(".", ",")
    assert f"Đã có bộ phận chuyên trách: {units} cơ quan, {percent}% số cơ quan được hỏi" in said


def test_libreoffice_adds_up_the_workbook_to_the_same(demo: DemoFiles, tmp_path: Path) -> None:
    """Formulas of our own, in a sheet of their own, over the answers and over the figures of the workbook."""
    book = load_workbook(demo.figures)
    answers, sums = book[SHEET], book.create_sheet("Cong lai")
    wanted = {"1.6.": "q1_06", "1.7.": "q1_07", "2.4.": "q2_04", "3.7.": "q3_07"}
    for cell in answers[4]:
        if (name := wanted.get(str(cell.value).partition(" ")[0])) is not None:
            column = get_column_letter(cell.column)
            sums.append([name, f"=SUM('{SHEET}'!{column}5:{column}{answers.max_row})"])
    sums.append(["figures", "=SUMIFS('Chỉ số'!D5:D200,'Chỉ số'!B5:B200,\"Tổng số\",'Chỉ số'!C5:C200,\"người\")"])
    book.save(tmp_path / "so.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ("--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", tmp_path / "out")
    said_by("soffice", profile, *convert, tmp_path / "so.xlsx")
    recalculated = load_workbook(tmp_path / "out" / "so.xlsx", data_only=True)["Cong lai"]
    found = {row[0]: row[1] for row in recalculated.iter_rows(values_only=True)}
    assert found == {**{name: total(name) for name in wanted.values()}, "figures": total("q1_06")}
