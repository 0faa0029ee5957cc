"""Workbooks that cannot be used are told in words: never an error of a library, never a trace."""

from __future__ import annotations

import io
import zipfile

import pytest
from workbook_tables import form_workbook, read_form, settings_table, workbook_of

from cbc_desktop.forms.xlsform import convert_workbook, read_workbook

SURVEY = "| type | name | label |\n| text | a | A |"


def refused(content: bytes) -> str:
    form = read_workbook(content, "phieu.xlsx")
    assert form.definition is None
    [finding] = form.findings
    assert finding.code == "form.workbook"
    return f"{finding.where}: {finding.message.en}"


def without(part: str) -> bytes:
    """A workbook whose zip lacks a part."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form_workbook(SURVEY))) as whole, zipfile.ZipFile(target, "w") as broken:
        for name in whole.namelist():
            if name != part:
                broken.writestr(name, whole.read(name))
    return target.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"", b"not a zip", b"PK\x03\x04 cut off", form_workbook(SURVEY)[:500], without("xl/workbook.xml")],
    ids=["empty", "text", "cut off", "half", "without its book"],
)
def test_what_is_no_workbook_is_told_with_a_way_out(content: bytes) -> None:
    told = refused(content)
    assert told.startswith("phieu.xlsx: “phieu.xlsx” is not a readable Excel workbook: it was cut off, damaged")
    assert told.endswith("Open it in Excel, save it as .xlsx and try again.")


def test_a_column_that_is_there_twice_is_told_by_its_name() -> None:
    assert "A sheet has two columns named “name”." in refused(form_workbook("|type|name|name|label|\n|text|a|b|A|"))


@pytest.mark.parametrize(
    ("sheets", "reason"),
    [
        ({"settings": settings_table({})}, "survey"),
        ({"survey": "| name | label |\n| a | A |", "settings": settings_table({})}, "type"),
    ],
    ids=["no survey", "no types"],
)
def test_a_workbook_without_its_survey_is_told(sheets: dict[str, str], reason: str) -> None:
    assert reason in refused(workbook_of(sheets))


def test_a_workbook_without_choices_is_told_at_the_question() -> None:
    form = read_form("| type | name | label |\n| select_one l | a | A |")
    [finding] = form.findings
    assert "choices" in finding.message.en
    assert finding.where.startswith("form.xlsx")


@pytest.mark.parametrize("kind", ["select_one", "select_multiple", "select_one_from_file"])
def test_a_question_to_choose_from_without_its_list_is_told(kind: str) -> None:
    [finding] = read_form(f"| type | name | label |\n| {kind} | a | A |").findings
    assert finding.where == "form.xlsx [survey, 2, type]"
    assert finding.message.en == (
        f"The name of a list is missing behind “{kind}”. Write “{kind} LIST_NAME” into the column “type”."
    )


def test_columns_of_ours_without_their_namespace_are_told_with_what_to_write_where() -> None:
    form = read_form("| type | name | label | cbc:fact |\n| text | a | A | number |", settings={"namespaces": ""})
    assert form.definition is None
    [finding] = form.findings
    assert 'in the column namespaces of the sheet settings: cbc="urn:cbc-desktop:xlsform".' in finding.message.en


def test_a_column_of_ours_may_not_be_translated_as_labels_are() -> None:
    form = read_form("| type | name | label | cbc:warning::vi |\n| text | a | A | . = 1 |")
    assert form.definition is None
    assert {finding.where for finding in form.findings} == {"form.xlsx [survey, 2, bind::cbc:warning]"}
    assert "form.warning-message" in {finding.code for finding in form.findings}


def test_references_do_not_belong_in_plain_texts() -> None:
    form = read_form(
        """
        | type    | name | label | cbc:unit-vi | cbc:warning | cbc:warning-vi | cbc:warning-en |
        | integer | a    | A     | ${a}        | . > 0       | Số ${a}        | Number ${a}    |
        """
    )
    assert form.definition is None
    assert [finding.where for finding in form.findings if finding.code == "form.reference-in-text"] == [
        "form.xlsx [survey, 2, bind::cbc:unit-vi]",
        "form.xlsx [survey, 2, bind::cbc:warning-vi]",
        "form.xlsx [survey, 2, bind::cbc:warning-en]",
    ]


def test_what_pyxform_notices_is_passed_on() -> None:
    conversion = convert_workbook(form_workbook("| type | name | label |\n| image | a | A |"), "phieu.xlsx")
    assert conversion.xform is not None
    [finding] = conversion.findings
    assert (finding.code, finding.where) == ("form.pyxform", "phieu.xlsx [survey, 2]")
    assert finding.message.vi.startswith("Lưu ý của pyxform: ")
    assert "max-pixels" in finding.message.en
