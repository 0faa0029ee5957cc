"""What is asked and what is not: relevance reaches everything below, hides it from formulas, and takes nothing away."""

from __future__ import annotations

from form_scenario import FormScenario

HOUSEHOLD = """
    | type         | name    | label | relevant       | required | calculation |
    | text         | has     | Has   |                |          |             |
    | begin group  | house   | House | ${has} = 'yes' |          |             |
    | integer      | rooms   | Rooms |                | yes      |             |
    | begin group  | inner   | Inner | ${rooms} > 1   |          |             |
    | text         | owner   | Owner |                | yes      |             |
    | end group    |         |       |                |          |             |
    | begin repeat | child   | Child |                |          |             |
    | text         | name    | Name  |                |          |             |
    | end repeat   |         |       |                |          |             |
    | end group    |         |       |                |          |             |
    | calculate    | summary |       |                |          | concat(${rooms}, '/', count(${child})) |
"""


def test_what_lies_in_a_hidden_group_is_hidden_asks_nothing_and_counts_for_nothing() -> None:
    form = FormScenario(HOUSEHOLD)
    assert not any(form.shown(name) for name in ("house", "house/rooms", "house/inner/owner", "house/child[1]"))
    assert form.problems() == []
    assert form.value("summary") == "/0"


def test_showing_a_group_tells_of_everything_that_comes_into_sight() -> None:
    form = FormScenario(HOUSEHOLD)
    told = form.told(form.answer("has", "yes"))
    assert told >= {
        "value has",
        "relevance house",
        "relevance house/rooms",
        "relevance house/child[1]",
        "relevance house/child[1]/name",
        "violation house/rooms",
        "value summary",
    }
    assert not form.shown("house/inner"), "it has a condition of its own, which does not hold"
    assert form.problems() == ["required house/rooms"]


def test_values_are_kept_while_they_are_hidden_and_come_back() -> None:
    form = FormScenario(HOUSEHOLD)
    form.answer("has", "yes")
    form.answer("house/rooms", "2")
    form.answer("house/inner/owner", "Lan")
    form.answer("house/child[1]/name", "Bình")
    form.answer("has", "no")
    assert (form.value("house/inner/owner"), form.value("summary")) == ("Lan", "/0")
    form.answer("has", "yes")
    assert form.shown("house/inner/owner")
    assert (form.value("house/child[1]/name"), form.value("summary")) == ("Bình", "2/1")


def test_a_condition_inside_a_hidden_group_holds_again_when_the_group_is_back() -> None:
    form = FormScenario(HOUSEHOLD)
    form.answer("has", "yes")
    form.answer("house/rooms", "2")
    form.answer("has", "no")
    form.answer("house/rooms", "1")
    form.answer("has", "yes")
    assert form.shown("house/rooms")
    assert not form.shown("house/inner")


def test_a_hidden_question_is_never_wrong() -> None:
    form = FormScenario("""
        | type    | name | label | relevant       | constraint |
        | text    | ask  | Ask   |                |            |
        | integer | n    | N     | ${ask} = 'yes' | . < 5      |
    """)
    form.answer("ask", "yes")
    form.answer("n", "6")
    assert form.problems() == ["constraint n"]
    assert form.told(form.answer("ask", "no")) == {"value ask", "relevance n", "violation n"}
    assert form.problems() == []


def test_a_calculation_that_is_not_relevant_waits_and_then_is_made_anew() -> None:
    form = FormScenario("""
        | type      | name  | label | relevant       | calculation |
        | text      | ask   | Ask   |                |             |
        | integer   | n     | N     |                |             |
        | calculate | twice |       | ${ask} = 'yes' | ${n} * 2    |
    """)
    form.answer("n", "4")
    assert form.value("twice") == ""
    form.answer("ask", "yes")
    assert form.value("twice") == "8"
    form.answer("ask", "")
    form.answer("n", "5")
    assert form.value("twice") == "8"
    form.answer("ask", "yes")
    assert form.value("twice") == "10"


def test_a_rows_own_answers_decide_what_it_asks() -> None:
    form = FormScenario("""
        | type         | name   | label  | relevant |
        | begin repeat | person | Person |          |
        | integer      | age    | Age    |          |
        | text         | school | School | ${age} < 18 |
        | end repeat   |        |        |          |
    """)
    form.add("person")
    assert form.told(form.answer("person[2]/age", "8")) == {"value person[2]/age", "relevance person[2]/school"}
    assert (form.shown("person[1]/school"), form.shown("person[2]/school")) == (False, True)


def test_new_rows_of_a_hidden_table_are_hidden() -> None:
    form = FormScenario("""
        | type         | name | label | relevant       | calculation |
        | text         | ask  | Ask   |                |             |
        | begin group  | g    | G     | ${ask} = 'yes' |             |
        | begin repeat | t    | T     |                |             |
        | text         | a    | A     |                |             |
        | end repeat   |      |       |                |             |
        | end group    |      |       |                |             |
        | calculate    | size |       |                | count(${t}) |
    """)
    form.add("g/t")
    assert not form.shown("g/t[2]/a")
    form.answer("ask", "yes")
    assert (form.shown("g/t[2]/a"), form.value("size")) == (True, "2")
