"""The report on all answers says what is in the tables, names who is behind it, and is the same every time."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from many_offices import Round
from pdf_reading import text_of
from preflight import as_part_1, preflight_faults

from cbc_desktop.documents.consolidated_report import ConsolidatedReport
from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.column_trading import lowest_widths
from cbc_desktop.documents.pdf.column_widths import PADDING, measure
from cbc_desktop.documents.pdf.consolidated_report import render_report
from cbc_desktop.documents.pdf.embedded import embedded_files
from cbc_desktop.documents.pdf.fonts import Face, text_width
from cbc_desktop.documents.pdf.table_parts import LEGIBLE
from cbc_desktop.documents.printed_form import PrintedForm, PrintedParagraph, PrintedTable
from cbc_desktop.documents.vietnamese import number_text
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.reporting.report import consolidated_report
from cbc_desktop.receiving.route import Source
from cbc_desktop.signing.verdict import Verdict


def report_of(consolidated: Consolidated) -> ConsolidatedReport:
    assert consolidated.indicators.report is not None
    return consolidated_report(consolidated, consolidated.indicators.report)


def appendix(report: ConsolidatedReport, title: str) -> PrintedForm:
    return next(form for form in report.appendices if form.title == title)


def tables(form: PrintedForm) -> dict[str, PrintedTable]:
    return {block.id: block for block in form.blocks if isinstance(block, PrintedTable)}


def asked(consolidated: Consolidated, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(consolidated.tables)) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture(scope="module")
def report(consolidated: Consolidated) -> ConsolidatedReport:
    return report_of(consolidated)


@pytest.fixture(scope="module")
def pages(consolidated: Consolidated) -> bytes:
    assert consolidated.report is not None
    return consolidated.report.read_bytes()


@pytest.fixture(scope="module")
def said(pages: bytes) -> str:
    return text_of(pages)


def test_it_is_a_bao_cao_to_the_prime_minister_whose_number_and_date_wait_for_the_clerk(
    pages: bytes, said: str
) -> None:
    assert "BÁO CÁO Kết quả tổng hợp" in said
    assert "Kính gửi: Thủ tướng Chính phủ" in said
    with pikepdf.open(BytesIO(pages)) as pdf:
        fields = {str(field.T): str(field.get("/V", "")) for field in pdf.Root.AcroForm.Fields}
    assert "/BC-BTTTT" in fields["so_ky_hieu"]


def test_every_indicator_is_told_and_the_figures_are_those_of_sql(consolidated: Consolidated, said: str) -> None:
    for figures in consolidated.figures:
        assert figures.definition.name.vi in said
    ((people,),) = asked(consolidated, "SELECT sum(q1_06) FROM khao_sat_nhanh")
    assert f"Tổng số: {number_text(int(str(people)))} người" in said
    ((percent,),) = asked(
        consolidated,
        "SELECT 100.0 * sum(q1_11 = 'CO') / (SELECT count(*) FROM agency WHERE asked) FROM khao_sat_nhanh",
    )
    told = f"{percent:.1f}".removesuffix(".0").replace(".", ",")
    assert f"bằng {told}% số cơ quan được hỏi và" in said


def test_who_is_missing_and_who_is_late_are_listed_by_name(
    consolidated: Consolidated, report: ConsolidatedReport
) -> None:
    lists = tables(appendix(report, "Cơ quan chưa gửi và gửi quá hạn"))
    for status in ("missing", "undecided", "pending", "late"):
        names = [name for (name,) in asked(consolidated, f"SELECT name FROM agency WHERE status = '{status}'")]
        assert [row[1].text for row in lists[status].rows] == names


def test_only_who_there_is_stands_in_the_opening(survey_round: Round, tmp_path: Path) -> None:
    sent = {one.agency.key for one in survey_round.counted}
    undecided, pending, *_ = (agency.key for agency in survey_round.asked if agency.key not in sent)
    in_time = tuple(replace(one, late=False) for one in survey_round.counted)
    made = survey_round.consolidated(tmp_path, in_time, undecided={undecided}, pending={pending})
    assert (made.undecided, made.pending) == (1, 1)
    opening = report_of(made).document.paragraphs[1]
    assert "gửi quá hạn" not in opening
    assert "cơ quan; 1 cơ quan gửi các bản mâu thuẫn, chờ quyết định; 1 cơ quan đã gửi nhưng hồ sơ chưa dùng" in opening


def test_on_what_the_figures_stand_is_said_and_how_each_file_was_judged(survey_round: Round, tmp_path: Path) -> None:
    failed, scanned, online, *others = survey_round.counted
    counted = (
        replace(failed, verdict=Verdict.FAILED),
        replace(scanned, source=Source.SCAN, verdict=Verdict.INDETERMINATE),
        replace(online, source=Source.ONLINE_FORM, verdict=Verdict.INDETERMINATE),
        *others,
    )
    report = report_of(survey_round.consolidated(tmp_path, counted))
    assert report.document.body is not None
    said = [block.text for block in report.document.body.blocks if isinstance(block, PrintedParagraph)]
    packages, passed = len(others) + 1, len(others)
    assert (
        f"Số liệu được tính từ {len(counted)} hồ sơ, gồm: {packages} gói hồ sơ; 1 bản quét; 1 biểu mẫu trực tuyến. "
        f"Kết luận kiểm tra các hồ sơ này: {passed} đạt; 2 chưa kết luận được; 1 không đạt, nhận theo quyết định."
    ) in said
    listed = tables(appendix(report, "Hồ sơ đã dùng để tổng hợp"))["source"].rows
    assert [row[2].text.split("\n")[1].rpartition(", ")[0] for row in listed[:4]] == [
        "Không đạt, nhận theo quyết định",
        "Chưa kết luận được",
        "Chưa kết luận được",
        "Đạt",
    ]


def test_all_that_was_counted_is_listed_with_the_digest_of_its_file(survey_round: Round, said: str) -> None:
    together = said.replace(" ", "")
    for counted in survey_round.counted:
        assert str(counted.arrival) in together


def test_a_digest_takes_two_lines_of_letters_that_can_be_read(report: ConsolidatedReport) -> None:
    source = tables(appendix(report, "Hồ sơ đã dùng để tổng hợp"))["source"]
    measures = measure(source, decree30.PORTRAIT_WIDTH)
    assert measures.size >= LEGIBLE
    room = lowest_widths(source, measures)[-1] - 2 * PADDING
    lines = source.rows[0][-1].text.splitlines()
    assert len(lines) == 2
    assert all(text_width(line, Face.REGULAR, measures.size) <= room for line in lines)


def test_comments_stand_as_they_were_written_and_the_same_words_stand_once(report: ConsolidatedReport) -> None:
    written = tables(appendix(report, "Ý kiến bằng lời của các cơ quan"))
    cells = [row[1].text for table in written.values() for row in table.rows]
    assert "<b>đề nghị</b>\nhỗ trợ" in cells
    assert "=SUM(A1:A9)" in cells
    assert {table.label.partition(" ")[0] for table in written.values()} == {"3.14.", "4.2.", "4.3."}
    for table in written.values():
        assert len({row[1].text for row in table.rows}) == len(table.rows)


def test_findings_of_cross_checks_are_all_there(consolidated: Consolidated, report: ConsolidatedReport) -> None:
    found = tables(appendix(report, "Nội dung cần kiểm tra lại"))
    assert sum(len(table.rows) for table in found.values()) == consolidated.finding_count > 0


def test_what_is_new_since_the_last_report_is_named(survey_round: Round, tmp_path: Path) -> None:
    survey_round.consolidated(tmp_path, survey_round.counted[:-1])
    now = report_of(survey_round.consolidated(tmp_path))
    text = text_of(render_report(now).content)
    assert f"Cơ quan mới gửi (1): {survey_round.counted[-1].agency.name_vi}." in text
    moved = tables(appendix(now, "Thay đổi so với lần tổng hợp trước"))["moved"]
    assert ("Cơ quan đã gửi báo cáo", "+1") in [(row[1].text, row[4].text) for row in moved.rows]


def test_the_same_answers_give_the_same_report_to_the_byte(survey_round: Round, pages: bytes, tmp_path: Path) -> None:
    again = survey_round.consolidated(tmp_path)
    assert again.report is not None
    assert again.report.read_bytes() == pages


def test_the_workbook_is_inside_and_the_whole_is_fit_for_an_archive(consolidated: Consolidated, pages: bytes) -> None:
    assert embedded_files(pages) == {"consolidated.xlsx": consolidated.workbook.read_bytes()}
    assert preflight_faults(as_part_1(pages)) == ""


def test_answers_that_nobody_can_print_spoil_no_page(survey_round: Round, tmp_path: Path) -> None:
    """Letters without a glyph, a word wider than the page, a text of many pages."""
    hostile = {1: "☃ tuyết", 2: "W" * 4_000, 3: "Rất nhiều lời. " * 3_000}
    counted = [
        replace(
            one,
            submissions={
                form: re.sub(
                    rb"<q4_03>[^<]*</q4_03>|<q4_03/>",
                    f"<q4_03>{hostile.get(number, 'như cũ')}</q4_03>".encode(),
                    content,
                )
                for form, content in one.submissions.items()
            },
        )
        for number, one in enumerate(survey_round.counted)
    ]
    consolidated = survey_round.consolidated(tmp_path, tuple(counted))
    assert consolidated.report is not None
    said = text_of(consolidated.report.read_bytes())
    assert "? tuyết" in said
    assert said.count("W") >= 4_000
    assert said.count("nhiều") >= 3_000  # pages end between the words of a sentence


def test_trials_are_marked_on_every_page(survey_round: Round, tmp_path: Path) -> None:
    trial = (replace(survey_round.counted[0], trial=True), *survey_round.counted[1:])
    report = report_of(survey_round.consolidated(tmp_path, trial))
    assert "THỬ NGHIỆM" in text_of(render_report(report).content)


def test_before_anybody_has_sent_there_is_a_report_that_says_so(survey_round: Round, tmp_path: Path) -> None:
    report = report_of(survey_round.consolidated(tmp_path, ()))
    said = text_of(render_report(report).content)
    assert "báo cáo của 0/93 cơ quan" in said
    assert len(tables(appendix(report, "Cơ quan chưa gửi và gửi quá hạn"))["missing"].rows) == 93
