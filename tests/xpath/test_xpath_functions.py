"""The function library, group by group, one row a call: text, numbers, conditions, choices, places."""

from __future__ import annotations

import math

import pytest
from xpath_stage import Stage

from cbc_desktop.xpath import XPathError
from cbc_desktop.xpath.functions import FUNCTIONS

FORM = Stage(
    """<data version="3" id="f"><name>  Nguyễn   Văn A </name><picked>radio tv</picked><nothing/>
    <n type="int">3</n><n type="int"/><n type="int">4</n><t>1</t><t>x</t>
    <huge type="decimal">1e308</huge><huge type="decimal">1e308</huge>
    <where>21.0 105.8 0 0</where><where>21.0 105.9 0 0</where>
    <zone>0 0 0 0; 0 2 0 0; 2 2 0 0; 2 0 0 0; 0 0 0 0</zone></data>""",
    instances={
        "agencies": "<root><item><code>A</code><name>Sở A</name></item>"
        "<item><code>B</code><name>Sở B</name></item></root>"
    },
)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("concat('a', 1, /data/n)", "a134"),
        ("concat(/data/t)", "1x"),
        ("join(', ', /data/t, 'y')", "1, x, y"),
        ("join('-')", ""),
        ("substr('hello', 1)", "ello"),
        ("substr('hello', 1, 3)", "el"),
        ("substr('hello', -3, -1)", "ll"),
        ("substr('hello', 3, 1)", ""),
        ("substr('hello', -9, 99)", "hello"),
        ("substr('hello', 'x')", ""),
        ("substring('12345', 1.5, 2.6)", "234"),
        ("substring('12345', 0, 3)", "12"),
        ("substring('12345', 0 div 0, 3)", ""),
        ("substring('12345', -42, 1 div 0)", "12345"),
        ("substring-before('2026-08', '-')", "2026"),
        ("substring-before('2026', '-')", ""),
        ("substring-before('2026', '')", ""),
        ("substring-after('2026-08', '-')", "08"),
        ("substring-after('2026', '-')", ""),
        ("substring-after('2026', '')", "2026"),
        ("translate('bar', 'abca', 'AB')", "BAr"),
        ("normalize-space(/data/name)", "Nguyễn Văn A"),
        ("digest('abc', 'MD5', 'hex')", "900150983cd24fb0d6963f7d28e17f72"),
        ("digest('abc', 'SHA-1')", "qZk+NkcGgWq6PiVxeFDCbJzQ2J0="),
        ("base64-decode('VGnhur9uZyBWaeG7h3Q=')", "Tiếng Việt"),
        ("base64-decode('%%')", ""),
        ("base64-decode('/w==')", ""),
        ("selected-at('a b c', 1)", "b"),
        ("selected-at('a b c', 3)", ""),
        ("selected-at('a b c', -1)", ""),
        ("selected-at('a b', 'x')", ""),
        ("coalesce('', 'b')", "b"),
        ("coalesce(/data/nothing, /data/n)", "3"),
        ("coalesce(/data/none, 'z')", "z"),
        ("coalesce(number('x'), 2)", "2"),
        ("coalesce('', '')", ""),
        ("jr:itext('q1:label')", "[vi] q1:label"),
        ("jr:choice-name('tv', ' /data/picked ')", "tv of /data/picked seen from "),
        ("property('username')", "lan"),
        ("property('phonenumber')", ""),
        ("version()", "3"),
        ("name(/data/n)", "n"),
        ("local-name(/data/none)", ""),
        ("namespace-uri(/data)", ""),
        ("namespace-uri(/data/none)", ""),
        ("pulldata('agencies', 'name', 'code', 'B')", "Sở B"),
        ("pulldata('agencies', 'name', 'code', 'C')", ""),
        ("pulldata('agencies', 'none', 'code', 'B')", ""),
        ("pulldata('unknown', 'name', 'code', 'B')", ""),
        ("instance('agencies')/root/item[code = 'A']/name", "Sở A"),
        ("instance('unknown')/root/item", ""),
    ],
)
def test_functions_that_give_text(source: str, text: str) -> None:
    assert FORM.string(source) == text


@pytest.mark.parametrize(
    ("source", "number"),
    [
        ("int(-2.7)", -2),
        ("int('x')", math.nan),
        ("int(1 div 0)", math.inf),
        ("floor(-2.5)", -3),
        ("floor('x')", math.nan),
        ("ceiling(2.1)", 3),
        ("ceiling(-1 div 0)", -math.inf),
        ("round(2.5)", 3),
        ("round(-2.5)", -2),
        ("round(-2.51)", -3),
        ("round(2.15, 1)", 2.2),
        ("round(1234.5, -2)", 1200),
        ("round(1.5, 1000)", math.nan),
        ("round(1 div 0, 2)", math.inf),
        ("round('x')", math.nan),
        ("round(1, 0 div 0)", math.nan),
        ("abs(-3)", 3),
        ("pow(2, 10)", 1024),
        ("pow(-1, 0.5)", math.nan),
        ("pow(0, -1)", math.inf),
        ("pow(10, 999)", math.inf),
        ("sqrt(16)", 4),
        ("sqrt(-1)", math.nan),
        ("exp(0)", 1),
        ("exp(9999)", math.inf),
        ("exp10(3)", 1000),
        ("log(1)", 0),
        ("log(0)", -math.inf),
        ("log10(1000)", 3),
        ("log10(-1)", math.nan),
        ("pi()", math.pi),
        ("sin(0)", 0),
        ("cos(0)", 1),
        ("tan(0)", 0),
        ("asin(2)", math.nan),
        ("acos(1)", 0),
        ("atan(0)", 0),
        ("atan2(1, 1)", math.pi / 4),
        ("sum(/data/n)", 7),
        ("sum(/data/t)", math.nan),
        ("sum(/data/none)", 0),
        ("sum(/data/huge)", math.inf),
        ("max(/data/n)", math.nan),
        ("max(/data/n[. != ''])", 4),
        ("max(1, /data/n[. != ''], 2)", 4),
        ("max(/data/t)", math.nan),
        ("max(/data/nothing)", math.nan),
        ("min(/data/n[. != ''])", 3),
        ("min('', 2)", math.nan),
        ("min(3, 2)", 2),
        ("count(/data/n)", 3),
        ("count-non-empty(/data/n)", 2),
        ("count-selected(/data/picked)", 2),
        ("count-selected('')", 0),
        ("string-length('Huế')", 3),
        ("number('4')", 4),
        ("distance(/data/where)", 10392.51),
        ("distance('21 105.8; 21 105.8')", 0),
        ("distance('21 105.8', '21 105.9')", 10392.51),
        ("distance('21 105.8')", math.nan),
        ("distance('here; there')", math.nan),
        ("distance('91 0; 0 0')", math.nan),
        ("distance('0 0; 0 181')", math.nan),
        ("distance('0 0 0 0 0; 0 1')", math.nan),
        ("area('0 0; 0 0.001; 0.001 0.001; 0.001 0;')", 12391.89),
        ("area('0 0')", math.nan),
        ("area('nowhere')", math.nan),
    ],
)
def test_functions_that_give_numbers(source: str, number: float) -> None:
    assert FORM.number(source) == pytest.approx(number, nan_ok=True)


@pytest.mark.parametrize(
    ("source", "truth"),
    [
        ("not(1)", False),
        ("boolean('x')", True),
        ("boolean-from-string('TRUE')", True),
        ("boolean-from-string('1')", True),
        ("boolean-from-string('yes')", False),
        ("contains('abc', '')", True),
        ("starts-with('abc', 'ab')", True),
        ("ends-with('abc', 'bc')", True),
        ("regex('0912345678', '0[0-9]{9}')", True),
        ("regex('09123456789', '0[0-9]{9}')", False),
        ("regex('Nguyễn Văn Đạt', '\\p{Lu}[\\p{L}\\s]+')", True),
        ("regex('Nguyễn Văn 3', '[\\p{L} ]+')", False),
        ("regex('[a]', '\\[\\p{Ll}\\]')", True),
        ("selected(/data/picked, ' tv ')", True),
        ("selected(/data/picked, 'rad')", False),
        ("selected('', '')", True),
        ("selected('a', '')", False),
        ("is-selected('a b', 'b')", True),
        ("checklist(1, 2, true(), false(), 1)", True),
        ("checklist(-1, 1, 1, 1)", False),
        ("checklist(3, -1, 1, 1)", False),
        ("checklist(2, 2, /data/n)", True),
        ("weighted-checklist(3, 5, 1, 2, 0, 9, 1, 1.5)", True),
        ("weighted-checklist(-1, 3, 1, 4)", False),
        ("weighted-checklist(-1, -1)", True),
        ("weighted-checklist(7, 7, /data/n, /data/n)", True),
        ("geofence('1 1', /data/zone)", True),
        ("geofence('3 1 0 0', /data/zone)", False),
        ("geofence('1 3', /data/zone)", False),
        ("geofence('', /data/zone)", False),
        ("geofence('1 1', '')", False),
    ],
)
def test_functions_that_give_truth(source: str, truth: bool) -> None:
    assert FORM.boolean(source) is truth


def test_functions_without_argument_speak_of_the_context_node() -> None:
    assert FORM.string("normalize-space()", at="/data/name") == "Nguyễn Văn A"
    assert FORM.string("string()", at="/data/picked") == "radio tv"
    assert FORM.number("string-length()", at="/data/picked") == 8
    assert FORM.number("number() + 1", at="/data/n[1]") == 4
    assert FORM.string("concat(name(), local-name(), namespace-uri())", at="/data/picked") == "pickedpicked"


def test_only_the_branch_that_is_taken_is_evaluated() -> None:
    assert FORM.string("if(true(), 'fine', regex('a', '('))") == "fine"
    assert FORM.string("if(false(), regex('a', '('), 'fine')") == "fine"
    assert FORM.string("coalesce('first', regex('a', '('))") == "first"
    assert FORM.boolean("true() or regex('a', '(')")
    assert not FORM.boolean("false() and regex('a', '(')")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("regex('a', '(')", "is not a regular expression"),
        ("digest('a', 'ROT13')", "It knows MD5, SHA-1"),
        ("digest('a', 'MD5', 'octal')", "It knows base64 and hex"),
    ],
)
def test_what_a_function_cannot_do_it_says(source: str, said: str) -> None:
    with pytest.raises(XPathError) as caught:
        FORM.value(source)
    assert said in caught.value.message.en
    assert caught.value.message.vi.startswith(("Mẫu", "Hàm"))


def test_an_element_is_found_by_its_id() -> None:
    stage = Stage("<data><a id='one'>1</a><b id='two'><c id='three'>3</c></b><ask>two three</ask></data>")
    assert stage.names("id('three one')") == ["a", "c"]
    assert stage.names("id(/data/ask)", at="/data/b/c") == ["b", "c"]
    assert stage.texts("id('two')/c") == ["3"]
    assert stage.texts("id(7)") == []


def test_the_language_of_a_node_is_that_of_the_nearest_ancestor_that_tells_one() -> None:
    stage = Stage("<data lang='fr' xml:lang='vi-VN'><a>text</a><b xml:lang='en'/></data>")
    assert stage.boolean("lang('VI')", at="/data/a/text()")
    assert not stage.boolean("lang('v')", at="/data/a")
    assert stage.boolean("lang('en')", at="/data/b")
    assert not Stage().boolean("lang('en')")


def test_a_form_without_version_has_none() -> None:
    assert Stage("<data id='a'/>").string("version()") == ""


def test_every_function_stands_in_the_table_under_its_own_name() -> None:
    assert all(name == function.name for name, function in FUNCTIONS.items())
    assert len(FUNCTIONS) > 80
