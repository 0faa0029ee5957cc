"""Absolute paths stay in the row around them (ODK XForms, A Big Deviation with XForms), as in JavaRosa."""

from __future__ import annotations

import pytest
from form_scenario import FormScenario
from xform_texts import definition_of


def rows(*binds: str, body: str = "", count: str = "") -> FormScenario:
    """Three rows that hold 1, 2 and 3 at ``x``; each has ``y``, ``z`` and rows of its own."""
    model = '<bind nodeset="/data/r/x" type="int"/>' + "".join(binds)
    inner = f'<group ref="/data/r/in"><repeat nodeset="/data/r/in"{count}><input ref="/data/r/in/k"/></repeat></group>'
    label = '<input ref="/data/r/z"><label>x <output value="/data/r/x"/></label></input>'
    whole = (
        f'<group ref="/data/r"><repeat nodeset="/data/r">{body}<input ref="/data/r/x"/>{label}{inner}</repeat></group>'
    )
    scenario = FormScenario(definition_of("<r><x/><y/><z/><in><k/></in></r><total/>", model, whole))
    for place in (1, 2, 3):
        if place > 1:
            scenario.add("r")
        scenario.answer(f"r[{place}]/x", str(place))
    return scenario


def calculated(formula: str) -> str:
    return f'<bind nodeset="/data/r/y" type="string" calculate="{formula}"/>'


@pytest.mark.parametrize(
    ("formula", "values"),
    [
        ("/data/r/x + 1", ["2", "3", "4"]),
        ("sum(/data/r/x)", ["1", "2", "3"]),
        ("count(/data/r)", ["3", "3", "3"]),
        ("sum(/data/r[true()]/x)", ["6", "6", "6"]),
        ("count(../../r)", ["3", "3", "3"]),
        ("indexed-repeat(/data/r/x, /data/r, 2)", ["2", "2", "2"]),
        ("count(/data/r[x &lt; /data/r/x])", ["0", "1", "2"]),
        ("//x", ["1", "1", "1"]),
    ],
)
def test_a_calculation_reads_its_own_row(formula: str, values: list[str]) -> None:
    assert rows(calculated(formula)).values("r/y") == values


def test_it_follows_changes_of_its_own_row_and_no_others() -> None:
    form = rows(calculated("/data/r/x * 10"))
    assert form.told(form.answer("r[2]/x", "7")) == {"value r[2]/x", "value r[2]/y", "property r[2]/z"}
    form.delete("r[1]")
    assert form.values("r/y") == ["70", "30"]
    form.close_and_open_again()
    assert form.values("r/y") == ["70", "30"]


def test_conditions_and_labels_speak_of_their_own_row() -> None:
    form = rows('<bind nodeset="/data/r/z" relevant="/data/r/x &gt; 1" constraint="/data/r/x != 3"/>')
    form.answer("r[3]/z", "a")
    assert [form.shown(f"r[{place}]/z") for place in (1, 2, 3)] == [False, True, True]
    assert form.problems() == ["constraint r[3]/z"]
    assert form.label("r[2]/z") == "x 2"


def test_rows_in_rows_are_counted_by_their_own_row() -> None:
    form = rows(count=' jr:count="/data/r/x"')
    assert [form.rows(f"r[{place}]/in") for place in (1, 2, 3)] == [1, 2, 3]


def test_an_action_writes_what_its_own_row_says() -> None:
    action = '<setvalue event="odk-new-repeat" ref="/data/r/y" value="position(/data/r/x/..)"/>'
    assert rows(body=action).values("r/y") == ["", "2", "3"]


def test_outside_all_rows_an_absolute_path_means_every_row() -> None:
    form = rows('<bind nodeset="/data/total" type="int" calculate="sum(/data/r/x)"/>')
    assert form.value("total") == "6"
