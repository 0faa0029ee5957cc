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
