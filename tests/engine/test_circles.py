"""Formulas that depend on each other in a circle are refused, and the circle is named."""

from __future__ import annotations

import pytest
from form_scenario import FormScenario

from cbc_desktop.base.errors import UserFacingError

HEADER = "| type | name | label | relevant | repeat_count | calculation | choice_filter |"


def circle_of(*rows: str) -> str:
    with pytest.raises(UserFacingError) as caught:
        FormScenario("\n".join([HEADER, *rows]), "| list_name | name | label |\n| l | x | X |")
    message = caught.value.message
    assert "vòng tròn" in message.vi
    return message.en.split("circle: ")[1].split(". ")[0]


def test_two_calculations_that_read_each_other() -> None:
    assert (
        circle_of("| calculate | a | | | | ${b} + 1 | |", "| calculate | b | | | | ${a} + 1 | |")
        == "/data/a (calculate) → /data/b (calculate) → /data/a (calculate)"
    )


def test_only_the_circle_is_named_not_what_leads_to_it() -> None:
    named = circle_of(
        "| calculate | start | | | | ${a} | |",
        "| calculate | a | | | | ${b} | |",
        "| calculate | b | | | | ${a} | |",
    )
    assert "start" not in named


def test_a_calculation_that_reads_itself() -> None:
    assert circle_of("| integer | a | A | | | . + 1 | |") == "/data/a (calculate) → /data/a (calculate)"


def test_a_group_whose_relevance_asks_a_question_in_it() -> None:
    assert (
        circle_of("| begin group | g | G | ${a} = '' | | | |", "| text | a | A | | | | |", "| end group | | | | | | |")
        == "/data/g (relevant) → /data/g (relevant)"
    )


def test_a_calculation_and_the_relevance_that_hides_it() -> None:
    assert (
        circle_of("| calculate | a | | ${b} > 1 | | 1 | |", "| calculate | b | | | | ${a} | |")
        == "/data/a (relevant) → /data/b (calculate) → /data/a (relevant)"
    )


def test_a_number_of_rows_that_counts_what_is_in_them() -> None:
    named = circle_of(
        "| begin repeat | t | T | | count(/data/t) + 1 | | |", "| text | a | A | | | | |", "| end repeat | | | | | | |"
    )
    assert named == "/data/t_count (calculate) → /data/t (count) → /data/t_count (calculate)"


def test_the_name_of_a_choice_that_is_filtered_by_that_name() -> None:
    named = circle_of(
        "| select_one l | a | A | | | | name != ${b} |", "| calculate | b | | | | jr:choice-name(${a}, '${a}') | |"
    )
    assert named == "/data/a (choices) → /data/b (calculate) → /data/a (choices)"


def test_what_only_looks_like_a_circle_is_none() -> None:
    form = FormScenario("""
        | type         | name | label | relevant        | constraint         | calculation        | required |
        | integer      | a    | A     |                 | . > 0 and . < ${b} |                    | ${b} = '' |
        | integer      | b    | B     |                 | . > ${a}           |                    | ${a} = '' |
        | begin repeat | t    | T     | position(.) < 3 |                    |                    |          |
        | calculate    | once |       |                 |                    | once(position(..)) |          |
        | end repeat   |      |       |                 |                    |                    |          |
    """)
    form.add("t")
    form.add("t")
    assert form.values("t/once") == ["1", "2", ""]
    assert form.rows("t") == 2
