"""Required answers, constraints and warnings: validity is a state that is shown, never a gate."""

from __future__ import annotations

from form_scenario import FormScenario

from cbc_desktop.engine.languages import in_both_languages
from cbc_desktop.engine.violations import Condition

STAFF = """
    | type    | name  | label | required     | required_message        | constraint    | constraint_message |
    | text    | name  | Name  | yes          | Every person has a name |               |                    |
    | integer | staff | Staff |              |                         | . <= 5000     | At most 5000 in ${name} |
    | integer | women | Women | ${staff} > 0 |                         | . <= ${staff} |                    |
"""


def test_a_required_answer_is_missed_until_it_is_given() -> None:
    form = FormScenario(STAFF)
    assert form.problems() == ["required name"]
    assert form.told(form.answer("name", "Sở")) >= {"value name", "violation name"}
    assert form.problems() == []


def test_a_question_becomes_required_by_another_answer() -> None:
    form = FormScenario(STAFF)
    assert form.told(form.answer("staff", "4")) == {"value staff", "property women", "violation women"}
    assert "required women" in form.problems()
    form.answer("staff", "0")
    assert not form.leaf("women").required


def test_an_answer_that_breaks_its_constraint_is_kept_and_marked() -> None:
    form = FormScenario(STAFF)
    form.answers(name="Sở", staff="5001", women="2")
    assert (form.value("staff"), form.problems()) == ("5001", ["constraint staff"])


def test_a_constraint_is_judged_again_when_the_other_answer_changes() -> None:
    form = FormScenario(STAFF)
    form.answers(name="Sở", staff="4", women="3")
    assert form.told(form.answer("staff", "2")) == {"value staff", "violation women"}
    assert form.problems() == ["constraint women"]


def test_a_blank_answer_breaks_no_constraint() -> None:
    form = FormScenario(STAFF)
    form.answers(name="Sở", staff="4", women="5")
    form.answer("women", "")
    assert form.problems() == ["required women"]


def test_of_a_wrong_type_nothing_else_is_said() -> None:
    form = FormScenario(STAFF)
    form.answers(name="Sở", staff="nhiều")
    assert form.problems() == ["type staff"]


def test_the_owners_message_may_quote_an_answer() -> None:
    form = FormScenario(STAFF)
    form.answers(name="Sở", staff="5001")
    [problem] = form.leaf("staff").problems
    assert problem.text is not None
    assert form.session.text(problem.text, form.node("staff")) == "At most 5000 in Sở"
    assert form.told(form.answer("name", "Bộ")) >= {"property staff"}


def test_messages_come_in_both_languages_of_the_form() -> None:
    form = FormScenario("""
        | type | name | label:vi | label:en | required | required_message:vi | required_message:en |
        | text | name | Tên      | Name     | yes      | Cần có tên          | A name is needed    |
    """)
    [problem] = form.leaf("name").problems
    assert problem.text is not None
    message = in_both_languages(form.session, problem.text, form.node("name"))
    assert (message.vi, message.en) == ("Cần có tên", "A name is needed")


WARNED = """
    | type    | name | label | constraint | cbc:warning | cbc:warning-vi | cbc:warning-en | cbc:warning2 | cbc:warning2-vi | cbc:warning2-en |
    | integer | n    | N     | . < 1000   | . < 100     | Số lớn         | Large          | . mod 2 = 0  | Số lẻ           | Odd             |
"""  # noqa: E501 - a table


def test_each_warning_that_does_not_hold_is_told_and_none_of_a_blank_answer() -> None:
    form = FormScenario(WARNED)
    assert form.problems() == []
    form.answer("n", "101")
    messages = [problem.warning.message.vi for problem in form.leaf("n").problems if problem.warning]
    assert messages == ["Số lớn", "Số lẻ"]
    form.answer("n", "98")
    assert form.problems() == []


def test_only_errors_stand_in_the_way_of_finalising() -> None:
    form = FormScenario(WARNED)
    form.answer("n", "1001")
    assert [(problem.condition, problem.condition.blocks) for problem in form.leaf("n").problems] == [
        (Condition.CONSTRAINT, True),
        (Condition.WARNING, False),
        (Condition.WARNING, False),
    ]


TABLE = """
    | type         | name | label | constraint      | cbc:layout | cbc:warning-vi | cbc:warning-en | cbc:warning | calculation |
    | begin group  | t    | T     | count(${r}) > 0 |            | Nhiều          | Much           | ${sum} < 10 |             |
    | begin repeat | r    | Rows  |                 | table      |                |                |             |             |
    | integer      | n    | N     |                 |            |                |                |             |             |
    | end repeat   |      |       |                 |            |                |                |             |             |
    | end group    |      |       |                 |            |                |                |             |             |
    | calculate    | sum  |       |                 |            |                |                |             | sum(${r}[n != '']/n) |
"""  # noqa: E501 - a table


def test_the_group_around_a_table_checks_the_whole_table() -> None:
    form = FormScenario(TABLE)
    assert form.problems() == ["constraint t"]
    assert form.told(form.add("t/r")) >= {"violation t"}
    form.answer("t/r[1]/n", "9")
    form.add("t/r")
    assert form.problems() == []
    assert form.told(form.answer("t/r[2]/n", "1")) == {"value t/r[2]/n", "value sum", "violation t"}
    assert form.problems() == ["warning t"]


def test_a_row_may_be_checked_as_a_whole() -> None:
    form = FormScenario("""
        | type         | name   | label | constraint |
        | begin repeat | stay   | Stay  | ./begins <= ./ends |
        | date         | begins | From  |            |
        | date         | ends   | To    |            |
        | end repeat   |        |       |            |
    """)
    form.answer("stay[1]/begins", "2022-03-20")
    form.answer("stay[1]/ends", "2022-03-19")
    assert form.problems() == ["constraint stay[1]"]
    form.answer("stay[1]/ends", "2022-03-20")
    assert form.problems() == []
