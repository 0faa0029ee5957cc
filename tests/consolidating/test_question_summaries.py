"""What all answers to a question come to, and the answers one by one, are what the tables hold."""

from __future__ import annotations

from decimal import Decimal

from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.question_summaries import (
    LaidQuestion,
    given_answers,
    laid_questions,
    summary,
)


def question(consolidated: Consolidated, column: str) -> LaidQuestion:
    return next(one for form in consolidated.forms for one in laid_questions(form) if one.column.name == column)


def test_counts_of_choices_are_those_of_the_answers_one_by_one(consolidated: Consolidated) -> None:
    with consolidated.asking() as asked:
        for column in ("q1_01", "q1_13", "q1_16"):
            one = question(consolidated, column)
            told, given = summary(asked, one), list(given_answers(asked, one, "vi"))
            assert told.answered == len(given) > 0
            for choice, count in told.choices:
                assert sum(choice.value in answer.chosen for answer in given) == count


def test_figures_are_added_up_with_their_mean_and_ends(consolidated: Consolidated) -> None:
    one = question(consolidated, "q1_06")
    with consolidated.asking() as asked:
        told = summary(asked, one).added_up
        given = [answer.told for answer in given_answers(asked, one, "vi")]
    assert told is not None
    assert told.total == sum(Decimal(str(value)) for value in given)
    assert (told.least, told.most) == (min(map(Decimal, map(str, given))), max(map(Decimal, map(str, given))))
    assert told.mean == round(told.total / len(given), 2)


def test_answers_are_told_in_the_language_that_is_wanted_with_the_row_of_a_table(consolidated: Consolidated) -> None:
    with consolidated.asking() as asked:
        said = {answer.told for answer in given_answers(asked, question(consolidated, "q1_01"), "en")}
        rows = {answer.row for answer in given_answers(asked, question(consolidated, "nsnn_tw"), "vi")}
    assert said <= {"Dedicated unit", "Unit with other duties", "None"}
    assert 1 in rows
