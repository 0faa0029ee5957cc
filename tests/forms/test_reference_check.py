"""Formulas that ask for what the form does not have are told with sheet, row and column."""

from __future__ import annotations

import pytest
from workbook_tables import read_form
from xform_texts import definition_of

from cbc_desktop.base.findings import Severity
from cbc_desktop.forms.reference_check import unknown_references

OWN = "cbc:warning | cbc:warning-vi | cbc:warning-en |"
HEADER = f"| type | name | label | relevant | constraint | calculation | choice_filter | {OWN}"
CHOICES = "| list_name | name | label | region |\n| province | cb | Cao Bằng | n |"


def told(*rows: str) -> list[tuple[str, str]]:
    form = read_form("\n".join([HEADER, *rows]), CHOICES)
    findings = [finding for finding in form.findings if finding.code == "form.reference"]
    assert {finding.severity for finding in findings} <= {Severity.WARNING}
    assert form.definition is not None
    return [(finding.where.removeprefix("form.xlsx "), finding.message.en) for finding in findings]


@pytest.mark.parametrize(
    ("row", "column", "reference", "meant"),
    [
        ("| text | b | B | /data/qqq = '1' | | | | | | |", "relevant", "/data/qqq", ""),
        ("| text | b | B | | . > ../other | | | | | |", "constraint", "../other", ""),
        ("| calculate | b | | | | count(/data/budgett/cost) | | | | |", "calculation", "/data/budgett/cost", "budget"),
        (
            "| select_one province | b | B | | | | region = current()/../regoin | | | |",
            "choice_filter",
            "../regoin",
            "region",
        ),
        ("| text | b | B | | | | | /data/budget/amount > 1 | v | e |", "bind::cbc:warning", "/data/budget/amount", ""),
    ],
)
def test_a_reference_to_a_node_that_does_not_exist_is_a_warning_at_its_cell(
    row: str, column: str, reference: str, meant: str
) -> None:
    [(where, message)] = told(
        "| text | region | Region | | | | | | | |",
        "| begin group | budget | Budget | | | | | | | |",
        "| integer | cost | Cost | | | | | | | |",
        "| end group | | | | | | | | | |",
        row,
    )
    assert where == f"[survey, 6, {column}]"
    assert f"refers to “{reference}”" in message
    assert (f"Did you mean “{meant}”?" in message) if meant else ("Did you mean" not in message)


def test_a_list_that_does_not_exist_is_told_too() -> None:
    [(where, message)] = told(
        "| calculate | b | | | | instance('provinces')/root/item[1]/name | | | | |",
        "| select_one province | p | P | | | | | | | |",
    )
    assert where == "[survey, 2, calculation]"
    assert "uses the list “provinces”, which the form does not have. Did you mean “province”?" in message


def test_what_exists_or_cannot_be_known_is_not_told() -> None:
    assert (
        told(
            "| begin repeat | t | T | | | | | | | |",
            "| text | a | A | | . != ../b | | | | | |",
            "| text | b | B | | | concat(../../t[1]/a, //a, ../@x, ./text(), /data/*/a) | | | | |",
            "| end repeat | | | | | | | | | |",
            "| select_one province | p | P | | | pulldata(${x}, 'a', 'b', 'c') | region = 'n' | | | |",
            "| text | x | X | | | | | | | |",
        )
        == []
    )


def test_labels_counts_and_actions_are_looked_at_too() -> None:
    form = definition_of(
        "<a/><t><b/></t>",
        '<setvalue event="odk-instance-first-load" ref="/data/a" value="/data/x1"/>',
        """
        <input ref="/data/a"><label>L <output value="/data/x2"/></label><hint><output value="/data/x3"/></hint></input>
        <group ref="/data/t"><repeat nodeset="/data/t" jr:count="/data/x4"><input ref="/data/t/b"/></repeat></group>
        """,
    )
    assert [finding.where for finding in unknown_references(form)] == [
        "/data/a label",
        "/data/a hint",
        "/data/t repeat_count",
        "/data/a setvalue",
    ]


def test_the_outputs_of_choice_labels_are_looked_at_where_they_are_used() -> None:
    model = """
        <itext><translation lang="vi">
          <text id="l-0"><value>Of <output value="/data/x"/></value></text>
          <text id="/data/a:label"><value>A</value></text>
        </translation></itext>
        <instance id="l"><root><item><itextId>l-0</itextId><name>1</name></item></root></instance>
    """
    body = """
        <select1 ref="/data/a"><label ref="jr:itext('/data/a:label')"/>
          <itemset nodeset="instance('l')/root/item"><value ref="name"/><label ref="jr:itext(itextId)"/></itemset>
        </select1>
        <select1 ref="/data/b">
          <item><label>B <output value="/data/y"/></label><value>1</value></item>
        </select1>
    """
    form = definition_of("<a/><b/>", model, body)
    assert [(finding.where, "/data/x" in finding.message.en) for finding in unknown_references(form)] == [
        ("/data/a choice_filter", True),
        ("/data/b choice_filter", False),
    ]


def test_an_action_on_what_does_not_exist_is_told() -> None:
    form = definition_of("<a/>", '<setvalue event="odk-instance-load" ref="/data/b" value="../c"/>')
    told = [(finding.where, "has no effect" in finding.message.en) for finding in unknown_references(form)]
    assert told == [("/data/b setvalue", True), ("/data/b setvalue", False)]


def test_choices_over_rows_that_do_not_exist_are_told_and_offer_nothing() -> None:
    body = '<select1 ref="/data/a"><itemset nodeset="/data/t[x]"><value ref="x"/><label ref="x"/></itemset></select1>'
    form = definition_of("<a/>", body=body)
    assert {finding.where for finding in unknown_references(form)} == {"/data/a choice_filter"}
