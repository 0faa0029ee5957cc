"""Whatever the feature table calls done as specified is shown to be so, a scenario for each row; none is left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from form_scenario import FormScenario
from xform_texts import definition_of

from cbc_desktop.engine.submission import write_submission
from cbc_desktop.forms.external import read_external
from cbc_desktop.forms.features import FEATURES, Kind, Support

Scenario = Callable[[], None]

DATA_TYPES = {
    "string": ("Huế", ""),
    "text": ("Huế", ""),
    "int": ("12", "12.5"),
    "integer": ("-3", "ba"),
    "long": ("123456789012", "1e3"),
    "decimal": ("1.25", "1,25"),
    "boolean": ("true", "maybe"),
    "date": ("2026-08-24", "24/8/2026"),
    "time": ("06:30:00.000+07:00", "25:00"),
    "dateTime": ("2026-08-24T06:30:00.000+07:00", "24/8"),
    "datetime": ("2026-08-24T06:30:00.000+07:00", "24/8"),
    "binary": ("anh.jpg", ""),
    "select1": ("a", ""),
    "select": ("a b", ""),
    "odk:rank": ("b a", ""),
    "rank": ("b a", ""),
}
"""By name: an answer that fits, and one that does not, where there is such a one."""


def form(instance: str = "<a/><b/>", model: str = "", body: str = "") -> FormScenario:
    return FormScenario(definition_of(instance, model, body))


def bound(attributes: str, name: str = "b") -> str:
    return f'<bind nodeset="/data/{name}" {attributes}/>'


def asked(*names: str) -> str:
    return "".join(f'<input ref="/data/{name}"><label>{name}</label></input>' for name in names)


ITEMS = "<item><label>A</label><value>a</value></item><item><label>B</label><value>b</value></item>"


@pytest.mark.parametrize(("kind", "fits", "does_not"), [(name, *pair) for name, pair in DATA_TYPES.items()])
def test_data_types(kind: str, fits: str, does_not: str) -> None:
    scenario = form(model=bound(f'type="{kind}"'), body=asked("b"))
    scenario.answer("b", fits)
    assert (scenario.value("b"), scenario.problems()) == (fits, [])
    if does_not:
        scenario.answer("b", does_not)
        assert (scenario.value("b"), scenario.problems()) == (does_not, ["type b"])


# --- questions ----------------------------------------------------------------------------------------------------


def test_input() -> None:
    scenario = form(body=asked("b"))
    scenario.answer("b", "Huế")
    assert (scenario.value("b"), scenario.label("b")) == ("Huế", "b")


@pytest.mark.parametrize(("control", "answer"), [("select1", "b"), ("select", "a b"), ("odk:rank", "b a")])
def test_choices(control: str, answer: str) -> None:
    scenario = form(body=f'<{control} ref="/data/b"><label>B</label>{ITEMS}</{control}>')
    assert scenario.offered_labels("b") == ["A", "B"]
    scenario.answer("b", answer)
    assert scenario.problems() == []
    scenario.answer("b", "z")
    assert scenario.problems() == ["choice b"]


def test_upload() -> None:
    scenario = form(
        model=bound('type="binary"'), body='<upload ref="/data/b" mediatype="image/*"><label>B</label></upload>'
    )
    scenario.answer("b", "anh.jpg")
    assert (scenario.leaf("b").definition.media_type, scenario.problems()) == ("image/*", [])


def test_trigger() -> None:
    scenario = form(model=bound('required="true()"'), body='<trigger ref="/data/b"><label>Đã đọc</label></trigger>')
    assert scenario.problems() == ["required b"]
    scenario.answer("b", "OK")
    assert scenario.problems() == []


# --- structure ----------------------------------------------------------------------------------------------------


def test_group() -> None:
    scenario = form(
        "<a/><g><c/></g>",
        bound("relevant=\"/data/a = '1'\"", "g"),
        '<group ref="/data/g"><label>G</label><input ref="/data/g/c"><label>C</label></input></group>',
    )
    assert not scenario.shown("g/c")
    scenario.answer("a", "1")
    assert (scenario.shown("g/c"), scenario.label("g")) == (True, "G")


REPEAT = '<group ref="/data/r"><label>R</label><repeat nodeset="/data/r"{}><input ref="/data/r/c"/></repeat></group>'


def test_repeat_and_template() -> None:
    scenario = form('<r jr:template=""><c>mẫu</c></r><r><c>một</c></r>', body=REPEAT.format(""))
    assert scenario.values("r/c") == ["một"]
    scenario.add("r")
    assert scenario.values("r/c") == ["một", "mẫu"]
    scenario.delete("r[1]")
    assert scenario.values("r/c") == ["mẫu"]


def test_count() -> None:
    scenario = form("<a/><r><c/></r>", bound('type="int"', "a"), REPEAT.format(' jr:count="/data/a"'))
    scenario.answer("a", "2")
    scenario.answer("r[2]/c", "hai")
    scenario.answer("a", "1")
    assert scenario.rows("r") == 1
    scenario.answer("a", "2")
    assert scenario.values("r/c") == ["", "hai"]


def test_no_add_remove() -> None:
    scenario = form("<r><c/></r>", body=REPEAT.format(' jr:noAddRemove="true()"'))
    with pytest.raises(Exception, match="r"):
        scenario.add("r")
    assert scenario.rows("r") == 1


def test_label_hint_and_output() -> None:
    label = '<label>Chào <output value="/data/a"/></label><hint>Gợi ý</hint>'
    scenario = form(body=asked("a") + f'<input ref="/data/b">{label}</input>')
    scenario.answer("a", "Lan")
    leaf = scenario.leaf("b")
    assert (scenario.label("b"), scenario.session.text(leaf.definition.hint, leaf)) == ("Chào Lan", "Gợi ý")


def test_item_itemset_and_value() -> None:
    cities = "".join(f"<item><name>{name}</name><of>{of}</of></item>" for name, of in ("hx", "dn", "hy"))
    scenario = form(
        model=f'<instance id="cities"><root>{cities}</root></instance>',
        body=asked("a") + '<select1 ref="/data/b"><label>B</label>'
        "<itemset nodeset=\"instance('cities')/root/item[of = /data/a]\">"
        '<value ref="name"/><label ref="name"/></itemset></select1>',
    )
    scenario.answer("a", "x")
    assert scenario.offered("b") == ["h"]


# --- binds --------------------------------------------------------------------------------------------------------


def test_nodeset_ref_and_id() -> None:
    assert form(model='<bind ref="/data/b" id="x" type="int"/>').leaf("b").definition.bind.type.value == "int"


def test_relevant() -> None:
    scenario = form(model=bound("relevant=\"/data/a != ''\""), body=asked("a", "b"))
    scenario.answer("b", "giữ")
    assert (scenario.shown("b"), scenario.value("b")) == (False, "giữ")
    assert b"<b>" not in write_submission(scenario.session, "uuid:1")
    scenario.answer("a", "1")
    assert b"<b>" in write_submission(scenario.session, "uuid:1")


def test_required_with_its_message() -> None:
    scenario = form(model=bound('required="/data/a = 1" jr:requiredMsg="Cần"', "b"), body=asked("a", "b"))
    assert scenario.problems() == []
    scenario.answer("a", "1")
    [problem] = scenario.node("b").problems
    assert problem.text is not None
    assert scenario.session.text(problem.text, scenario.node("b")) == "Cần"


def test_constraint_with_its_message() -> None:
    scenario = form(model=bound('type="int" constraint=". &lt; 10" jr:constraintMsg="Nhỏ hơn 10"'), body=asked("b"))
    assert scenario.problems() == []
    scenario.answer("b", "12")
    [problem] = scenario.node("b").problems
    assert problem.text is not None
    assert scenario.session.text(problem.text, scenario.node("b")) == "Nhỏ hơn 10"


def test_readonly() -> None:
    scenario = form(model=bound("readonly=\"/data/a = 'x'\""), body=asked("a", "b"))
    scenario.answer("a", "x")
    assert scenario.node("b").readonly


def test_calculate() -> None:
    scenario = form(model=bound('type="int" calculate="/data/a * 2"') + bound('type="int"', "a"), body=asked("a"))
    scenario.answer("a", "21")
    assert scenario.value("b") == "42"


# --- preloads, events and actions ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("attributes", "begins"),
    [
        ('jr:preload="uid"', "uuid:"),
        ('jr:preload="date" jr:preloadParams="today"', "2026-08-24"),
        ('jr:preload="timestamp" jr:preloadParams="start"', "2026-08-24T09:05"),
        ('jr:preload="property" jr:preloadParams="username"', "lan"),
    ],
)
def test_preloads(attributes: str, begins: str) -> None:
    scenario = FormScenario(definition_of("<a/><b/>", bound(attributes)), properties={"username": "lan"})
    assert scenario.value("b").startswith(begins)


@pytest.mark.parametrize("event", ["odk-instance-first-load", "xforms-ready", "odk-instance-load"])
def test_events_of_the_instance(event: str) -> None:
    scenario = form(model=f'<setvalue event="{event}" ref="/data/b" value="concat(/data/b, \'x\')"/>')
    assert scenario.value("b") == "x"
    scenario.close_and_open_again()
    assert scenario.value("b") == ("xx" if event == "odk-instance-load" else "x")


@pytest.mark.parametrize("event", ["odk-new-repeat", "jr-insert"])
def test_events_of_a_new_row(event: str) -> None:
    action = f'<setvalue event="{event}" ref="/data/r/c" value="position(..)"/>'
    scenario = form("<r><c/></r>", body=REPEAT.format("").replace("<input", f"{action}<input"))
    scenario.add("r")
    assert scenario.values("r/c") == ["", "2"]


def test_value_changed() -> None:
    action = '<setvalue event="xforms-value-changed" ref="/data/b" value="concat(/data/a, \'!\')"/>'
    scenario = form(body=f'<input ref="/data/a"><label>A</label>{action}</input>')
    scenario.answer("a", "x")
    assert scenario.value("b") == "x!"
    scenario.answer("b", "")
    assert scenario.value("b") == ""


# --- secondary instances ------------------------------------------------------------------------------------------

FILES = {
    "xml": "<root><item><name>h</name></item></root>",
    "csv": "name\nh\n",
    "geojson": '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "h"}, '
    '"geometry": {"type": "Point", "coordinates": [107.58, 16.46]}}]}',
}


@pytest.mark.parametrize("kind", ["internal", *FILES])
def test_secondary_instances(kind: str, tmp_path: Path) -> None:
    inside = FILES["xml"] if kind == "internal" else ""
    source = "" if kind == "internal" else f' src="jr://file/list.{kind}"'
    model = f'<instance id="list"{source}>{inside}</instance>' + bound("calculate=\"instance('list')/root/item/name\"")
    definition = definition_of("<a/><b/>", model)
    if kind != "internal":
        (tmp_path / f"list.{kind}").write_text(FILES[kind], encoding="utf-8")
        instances = tuple(read_external(instance, tmp_path) for instance in definition.instances)
        definition = replace(definition, instances=instances)
    assert FormScenario(definition).value("b") == "h"


# --- nothing is left out ------------------------------------------------------------------------------------------

SHOWN = {
    Kind.DATA_TYPE: set(DATA_TYPES),
    Kind.CONTROL: {"input", "select1", "select", "rank", "upload", "trigger"},
    Kind.STRUCTURE: {
        *("group", "repeat", "label", "hint", "item", "itemset", "value", "output"),
        *("jr:count", "jr:noAddRemove", "jr:template"),
    },
    Kind.BIND: {
        *("nodeset", "ref", "id", "type", "relevant", "required", "readonly", "constraint", "calculate"),
        *("jr:requiredMsg", "jr:constraintMsg", "jr:preload", "jr:preloadParams"),
    },
    Kind.PRELOAD: {"uid", "date", "timestamp", "property"},
    Kind.EVENT: {
        *("odk-instance-first-load", "odk-instance-load", "odk-new-repeat", "xforms-value-changed"),
        *("xforms-ready", "jr-insert"),
    },
    Kind.ACTION: {"setvalue"},
    Kind.INSTANCE: {"internal", *FILES},
}


@pytest.mark.parametrize("kind", SHOWN)
def test_every_row_of_the_feature_table_has_its_scenario(kind: Kind) -> None:
    assert {one.name for one in FEATURES[kind].values() if one.support is Support.FULL} == SHOWN[kind]
