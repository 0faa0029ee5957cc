"""Queries of a campaign's owner that cannot be used: each is named with its reason, and nothing breaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_offices import Small

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.forms.catalogue import FormCatalogue
from cbc_desktop.office import open_catalogue
from cbc_desktop.receiving.consolidating.making import cross_checked

PART = """
[[parts]]
id = "may"
name = { vi = "Máy", en = "Computers" }
"""
INDICATOR = """
[[indicators]]
id = "so-may"
part = "may"
name = { vi = "Số máy", en = "Computers" }
measure = "{measure}"
unit = { vi = "máy", en = "computers" }
sql = "{sql}"
"""
CHECK = """
[[checks]]
id = "phong"
severity = "warning"
name = { vi = "Ít máy", en = "Few computers" }
words = { vi = "{t}", en = "{t}" }
sql = "SQL"
"""


def indicator(sql: str, measure: str = "sum") -> str:
    return PART + INDICATOR.replace("{measure}", measure).replace("{sql}", sql)


def check(sql: str) -> str:
    return PART + CHECK.replace("SQL", sql)


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        ("SELECT agency, 9e999 AS value FROM phieu", "inf is larger than anything"),
        ("SELECT agency, 1e16 AS value FROM phieu", "1e+16 is larger than anything"),
        ("SELECT agency, -9e999 AS value FROM phieu", "-inf is larger than anything"),
        ("SELECT agency, x'00' AS value FROM phieu", "is no number"),
        ("SELECT agency, CAST(x'ff' AS TEXT) AS value FROM phieu", "Could not decode"),
        ("SELECT agency FROM phieu", "the column value is missing"),
        ("SELECT agency, random() AS value FROM phieu", "not authorized"),
        ("SELECT agency, length(CURRENT_TIMESTAMP) AS value FROM phieu", "not authorized"),
    ],
)
def test_what_cannot_be_added_up_is_named(tmp_path: Path, sql: str, reason: str) -> None:
    with pytest.raises(UserFacingError) as refused:
        Small.made(tmp_path, indicator(sql)).consolidated()
    assert "“so-may”" in refused.value.message.en
    assert reason in refused.value.message.en


def test_a_part_of_nothing_has_no_percentage(tmp_path: Path) -> None:
    made = Small.made(tmp_path, indicator("SELECT agency, 1 AS value, 0 AS base FROM phieu", "ratio")).consolidated()
    assert made.figures_of("so-may").items[0].total.ratio is None


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        ("SELECT NULL AS agency, 1 AS t FROM phieu", "“None” in the column agency is no agency's key"),
        ("SELECT 'nobody' AS agency, 1 AS t FROM phieu", "“nobody” in the column agency"),
        ("SELECT x'ff' AS agency, 1 AS t FROM phieu", "in the column agency"),
        ("SELECT agency, CAST(x'ff' AS TEXT) AS t FROM phieu", "Could not decode"),
        ("SELECT agency FROM phieu", "only columns of the query may stand in braces"),
        ("SELECT agency, 1 AS t FROM phieu; SELECT 1", "one statement"),
        ("PRAGMA database_list", "not authorized"),
    ],
)
def test_what_cannot_be_told_is_named_in_the_report_and_on_arrival(tmp_path: Path, sql: str, reason: str) -> None:
    small = Small.made(tmp_path, check(sql))
    for work in (small.consolidated, lambda: cross_checked(_catalogue(small), small.offices.campaign, [small.one])):
        with pytest.raises(UserFacingError) as refused:
            work()
        assert "“phong”" in refused.value.message.en
        assert reason in refused.value.message.en


@pytest.mark.parametrize(("value", "told"), [("9e999", "inf"), ("1.5", "1,5"), ("1234", "1.234")])
def test_a_column_may_be_called_anything_and_hold_any_number(tmp_path: Path, value: str, told: str) -> None:
    small = Small.made(tmp_path, check(f"SELECT agency, 1 AS self, {value} AS t FROM phieu"))
    assert [one.words.vi for one in small.consolidated().findings()] == [told]


def _catalogue(small: Small) -> FormCatalogue:
    return open_catalogue(small.folder, small.folder)
