"""Rows that people add, insert, move and delete, also inside other rows; everything is known by name, not by place."""

from __future__ import annotations

import pytest
from form_scenario import FormScenario

from cbc_desktop.base.errors import BugError
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.saved_form import RowBack, SavedRow

NESTED = """
    | type         | name   | label  | default | calculation |
    | begin repeat | house  | House  |         |             |
    | text         | street | Street |         |             |
    | begin repeat | person | Person |         |             |
    | text         | name   | Name   | nobody  |             |
    | begin repeat | job    | Job    |         |             |
    | integer      | pay    | Pay    |         |             |
    | calculate    | whose  |        |         | concat(${street}, ${name}) |
    | end repeat   |        |        |         |             |
    | calculate    | earns  |        |         | sum(../job/pay) |
    | end repeat   |        |        |         |             |
    | calculate    | people |        |         | count(${person}) |
    | end repeat   |        |        |         |             |
    | calculate    | total  |        |         | sum(${earns}) |
"""


def with_person(house: str, *people: str) -> FormScenario:
    """A form whose ``house`` has these people, each with a job; there are two houses."""
    form = FormScenario(NESTED)
    form.add("house")
    for number, name in enumerate(people, start=1):
        if form.rows(f"{house}/person") < number:
            form.add(f"{house}/person")
            form.add(f"{house}/person[{number}]/job")
        form.answer(f"{house}/person[{number}]/name", name)
    return form


def test_a_form_begins_with_a_row_in_a_row_and_a_row_that_is_added_later_with_what_its_template_says() -> None:
    form = FormScenario(NESTED)
    changes = form.add("house")
    assert form.values("house/person/name") == ["nobody"]
    assert [form.name_of(form.session.row(row).address) for row in changes.rows_added] == ["house[2]"]
    assert form.rows("house[1]/person[1]/job") == 1


def test_three_levels_deep_each_formula_reads_its_own_rows() -> None:
    form = with_person("house[1]", "nobody", "Lan")
    form.add("house[1]/person[2]/job")
    form.answer("house[1]/street", "A-")
    form.answer("house[1]/person[1]/job[1]/pay", "1")
    form.answer("house[1]/person[2]/job[1]/pay", "3")
    form.answer("house[1]/person[2]/job[2]/pay", "4")
    form.add("house[2]/person")
    form.add("house[2]/person[1]/job")
    form.answer("house[2]/person[1]/job[1]/pay", "2")
    assert form.values("house/person/job/whose") == ["A-nobody", "A-Lan", "A-Lan", "nobody"]
    assert form.values("house/person/earns") == ["1", "7", "2"]
    assert (form.values("house/people"), form.value("total")) == (["2", "1"], "10")


def test_an_answer_reaches_no_other_row() -> None:
    form = with_person("house[2]", "An")
    assert form.told(form.answer("house[2]/person[1]/name", "Ba")) == {
        "value house[2]/person[1]/name",
        "value house[2]/person[1]/job[1]/whose",
    }


def test_deleting_a_row_takes_everything_in_it_away_and_out_of_the_totals() -> None:
    form = with_person("house[2]", "An")
    form.answer("house[1]/person[1]/job[1]/pay", "5")
    form.answer("house[2]/person[1]/job[1]/pay", "7")
    rows = [form.at(name).row for name in ("house[1]", "house[1]/person[1]", "house[1]/person[1]/job[1]")]
    changes = form.delete("house[1]")
    assert changes.rows_removed == tuple(rows)
    assert (form.rows("house"), form.value("total")) == (1, "7")
    with pytest.raises(BugError, match="no row"):
        form.session.value(Address(rows[1], "/data/house/person/name"))


def test_rows_keep_their_names_and_answers_when_others_come_and_go() -> None:
    form = FormScenario(NESTED)
    form.answer("house[1]/street", "first")
    first = form.at("house[1]/street")
    form.add("house", before="house[1]")
    form.answer("house[1]/street", "new")
    assert (form.value("house[2]/street"), form.session.value(first)) == ("first", "first")
    assert form.at("house[2]/street") == first


def test_a_moved_row_is_told_by_name() -> None:
    form = FormScenario(NESTED)
    form.add("house")
    form.answer("house[2]/street", "B")
    moved = form.at("house[2]").row
    changes = form.move("house[2]", 1)
    assert changes.rows_moved == (moved,)
    assert form.values("house/street") == ["B", ""]
    assert not form.move("house[1]", 1), "it is there already"


def test_rows_and_their_order_come_back_when_the_form_is_opened_again() -> None:
    form = with_person("house[2]", "An", "Lan")
    form.move("house[2]", 1)
    before = form.session.save()
    form.close_and_open_again()
    assert form.session.save() == before
    assert form.value("house[1]/person[2]/name") == "Lan"


def test_a_default_that_was_taken_away_stays_away() -> None:
    form = FormScenario(NESTED)
    form.answer("house[1]/person[1]/name", "")
    form.close_and_open_again()
    assert form.value("house[1]/person[1]/name") == ""


def test_a_table_begins_without_rows_and_other_repeats_with_one() -> None:
    form = FormScenario("""
        | type         | name  | label | cbc:layout |
        | begin repeat | cards | Cards |            |
        | text         | a     | A     |            |
        | end repeat   |       |       |            |
        | begin repeat | table | Table | table      |
        | text         | b     | B     |            |
        | end repeat   |       |       |            |
    """)
    assert (form.rows("cards"), form.rows("table")) == (1, 0)


def test_what_cannot_be_meant_is_our_own_fault() -> None:
    form = FormScenario(NESTED)
    form.add("house")
    first, second = form.at("house[1]").row, form.at("house[2]").row
    people = form.at("house[1]/person")
    with pytest.raises(BugError, match="not in"):
        form.session.add_row(people, before=second)
    with pytest.raises(BugError, match="no place 2"):
        form.session.move_row(first, 2)
    with pytest.raises(BugError, match="no place -1"):
        form.session.move_row(first, -1)
    with pytest.raises(BugError, match="exists already"):
        form.session.put_back([RowBack(SavedRow(first, "", "/data/house"), None)])
    with pytest.raises(BugError, match="is no repeat"):
        form.session.add_row(form.at("house[1]/street"))
    with pytest.raises(BugError, match="holds no answer"):
        form.session.answer(people, "x")
    with pytest.raises(BugError, match="is not in the tree"):
        form.session.value(Address("", "/data/street"))
    with pytest.raises(BugError, match="no row"):
        form.session.delete_row("nobody")
