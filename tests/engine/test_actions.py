"""What the form fills in by itself: defaults, dynamic defaults, preloads, and values set when another one changes."""

from __future__ import annotations

import re

import pytest
from form_scenario import FormScenario
from xform_texts import definition_of

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

DEFAULTS = """
    | type         | name   | label  | default               | calculation |
    | text         | unit   | Unit   | Văn phòng             |             |
    | date         | day    | Day    | today()               |             |
    | integer      | n      | N      | 2                     |             |
    | integer      | double | Double | ${n} * 2              |             |
    | calculate    | triple |        |                       | ${n} * 3    |
    | integer      | more   | More   | ${triple} + ${double} |             |
    | begin repeat | t      | T      |                       |             |
    | integer      | no     | No     | position(..)          |             |
    | text         | copy   | Copy   | ${unit}               |             |
    | end repeat   |        |        |                       |             |
"""


def test_a_new_form_begins_with_its_defaults_each_seeing_those_before_it() -> None:
    """But no calculations, which come after them, as in JavaRosa."""
    form = FormScenario(DEFAULTS, today="2022-03-11")
    assert [form.value(name) for name in ("unit", "day", "n", "double", "more")] == [
        "Văn phòng",
        "2022-03-11",
        "2",
        "4",
        "",
    ]


def test_a_default_is_given_once_and_then_belongs_to_the_person() -> None:
    form = FormScenario(DEFAULTS)
    form.answer("n", "5")
    form.answer("day", "")
    assert form.value("double") == "4"
    form.close_and_open_again()
    assert (form.value("day"), form.value("double")) == ("", "4")


def test_a_new_row_computes_its_own_defaults_and_leaves_other_rows_alone() -> None:
    form = FormScenario(DEFAULTS)
    form.answer("t[1]/no", "7")
    form.answer("unit", "Sở")
    told = form.told(form.add("t"))
    assert (form.values("t/no"), form.values("t/copy")) == (["7", "2"], ["Văn phòng", "Sở"])
    assert told == {"value t[2]/no", "value t[2]/copy"}


def test_counted_rows_compute_their_defaults_too() -> None:
    form = FormScenario("""
        | type         | name  | label | repeat_count | default |
        | integer      | count | Count |              | 1       |
        | begin repeat | t     | T     | ${count}     |         |
        | integer      | no    | No    |              | position(..) |
        | end repeat   |       |       |              |         |
    """)
    assert form.values("t/no") == ["1"]
    form.answer("count", "3")
    assert form.values("t/no") == ["1", "2", "3"]
    form.answer("t[3]/no", "9")
    form.answer("count", "2")
    form.answer("count", "3")
    assert form.values("t/no") == ["1", "2", "9"], "a row that comes back is not new"


TRIGGERED = """
    | type         | name    | label | trigger | calculation |
    | text         | a       | A     |         |             |
    | calculate    | length  |       |         | string-length(${a}) |
    | integer      | kept    | Kept  | ${a}    | ${length}   |
    | text         | cleared | Clear | ${a}    |             |
    | begin repeat | t       | T     |         |             |
    | text         | b       | B     |         |             |
    | text         | upper   | Upper | ${b}    | concat(${b}, '!') |
    | begin repeat | u       | U     |         |             |
    | text         | c       | C     |         |             |
    | end repeat   |         |       |         |             |
    | text         | last    | Last  | ${c}    | 'changed'   |
    | end repeat   |         |       |         |             |
"""


def test_a_value_is_set_when_the_answer_it_waits_for_changes() -> None:
    form = FormScenario(TRIGGERED)
    form.answer("cleared", "something")
    assert form.told(form.answer("a", "abc")) == {"value a", "value length", "value kept", "value cleared"}
    assert (form.value("kept"), form.value("cleared")) == ("3", "")
    form.answer("kept", "99")
    form.answer("a", "abc")
    assert form.value("kept") == "99", "the answer did not change"
    form.answer("a", "abcd")
    assert form.value("kept") == "4"


def test_values_are_set_in_the_row_where_the_change_was() -> None:
    form = FormScenario(TRIGGERED)
    form.add("t")
    form.add("t[2]/u")
    form.answer("t[2]/b", "x")
    assert form.values("t/upper") == ["", "x!"]
    form.answer("t[2]/u[1]/c", "y")
    assert form.values("t/last") == ["", "changed"]


def test_an_instance_has_a_name_from_the_beginning_and_knows_who_fills_it_in() -> None:
    form = FormScenario(
        """
        | type     | name   | label |
        | start    | start  |       |
        | end      | end    |       |
        | today    | today  |       |
        | username | who    |       |
        | deviceid | device |       |
        | text     | a      | A     |
        """,
        today="2022-03-11",
        properties={"username": "lan"},
    )
    assert form.value("start") == "2022-03-11T09:05:00.000+07:00"
    assert (form.value("end"), form.value("today"), form.value("who"), form.value("device")) == (
        "",
        "2022-03-11",
        "lan",
        "",
    )
    assert UUID.fullmatch(form.value("meta/instanceID").removeprefix("uuid:"))


@pytest.mark.parametrize("formula", ["count('x')", "${n} + digest('x', 'none')"])
def test_an_action_that_cannot_be_computed_changes_nothing(formula: str) -> None:
    form = FormScenario(f"""
        | type    | name | label | trigger | calculation |
        | integer | n    | N     |         |             |
        | text    | a    | A     | ${{n}}  | {formula}   |
    """)
    form.answer("a", "kept")
    form.answer("n", "1")
    assert form.value("a") == "kept"


CHAIN = """
    <bind nodeset="/data/once" type="string" calculate="once(concat('b=', /data/b))"/>
    <setvalue event="odk-instance-first-load" ref="/data/b" value="'dyn'"/>
"""


def action(asked: str, written: str) -> str:
    value = f"concat(/data/{asked}, '{written}')"
    fired = f'<setvalue event="xforms-value-changed" ref="/data/{written}" value="{value}"/>'
    return f'<input ref="/data/{asked}"><label>{asked}</label>{fired}</input>'


def test_what_an_action_writes_is_there_before_anything_is_calculated() -> None:
    assert FormScenario(definition_of("<b/><once/>", CHAIN)).value("once") == "b=dyn"


def test_an_action_fires_those_of_the_question_that_it_writes() -> None:
    form = FormScenario(definition_of("<a/><b/><c/>", body=action("a", "b") + action("b", "c")))
    form.answer("a", "1")
    assert (form.value("b"), form.value("c")) == ("1b", "1bc")


def test_actions_that_fire_each_other_come_to_an_end() -> None:
    form = FormScenario(definition_of("<a/><b/>", body=action("a", "b") + action("b", "a")))
    form.answer("a", "1")
    assert form.value("a").startswith("1b")


def test_rows_that_the_form_begins_with_are_counted() -> None:
    body = '<group ref="/data/r"><repeat nodeset="/data/r" jr:count="3"><input ref="/data/r/c"/></repeat></group>'
    form = FormScenario(definition_of('<r jr:template=""><c>mẫu</c></r><r><c>A</c></r><r><c>B</c></r>', body=body))
    assert form.values("r/c") == ["A", "B", "mẫu"]
