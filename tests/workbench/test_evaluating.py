"""An expression is evaluated over any document, at any of its nodes, and answers what JSON can hold."""

from __future__ import annotations

from datetime import datetime

import pytest

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.workbench.evaluating import evaluate
from cbc_desktop.workbench.places import node_at, place_of
from cbc_desktop.xpath import XPathError
from cbc_desktop.xpath.xml_tree import tree_of

CLOCK = FixedClock(datetime(2026, 11, 25, 9, tzinfo=VIETNAM))
SHELF = (
    """<shelf xmlns:own="urn:own"><!-- two --><book year="1972" own:mark="x">Dế Mèn</book><book year="2001"/></shelf>"""
)
FORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
<h:head><model>
<itext>
<translation lang="en"><text id="a"><value form="image">x.png</value><value>Province</value></text></translation>
<translation lang="vi" default="true()"><text id="a"><value>Tỉnh</value></text></translation>
</itext>
<instance><data id="f"><n>2</n></data></instance>
<instance id="places"><root><item><name>Huế</name></item><item><name>Vinh</name></item></root></instance>
</model></h:head><h:body/></h:html>"""


def worth(expression: str, document: str = SHELF, **more: str) -> object:
    return evaluate({"document": document, "expr": expression, **more}, CLOCK)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("1 + 1", 2),
        ("1 div 4", 0.25),
        ("0 div 0", "NaN"),
        ("-1 div 0", "-Infinity"),
        ("1 = 1", True),
        ("concat('a', 'b')", "ab"),
        ("//book", ["/*[1]/*[1]", "/*[1]/*[2]"]),
        ("//book[1]/@year | //comment()", ["/*[1]/comment()[1]", "/*[1]/*[1]/@year"]),
        ("today()", "2026-11-25"),
    ],
)
def test_a_value_is_told_in_its_own_type(expression: str, value: object) -> None:
    assert worth(expression) == value


def test_the_type_that_is_wanted_converts_the_value() -> None:
    assert worth("//book", **{"as": "number"}) == "NaN"
    assert worth("//book/@year", **{"as": "number"}) == 1972
    assert worth("//book", **{"as": "string"}) == "Dế Mèn"
    assert worth("count(//book)", **{"as": "boolean"}) is True


def test_the_node_that_is_asked_and_the_root_of_absolute_paths_are_given_by_position() -> None:
    assert worth("@year", at="/*[1]/*[2]", **{"as": "string"}) == "2001"
    assert worth("/book", root="/*[1]") == ["/*[1]/*[1]", "/*[1]/*[2]"]


def test_prefixes_of_the_document_are_known() -> None:
    assert worth("//book/@own:mark", **{"as": "string"}) == "x"


def test_an_unknown_function_fails_only_where_it_is_reached() -> None:
    assert worth("true() or nonsense()") is True
    with pytest.raises(XPathError):
        worth("false() or nonsense()")


@pytest.mark.parametrize(("language", "text"), [("", "Tỉnh"), ("vi", "Tỉnh"), ("en", "Province")])
def test_an_xform_serves_its_texts_in_the_language_on_show(language: str, text: str) -> None:
    assert worth("jr:itext('a')", FORM, language=language) == text


def test_an_xform_serves_its_secondary_instances() -> None:
    assert worth("instance('places')/root/item[2]/name", FORM, **{"as": "string"}) == "Vinh"


def test_the_moment_and_its_zone_can_be_assumed() -> None:
    assert worth("today()", now="2026-01-15T20:00:00Z", timezone="Asia/Ho_Chi_Minh") == "2026-01-16"
    with pytest.raises(UserFacingError, match="no time zone"):
        worth("today()", timezone="Nowhere/Here")


@pytest.mark.parametrize(
    "place", ["/", "/*[1]", "/*[1]/*[2]", "/*[1]/comment()[1]", "/*[1]/*[1]/text()[1]", "/*[1]/*[1]/@year"]
)
def test_a_place_names_its_node_and_a_node_its_place(place: str) -> None:
    assert place_of(node_at(tree_of(SHELF.encode()), place)) == place


@pytest.mark.parametrize("place", ["/*[3]", "/*[1]/*[0]", "/*[1]/@none", "/book", "/*[1]/text()[9]"])
def test_a_place_that_is_not_there_is_told(place: str) -> None:
    with pytest.raises(UserFacingError, match="no node"):
        node_at(tree_of(SHELF.encode()), place)


def test_a_document_that_is_no_xml_is_told() -> None:
    with pytest.raises(UserFacingError, match="not readable XML"):
        worth("1", "<open>")
