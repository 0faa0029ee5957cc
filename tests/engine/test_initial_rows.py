"""The rows that a new form begins with, from its primary instance and its templates, and what those hold."""

from __future__ import annotations

from form_scenario import FormScenario
from xform_texts import definition_of

PEOPLE = """
    <group ref="/data/person"><repeat nodeset="/data/person"><input ref="/data/person/name"/>
      <group ref="/data/person/g"><group ref="/data/person/g/job">
        <repeat nodeset="/data/person/g/job"><input ref="/data/person/g/job/title"/></repeat>
      </group></group>
    </repeat></group>
"""


def test_every_row_of_the_primary_instance_is_there_with_its_own_values_and_rows() -> None:
    form = FormScenario(
        definition_of(
            """
            <person jr:template=""><name>nobody</name><g><job jr:template=""><title/></job></g></person>
            <person><name>An</name><g><job><title>clerk</title></job><job><title/></job></g></person>
            <person><name>Ba</name></person>
            """,
            body=PEOPLE,
        )
    )
    assert form.values("person/name") == ["An", "Ba"]
    assert form.values("person/g/job/title") == ["clerk", ""]
    form.add("person")
    assert (form.value("person[3]/name"), form.rows("person[3]/g/job")) == ("nobody", 0)


def test_without_a_template_the_first_row_is_the_template() -> None:
    form = FormScenario(
        definition_of("<person><name>An</name><g><job><title>clerk</title></job></g></person>", body=PEOPLE)
    )
    changes = form.add("person")
    assert form.values("person/g/job/title") == ["clerk", "clerk"]
    assert [form.name_of(form.session.row(row).address) for row in changes.rows_added] == [
        "person[2]",
        "person[2]/g/job[1]",
    ]


def test_a_template_alone_is_no_row() -> None:
    template = '<person jr:template=""><name>An</name><g><job jr:template=""><title/></job></g></person>'
    form = FormScenario(definition_of(template, body=PEOPLE))
    assert form.rows("person") == 0


def test_rows_cannot_be_added_where_the_form_forbids_it() -> None:
    body = '<group ref="/data/t"><repeat nodeset="/data/t" jr:noAddRemove="true()"><input ref="a"/></repeat></group>'
    form = FormScenario(definition_of("<t><a/></t><t><a/></t>", body=body))
    assert form.session.tree.repeat(form.at("t")).definition.fixed
    assert form.rows("t") == 2
