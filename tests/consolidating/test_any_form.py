"""Whatever a form's owner has called things: tables in tables, names that are words of SQL, choices that are rows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from many_offices import Round
from openpyxl import load_workbook
from small_offices import FORM, Small

from cbc_desktop.dossier.revision import Remark, RemarkKind
from cbc_desktop.office import open_catalogue
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.making import cross_checked, reopened


@pytest.fixture
def small(tmp_path: Path) -> Small:
    return Small.made(tmp_path)


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
