"""What an expression reads, told without evaluating it: the edges of a form's dependency graph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbc_desktop.xpath import PathReference, Step, compile_expression, known_prefix, resolve


def read(source: str, namespaces: dict[str, str] | None = None) -> set[str]:
    return {str(reference) for reference in compile_expression(source, namespaces or {}).references}


@pytest.mark.parametrize(
    ("source", "paths"),
    [
        ("1 + 1", set()),
        ("/data/s1/t1/n", {"/data/s1/t1/n"}),
        ("./a/./b", {"a/b"}),
        (".", {""}),
        ("../a + -../b", {"../a", "../b"}),
        ("../../x/y", {"../../x/y"}),
        ("/", {"/"}),
        ("//a", {"/descendant-or-self::node()/a"}),
        ("/data/*/n", {"/data/*/n"}),
        ("/data/@version", {"/data/attribute::version"}),
        ("a/text() | b/processing-instruction('x')", {"a/text()", "b/processing-instruction()"}),
        ("following-sibling::row", {"following-sibling::row"}),
        ("if(selected(../a, 'x'), sum(/data/r/n), count(../b))", {"../a", "/data/r/n", "../b"}),
        ("position(..)", {".."}),
        ("indexed-repeat(/data/r/n, /data/r, ../i)", {"/data/r/n", "/data/r", "../i"}),
        ("string-length() > 3 and name() != ''", {""}),
        ("string-length(../a)", {"../a"}),
        ("position() = last()", set()),
        ("once(uuid())", set()),
        ("today() - ../born", {"../born"}),
    ],
)
def test_every_path_is_a_reference(source: str, paths: set[str]) -> None:
    assert read(source) == paths


@pytest.mark.parametrize(
    ("source", "paths"),
    [
        ("/data/r[k = ../../want]/n", {"/data/r/n", "/data/r/k", "/data/r/../../want"}),
        ("/data/r[k = current()/../want]/n", {"/data/r/n", "/data/r/k", "../want"}),
        ("/data/r[. = /data/want]", {"/data/r", "/data/want"}),
        ("/data/r[position() = 1][string() != '']/n", {"/data/r/n", "/data/r"}),
        ("/data/r[a[b = 1]]/n", {"/data/r/n", "/data/r/a", "/data/r/a/b"}),
        ("(../a | ../b)[c = 1]/d", {"../a/d", "../b/d", "../a/c", "../b/c"}),
        ("randomize(/data/r[ok = 1], ../seed)/n", {"/data/r", "/data/r/ok", "../seed", "/data/r/n", "../seed/n"}),
        ("current()", {""}),
        ("(1 + ../a)[1]", {"../a"}),
    ],
)
def test_what_a_predicate_reads_starts_where_it_stands(source: str, paths: set[str]) -> None:
    assert read(source) == paths


def test_other_instances_are_named() -> None:
    source = "instance('agencies')/root/item[code = current()/../a and kind = /data/kind]/name"
    assert read(source) == {
        "instance('agencies')/root/item/name",
        "instance('agencies')/root/item/code",
        "instance('agencies')/root/item/kind",
        "../a",
        "/data/kind",
    }
    assert compile_expression("count(instance('a')/root/item)").references == {
        PathReference("instance", (Step("child", "root"), Step("child", "item")), "a")
    }
    assert read("pulldata('a', 'name', 'code', ../x)") == {"instance('a')/", "../x"}
    assert read("instance(concat('a', ../x))/root/item") == {"instance('')/root/item", "../x"}
    assert read("id(../x)/name") == {"/descendant-or-self::node()/name", "../x"}


def test_a_name_with_a_prefix_is_told_by_its_local_name() -> None:
    assert read("/data/orx:meta/orx:instanceID", {"orx": "urn:orx"}) == {"/data/meta/instanceID"}


def only(source: str) -> PathReference:
    [reference] = compile_expression(source).references
    return reference


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("/data/s1/n", "/data/s1/n"),
        (".", "/data/s1/t1/n"),
        ("../m", "/data/s1/t1/m"),
        ("../../../s2/x", "/data/s2/x"),
        ("/data/s1/../s2", "/data/s2"),
        ("self::n/../m", "/data/s1/t1/m"),
        ("/", ""),
        ("../../../..", ""),
        ("../../../../..", None),
        ("/data/*", None),
        ("//n", None),
        ("/data/n/text()", None),
        ("/data/@version", None),
        ("ancestor::s1", None),
        ("instance('a')/root", None),
    ],
)
def test_a_reference_resolves_to_a_generic_path(source: str, path: str | None) -> None:
    assert resolve(only(source), "/data/s1/t1/n") == path


@pytest.mark.parametrize(
    ("source", "prefix"),
    [
        ("/data/s1/n", "/data/s1/n"),
        ("/data/s1/*", "/data/s1"),
        ("/data/s1//n", "/data/s1"),
        ("../*/m", "/data/s1/t1"),
        ("/data/s1/*/../k", "/data"),
        ("/data/s1//../..", ""),
        ("/data/n/text()", "/data/n"),
        ("//n", ""),
        ("ancestor::s1", ""),
        ("following-sibling::n", ""),
        ("../../../../../x", ""),
        ("instance('a')/root", None),
    ],
)
def test_what_cannot_be_resolved_has_at_least_a_known_prefix(source: str, prefix: str | None) -> None:
    assert known_prefix(only(source), "/data/s1/t1/n") == prefix


names = st.sampled_from(["a", "b", "c"])


@given(st.lists(names, min_size=1, max_size=4), st.lists(names, min_size=1, max_size=4))
def test_the_way_from_one_node_to_another_leads_there(here: list[str], there: list[str]) -> None:
    way = "/".join([".."] * len(here) + there)
    assert resolve(only(way), "/" + "/".join(here)) == "/" + "/".join(there)
