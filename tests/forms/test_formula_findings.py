"""Formulas that cannot be read are told with sheet, row and column, in both languages, and what was meant."""

from __future__ import annotations

import pytest
from workbook_tables import read_form
from xform_texts import xform_text

from cbc_desktop.forms.xform import read_xform

COLUMNS = ["relevant", "required", "readonly", "constraint", "calculation", "default", "choice_filter", "repeat_count"]


def row_with(column: str, formula: str) -> str:
    kinds = {"choice_filter": "select_one l", "repeat_count": "begin repeat", "default": "date"}
    return f"| type | name | label | {column} |\n| {kinds.get(column, 'text')} | a | A | {formula} |"


@pytest.mark.parametrize("column", COLUMNS)
def test_a_mistake_in_a_formula_is_told_at_its_cell(column: str) -> None:
    survey = row_with(column, "concat('a', nosuch())")
    if column == "repeat_count":
        survey += "\n| text | b | B | |\n| end repeat | | | |"
    form = read_form(survey, "| list_name | name | label |\n| l | x | X |")
    assert form.definition is None
    [finding] = [finding for finding in form.findings if finding.code == "form.formula"]
    assert finding.where == f"form.xlsx [survey, 2, {column}]"
    assert "There is no function “nosuch()”" in finding.message.en
    assert "Không có hàm “nosuch()”" in finding.message.vi


@pytest.mark.parametrize(
    ("formula", "told"),
    [
        ("1 +", "ends where it needs"),
        ("(1", "ends where it needs"),
        ("'open", "opens with a quotation mark at position 1"),
        ("1 # 2", "a character “#” that does not belong at position 3"),
        ("$a = 1", "Was ${question_name} meant?"),
        ("if(1, 2)", "“if()” takes 3 arguments, but 2 are given"),
        ("string-lenth(.)", "Did you mean “string-length()”?"),
        ("foo:bar = 1", "The prefix “foo”"),
        ("nowhere::a", "There is no axis “nowhere”"),
    ],
)
def test_what_is_wrong_in_a_formula_is_told_with_the_whole_formula(formula: str, told: str) -> None:
    form = read_form(row_with("constraint", formula))
    [finding] = form.findings
    assert f"The formula “{formula}” is wrong: " in finding.message.en
    assert told in finding.message.en


def test_several_mistakes_are_told_at_once() -> None:
    form = read_form(
        """
        | type    | name | label | constraint | relevant |
        | integer | a    | A     | . <        | x(       |
        | integer | b    | B     | . > 0      | y(1      |
        """
    )
    assert [finding.where for finding in form.findings] == [
        "form.xlsx [survey, 2, relevant]",
        "form.xlsx [survey, 2, constraint]",
        "form.xlsx [survey, 3, relevant]",
    ]


def test_a_mistake_inside_groups_and_below_blank_rows_has_the_row_of_excel() -> None:
    form = read_form(
        """
        | type         | name | label | constraint |
        | begin group  | g    | G     |            |
        |              |      |       |            |
        | begin_repeat | t    | T     |            |
        | integer      | a    | A     | . <        |
        | end_repeat   |      |       |            |
        | end group    |      |       |            |
        | integer      | b    | B     | . >        |
        """
    )
    assert [finding.where for finding in form.findings] == [
        "form.xlsx [survey, 5, constraint]",
        "form.xlsx [survey, 8, constraint]",
    ]


def test_the_name_of_the_root_may_be_another() -> None:
    form = read_form("| type | name | label | constraint |\n| text | a | A | . < |", settings={"name": "phieu"})
    assert [finding.where for finding in form.findings] == ["form.xlsx [survey, 2, constraint]"]


def test_an_output_in_a_translated_label_is_told_at_the_question() -> None:
    itext = """
        <itext><translation lang="en"><text id="/data/a:label">
          <value>A <output value="nosuch()"/></value>
        </text></translation></itext>
    """
    form = read_xform(
        xform_text("<a/>", itext, """<input ref="/data/a"><label ref="jr:itext('/data/a:label')"/></input>""")
    )
    assert [finding.where for finding in form.findings] == ["/data/a label"]
