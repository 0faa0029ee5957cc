"""A household with children, seen from its repeat instances; chance, and what is computed once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xpath_stage import Stage

HOUSEHOLDS = """<data><pick type="int">2</pick>
  <house><no>A</no><child><name>An</name></child><child><name>Bình</name></child></house>
  <house><no>B</no><child><name>Chi</name></child><child><name>Dũng</name></child><child><name>Én</name></child></house>
  <rid>fixed</rid><fresh/>
</data>"""


@pytest.fixture
def form() -> Stage:
    return Stage(HOUSEHOLDS)


def test_a_repeat_instance_knows_its_place(form: Stage) -> None:
    second_child = "/data/house[2]/child[2]/name"
    assert form.number("position(..)", at=second_child) == 2
    assert form.number("position(../..)", at=second_child) == 2
    assert form.number("position(/data/none) = 1", at=second_child) == 0
    assert form.texts("/data/house[position() = 2]/no") == ["B"]


@pytest.mark.parametrize(
    ("call", "names"),
    [
        ("indexed-repeat(/data/house/no, /data/house, 2)", ["B"]),
        ("indexed-repeat(/data/house/no, /data/house, /data/pick)", ["B"]),
        ("indexed-repeat(/data/house/child/name, /data/house, 1)", ["An", "Bình"]),
        ("indexed-repeat(/data/house/child/name, /data/house, 2, /data/house/child, 3)", ["Én"]),
        ("indexed-repeat(/data/house/child/name, /data/house/child, 3, /data/house, 2)", ["Én"]),
        ("indexed-repeat(/data/house/child/name, /data/house/child, 4)", ["Dũng"]),
        ("indexed-repeat(/data/house/child/name, /data/house, 1, /data/house/child, 3)", []),
        ("indexed-repeat(/data/house/no, /data/house, 0)", []),
        ("indexed-repeat(/data/house/no, /data/house, 'x')", []),
        ("indexed-repeat(/data/house/no, /data/none, 1)", []),
    ],
)
def test_an_indexed_repeat_reads_the_instance_that_was_chosen(form: Stage, call: str, names: list[str]) -> None:
    assert form.texts(call) == names


def test_an_indexed_repeat_may_be_asked_with_relative_paths(form: Stage) -> None:
    assert form.texts("indexed-repeat(../no, ../../house, 1)", at="/data/house[1]/child[1]") == ["A"]


def test_once_keeps_the_first_answer(form: Stage) -> None:
    assert form.string("once(uuid())", at="/data/rid") == "fixed"
    assert len(form.string("once(uuid())", at="/data/fresh")) == 36
    assert form.number("once(random())", at="/data/fresh") < 1


def test_identifiers_and_random_numbers_come_from_the_environment(form: Stage) -> None:
    again = Stage(HOUSEHOLDS)
    assert form.string("uuid()") == again.string("uuid()")
    assert form.string("uuid(12)") == again.string("uuid(12)")
    assert len(form.string("uuid(12)")) == 12
    assert form.string("uuid('x')") == ""


def test_a_random_order_keeps_every_node(form: Stage) -> None:
    assert sorted(form.texts("randomize(//name)")) == ["An", "Bình", "Chi", "Dũng", "Én"]
    assert form.texts("randomize(/data/none)") == []


LETTERS = "<data>" + "".join(f"<k>{letter}</k>" for letter in "ABCDEFG") + "<word>Hà Nội</word></data>"


@pytest.mark.parametrize("seed", ["42", "-42", "42.9", "'42'", "''", "1 div 0", "-1 div 0", "'chữ'", "0", "/data/word"])
def test_the_same_seed_gives_the_same_order(seed: str) -> None:
    first, second = Stage(LETTERS), Stage(LETTERS)
    assert first.texts(f"randomize(/data/k, {seed})") == second.texts(f"randomize(/data/k, {seed})")
    assert sorted(first.texts(f"randomize(/data/k, {seed})")) == list("ABCDEFG")


def test_a_seed_counts_as_a_whole_number_and_blank_as_zero() -> None:
    def order(seed: str) -> list[str]:
        return Stage(LETTERS).texts(f"randomize(/data/k, {seed})")

    assert order("42.9") == order("42") != order("43")
    assert order("''") == order("0")
    assert order("/data/word") == order("'Hà Nội'") != order("'Huế'")


@given(st.integers(0, 9))
def test_the_first_of_a_random_order_is_the_one_shown(seed: int) -> None:
    stage = Stage(LETTERS)
    assert stage.string(f"randomize(/data/k, {seed})") == stage.texts(f"randomize(/data/k, {seed})")[0]
