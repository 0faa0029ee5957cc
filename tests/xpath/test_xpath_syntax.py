"""What is an expression and what is not, and what is said about the latter."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xpath_stage import Stage

from cbc_desktop.xpath import XPathSyntaxError, compile_expression


def refusal(source: str) -> XPathSyntaxError:
    with pytest.raises(XPathSyntaxError) as caught:
        compile_expression(source)
    return caught.value


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("1 + 2 * 3", 7.0),
        ("(1 + 2) * 3", 9.0),
        ("2 - 1 - 1", 0.0),
        ("8 div 4 div 2", 1.0),
        ("-2 * -3", 6.0),
        ("--5", 5.0),
        ("- - 5", 5.0),
        ("5--5", 10.0),
        (".5 + 5.", 5.5),
        ("1 < 2 = true()", True),
        ("1 = 2 or 3 = 3 and 4 > 3", True),
        ("3 > 2 > 1", False),
        ("'it''s'", None),
        ('"it\'s"', "it's"),
        ("  \n 7 \t", 7.0),
    ],
)
def test_operators_bind_as_xpath_says(source: str, value: object) -> None:
    if value is None:
        assert refusal(source).position == 4
    else:
        assert Stage().value(source) == value


def test_words_are_operators_only_where_an_operator_can_stand() -> None:
    stage = Stage("<data><div>7</div><mod>4</mod><and>1</and><or/></data>")
    assert stage.number("div mod mod", at="/data") == 3
    assert stage.number("div div mod", at="/data") == 1.75
    assert stage.number("* * *", at="/data") == 49
    assert stage.boolean("and and not(or)", at="/data")


def test_an_operator_may_touch_the_number_behind_it() -> None:
    stage = Stage("<data><mod1>4</mod1></data>")
    assert stage.number("7mod4") == 3
    assert stage.boolean("1 and1")
    assert stage.number("7 mod mod1", at="/data") == 3
    assert stage.number("7.5e-1 * 4") == 3


def test_vietnamese_names_are_names() -> None:
    stage = Stage("<data><địa_phương>Huế</địa_phương></data>")
    assert stage.string("/data/địa_phương") == "Huế"
    decomposed = "hue\u0302\u0301"
    assert Stage(f"<{decomposed}>1</{decomposed}>").number(f"/{decomposed}") == 1


@pytest.mark.parametrize(
    ("source", "position"),
    [
        ("", 0),
        ("   ", 3),
        ("1 +", 3),
        ("(1", 2),
        ("1)", 1),
        ("()", 1),
        ("a b", 2),
        ("5abc", 1),
        ("5 % 5", 2),
        ("5 == 5", 3),
        ("8|-9", 2),
        ("a/", 2),
        ("a/(b)", 2),
        ("[1]", 0),
        ("a[", 2),
        ("a[1", 3),
        ("a[]", 2),
        ("concat(1,", 9),
        ("concat(,1)", 7),
        ("concat(1 2)", 9),
        ("node(5)", 5),
        ("processing-instruction(5)", 23),
        ("@@a", 1),
        ("@a::*", 2),
        ("::*", 0),
        ("sideways::a", 0),
        ("child::", 7),
        ("no:such", 0),
        ("'open", 0),
        ("a = $b", 4),
        ("a # b", 2),
        ("tru()", 0),
        ("1 + if(true(), 1)", 4),
    ],
)
def test_trouble_is_found_where_it_is(source: str, position: int) -> None:
    trouble = refusal(source)
    assert (trouble.position, trouble.source) == (position, source)
    assert trouble.message.vi
    assert trouble.message.vi != trouble.message.en


def test_a_message_says_what_is_missing_and_where() -> None:
    assert refusal("(1 + 2").message.en == "The expression ends where it needs “)”."
    assert refusal("1 + 2 ]").message.en == "At position 7 the expression needs an operator but has “]”."
    assert refusal("1 + ) 2").message.vi == "Ở vị trí 5, công thức cần một biểu thức nhưng lại gặp “)”."
    assert "${question_name}" in refusal("$age > 3").message.en


def test_an_unknown_function_names_the_nearest_known_one() -> None:
    assert refusal("cont-selected(.)").message.en == (
        "There is no function “cont-selected()”. Did you mean “count-selected()”?"
    )
    assert refusal("1 + qqqqq()").message.vi == "Không có hàm “qqqqq()”."


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("true(1)", "0"),
        ("if(1, 2)", "3"),
        ("round()", "1–2"),
        ("string(1, 2)", "0–1"),
        ("join()", "≥ 1"),
        ("indexed-repeat(a, b, 1, c)", "≥ 3"),
        ("weighted-checklist(1, 2, 3)", "≥ 2"),
        ("indexed-repeat(a)", "≥ 3"),
    ],
)
def test_a_wrong_number_of_arguments_is_found_before_anything_is_evaluated(source: str, wanted: str) -> None:
    assert f"takes {wanted} arguments" in refusal(source).message.en


def test_a_prefix_has_to_be_declared() -> None:
    assert refusal("/data/orx:meta").message.en == "The prefix “orx” (position 7) is not declared in the form."
    compile_expression("/data/orx:meta", {"orx": "http://openrosa.org/xforms"})


def test_what_is_nested_beyond_reason_is_refused_in_words() -> None:
    assert "nested too deeply" in refusal("(" * 5000 + "1" + ")" * 5000).message.en


def test_an_expression_knows_its_source_and_the_functions_it_calls() -> None:
    expression = compile_expression("if(selected(../a, 'x'), count(/data/b[position() = 1]), 0)")
    assert expression.source.startswith("if(selected")
    assert expression.functions == {"if", "selected", "count", "position"}
    assert expression == compile_expression(expression.source)


@given(st.text(alphabet="ab1.()[]/@*|+-=<>!, '\"$:", max_size=12))
def test_any_text_is_either_an_expression_or_refused_in_words(source: str) -> None:
    with suppress(XPathSyntaxError):
        assert compile_expression(source).source == source


@pytest.mark.parametrize(("operator", "value"), [("+", 3_000), ("*", 1), ("-", -2_998)])
def test_a_long_formula_is_not_a_deep_one(operator: str, value: float) -> None:
    stage = Stage("<data><a>1</a></data>")
    assert stage.number(f" {operator} ".join(["/data/a"] * 3_000)) == value
    assert stage.boolean(" or ".join(["/data/a = 2"] * 3_000 + ["true()"]))
    assert not stage.boolean(" and ".join(["/data/a = 2"] * 3_000))
