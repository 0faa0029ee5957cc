"""``bind::cbc:rows``: selects over the rows of a table, and tables that begin without rows."""

from __future__ import annotations

import pytest
from workbook_tables import form_of, read_form

from cbc_desktop.forms.definition import Itemset, LeafDef, RepeatDef

ROWS = "| list_name | name | label |\n| rows | - | - |\n| yn | y | Yes |"
TABLE = """
    | type         | name | label | cbc:layout | cbc:rows | calculation |
    | begin repeat | t    | T     | table      |          |             |
    | calculate    | rid  |       |            |          | once(uuid()) |
    | text         | ten  | Tên   |            |          |             |
    | end repeat   |      |       |            |          |             |
"""


def test_the_choices_are_the_rows_of_the_table_that_have_a_label() -> None:
    form = form_of(f"{TABLE.strip()}\n| select_one rows | a | A | | ${{t}} rid ten | |", ROWS)
    [question] = [node for node in form.nodes() if node.name == "a"]
    assert isinstance(question, LeafDef)
    assert isinstance(question.choices, Itemset)
    itemset = question.choices
    assert (itemset.nodeset.source, itemset.start) == ("/data/t[ten != '']", "/data/t")
    assert (itemset.value.source, itemset.label.source) == ("rid", "ten")


def test_a_fourth_word_is_the_leaf_that_stands_on_paper() -> None:
    form = form_of(f"{TABLE.strip()}\n| select_multiple rows | a | A | | ${{t}} rid ten rid | |", ROWS)
    assert next(node for node in form.nodes() if node.name == "a").bind.own.printed_leaf == "rid"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("| select_one rows | a | A | | ${t} rid | |", "must read “${repeat} value-leaf label-leaf [printed-leaf]”"),
        ("| select_one rows | a | A | | rid | |", "must read “${repeat} value-leaf label-leaf [printed-leaf]”"),
        ("| text | a | A | | ${t} rid ten | |", "belongs to a question of the type “select_one rows”"),
    ],
)
def test_a_column_that_cannot_be_meant_is_told_at_its_cell(row: str, told: str) -> None:
    form = read_form(f"{TABLE.strip()}\n{row}", ROWS)
    assert form.definition is None
    [finding] = form.findings
    assert finding.where == "form.xlsx [survey, 6, bind::cbc:rows]"
    assert told in finding.message.en


def test_an_open_table_begins_empty_and_a_counted_one_as_it_is_counted() -> None:
    form = form_of(
        """
        | type         | name | label | cbc:layout | repeat_count |
        | begin repeat | a    | A     | table      |              |
        | text         | x    | X     |            |              |
        | begin repeat | b    | B     | table      |              |
        | text         | y    | Y     |            |              |
        | end repeat   |      |       |            |              |
        | end repeat   |      |       |            |              |
        | begin repeat | c    | C     | table      | 2            |
        | text         | z    | Z     |            |              |
        | end repeat   |      |       |            |              |
        """
    )
    repeats = {node.name: node for node in form.nodes() if isinstance(node, RepeatDef)}
    assert {name: len(node.initial) for name, node in repeats.items()} == {"a": 0, "b": 0, "c": 1}
    assert (repeats["a"].fixed, repeats["c"].fixed) == (False, True)
