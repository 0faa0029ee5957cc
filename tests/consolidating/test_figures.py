"""Figures are those that anybody gets with SQL of their own, or by counting the submissions; blanks are told."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from many_offices import Round

from cbc_desktop.forms.indicators import Denominator
from cbc_desktop.receiving.consolidating.behind import Part
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.figures import EVERYBODY
from cbc_desktop.receiving.consolidating.making import reopened


def number(consolidated: Consolidated, sql: str) -> object:
    with closing(sqlite3.connect(consolidated.tables)) as connection:
        (found,) = connection.execute(sql).fetchone()
    return found


def answers(survey_round: Round, name: str) -> list[str]:
    """Those to one question of the survey outside all tables, read from the submissions without us."""
    surveys = [ET.fromstring(one.submissions["khao-sat-nhanh"]) for one in survey_round.counted]
    return [node.text for survey in surveys for node in survey.iter(name) if node.text]


def test_a_share_is_told_of_all_who_were_asked_and_of_all_who_sent(
    survey_round: Round, consolidated: Consolidated
) -> None:
    units = consolidated.figures_of("bo-phan")
    given = answers(survey_round, "q1_01")
    for item in units.items:
        figure = item.total
        assert figure.value == figure.agencies == given.count(item.item.value)
        assert figure.asked == len(survey_round.asked) == 93
        assert figure.respondents == len(survey_round.counted)
        assert figure.blank == len(survey_round.counted) - len(given)
        assert figure.percent_of(Denominator.ASKED) == Decimal(100 * figure.agencies) / 93


def test_of_those_who_have_sent_no_share_is_told_of_what_is_known_of_the_others_too(consolidated: Consolidated) -> None:
    for item in consolidated.figures_of("thoi-han").items:
        assert item.total.percent_of(Denominator.RESPONDENTS) is None
        assert item.total.percent_of(Denominator.ASKED) is not None


def test_a_sum_leaves_blanks_out_and_says_how_many(survey_round: Round, consolidated: Consolidated) -> None:
    everybody = consolidated.figures_of("nhan-su").items[0].total
    given = answers(survey_round, "q1_06")
    assert everybody.value == sum(map(int, given))
    assert (everybody.agencies, everybody.blank) == (len(given), len(survey_round.counted) - len(given))


def test_a_ratio_is_of_those_who_gave_both_figures(consolidated: Consolidated) -> None:
    figure = consolidated.figures_of("da-tap-huan").items[0].total
    both = "FROM khao_sat_nhanh WHERE q1_06 IS NOT NULL AND (q1_09 IS NOT NULL OR q1_06 = 0)"
    assert figure.value == number(consolidated, f"SELECT coalesce(sum(q1_09), 0) {both}")
    assert figure.base == number(consolidated, f"SELECT sum(q1_06) {both}")
    assert figure.base is not None
    assert figure.ratio == 100 * figure.value / figure.base


@pytest.mark.parametrize("item", ["nsnn_tw", "nsnn_dp", "xa_hoi_hoa"])
def test_money_by_source_is_what_sql_finds(consolidated: Consolidated, item: str) -> None:
    found = number(consolidated, f"SELECT total({item}) FROM khao_sat_nhanh_t6 WHERE nam = 2022")
    figures = {one.item.value: one.total for one in consolidated.figures_of("kinh-phi-theo-nguon").items}
    assert float(figures[item].value) == pytest.approx(found)


def test_tenths_are_added_up_exactly(consolidated: Consolidated) -> None:
    for item in consolidated.figures_of("kinh-phi-theo-noi-dung-du-toan").items:
        assert item.total.value == round(item.total.value, 1)


def test_groups_add_up_to_the_whole(consolidated: Consolidated) -> None:
    for figures in consolidated.figures:
        for item in figures.items:
            kinds = [figure for (by, _), figure in item.of.items() if by == "kind"]
            assert sum(figure.value for figure in kinds) == item.total.value
            assert sum(figure.asked for figure in kinds) == item.total.asked
            assert sum(figure.blank for figure in kinds) == item.total.blank


def test_each_figure_leads_to_the_agencies_behind_it(consolidated: Consolidated) -> None:
    for figures in consolidated.figures:
        behind = consolidated.behind(figures.definition.id)
        for item in figures.items:
            for group in (EVERYBODY, ("kind", "province"), ("region", "tay-nguyen")):
                there, figure = behind.of(item.item.value, group), item.of[group]
                counts = [one for one in there if one.part is Part.COUNTS]
                assert (len(there), len(counts)) == (figure.asked, figure.agencies)
                assert sum(one.part is Part.BLANK for one in there) == figure.blank
                assert sum(one.value or 0 for one in counts) == figure.value
                if figure.base is not None:
                    assert sum(one.base or 0 for one in counts) == figure.base


def test_who_is_not_behind_a_figure_is_told_with_the_reason(consolidated: Consolidated) -> None:
    behind = consolidated.behind("bo-phan").of("CT")
    otherwise = [one for one in behind if one.part is Part.OTHERWISE]
    assert {answer.value for one in otherwise for answer in one.answers} == {"KN", "CHUA"}
    silent = [one for one in behind if one.part is Part.SILENT]
    assert len(silent) == consolidated.asked - consolidated.respondents
    blank = [one for one in consolidated.behind("nhan-su").of("chuyen_trach") if one.part is Part.BLANK]
    assert {(one.value, one.agency.status in ("in_time", "late")) for one in blank} == {(None, True)}


def test_figures_lie_in_the_file_too(consolidated: Consolidated) -> None:
    figure = consolidated.figures_of("da-gui").items[0].total
    found = "FROM figure WHERE indicator = 'da-gui' AND grouped_by = ''"
    assert number(consolidated, f"SELECT value {found}") == float(figure.value)
    assert number(consolidated, f"SELECT percent_of_asked {found}") == float(figure.percent_of(Denominator.ASKED) or 0)


def test_answers_that_do_not_fit_together_are_told_with_their_figures(consolidated: Consolidated) -> None:
    found = [one for one in consolidated.findings() if one.check.id == "tong-nhan-su"]
    wrong = "SELECT count(*) FROM khao_sat_nhanh WHERE q1_07 + q1_08 <> q1_06"
    assert len(found) == number(consolidated, wrong)
    assert found[0].words.vi.startswith("Tổng số người ")


def test_consolidated_again_what_is_new_is_told_and_again_the_same(survey_round: Round, tmp_path: Path) -> None:
    first, second, third, *_ = survey_round.counted
    assert survey_round.consolidated(tmp_path, (first, second)).difference is None
    amended = survey_round.offices.one(first.agency, revision=2)
    for _ in range(2):  # the second time nothing is new, and the same is told
        difference = survey_round.consolidated(tmp_path, (amended, third)).difference
        assert difference is not None
        assert [one.agency for one in difference.amended] == [first.agency.key]
        assert [one.agency for one in difference.arrived] == [third.agency.key]
        assert [one.agency for one in difference.gone] == [second.agency.key]
        changed = {change.indicator: change for change in difference.figures}
        assert "da-gui" not in changed  # two have sent, as before


def test_nobody_has_sent_anything_yet(survey_round: Round, tmp_path: Path) -> None:
    nothing = survey_round.consolidated(tmp_path, ())
    assert (nothing.respondents, nothing.taken_until, nothing.finding_count) == (0, None, 0)
    assert nothing.figures_of("da-tap-huan").items[0].total.ratio is None
    assert nothing.figures_of("da-gui").items[0].total.percent_of(Denominator.RESPONDENTS) is None


def test_what_was_written_can_be_opened_again_and_says_the_same(survey_round: Round, tmp_path: Path) -> None:
    broken = replace(survey_round.counted[2], submissions={"khao-sat-nhanh": b"<data"})
    survey_round.consolidated(tmp_path, survey_round.counted[:1])
    made = survey_round.consolidated(tmp_path, (*survey_round.counted[:2], broken))
    again = reopened(survey_round.catalogue, survey_round.offices.campaign, tmp_path)
    assert again is not None
    assert replace(again, forms=made.forms) == made  # the words of forms are objects of their own
    assert (again.left_out[0].agency, again.pending) == (broken.agency.key, 1)
    assert again.difference


def test_what_was_written_of_another_campaign_or_by_another_program_is_not_opened(
    survey_round: Round, consolidated: Consolidated, tmp_path: Path
) -> None:
    campaign = survey_round.offices.campaign
    assert reopened(survey_round.catalogue, campaign, tmp_path) is None
    assert reopened(survey_round.catalogue, replace(campaign, version="x"), consolidated.folder) is None
    with closing(sqlite3.connect(tmp_path / "consolidated.sqlite")) as other:
        other.execute("CREATE TABLE about (something TEXT)")
    assert reopened(survey_round.catalogue, campaign, tmp_path) is None


def test_what_an_earlier_version_wrote_is_not_opened(
    survey_round: Round, consolidated: Consolidated, tmp_path: Path
) -> None:
    shutil.copy(consolidated.tables, tmp_path)
    with closing(sqlite3.connect(tmp_path / consolidated.tables.name)) as earlier:
        earlier.execute("DROP TABLE left_out")
    assert reopened(survey_round.catalogue, survey_round.offices.campaign, tmp_path) is None
