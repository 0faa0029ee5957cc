"""A filled-in form as ODK submission XML: what goes in, who it is, and that the same form comes back out."""

from __future__ import annotations

import pytest
from form_scenario import FormScenario, world
from xform_texts import definition_of

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.base.xml import Element, local_name, namespace, parse
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.saved_form import SavedForm
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.submission import read_submission, write_submission

FORM = """
    | type         | name   | label  | relevant       | cbc:fact    | readonly | calculation     | default |
    | text         | agency | Agency |                | agency-name | yes      |                 |         |
    | text         | number | Number |                | number      | yes      |                 |         |
    | text         | ask    | Ask    |                |             |          |                 | no      |
    | text         | secret | Secret | ${ask} = 'yes' |             |          |                 |         |
    | begin group  | g      | G      |                |             |          |                 |         |
    | begin repeat | child  | Child  |                |             |          |                 |         |
    | calculate    | rid    |        |                |             |          | once(uuid())    |         |
    | text         | name   | Name   |                |             |          |                 |         |
    | begin repeat | toy    | Toy    |                |             |          |                 |         |
    | text         | what   | What   |                |             |          |                 |         |
    | end repeat   |        |        |                |             |          |                 |         |
    | end repeat   |        |        |                |             |          |                 |         |
    | end group    |        |        |                |             |          |                 |         |
    | calculate    | size   |        |                |             |          | count(${child}) |         |
"""
FACTS = {"agency-name": "Cao Bằng", "number": "12/BC"}


def filled() -> FormScenario:
    form = FormScenario(FORM, facts=FACTS)
    form.add("g/child")
    form.answer("g/child[1]/name", "An <&> Ánh")
    form.answer("g/child[1]/toy[1]/what", "bóng\nvà diều")
    form.answer("g/child[2]/name", " ")
    return form


def written(form: FormScenario, **identity: str) -> Element:
    return parse(write_submission(form.session, **({"instance_id": "uuid:1"} | identity)))


def test_a_submission_holds_the_answers_in_the_order_of_the_form() -> None:
    root = written(filled())
    assert (local_name(root), root.get("id"), root.get("version")) == ("data", "a-form", "1")
    assert [local_name(child) for child in root] == ["agency", "number", "ask", "g", "size", "meta"]
    assert [node.text for node in root.iter("name")] == ["An <&> Ánh", " "]
    assert root.findtext("g/child/toy/what") == "bóng\nvà diều"
    assert root.findtext("size") == "2"


def test_what_is_not_relevant_is_left_out() -> None:
    form = filled()
    form.answer("ask", "yes")
    form.answer("secret", "word")
    assert written(form).findtext("secret") == "word"
    form.answer("ask", "no")
    assert written(form).find("secret") is None
    assert form.value("secret") == "word"


def test_facts_of_the_issued_document_stay_blank_and_those_of_the_agency_do_not() -> None:
    root = written(filled())
    assert (root.findtext("agency"), root.find("number").text) == ("Cao Bằng", None)


def test_a_submission_says_who_it_is_and_whom_it_replaces() -> None:
    form = filled()
    assert [node.text for node in written(form).find("meta")] == ["uuid:1"]
    meta = written(form, instance_id="uuid:2", deprecated_id="uuid:1").find("meta")
    assert {local_name(node): node.text for node in meta} == {"instanceID": "uuid:2", "deprecatedID": "uuid:1"}


def test_the_same_form_gives_the_same_bytes() -> None:
    assert write_submission(filled().session, "uuid:1") == write_submission(filled().session, "uuid:1")


def test_what_was_written_is_read_back_as_the_same_form() -> None:
    form = filled()
    content = write_submission(form.session, "uuid:1")
    saved = read_submission(form.form, content, SeededIdentifiers(9))
    again = FormSession.resume(form.form, saved, world(facts=FACTS))
    assert write_submission(again, "uuid:1") == content
    assert again.value(form.at("g/child[2]/name")) == " "
    assert [row.id for row in saved.rows if row.path == "/data/g/child"] == [
        form.at("g/child[1]").row,
        form.at("g/child[2]").row,
    ]


def test_a_form_without_meta_gets_the_identity_all_the_same() -> None:
    form = FormScenario(definition_of("<a/>"))
    meta = written(form, deprecated_id="uuid:0").find("meta")
    assert [(local_name(node), node.text) for node in meta] == [("instanceID", "uuid:1"), ("deprecatedID", "uuid:0")]
    assert written(form).get("version") is None


def test_nodes_are_in_the_namespaces_of_the_form_under_its_own_prefixes() -> None:
    instance = "<g><a/></g><orx:meta><orx:instanceID/></orx:meta>"
    form = FormScenario(definition_of(instance, attributes='id="a-form" xmlns="urn:my-form"'))
    content = write_submission(form.session, "uuid:1", "uuid:0")
    root = parse(content)
    assert {namespace(node) for node in root.iter("{urn:my-form}*")} == {"urn:my-form"}
    assert [local_name(node) for node in root.iter("{http://openrosa.org/xforms}*")] == [
        "meta",
        "instanceID",
        "deprecatedID",
    ]
    assert b"<orx:instanceID>uuid:1</orx:instanceID>" in content
    assert read_submission(form.form, content, SeededIdentifiers()).values


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<data", "cannot be read"),
        (b'<data id="other"/>', "belongs to the form “other”"),
        (b"<data/>", "belongs to the form “”"),
        (
            b'<data id="a-form"><g><child><rid>x</rid></child><child><rid>x</rid></child></g></data>',
            "two of its rows have the same name",
        ),
    ],
)
def test_what_is_no_submission_of_the_form_is_refused_in_words(content: bytes, reason: str) -> None:
    with pytest.raises(UserFacingError, match=reason):
        read_submission(FormScenario(FORM).form, content, SeededIdentifiers())


def test_what_the_form_does_not_know_is_left_out_and_rows_without_a_name_get_one() -> None:
    form = FormScenario(FORM)
    content = b'<data id="a-form"><!-- x --><other/><g><child><rid/><name>An</name><x/></child></g></data>'
    saved = read_submission(form.form, content, SeededIdentifiers())
    again = FormSession.resume(form.form, saved, world())
    assert again.value(again.locate("/data/g/child[1]/name")) == "An"
    assert again.value(again.locate("/data/g/child[1]/rid")) == saved.rows[0].id


def test_a_submission_that_is_only_read_keeps_figures_that_its_formulas_would_compute_otherwise() -> None:
    form = filled()
    saved = read_submission(form.session.definition, written_bytes(form), SeededIdentifiers(99))
    size = form.at("size")
    frozen = SavedForm(saved.rows, {**saved.values, size: "7"})
    assert FormSession.as_kept(form.session.definition, frozen, world()).value(size) == "7"
    assert FormSession.resume(form.session.definition, frozen, world()).value(size) == "2"


def written_bytes(form: FormScenario) -> bytes:
    return write_submission(form.session, "uuid:1")


def test_attributes_of_the_form_go_out_with_its_nodes() -> None:
    form = definition_of(
        '<a at="1" orx:z="2"/><r jr:template=""><c foo="x"/></r>',
        body='<group ref="/data/r"><repeat nodeset="/data/r"><input ref="/data/r/c"/></repeat></group>',
        attributes='id="a-form" version="3" zz="9" orx:extra="e"',
    )
    session = FormSession.begin(form, world())
    session.add_row(Address("", "/data/r"))
    written = write_submission(session, "uuid:1").decode()
    assert 'zz="9"' in written
    assert 'orx:extra="e"' in written
    assert '<a at="1" orx:z="2"/>' in written
    assert '<c foo="x"/>' in written
    assert "template" not in written
