"""Our own columns are read strictly: what they do not understand is told, never dropped."""

from __future__ import annotations

import pytest
from workbook_tables import form_of, read_form

from cbc_desktop.forms.definition import Layout, RepeatDef


@pytest.mark.parametrize(
    ("column", "text", "allowed"),
    [
        ("page", "lanscape", "landscape, portrait"),
        ("layout", "grid", "table, cards"),
        ("format", "years", "year"),
        ("core", "x", "yes, no"),
        ("words", "true", "yes, no"),
        ("total", "có", "yes, no"),
    ],
)
def test_a_word_that_is_not_understood_is_an_error(column: str, text: str, allowed: str) -> None:
    form = read_form(f"|type|name|label|cbc:{column}|\n|integer|a|A|{text}|")
    assert form.definition is None
    (finding,) = form.findings
    assert finding.where == f"form.xlsx [survey, 2, bind::cbc:{column}]"
    assert finding.message.vi == f"Cột “bind::cbc:{column}” không hiểu “{text}”. Hãy dùng một trong: {allowed}."


def test_the_words_of_the_convention_are_understood_whatever_their_case() -> None:
    form = form_of(
        """
        |type|name|label|cbc:layout|cbc:page|cbc:format|cbc:core|cbc:words|cbc:total|
        |begin repeat|t|T|Table|Landscape|||||
        |integer|a|A|||year|Yes|no|YES|
        |end repeat||||||||
        |begin repeat|k|K|cards|portrait|||||
        |integer|b|B||||No|yes|no|
        |end repeat||||||||
        """
    )
    own = {node.name: node.bind.own for node in form.nodes()}
    assert (own["t"].layout, own["t"].landscape) == (Layout.TABLE, True)
    assert (own["k"].layout, own["k"].landscape) == (Layout.CARDS, False)
    assert (own["a"].year, own["a"].core, own["a"].words, own["a"].total) == (True, True, False, True)
    assert (own["b"].year, own["b"].core, own["b"].words, own["b"].total) == (False, False, True, False)
    assert [len(node.initial) for node in form.nodes() if isinstance(node, RepeatDef)] == [0, 1]


def test_an_unknown_column_is_told_once_with_the_name_that_was_meant() -> None:
    form = read_form(
        """
        |type|name|label|cbc:warnin|cbc:xyz|
        |integer|a|A|. > 0||
        |integer|b|B|. > 0|1|
        """
    )
    assert form.definition is None
    first, second = form.findings
    assert first.where == "form.xlsx [survey, 2, bind::cbc:warnin]"
    assert "không có trong quy ước. Có phải là “warning”? Hãy sửa tên cột; các cột được dùng: core, fact" in (
        first.message.vi
    )
    assert second.where == "form.xlsx [survey, 3, bind::cbc:xyz]"
    assert "Có phải là" not in second.message.vi


def test_a_warning_needs_its_check_and_its_message_in_both_languages() -> None:
    form = read_form(
        """
        |type|name|label|cbc:warning|cbc:warning-vi|cbc:warning-en|cbc:warning2-vi|
        |integer|a|A|. > 0|Nhỏ||Lớn|
        """
    )
    assert form.definition is None
    first, second = form.findings
    assert first.where == "form.xlsx [survey, 2, bind::cbc:warning]"
    assert "has no message" in first.message.en
    assert second.where == "form.xlsx [survey, 2, bind::cbc:warning2]"
    assert "has no check and would never be shown" in second.message.en


def test_a_warning_whose_formula_is_wrong_is_told_at_its_cell() -> None:
    form = read_form("|type|name|label|cbc:warning|cbc:warning-vi|cbc:warning-en|\n|integer|a|A|. >|v|e|")
    (finding,) = form.findings
    assert (finding.code, finding.where) == ("form.formula", "form.xlsx [survey, 2, bind::cbc:warning]")


def test_units_widths_and_facts_are_read() -> None:
    form = form_of(
        """
        |type|name|label|cbc:unit-vi|cbc:unit-en|cbc:width|cbc:fact|
        |integer|a|A|triệu đồng||3||
        |text|b|B|||0|agency-name|
        |integer|c|C||people|||
        """
    )
    a, b, c = (node.bind.own for node in list(form.nodes())[:3])
    assert a.unit is not None
    assert c.unit is not None
    assert (a.unit.en, c.unit.vi) == ("triệu đồng", "people")
    assert (a.width, b.width, b.unit, b.fact) == (3, 0, None, "agency-name")


@pytest.mark.parametrize(
    ("column", "text", "told"),
    [
        ("width", "wide", "The width “wide” is not a whole number."),
        ("fact", "agency", "“agency” is no fact of a dossier. Use one of: agency-key, agency-kind,"),
    ],
)
def test_a_width_or_a_fact_that_is_none_is_an_error(column: str, text: str, told: str) -> None:
    form = read_form(f"|type|name|label|cbc:{column}|\n|integer|a|A|{text}|")
    (finding,) = form.findings
    assert finding.where == f"form.xlsx [survey, 2, bind::cbc:{column}]"
    assert told in finding.message.en
