"""The consolidated workbook: a spreadsheet comes to the same figures, each leads to what is behind, text stays text."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from many_offices import Round
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.dossier.revision import Remark, RemarkKind
from cbc_desktop.forms.indicators import Measure
from cbc_desktop.receiving.consolidating.consolidated import Consolidated

FIRST_ROW = 5
SURVEY = "khao-sat-nhanh"


def sheet(consolidated: Consolidated, name: str, *, values: bool = False) -> Worksheet:
    return load_workbook(BytesIO(consolidated.workbook.read_bytes()), data_only=values)[name]


def figure_rows(of: Worksheet) -> list[tuple[object, ...]]:
    """Without the bands between them."""
    return [row for row in of.iter_rows(min_row=FIRST_ROW, values_only=True) if row[2]]


def test_every_indicator_stands_there_with_its_figure(consolidated: Consolidated) -> None:
    rows = figure_rows(sheet(consolidated, "Chỉ số", values=True))
    expected = [
        (one.definition.name.vi, item.item.label.vi or None, Decimal(item.total.value))
        for one in consolidated.figures
        for item in one.items
    ]
    assert [(row[0], row[1], Decimal(str(row[3]))) for row in rows] == expected


def test_a_share_is_the_whole_fraction_so_that_only_showing_it_rounds(consolidated: Consolidated) -> None:
    rows = figure_rows(sheet(consolidated, "Chỉ số", values=True))
    figures = [(one.definition, item.total) for one in consolidated.figures for item in one.items]
    shares = [
        (row[7], figure.agencies / figure.asked)
        for row, (definition, figure) in zip(rows, figures, strict=True)
        if definition.measure is Measure.SHARE
    ]
    assert shares
    assert all(part == pytest.approx(expected, rel=1e-14) for part, expected in shares)


def test_what_leads_elsewhere_looks_like_a_link(consolidated: Consolidated) -> None:
    for title in ("Chỉ số", "So sánh", "Theo câu hỏi"):
        cells = [cell for row in sheet(consolidated, title).iter_rows(min_row=FIRST_ROW) for cell in row]
        assert {cell.font.underline for cell in cells if cell.hyperlink} == {"single"}, title
        assert {cell.font.underline for cell in cells if not cell.hyperlink} == {None}, title


def test_one_click_leads_from_a_figure_to_the_agencies_behind_it(consolidated: Consolidated) -> None:
    indicators, behind = sheet(consolidated, "Chỉ số"), sheet(consolidated, "Cơ quan đứng sau")
    followed = 0
    for row in indicators.iter_rows(min_row=FIRST_ROW):
        link = row[3].hyperlink
        if link is not None:
            place = re.fullmatch(r"'Cơ quan đứng sau'!A(\d+)", link.location)
            assert place is not None
            assert [behind.cell(int(place[1]), 1).value, behind.cell(int(place[1]), 2).value] == [
                row[0].value,
                row[1].value,
            ]
            followed += 1
    assert followed > 50


def test_a_figure_of_a_group_leads_to_the_first_agency_of_that_group(consolidated: Consolidated) -> None:
    compared, behind = sheet(consolidated, "So sánh"), sheet(consolidated, "Cơ quan đứng sau")
    columns = {"Loại cơ quan": 4, "Vùng": 5}
    followed = 0
    for row in compared.iter_rows(min_row=FIRST_ROW):
        name, item, grouped_by, group = (cell.value for cell in row[:4])
        assert (row[4].hyperlink is None) == (row[7].hyperlink is None) == (row[7].value == 0)
        if row[4].hyperlink is not None:
            there = behind[row[4].hyperlink.location.partition("!")[2]].row
            told = [behind.cell(there, column).value for column in (1, 2, columns[str(grouped_by)])]
            assert told == [name, item, group]
            followed += 1
    assert followed > 200


def test_an_agency_behind_a_figure_leads_back_to_it(consolidated: Consolidated) -> None:
    indicators, behind = sheet(consolidated, "Chỉ số"), sheet(consolidated, "Cơ quan đứng sau")
    for row in behind.iter_rows(min_row=FIRST_ROW):
        there = indicators[row[0].hyperlink.location.partition("!")[2]].row
        assert [indicators.cell(there, column).value for column in (1, 2)] == [row[0].value, row[1].value]


def test_each_figure_of_a_question_leads_to_the_column_of_its_answers(consolidated: Consolidated) -> None:
    book = load_workbook(BytesIO(consolidated.workbook.read_bytes()))
    rows = [row for row in book["Theo câu hỏi"].iter_rows(min_row=FIRST_ROW) if row[2].value]
    for row in rows:
        where, _, cell = row[3].hyperlink.location.rpartition("!")
        label = str(book[where.strip("'")][cell].value)
        assert label.partition("\n(")[0] == row[1].value
    assert len(rows) > 500


def test_the_counts_on_the_first_sheet_lead_to_who_is_meant(consolidated: Consolidated) -> None:
    first = sheet(consolidated, "Tổng hợp")
    led = {row[0].value: row[1].hyperlink for row in first.iter_rows(max_row=12) if len(row) > 1}
    assert led["Số cơ quan chưa gửi"].location == "'Chưa gửi, gửi muộn'!A4"
    assert led["Số cơ quan đã gửi"].location == "'Nguồn'!A4"


def test_sheets_are_called_as_people_write(consolidated: Consolidated) -> None:
    names = load_workbook(BytesIO(consolidated.workbook.read_bytes())).sheetnames
    assert names[:4] == ["Tổng hợp", "Chỉ số", "So sánh", "Theo câu hỏi"]
    assert all(len(name) <= 31 for name in names)
    assert len({name.casefold() for name in names}) == len(names)


def test_what_is_read_stands_before_what_is_only_looked_up(consolidated: Consolidated) -> None:
    book = load_workbook(BytesIO(consolidated.workbook.read_bytes()))
    read = ["Ý kiến", "Kiểm tra chéo", "Chưa gửi, gửi muộn"]
    behind = ["Cơ quan đứng sau", "Cơ quan Phiếu khảo sát nhanh", "Nguồn"]
    places = [book.sheetnames.index(name) for name in (*read, *behind)]
    assert places == sorted(places)
    listed = [row[0] for row in book["Tổng hợp"].iter_rows(values_only=True)]
    assert listed.index("Để tra cứu, không cần in") == listed.index("Cơ quan đứng sau") - 1


def test_every_sheet_can_be_read_on_paper(consolidated: Consolidated) -> None:
    for of in load_workbook(BytesIO(consolidated.workbook.read_bytes())):
        letters = sum(dimension.width for dimension in of.column_dimensions.values())
        assert letters / of.page_setup.fitToWidth <= 300
        assert (of.page_setup.orientation, of.page_setup.fitToHeight) == ("landscape", 0)
        if of.title != "Tổng hợp":
            assert (of.print_title_rows, of.print_title_cols) == ("$4:$4", "$A:$A")


def test_names_of_sheets_that_are_cut_are_told_apart(consolidated: Consolidated) -> None:
    names = load_workbook(BytesIO(consolidated.workbook.read_bytes())).sheetnames
    assert {"Tổng hợp dự toán theo năm và", "Tổng hợp dự toán theo nhóm"} <= set(names)


def test_counts_and_moments_can_be_calculated_with(consolidated: Consolidated) -> None:
    facts = {
        row[0]: row[1] for row in sheet(consolidated, "Tổng hợp").iter_rows(max_row=12, max_col=2, values_only=True)
    }
    counts = ("Số cơ quan được hỏi", "Số cơ quan đã gửi", "Số cơ quan chưa gửi")
    assert [facts[label] for label in counts] == [93, consolidated.respondents, consolidated.missing]
    assert consolidated.taken_until is not None
    until = consolidated.taken_until.astimezone(VIETNAM).replace(tzinfo=None)
    assert facts["Tính đến báo cáo nhận lúc (giờ Việt Nam)"] == until
    sources = sheet(consolidated, "Nguồn").iter_rows(min_row=FIRST_ROW, values_only=True)
    assert max(row[8] for row in sources if isinstance(row[8], datetime)) == until


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice Calc is not installed")
def test_libreoffice_comes_to_the_same_figures(consolidated: Consolidated, tmp_path: Path) -> None:
    from test_excel_in_libreoffice import converted, without_results

    converted(without_results(consolidated.workbook.read_bytes()), "xlsx:Calc MS Excel 2007 XML", tmp_path)
    recalculated = load_workbook(tmp_path / "out" / "so.xlsx", data_only=True)["Chỉ số"]
    rows = figure_rows(recalculated)
    figures = [(one.definition, item.total) for one in consolidated.figures for item in one.items]
    assert len(rows) == len(figures)
    for row, (definition, figure) in zip(rows, figures, strict=True):
        assert float(str(row[3])) == pytest.approx(float(figure.value))
        if definition.measure is Measure.RATIO:
            assert float(str(row[4])) == pytest.approx(float(figure.base or 0))
    assert_groups_are_equal(consolidated, tmp_path / "out" / "so.xlsx")
    assert_links_hold(tmp_path / "out" / "so.xlsx")


def assert_groups_are_equal(consolidated: Consolidated, recalculated: Path) -> None:
    figures = {
        (one.definition.name.vi, item.item.label.vi or None, grouping.name.vi, group.label.vi): item.of[by]
        for one in consolidated.figures
        for item in one.items
        for grouping in consolidated.indicators.groups
        for group in grouping.of
        if (by := (grouping.by, group.value)) in item.of
    }
    compared = load_workbook(recalculated, data_only=True)["So sánh"].iter_rows(min_row=FIRST_ROW, values_only=True)
    rows = {row[:4]: row[4:6] for row in compared}
    assert rows.keys() == figures.keys()
    for key, (value, base) in rows.items():
        assert float(str(value)) == pytest.approx(float(figures[key].value)), key
        assert float(str(base or 0)) == pytest.approx(float(figures[key].base or 0)), key


def assert_links_hold(saved: Path) -> None:
    """As LibreOffice has understood and written them again."""
    book = load_workbook(saved)
    links = [cell.hyperlink for of in book for row in of.iter_rows() for cell in row if cell.hyperlink]
    assert len(links) > 3_000
    for link in links:
        where, _, cell = (
            str(link.location or link.target).lstrip("#").replace("$", "").replace("!", ".").rpartition(".")
        )
        assert book[where.strip("'")][cell].value is not None


def test_the_same_answers_give_the_same_workbook(
    survey_round: Round, consolidated: Consolidated, tmp_path: Path
) -> None:
    assert survey_round.consolidated(tmp_path).workbook.read_bytes() == consolidated.workbook.read_bytes()


def test_everybody_who_was_asked_is_a_source_or_missing(survey_round: Round, consolidated: Consolidated) -> None:
    sources = {row[0] for row in sheet(consolidated, "Nguồn").iter_rows(min_row=FIRST_ROW, values_only=True)}
    due = sheet(consolidated, "Chưa gửi, gửi muộn").iter_rows(min_row=FIRST_ROW, values_only=True)
    missing = {row[0] for row in due if row[3] == "Chưa gửi"}
    assert sources | missing == {agency.name_vi for agency in survey_round.asked}
    assert not sources & missing


def test_answers_stand_in_words_one_row_for_each_agency(survey_round: Round, consolidated: Consolidated) -> None:
    rows = list(sheet(consolidated, "Cơ quan Phiếu khảo sát nhanh").iter_rows(min_row=FIRST_ROW - 1, values_only=True))
    header, *answers = rows
    assert [row[0] for row in answers] == [one.agency.name_vi for one in survey_round.counted]
    column = next(number for number, label in enumerate(header) if str(label).startswith("1.1. "))
    given = {row[column] for row in answers} - {None}
    assert given <= {"Đã có bộ phận chuyên trách", "Đã có bộ phận kiêm nhiệm", "Chưa có"}


def test_a_day_that_spreadsheets_do_not_have_is_text(survey_round: Round, tmp_path: Path) -> None:
    one = survey_round.counted[0]
    written = re.sub(rb"<q0_04>[^<]*</q0_04>|<q0_04/>", b"<q0_04>1802-01-31</q0_04>", one.submissions[SURVEY])
    consolidated = survey_round.consolidated(tmp_path, (replace(one, submissions={SURVEY: written}),))
    cells = next(sheet(consolidated, "Cơ quan Phiếu khảo sát nhanh").iter_rows(min_row=FIRST_ROW, values_only=True))
    assert "31/01/1802" in cells


def test_a_year_is_shown_as_a_year(consolidated: Consolidated) -> None:
    table = sheet(consolidated, "3.2. Kinh phí cho truyền thông")
    assert (table.cell(FIRST_ROW, 3).value, table.cell(FIRST_ROW, 3).number_format) == (2020, "0")


@pytest.mark.parametrize(
    ("given", "held"),
    [
        ("=HYPERLINK(&quot;http://a&quot;)", '=HYPERLINK("http://a")'),
        ("@SUM(A1)", "@SUM(A1)"),
        ("&lt;script&gt;", "<script>"),
        ("a\N{REPLACEMENT CHARACTER}b\ufffe", None),
        ("dài " * 20_000, None),
        ("_x000D_" * 6_000, None),
    ],
)
def test_whatever_an_office_has_written_stays_text(
    survey_round: Round, tmp_path: Path, given: str, held: str | None
) -> None:
    one = survey_round.counted[0]
    text = re.sub(r"<q4_03>[^<]*</q4_03>|<q4_03/>", "<q4_03></q4_03>", one.submissions[SURVEY].decode())
    written = text.replace("<q4_03></q4_03>", f"<q4_03>{given}</q4_03>".replace("\ufffe", "\x7f")).encode()
    consolidated = survey_round.consolidated(tmp_path, (replace(one, submissions={SURVEY: written}),))
    assert consolidated.left_out == ()
    cells = [cell for row in sheet(consolidated, "Ý kiến").iter_rows(min_row=FIRST_ROW) for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert held is None or held in [cell.value for cell in cells]


def test_what_agencies_wrote_beside_their_answers_has_a_sheet_of_its_own(survey_round: Round, tmp_path: Path) -> None:
    one = survey_round.counted[0]
    note = Remark("khao-sat-nhanh", "", "/data/s1/q1_06", RemarkKind.NOTE, "Chưa tính cấp xã.")
    elsewhere = Remark("khao-sat-nhanh", "", "/data/s1/cu", RemarkKind.NOTE, "Câu của bản trước.")
    made = survey_round.consolidated(tmp_path, (replace(one, remarks=(note, elsewhere)),))
    (row,) = sheet(made, "Ghi chú, giải trình").iter_rows(min_row=FIRST_ROW, values_only=True)
    assert row[0] == one.agency.name_vi
    assert str(row[1]).startswith("1.6. Tổng số người")
    assert row[2:] == (None, "Ghi chú", "Chưa tính cấp xã.")


def test_what_is_new_has_a_sheet_of_its_own(survey_round: Round, tmp_path: Path) -> None:
    survey_round.consolidated(tmp_path, survey_round.counted[:1])
    again = survey_round.consolidated(tmp_path, survey_round.counted[:2])
    rows = list(sheet(again, "Thay đổi").iter_rows(min_row=FIRST_ROW, values_only=True))
    assert rows[0][:2] == ("Mới gửi", survey_round.counted[1].agency.name_vi)
    assert ("Chỉ số", "Cơ quan đã gửi báo cáo", None, 1, 2) in rows


def test_of_a_huge_round_a_sheet_holds_what_a_person_can_read_and_says_where_the_rest_is(
    survey_round: Round, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cbc_desktop.documents.excel.consolidated.MOST_ROWS", 60)
    consolidated = survey_round.consolidated(tmp_path)
    behind = sheet(consolidated, "Cơ quan đứng sau")
    assert (behind.max_row, behind.cell(60, 1).value) == (60, "xem toàn bộ trong tệp consolidated.sqlite")
    figures = {row[0].value: row[3] for row in sheet(consolidated, "Chỉ số").iter_rows(min_row=FIRST_ROW)}
    told = figures["Cơ quan đã cử người phát ngôn theo Nghị định số 09/2017/NĐ-CP"]
    assert (told.value, told.hyperlink) == (consolidated.figures_of("nguoi-phat-ngon").items[0].total.value, None)
