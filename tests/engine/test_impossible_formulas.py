"""Formulas that meet values they cannot work with: the answer is kept, the place is marked, everything else goes on."""

from __future__ import annotations

import pytest
from form_scenario import FormScenario
from xform_texts import definition_of

from cbc_desktop.engine.violations import Condition

BAD = "digest('x', ${how}) != ''"
FINE, WRONG = "MD5", "ROT13"

FORM = f"""
    | type      | name | label | relevant | required | readonly | constraint | calculation |
    | text      | how  | How   |          |          |          |            |             |
    | text      | rel  | Rel   | {BAD}    |          |          |            |             |
    | text      | req  | Req   |          | {BAD}    |          |            |             |
    | text      | ro   | Ro    |          |          | {BAD}    |            |             |
    | text      | con  | Con   |          |          |          | {BAD}      |             |
    | calculate | calc |       |          |          |          |            | digest('x', ${{how}}) |
"""
PLACES = ["rel", "req", "ro", "con", "calc"]


def test_each_formula_that_fails_marks_its_own_place_and_takes_its_default() -> None:
    form = FormScenario(FORM)
    form.answers(how=WRONG, rel="a", req="b", ro="c", con="d")
    assert form.problems() == [f"formula {name}" for name in PLACES]
    assert [form.value(name) for name in PLACES] == ["a", "b", "c", "d", ""]
    assert form.shown("rel")
    assert not form.leaf("req").required
    assert not form.node("ro").readonly


def test_everything_is_in_order_again_when_the_values_are() -> None:
    form = FormScenario(FORM)
    form.answers(how=WRONG, con="d")
    told = form.told(form.answer("how", FINE))
    assert told >= {f"violation {name}" for name in PLACES}
    assert form.problems() == ["required req"]
    assert (form.value("calc") != "", form.node("ro").readonly, form.leaf("req").required) == (True, True, True)


def test_the_mark_says_what_could_not_be_computed_and_does_not_block() -> None:
    form = FormScenario(FORM)
    form.answer("how", WRONG)
    [problem] = form.leaf("calc").problems
    assert problem.condition is Condition.FORMULA
    assert not problem.condition.blocks
    assert problem.message is not None
    assert "digest('x',  /data/how )" in problem.message.en
    assert "ROT13" in problem.message.en
    assert "ROT13" in problem.message.vi


def test_the_marks_are_the_same_when_the_form_is_opened_again() -> None:
    form = FormScenario(FORM)
    form.answers(how=WRONG, con="d")
    problems = form.problems()
    form.close_and_open_again()
    assert form.problems() == problems


def test_a_warning_that_cannot_be_judged_is_told_beside_what_can() -> None:
    form = FormScenario(
        """
        | type | name | label | constraint   | cbc:warning               | cbc:warning-vi | cbc:warning-en |
        | text | how  | How   | . != 'ROT13' | digest('x', ${how}) != '' | Lạ             | Odd            |
        """
    )
    form.answer("how", WRONG)
    assert form.problems() == ["constraint how", "formula how"]


def test_choices_that_cannot_be_found_mark_the_answer_not_the_blank() -> None:
    form = FormScenario(
        """
        | type         | name | label | choice_filter |
        | text         | how  | How   |               |
        | select_one l | a    | A     | name = digest(${how}, ${how}) or true() |
        """,
        "| list_name | name | label |\n| l | x | X |",
    )
    form.answer("how", WRONG)
    assert (form.offered("a"), form.problems()) == ([], [])
    form.answer("a", "x")
    assert form.problems() == ["formula a"]
    form.answer("how", FINE)
    assert (form.offered("a"), form.problems()) == (["x"], [])


def test_a_number_of_rows_that_cannot_be_computed_is_none_and_marks_what_is_around() -> None:
    count = "string-length(digest('x', /data/how)) div 24"
    repeat = f'<group ref="/data/g/t"><repeat nodeset="/data/g/t" jr:count="{count}"><input ref="a"/></repeat></group>'
    form = FormScenario(definition_of("<how/><g><t><a/></t></g>", body=f'<group ref="/data/g">{repeat}</group>'))
    form.answer("how", FINE)
    assert form.rows("g/t") == 1
    form.answer("g/t[1]/a", "kept")
    form.answer("how", WRONG)
    assert (form.rows("g/t"), form.problems()) == (0, ["formula g"])
    form.answer("how", FINE)
    assert (form.value("g/t[1]/a"), form.problems()) == ("kept", [])


@pytest.mark.parametrize("pattern", ["[", "(a", "*"])
def test_a_pattern_taken_from_an_answer_may_be_no_pattern(pattern: str) -> None:
    form = FormScenario("""
        | type | name    | label   | constraint |
        | text | pattern | Pattern |            |
        | text | a       | A       | regex(., ${pattern}) |
    """)
    form.answers(pattern=pattern, a="x")
    assert form.problems() == ["formula a"]
