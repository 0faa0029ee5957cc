"""What pyxform reads over: misspelt columns, and texts that lack one of the form's languages."""

from __future__ import annotations

import pytest
from workbook_tables import ENGLISH, VIETNAMESE, form_of, read_form

from cbc_desktop.base.findings import Finding, Severity

HALF_TRANSLATED = """
|type|name|label:vi|label:en|hint:vi|hint:en|constraint|constraint_message:vi|constraint_message:en|
|text|a|Tên|Name|Họ và tên||. != "x"|Sai rồi||
|select_one l|b|Chọn|Choose|||||Wrong|
|note|c||-||Read|||
"""
CHOICES = "|list_name|name|label:vi|label:en|\n|l|1|Một|One|\n|l|2|Hai||"


def found(findings: tuple[Finding, ...], code: str) -> list[tuple[Severity, str]]:
    return [(finding.severity, finding.where) for finding in findings if finding.code == code]


def test_a_text_that_lacks_a_language_of_the_form_is_told_with_its_cell() -> None:
    form = read_form(HALF_TRANSLATED, CHOICES)
    assert found(form.findings, "form.translation") == [
        (Severity.WARNING, f"form.xlsx [survey, 2, hint::{ENGLISH}]"),
        (Severity.WARNING, f"form.xlsx [survey, 2, constraint_message::{ENGLISH}]"),
        (Severity.WARNING, f"form.xlsx [survey, 3, constraint_message::{VIETNAMESE}]"),
        (Severity.WARNING, f"form.xlsx [survey, 4, hint::{VIETNAMESE}]"),
        (Severity.WARNING, f"form.xlsx [choices, 3, label::{ENGLISH}]"),
    ]


def test_the_placeholder_of_a_missing_translation_is_no_text() -> None:
    form = form_of(HALF_TRANSLATED, CHOICES)
    a = next(node for node in form.nodes() if node.name == "a")
    assert a.bind.constraint_message.variants == {VIETNAMESE: ("Sai rồi",)}
    assert a.bind.constraint_message.parts(ENGLISH) == ("Sai rồi",)


def test_a_message_that_no_language_has_is_none() -> None:
    form = form_of(
        """
        |type|name|label:vi|label:en|constraint|constraint_message:vi|constraint_message:en|
        |text|a|Tên|Name|. != "x"|-|-|
        """
    )
    assert not next(iter(form.nodes())).bind.constraint_message


def test_a_form_of_one_language_lacks_no_translation() -> None:
    assert read_form("|type|name|label|hint|\n|text|a|A||\n|text|b|B|H|").findings == ()


def test_a_text_without_a_language_is_that_of_the_default_language() -> None:
    survey = "|type|name|label|label:en|\n|text|a|Tên|Name|\n|text|b||Age|"
    form = read_form(survey, settings={"default_language": VIETNAMESE})
    assert found(form.findings, "form.translation") == [
        (Severity.WARNING, f"form.xlsx [survey, 3, label::{VIETNAMESE}]")
    ]


@pytest.mark.parametrize(
    ("column", "meant"),
    [("constrain", "constraint"), ("Requird", "required"), ("relevent", "relevant"), ("labell::vi", "label")],
)
def test_a_misspelt_column_is_an_error_because_what_it_says_is_lost(column: str, meant: str) -> None:
    form = read_form(f"|type|name|label|{column}|\n|integer|a|A|. > 0|")
    assert form.definition is None
    assert found(form.findings, "form.column") == [(Severity.ERROR, f"form.xlsx [survey, 1, {column}]")]
    assert f"Có phải là “{meant}”?" in form.findings[0].message.vi


def test_a_column_of_ones_own_is_only_pointed_out() -> None:
    form = read_form("|type|name|label|nguồn|\n|integer|a|A|Công văn|")
    assert form.definition is not None
    assert found(form.findings, "form.column") == [(Severity.WARNING, "form.xlsx [survey, 1, nguồn]")]


def test_words_of_the_form_that_cannot_be_printed_are_told_with_their_cell() -> None:
    form = read_form(
        """
        |type|name|label:vi|label:en|hint:vi|hint:en|cbc:unit-vi|cbc:unit-en|
        |text|a|Tên ☃|Name|Ghi 😀|Write 😀|||
        |integer|b|Số|Number|-|-|☃|ca|
        |select_one l|c|Chọn|Choose|-|-|||
        """,
        "|list_name|name|label:vi|label:en|\n|l|1|Một|One 中|",
    )
    assert found(form.findings, "form.unprintable") == [
        (Severity.ERROR, f"form.xlsx [survey, 2, label::{VIETNAMESE}]"),
        (Severity.ERROR, "form.xlsx [survey, 3, bind::cbc:unit-vi]"),
        (Severity.ERROR, f"form.xlsx [choices, 2, label::{ENGLISH}]"),
    ]
