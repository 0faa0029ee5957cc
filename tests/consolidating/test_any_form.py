"""Whatever a form's owner has called things: tables in tables, names that are words of SQL, choices that are rows."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from many_offices import ManyOffices, Round
from openpyxl import load_workbook

from cbc_desktop.dossier.revision import Remark, RemarkKind
from cbc_desktop.office import open_catalogue
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.making import Answers, cross_checked, make_consolidated, reopened
from cbc_desktop.receiving.counted import Counted
from cbc_desktop.store.staging import Stages

sys.path.append(str(Path(__file__).parent.parent / "forms"))

from small_campaign import FORM, make_campaign

SURVEY = """
|type|name|label|calculation|bind::cbc:rows|
|text|ten|Tên|||
|integer|agency|Cơ quan|||
|integer|order|Thứ tự|||
|decimal|Order|Thứ tự khác|||
|begin group|a|A|||
|text|ghi-chu|Ghi chú|||
|end group||||||
|begin group|b|B|||
|text|ghi.chu|Ghi chú|||
|end group||||||
|select_multiple mau|mau|Màu|||
|text|mau_has_khac|Màu khác|||
|begin repeat|phong|Phòng|||
|calculate|rid||once(uuid())||
|text|ten|Tên phòng|||
|begin repeat|may|Máy|||
|calculate|rid||once(uuid())||
|integer|so|Số máy|||
|end repeat||||||
|end repeat||||||
|begin repeat|viec|Việc|||
|calculate|rid||once(uuid())||
|select_one rows|phong_nao|Phòng nào||${phong} rid ten|
|end repeat||||||
"""
CHOICES = "|list_name|name|label|\n|mau|xanh|Xanh|\n|mau|khac|Khác|\n|mau|Khac|Khác nữa|\n|rows|x|x|"
SUBMISSION = b"""<data id="phieu" version="1">
<ten>A</ten><agency>1</agency><order>2</order><Order>2.5</Order>
<a><ghi-chu>mot</ghi-chu></a><b><ghi.chu>hai</ghi.chu></b>
<mau>khac</mau><mau_has_khac>tim</mau_has_khac>
<phong><rid>p1</rid><ten>P1</ten><may><rid>m1</rid><so>3</so></may><may><rid>m2</rid><so>4</so></may></phong>
<phong><rid>p2</rid><ten>P2</ten><may><rid>m3</rid><so>5</so></may></phong>
<viec><rid>v1</rid><phong_nao>p2</phong_nao></viec>
<meta><instanceID>uuid:1</instanceID></meta></data>"""
INDICATORS = """
[[parts]]
id = "may"
name = { vi = "Máy", en = "Computers" }

[[indicators]]
id = "so-may"
part = "may"
name = { vi = "Số máy", en = "Computers" }
measure = "sum"
unit = { vi = "máy", en = "computers" }
sql = "SELECT agency, so AS value FROM phieu_may"

[[checks]]
id = "phong-trong"
severity = "warning"
name = { vi = "Ít máy", en = "Few computers" }
words = { vi = "{ten} có {so} máy.", en = "{ten} has {so} computers." }
question = { form = "phieu", path = "/data/phong[{dong}]" }
sql = '''
SELECT p.agency, p.ten, p.row_number AS dong, sum(m.so) AS so FROM phieu_phong p JOIN phieu_may m ON m.parent = p.id
GROUP BY p.id HAVING sum(m.so) < 6
'''
"""


@dataclass
class Small:
    """A campaign with one form, and what one agency answered."""

    offices: ManyOffices
    one: Counted
    folder: Path

    def consolidated(self) -> Consolidated:
        catalogue, campaign = open_catalogue(self.folder, self.folder), self.offices.campaign
        return make_consolidated(
            catalogue, campaign, Answers(campaign.awaited, [self.one]), self.folder / "out", Stages(self.folder)
        )


@pytest.fixture
def small(tmp_path: Path) -> Small:
    folder = make_campaign(tmp_path / "mau", survey=SURVEY, choices=CHOICES)
    (folder / "indicators.toml").write_text(INDICATORS, "utf-8")
    catalogue = open_catalogue(tmp_path, tmp_path)
    campaign = catalogue.campaign("mau")
    offices = ManyOffices(campaign, [catalogue.form(campaign, FORM)])
    one = replace(offices.one(campaign.awaited[0]), submissions={FORM: SUBMISSION})
    return Small(offices, one, tmp_path)


def rows(consolidated: Consolidated, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(consolidated.tables)) as connection:
        return connection.execute(sql).fetchall()


def test_questions_called_like_ours_or_like_each_other_have_columns_of_their_own(small: Small) -> None:
    consolidated = small.consolidated()
    names = "SELECT column_name FROM question WHERE answer_table = 'phieu' AND choice IS NULL ORDER BY id"
    assert [name for (name,) in rows(consolidated, names)] == [
        *("ten", "agency_2", "order_", "order__2", "a_ghi_chu", "b_ghi_chu", "mau", "mau_has_khac")
    ]
    answers = "SELECT ten, agency_2, order_, order__2, a_ghi_chu, b_ghi_chu, mau, mau_has_khac FROM phieu"
    assert rows(consolidated, answers) == [("A", 1, 2, 2.5, "mot", "hai", "khac", "tim")]
    single = "SELECT mau_has_xanh, mau_has_khac_2, mau_has_khac_3 FROM phieu"
    assert rows(consolidated, single) == [(0, 1, 0)]


def test_rows_in_rows_lead_to_the_row_around_them(small: Small) -> None:
    consolidated = small.consolidated()
    joined = "SELECT p.ten, m.row_number, m.so FROM phieu_may m JOIN phieu_phong p ON p.id = m.parent ORDER BY m.id"
    assert rows(consolidated, joined) == [("P1", 1, 3), ("P1", 2, 4), ("P2", 1, 5)]
    assert rows(consolidated, "PRAGMA foreign_key_check") == []


def test_a_row_that_was_chosen_is_joined_by_its_name(small: Small) -> None:
    chosen = "SELECT p.ten FROM phieu_viec v JOIN phieu_phong p ON p.rid = v.phong_nao AND p.agency = v.agency"
    assert rows(small.consolidated(), chosen) == [("P2",)]


def test_each_sheet_of_a_trial_is_marked_above_its_table_and_on_every_page(small: Small) -> None:
    def marks() -> list[tuple[object, str]]:
        book = load_workbook(small.consolidated().workbook)
        return [(sheet["A3"].value, sheet.oddHeader.center.text) for sheet in book]

    assert set(marks()) == {(None, "")}
    small.one = replace(small.one, trial=True)
    assert set(marks()) == {("THỬ NGHIỆM", "THỬ NGHIỆM")}


def test_its_own_indicators_and_checks_are_made(small: Small) -> None:
    consolidated = small.consolidated()
    assert consolidated.figures_of("so-may").items[0].total.value == 12
    assert [one.words.vi for one in consolidated.findings()] == ["P2 có 5 máy."]
    catalogue = open_catalogue(small.folder, small.folder)
    assert cross_checked(catalogue, small.offices.campaign, [small.one]) == tuple(consolidated.findings())


def test_what_an_agency_explained_there_stands_beside_what_does_not_fit(small: Small) -> None:
    """Not what it explained of another row, nor a note."""
    small.one = replace(
        small.one,
        remarks=(
            Remark(FORM, "p1", "/data/phong/ten", RemarkKind.EXPLANATION, "Phòng cũ."),
            Remark(FORM, "m1", "/data/phong/may/so", RemarkKind.EXPLANATION, "Máy cũ."),
            Remark(FORM, "p2", "/data/phong/ten", RemarkKind.NOTE, "Tầng 2."),
            Remark(FORM, "p2", "/data/phong/ten", RemarkKind.EXPLANATION, "Phòng {mới},\nchưa đủ máy."),
            Remark(FORM, "m3", "/data/phong/may/so", RemarkKind.EXPLANATION, "Đang mua thêm."),
        ),
    )
    (finding,) = small.consolidated().findings()
    assert finding.words.vi == "P2 có 5 máy. Cơ quan đã giải trình: “Phòng {mới}, chưa đủ máy.”; “Đang mua thêm.”."
    assert finding.words.en.startswith("P2 has 5 computers. The agency explained: “Phòng {mới}, chưa đủ máy.”")


def test_it_is_opened_again_as_long_as_the_campaign_still_has_its_checks(small: Small) -> None:
    catalogue, written = open_catalogue(small.folder, small.folder), small.consolidated()
    again = reopened(catalogue, small.offices.campaign, small.folder / "out")
    assert again is not None
    assert tuple(again.findings()) == tuple(written.findings())
    indicators = small.folder / "mau" / "indicators.toml"
    (check,) = {one.check.id for one in written.findings()}
    indicators.write_text(indicators.read_text("utf-8").replace(f'"{check}"', '"ten-khac"'), "utf-8")
    assert reopened(catalogue, small.offices.campaign, small.folder / "out") is None


def test_another_campaign_in_the_same_folder_is_not_compared_with(survey_round: Round, small: Small) -> None:
    survey_round.consolidated(small.folder / "out", survey_round.counted[:1])
    assert small.consolidated().difference is None


def test_without_indicators_there_are_tables_and_a_workbook_all_the_same(small: Small) -> None:
    (small.folder / "mau" / "indicators.toml").unlink()
    consolidated = small.consolidated()
    assert (consolidated.figures, consolidated.finding_count, consolidated.respondents) == ((), 0, 1)
    assert consolidated.workbook.exists()
