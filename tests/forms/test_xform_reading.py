"""XForm XML as other tools write it: what is read, what is only pointed out, and what is refused."""

from __future__ import annotations

import pytest
from xform_texts import HEAD, definition_of, xform_text

from cbc_desktop.base.findings import Severity
from cbc_desktop.forms.definition import Control, DataType, GroupDef, LeafDef, LocalizedText
from cbc_desktop.forms.xform import read_xform
from cbc_desktop.xpath import Expression


def leaf(form: object, name: str) -> LeafDef:
    found = next(node for node in form.nodes() if node.name == name)
    assert isinstance(found, LeafDef)
    return found


def told(instance: str, model: str = "", body: str = "") -> list[tuple[str, str, Severity]]:
    form = read_xform(xform_text(instance, model, body))
    return [(finding.code, finding.where, finding.severity) for finding in form.findings]


def shown(text: LocalizedText, language: str = "") -> str:
    return "".join(f"<{part.source}>" if isinstance(part, Expression) else part for part in text.parts(language))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "form.xml"),
        (b"<h:html", "form.xml"),
        (b"<x/>", "form.instance"),
        (f"{HEAD}<h:head><model/></h:head></h:html>".encode(), "form.instance"),
        (
            f"{HEAD}<h:head><model><instance><!-- none --></instance></model></h:head></h:html>".encode(),
            "form.instance",
        ),
    ],
)
def test_what_is_no_form_is_refused_with_a_finding(content: bytes, code: str) -> None:
    form = read_xform(content)
    assert form.definition is None
    assert [(finding.code, finding.severity) for finding in form.findings] == [(code, Severity.ERROR)]


def test_a_form_needs_no_body() -> None:
    content = f"{HEAD}<h:head><model><instance><data id='f'><a/></data></instance></model></h:head></h:html>".encode()
    form = read_xform(content).definition
    assert form is not None
    assert (form.title, leaf(form, "a").control) == ("", None)


def test_the_name_of_a_form_is_its_id_or_its_namespace() -> None:
    assert definition_of("<a/>", attributes='id="f" version="2"').version == "2"
    assert definition_of("<a/>", attributes='xmlns="urn:f"').id == "urn:f"


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("string", DataType.STRING),
        ("xsd:int", DataType.INT),
        ("xs:decimal", DataType.DECIMAL),
        ("select1", DataType.STRING),
        ("odk:rank", DataType.STRING),
        ("dateTime", DataType.DATE_TIME),
        ("", DataType.STRING),
    ],
)
def test_types_have_several_names(written: str, kind: DataType) -> None:
    assert leaf(definition_of("<a/>", f'<bind nodeset="/data/a" type="{written}"/>'), "a").bind.type is kind


def test_a_bind_may_be_relative_or_name_its_node_by_ref() -> None:
    model = '<bind nodeset="g/a" type="int"/><bind ref="./b" type="date"/><bind nodeset="/data/g/../c" type="time"/>'
    form = definition_of("<g><a/></g><b/><c/>", model)
    kinds = [leaf(form, name).bind.type for name in "ab"]
    assert kinds == [DataType.INT, DataType.DATE]


def test_what_is_not_supported_is_pointed_out_and_read_over() -> None:
    model = """
        <bind nodeset="/data/a" type="complex"/><bind nodeset="/data/none" type="int"/>
        <odk:setgeopoint event="odk-instance-first-load" ref="/data/a"/>
    """
    body = '<!-- a comment --><input ref="/data/a"><help/></input><fancy ref="/data/b"/>'
    assert told("<!-- x --><a/><b/>", model, body) == [
        ("form.bind", "/data/none bind", Severity.WARNING),
        ("form.unknown", "/data/a type", Severity.WARNING),
        ("form.unknown", "body", Severity.WARNING),
        ("form.feature", "/data/a", Severity.NOTE),
        ("form.feature", "/data/a", Severity.NOTE),
    ]


@pytest.mark.parametrize(
    ("element", "control"),
    [
        ("input", Control.INPUT),
        ("secret", Control.INPUT),
        ("select1", Control.SELECT_ONE),
        ("select", Control.SELECT_MULTIPLE),
        ("odk:rank", Control.RANK),
        ("upload", Control.UPLOAD),
        ("trigger", Control.TRIGGER),
        ("range", Control.RANGE),
    ],
)
def test_each_control_of_the_body_is_known(element: str, control: Control) -> None:
    form = definition_of("<a/>", body=f'<{element} ref="/data/a" appearance="w1" mediatype="image/*"/>')
    question = leaf(form, "a")
    assert (question.control, question.appearance, question.media_type) == (control, "w1", "image/*")


def test_the_limits_of_a_range_are_kept() -> None:
    form = definition_of("<a/>", body='<range ref="/data/a" start="0" end="10" step="0.5"/>')
    assert leaf(form, "a").parameters == {"start": "0", "end": "10", "step": "0.5"}


def test_choices_may_be_written_in_the_body() -> None:
    items = "<item><label>Yes</label><value> y </value></item><item><label>No</label></item>"
    question = leaf(definition_of("<a/>", body=f'<select1 ref="/data/a"><label>A</label>{items}</select1>'), "a")
    assert isinstance(question.choices, tuple)
    assert [(choice.value, shown(choice.label)) for choice in question.choices] == [("y", "Yes"), ("", "No")]


def test_choices_whose_formula_is_wrong_are_an_error() -> None:
    itemset = '<itemset nodeset="instance(\'l\')/root/item["><value ref="name"/><label ref="label"/></itemset>'
    body = f'<select1 ref="/data/a">{itemset}</select1>'
    assert told("<a/>", '<instance id="l"><root/></instance>', body) == [
        ("form.formula", "/data/a choice_filter", Severity.ERROR)
    ]


def test_choices_without_labels_have_blank_ones() -> None:
    body = '<select1 ref="/data/a"><itemset nodeset="/data/t[x]"><value ref="x"/></itemset></select1>'
    question = leaf(definition_of("<a/><t><x/></t>", body=body), "a")
    assert question.choices.label.source == "''"


def test_groups_have_labels_of_their_own_or_lend_theirs_to_a_repeat() -> None:
    body = """
        <group ref="/data/g"><label>G</label><group><label>only looks</label><input ref="a"/></group></group>
        <group><label>T</label><repeat nodeset="/data/t"><input ref="/data/t/b"/></repeat></group>
    """
    form = definition_of("<g><a/></g><t><b/></t>", body=body)
    labels = {node.name: shown(node.label) for node in form.nodes() if not isinstance(node, LeafDef)}
    assert labels == {"g": "G", "t": "T"}
    assert leaf(form, "a").control is Control.INPUT


def test_a_group_of_the_body_is_a_group_even_without_children() -> None:
    form = definition_of("<g/><a/>", body='<group ref="/data/g"><label>G</label></group>')
    assert isinstance(next(iter(form.nodes())), GroupDef)


def test_texts_are_read_with_their_outputs_and_without_outer_white_space() -> None:
    body = '<input ref="/data/a"><label> Of <output ref="/data/b"/> <!-- c -->and <output/> </label></input>'
    assert shown(leaf(definition_of("<a/><b/>", body=body), "a").label) == "Of </data/b> and <''>"
    assert not leaf(definition_of("<a/>", body='<input ref="/data/a"><label/></input>'), "a").label


def test_an_output_that_is_no_formula_is_an_error() -> None:
    body = '<input ref="/data/a"><label>Of <output value="("/></label></input>'
    assert told("<a/>", body=body) == [("form.formula", "/data/a label", Severity.ERROR)]


ITEXT = """
    <itext>
      <translation lang="vi"><text id="a"><value form="image">x.png</value><value>Tên</value></text>
        <text id="m"><value>Sai</value></text></translation>
      <translation lang="en" default=""><text id="a"><value>Name</value></text>
        <text id="only-pictures"><value form="image">x.png</value></text></translation>
    </itext>
"""


def test_texts_come_in_the_languages_of_the_form() -> None:
    body = """<input ref="/data/a"><label ref="jr:itext('a')"/><hint ref="jr:itext('none')"/></input>"""
    bind = """<bind nodeset="/data/a" jr:constraintMsg="jr:itext('m')" jr:requiredMsg="Cần có"/>"""
    form = definition_of("<a/>", ITEXT + bind, body)
    question = leaf(form, "a")
    assert (form.languages, form.default_language) == (("vi", "en"), "en")
    assert (shown(question.label, "vi"), shown(question.label, "en")) == ("Tên", "Name")
    assert not question.hint
    assert shown(question.bind.constraint_message, "vi") == "Sai"
    assert shown(question.bind.required_message, "vi") == "Cần có"


def test_actions_are_read_from_model_repeat_and_control() -> None:
    model = """
        <setvalue event="odk-instance-first-load" ref="/data/a" value="1 + 1"/>
        <setvalue event="odk-instance-load xforms-revalidate" ref="/data/a">it's "quoted"</setvalue>
        <setvalue event="odk-instance-first-load" ref="/data/a" value="1 +"/>
        <setvalue ref="/data/a" value="no event"/>
    """
    body = """
        <input ref="/data/a"><setvalue ev:event="xforms-value-changed" ref="/data/b">it's</setvalue></input>
        <group ref="/data/t"><repeat nodeset="/data/t">
          <setvalue event="odk-new-repeat" ref="c" value="2"/><input ref="c"/>
        </repeat></group>
    """
    form = read_xform(xform_text("<a/><b/><t><c/></t>", model, body))
    assert [finding.where for finding in form.findings if finding.severity is Severity.ERROR] == ["/data/a setvalue"]
    assert [finding.where for finding in form.findings if finding.code == "form.unknown"] == [
        "/data/a event",
        "/data/a",
    ]
    read = definition_of("<a/><b/><t><c/></t>", model.replace('1 +"', '1 + 2"'), body).actions
    assert [(action.events[0], action.target, action.value.source, action.trigger) for action in read] == [
        ("odk-instance-first-load", "/data/a", "1 + 1", None),
        ("odk-instance-load", "/data/a", "concat('it', \"'\", 's \"quoted\"')", None),
        ("odk-instance-first-load", "/data/a", "1 + 2", None),
        ("xforms-value-changed", "/data/b", '"it\'s"', "/data/a"),
        ("odk-new-repeat", "/data/t/c", "2", None),
    ]


def test_other_instances_are_kept_with_their_content_or_their_source() -> None:
    model = """
        <instance id="l"><root xmlns="urn:x"><!-- c --><item k="v">t</item></root></instance>
        <instance id="e" src="jr://file-csv/e.csv"/><instance id="n"/>
    """
    inner, external, empty = definition_of("<a/>", model).instances
    assert b'<root><item k="v">t</item></root>' in inner.content
    assert (external.source, external.content, empty.content) == ("jr://file-csv/e.csv", b"", b"")


def test_formulas_may_use_the_prefixes_that_the_form_declares() -> None:
    bind = '<bind nodeset="/data/a" calculate="/data/orx:meta/orx:instanceID"/>'
    form = definition_of("<a/><orx:meta><orx:instanceID/></orx:meta>", bind)
    assert form.namespaces["orx"] == "http://openrosa.org/xforms"
    assert told("<a/>", '<bind nodeset="/data/a" calculate="/data/foo:a"/>')[0][0] == "form.formula"


@pytest.mark.parametrize(
    ("instance", "model", "body", "code", "where"),
    [
        ("<a/>", "", '<input ref="/data/b"/>', "form.body", "/data/b ref"),
        ("<a/>", "", '<group ref="/data/g"><input ref="/data/a"/></group>', "form.body", "/data/g ref"),
        ("<a/>", "", '<repeat nodeset="/data/r"/>', "form.body", "/data/r ref"),
        ("<a/>", "", '<select1 ref="/data/a"/>', "form.choices", "/data/a"),
        ("<a/>", "", '<select1 ref="/data/a"><item><label>A</label></item></select1>', "form.choices", "/data/a"),
        ("<a/>", "", '<input ref="/data/a"><label ref="jr:itext(\'gone\')"/></input>', "form.itext", "/data/a label"),
        ("<a/>", '<bind nodeset="/data/a"/><bind nodeset="/data/a"/>', "", "form.bind", "/data/a bind"),
        ("<a/><a/>", "", "", "form.instance", "/data/a"),
        ("<g><a/></g>", '<bind nodeset="/data/g" calculate="1"/>', "", "form.calculate", "/data/g calculate"),
        ("<a/>", "<submision/>", "", "form.unknown", "model"),
        ("<r><a/></r>", "", '<repeat nodeset="/data/r" jr:cuont="2"/>', "form.unknown", "/data/r repeat_count"),
    ],
)
def test_what_leads_nowhere_is_told_and_the_rest_is_read(
    instance: str, model: str, body: str, code: str, where: str
) -> None:
    form = read_xform(xform_text(instance, model, body))
    assert form.definition is not None
    assert (code, where) in [(finding.code, finding.where) for finding in form.findings]
