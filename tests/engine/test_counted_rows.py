"""Repeats whose number of rows the form decides (``jr:count``): what was typed outlives a lower count."""

from __future__ import annotations

import pytest
from form_scenario import FormScenario

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.engine.formulas import MOST_COUNTED_ROWS

TRIPS = """
    | type         | name  | label | repeat_count | default | calculation |
    | integer      | n     | N     |              |         |             |
    | begin repeat | trip  | Trip  | ${n}         |         |             |
    | text         | place | Place |              |         |             |
    | text         | by    | By    |              | bus     |             |
    | calculate    | no    |       |              |         | position(..) |
    | end repeat   |       |       |              |         |             |
    | calculate    | all   |       |              |         | join(' ', ${place}) |
    | calculate    | size  |       |              |         | count(${trip}) |
"""


def test_there_are_as_many_rows_as_the_answer_says() -> None:
    form = FormScenario(TRIPS)
    assert form.rows("trip") == 0
    changes = form.answer("n", "2")
    assert len(changes.rows_added) == 2
    assert form.told(changes) >= {"value n", "value size", "value trip[1]/no", "value trip[2]/no"}
    assert (form.rows("trip"), form.values("trip/by"), form.value("size")) == (2, ["bus", "bus"], "2")


def test_a_lower_count_hides_rows_and_a_higher_one_brings_them_back_as_they_were() -> None:
    form = FormScenario(TRIPS)
    form.answer("n", "3")
    for number, place in enumerate(("Huế", "Hà Nội", "Đà Nẵng"), start=1):
        form.answer(f"trip[{number}]/place", place)
    told = form.told(form.answer("n", "1"))
    assert told >= {"relevance trip[2]", "relevance trip[3]/place", "value all", "value size"}
    assert (form.rows("trip"), form.value("all"), form.value("size")) == (1, "Huế", "1")
    changes = form.answer("n", "3")
    assert changes.rows_added == ()
    assert form.value("all") == "Huế Hà Nội Đà Nẵng"


def test_hidden_rows_are_kept_when_the_form_is_closed() -> None:
    form = FormScenario(TRIPS)
    form.answer("n", "2")
    form.answer("trip[2]/place", "Huế")
    form.answer("n", "1")
    form.close_and_open_again()
    assert form.rows("trip") == 1
    form.answer("n", "2")
    assert form.value("trip[2]/place") == "Huế"


@pytest.mark.parametrize("number", ["", "-1", "two", "0"])
def test_what_is_no_number_of_rows_means_none(number: str) -> None:
    form = FormScenario(TRIPS)
    form.answer("n", "2")
    form.answer("n", number)
    assert form.rows("trip") == 0


def test_people_cannot_add_rows_to_a_table_that_the_form_counts() -> None:
    form = FormScenario(TRIPS)
    form.answer("n", "1")
    with pytest.raises(UserFacingError, match="set by the form"):
        form.add("trip")
    with pytest.raises(UserFacingError, match="set by the form"):
        form.delete("trip[1]")


def test_a_slip_of_the_finger_does_not_fill_the_computer_with_rows() -> None:
    form = FormScenario(TRIPS)
    form.answer("n", "20222022")
    assert form.rows("trip") == MOST_COUNTED_ROWS
    [problem] = form.session.tree.document.root.problems
    assert problem.message is not None
    assert "asks for 20222022 rows" in problem.message.en
    form.answer("n", "1")
    assert (form.rows("trip"), form.problems()) == (1, [])


def test_a_fixed_number_of_rows_is_there_from_the_beginning() -> None:
    form = FormScenario("""
        | type         | name | label | repeat_count | calculation |
        | begin repeat | year | Year  | 3            |             |
        | calculate    | y    |       |              | 2019 + position(..) |
        | end repeat   |      |       |              |             |
    """)
    assert form.values("year/y") == ["2020", "2021", "2022"]


def test_counted_rows_inside_counted_rows() -> None:
    form = FormScenario("""
        | type         | name  | label | repeat_count |
        | integer      | n     | N     |              |
        | begin repeat | outer | Outer | ${n}         |
        | integer      | m     | M     |              |
        | begin repeat | inner | Inner | ${m}         |
        | text         | a     | A     |              |
        | end repeat   |       |       |              |
        | end repeat   |       |       |              |
    """)
    changes = form.answer("n", "2")
    assert len(changes.rows_added) == 2
    form.answer("outer[2]/m", "2")
    assert [form.rows(f"outer[{row}]/inner") for row in (1, 2)] == [0, 2]
    form.answer("outer[2]/inner[2]/a", "kept")
    form.answer("n", "1")
    form.answer("n", "2")
    assert form.value("outer[2]/inner[2]/a") == "kept"
