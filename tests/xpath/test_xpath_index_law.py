"""The law of indexes: a tree that keeps them gives the nodes, in the order, that a tree without them gives."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xpath_stage import Stage, TypedNode

from cbc_desktop.xpath import Context, compile_expression
from cbc_desktop.xpath.filing import Filing

TEXTS = ["", "1", "1.0", " 1", "01", "x", "x ", "1 x", "x y", "0", "-0", ".5", "0.5", "2022-03-01", "2022-3-1", "true"]
CLOSE_NUMBERS = ["0.3", "0.30000000000000004", "0.0000005", "0.0000005000001", "0.0000004999999"]
TYPED = [
    ("int", "1"),
    ("decimal", "1.0"),
    ("decimal", "0.5"),
    *(("decimal", number) for number in CLOSE_NUMBERS),
    ("boolean", "true"),
    ("boolean", "false"),
    ("date", "2022-03-01"),
    ("dateTime", "2022-03-01T00:00:00+07:00"),
    ("dateTime", "2022-03-01T09:30:00+07:00"),
    ("time", "09:30:00+07:00"),
]
VALUES = st.sampled_from([*(("", text) for text in (*TEXTS, *CLOSE_NUMBERS)), *TYPED])
LEAVES = ("a", "./a", "b", "g/c")
KEYS = ("current()/../key", "current()/key", "current()", "/data/key", "/data/row/a", "''", "'1'", "'x'", "1", "0.3")
SHAPES = (
    "/data/row[{leaf} = {key}]",
    "/data/row[{key} = {leaf}]/b",
    "/data/row[{leaf} = {key} and {other} = {key2}]",
    "/data/row[{leaf} = {key} and {other} != {key2}]",
    "/data/row[{leaf} = {key} and number({other}) > 0]/a",
    "/data/row[{leaf} != '' and {other} = {key}]",
    "/data/row[{leaf} = {key} and {other} != 'x']",
    "/data/row[{leaf} = {key}][2]",
    "/data/row[{leaf} = {key}][last()]",
    "/data/row[{leaf} = {key} and position() > 1]",
    "/data/row[position() > 1][{leaf} = {key}]",
    "/data/row[{leaf} = {key} or {other} = {key2}]",
    "/data/row[not({leaf} = {key})]",
    "/data/row[selected({leaf}, {key})]",
    "/data/row[selected({key}, {leaf})]",
    "/data/row[selected({leaf}, {key}) and {other} = {key2}]",
    "//row[{leaf} = {key}]",
    "/data/row[{leaf} = {key}]/following-sibling::row[{other} = {key2}]",
)


@st.composite
def leaf(draw: st.DrawFn, name: str, most: int = 1) -> str:
    held = draw(st.lists(VALUES, min_size=0 if draw(st.integers(0, 4)) == 0 else 1, max_size=most))
    return "".join(f'<{name} type="{kind}">{text}</{name}>' for kind, text in held)


@st.composite
def documents(draw: st.DrawFn) -> str:
    rows = [
        f"<row>{draw(leaf('a', most=2))}{draw(leaf('b'))}<g>{draw(leaf('c'))}</g></row>"
        for _ in range(draw(st.integers(0, 6)))
    ]
    return f"<data><asker>{draw(leaf('key'))}</asker>{''.join(rows)}{draw(leaf('key', most=2))}</data>"


@st.composite
def paths(draw: st.DrawFn) -> str:
    leaves, keys = st.sampled_from(LEAVES), st.sampled_from(KEYS)
    shape = draw(st.sampled_from(SHAPES))
    return shape.format(leaf=draw(leaves), other=draw(leaves), key=draw(keys), key2=draw(keys))


@given(documents(), paths())
def test_an_index_finds_what_a_walk_finds(document: str, path: str) -> None:
    stage = Stage(document)
    expression = compile_expression(path)
    context = Context(stage.node("/data/asker"), stage.environment)
    found = expression.nodes(context)
    with patch.object(TypedNode, "children_index", lambda *_: None):
        assert found == expression.nodes(context)


LARGE = "<data>" + "".join(f"<row><a>{n % 100}</a><b>k{n}</b></row>" for n in range(1000)) + "</data>"


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the nodes whose values were compared."""
    names: list[str] = []
    read = TypedNode.typed_value

    def reading(node: TypedNode) -> object:
        names.append(node.name)
        return read(node)

    monkeypatch.setattr(TypedNode, "typed_value", reading)
    return names


def test_what_is_found_under_a_text_is_not_looked_at_again(
    looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = Stage(LARGE)
    data = stage.environment.root.children[0]
    kept = data.children_index("row", ("b",), Filing.VALUE)
    monkeypatch.setattr(TypedNode, "children_index", lambda *_: kept)
    looked_at.clear()
    assert stage.texts("/data/row[b = 'k7']/b") == ["k7"]
    assert looked_at == []


def test_of_two_conditions_the_one_that_leaves_least_is_looked_up(
    looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = Stage(LARGE)
    data = stage.environment.root.children[0]
    kept = {names: data.children_index("row", names, Filing.VALUE) for names in (("a",), ("b",))}
    monkeypatch.setattr(TypedNode, "children_index", lambda node, name, leaf, filing: kept[leaf])
    looked_at.clear()
    assert stage.texts("/data/row[a = 7 and b = 'k107']/b") == ["k107"]
    assert looked_at == ["a"]
