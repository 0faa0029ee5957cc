"""Pages, how far they are, and the way from question to question."""

from __future__ import annotations

from form_scenario import FormScenario

from cbc_desktop.engine.address import Address
from cbc_desktop.engine.navigation import (
    Progress,
    ProgressState,
    next_problem,
    next_unanswered,
    page_of,
    pages,
    pages_touched,
    progress,
)

FORM = """
    | type         | name    | label   | required | constraint | relevant     | calculation | readonly |
    | text         | title   | Title   |          |            |              |             |          |
    | begin group  | people  | People  |          |            |              |             |          |
    | integer      | all     | All     | yes      | . >= 0     |              |             |          |
    | integer      | women   | Women   |          | . <= ${all} |             |             |          |
    | calculate    | men     |         |          |            |              | ${all} - ${women} | |
    | end group    |         |         |          |            |              |             |          |
    | begin group  | money   | Money   |          |            | ${all} > 10  |             |          |
    | begin repeat | grant   | Grant   |          |            |              |             |          |
    | decimal      | amount  | Amount  | yes      |            |              |             |          |
    | end repeat   |         |         |          |            |              |             |          |
    | end group    |         |         |          |            |              |             |          |
    | begin group  | hidden  | Hidden  |          |            |              |             |          |
    | calculate    | sum     |         |          |            |              | sum(${amount}) |       |
    | end group    |         |         |          |            |              |             |          |
"""


def of(form: FormScenario, number: int) -> Progress:
    return progress(form.session, pages(form.form)[number])


def test_each_top_group_is_a_page_and_loose_questions_share_the_first() -> None:
    form = FormScenario(FORM)
    assert [page.paths for page in pages(form.form)] == [("/data/title",), ("/data/people",), ("/data/money",)]
    assert [page.title(form.session).en for page in pages(form.form)] == ["Title", "People", "Money"]
    assert [node.name for node in pages(form.form)[1].members(form.session)] == ["all", "women", "men"]


def test_a_page_goes_from_unanswered_to_done_and_a_wrong_answer_is_a_problem() -> None:
    form = FormScenario(FORM)
    assert (of(form, 1), of(form, 1).state) == (Progress(0, 2, 0, 0, 1), ProgressState.UNANSWERED)
    form.answer("people/women", "3")
    assert of(form, 1).state is ProgressState.PROBLEM
    form.answer("people/all", "5")
    assert (of(form, 1), of(form, 1).state) == (Progress(2, 2), ProgressState.DONE)
    form.answer("people/women", "6")
    assert of(form, 1).errors == 1
    form.answer("people/all", "")
    form.answer("people/women", "")
    assert of(form, 1).state is ProgressState.UNANSWERED


def test_a_page_that_is_not_relevant_asks_nothing() -> None:
    form = FormScenario(FORM)
    assert of(form, 2).state is ProgressState.NOT_RELEVANT
    form.answer("people/all", "20")
    assert of(form, 2).state is ProgressState.UNANSWERED
    form.answer("money/grant[1]/amount", "1.5")
    form.add("money/grant")
    assert of(form, 2) == Progress(1, 2, 0, 0, 1)
    assert of(form, 2).state is ProgressState.IN_WORK


def test_the_next_unanswered_question_and_the_next_problem_are_looked_for_up_to_the_end() -> None:
    form = FormScenario(FORM)
    title, everybody, women = form.at("title"), form.at("people/all"), form.at("people/women")
    assert next_unanswered(form.session, None) == title
    assert next_unanswered(form.session, title) == everybody
    assert next_unanswered(form.session, women) is None
    assert next_problem(form.session, None) is None
    form.answer("people/all", "1")
    form.answer("people/women", "2")
    assert next_problem(form.session, title) == women
    assert next_problem(form.session, women) is None


def test_pages_are_found_by_what_lies_on_them() -> None:
    form = FormScenario(FORM)
    assert page_of(form.form, "/data/money/grant/amount") == pages(form.form)[2]
    assert page_of(form.form, "/data/hidden/sum") is None
    assert pages_touched(form.form, ["/data/title", "/data/people/men"]) == set(pages(form.form)[:2])


TABLE = """
    | type         | name  | label  | constraint                   | constraint_message |
    | begin group  | staff | Staff  | count(${person}) >= 1        | At least one       |
    | begin repeat | person | Person |                             |                    |
    | text         | name  | Name   |                              |                    |
    | end repeat   |       |        |                              |                    |
    | end group    |       |        |                              |                    |
"""


def test_a_table_that_nobody_has_begun_is_missing_and_no_error_yet() -> None:
    form = FormScenario(TABLE)
    (person,) = form.session.tree.repeat(Address("", "/data/staff/person")).rows
    form.session.delete_row(person.id)
    assert of(form, 0) == Progress(missing=1, empty_tables=1)
    assert of(form, 0).state is ProgressState.UNANSWERED
    assert next_problem(form.session, None) is None


def test_a_table_that_was_begun_and_is_wrong_is_an_error() -> None:
    form = FormScenario(TABLE.replace(">= 1", ">= 2"))
    assert of(form, 0).missing == 1
    form.answer("staff/person[1]/name", "Lan")
    assert (of(form, 0).errors, of(form, 0).missing) == (1, 0)
