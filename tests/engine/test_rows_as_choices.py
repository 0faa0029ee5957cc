"""Selects over the rows of another table (``cbc:rows``): the answer is the row's name, which outlives its label."""

from __future__ import annotations

from form_scenario import FormScenario

from cbc_desktop.engine.saved_form import RowBack, SavedRow

ROWS = "| list_name | name | label |\n| rows | - | - |"
PLAN = """
    | type                 | name   | label  | cbc:layout | cbc:rows            | calculation |
    | begin repeat         | policy | Policy | table      |                     |             |
    | calculate            | rid    |        |            |                     | once(uuid()) |
    | text                 | title  | Title  |            |                     |             |
    | end repeat           |        |        |            |                     |             |
    | begin repeat         | act    | Act    | table      |                     |             |
    | calculate            | rid    |        |            |                     | once(uuid()) |
    | select_multiple rows | about  | About  |            | ${policy} rid title |             |
    | calculate            | names  |        |            |                     | join('; ', ${policy}[selected(current()/../about, rid)]/title) |
    | end repeat           |        |        |            |                     |             |
    | select_one rows      | main   | Main   |            | ${policy} rid title |             |
"""  # noqa: E501 - a table


def plan_with(*titles: str) -> FormScenario:
    form = FormScenario(PLAN, ROWS)
    for number, title in enumerate(titles, start=1):
        form.add("policy")
        form.answer(f"policy[{number}]/title", title)
    form.add("act")
    return form


def row(form: FormScenario, name: str) -> str:
    return form.at(name).row


def test_the_rows_that_have_a_title_are_offered_by_name() -> None:
    form = plan_with("Roads", "Schools")
    form.add("policy")
    assert form.offered_labels("main") == ["Roads", "Schools"]
    assert form.offered("act[1]/about") == [row(form, "policy[1]"), row(form, "policy[2]")]


def test_the_answer_stays_when_the_title_changes_and_the_row_moves() -> None:
    form = plan_with("Roads", "Schools")
    chosen = row(form, "policy[1]")
    form.answer("main", chosen)
    told = form.told(form.answer("policy[1]/title", "Highways"))
    assert told >= {"property main", "property act[1]/about"}
    form.move("policy[1]", 2)
    assert (form.value("main"), form.problems()) == (chosen, [])
    assert form.session.choice_label(form.leaf("main"), chosen) == "Highways"


def test_a_row_that_is_deleted_leaves_a_marked_answer_behind() -> None:
    form = plan_with("Roads", "Schools")
    first, second = row(form, "policy[1]"), row(form, "policy[2]")
    form.answer("main", first)
    form.answer("act[1]/about", f"{first} {second}")
    assert form.value("act[1]/names") == "Roads; Schools"
    told = form.told(form.delete("policy[1]"))
    assert told >= {"violation main", "violation act[1]/about", "value act[1]/names"}
    assert form.problems() == ["choice act[1]/about", "choice main"]
    assert (form.value("main"), form.value("act[1]/names")) == (first, "Schools")


def test_a_deleted_row_that_is_given_back_under_its_name_is_offered_again() -> None:
    form = plan_with("Roads")
    chosen = row(form, "policy[1]")
    form.answer("main", chosen)
    form.delete("policy[1]")
    form.session.put_back([RowBack(SavedRow(chosen, "", "/data/policy"), None)])
    form.answer("policy[1]/title", "Roads")
    assert form.problems() == []


def test_a_row_without_a_title_cannot_be_chosen() -> None:
    form = plan_with("Roads")
    form.answer("main", row(form, "policy[1]"))
    form.answer("policy[1]/title", "")
    assert form.problems() == ["choice main"]
