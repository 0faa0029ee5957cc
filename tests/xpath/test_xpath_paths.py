"""Location paths: where they lead in a document, in which order, and what predicates keep."""

from __future__ import annotations

from pathlib import Path

import pytest
from xpath_stage import Stage

from cbc_desktop.base.xml import XmlSyntaxError
from cbc_desktop.xpath import Context, NodeKind, XPathError, compile_expression
from cbc_desktop.xpath.xml_tree import tree_of

LIBRARY = """<!-- before --><library xmlns:x="urn:x">
  <shelf id="s1"><book lang="vi" x:mark="1"><title>Dế Mèn</title></book>
    <book lang="en"><title>Emma</title></book></shelf>
  <shelf id="s2"><book lang="vi"><title>Số đỏ</title><note/></book><?print now?><!-- empty --></shelf>
  <x:shelf id="s3"><book><title>Kiều</title></book></x:shelf>
</library><?end?>"""

STAGE = Stage(LIBRARY, namespaces={"x": "urn:x"})


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        ("/library/shelf/book/title", ["Dế Mèn", "Emma", "Số đỏ", "Kiều"]),
        ("//title", ["Dế Mèn", "Emma", "Số đỏ", "Kiều"]),
        ("/library/x:shelf//title", ["Kiều"]),
        ("//x:*//title", ["Kiều"]),
        ("//book[1]/title", ["Dế Mèn", "Số đỏ", "Kiều"]),
        ("(//book)[1]/title", ["Dế Mèn"]),
        ("(//book)[last()]/title", ["Kiều"]),
        ("//book[@lang = 'vi'][2]/title", []),
        ("(//book[@lang = 'vi'])[2]/title", ["Số đỏ"]),
        ("//book[note]/title", ["Số đỏ"]),
        ("//book[not(@lang)]/title", ["Kiều"]),
        ("//book[@x:mark]/title", ["Dế Mèn"]),
        ("//book[@*[2]]/title", ["Dế Mèn"]),
        ("//shelf[book/title = 'Emma']/book[position() = last()]/title", ["Emma"]),
        ("//title[contains(., 'ế')]", ["Dế Mèn"]),
        ("//note/preceding::title", ["Dế Mèn", "Emma", "Số đỏ"]),
        ("//note/preceding::title[1]", ["Số đỏ"]),
        ("//note/following::title", ["Kiều"]),
        ("//book[title = 'Emma']/preceding-sibling::book/title", ["Dế Mèn"]),
        ("//book[1]/following-sibling::*/title", ["Emma"]),
        ("//note/ancestor::*/title", ["Số đỏ"]),
        ("//note/ancestor::shelf[1]/book/title", ["Số đỏ"]),
        ("//note/ancestor-or-self::*[2]/title", ["Số đỏ"]),
        ("//book[title = 'Kiều']/title | //book[1]/title | //book[2]/title", ["Dế Mèn", "Emma", "Số đỏ", "Kiều"]),
        ("//title/..//title", ["Dế Mèn", "Emma", "Số đỏ", "Kiều"]),
        ("//shelf/descendant-or-self::book/child::title", ["Dế Mèn", "Emma", "Số đỏ", "Kiều"]),
        ("//title/self::title", ["Dế Mèn", "Emma", "Số đỏ", "Kiều"]),
        ("//title/self::note", []),
        ("//*[self::title]", ["Dế Mèn", "Emma", "Số đỏ", "Kiều"]),
        ("/library/nothing/title", []),
    ],
)
def test_a_path_leads_to_nodes_in_document_order(path: str, titles: list[str]) -> None:
    assert STAGE.texts(path) == titles


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        ("/", ["document"]),
        ("/node()", ["comment", "element", "processing-instruction"]),
        ("//comment()", ["comment", "comment"]),
        ("//processing-instruction()", ["processing-instruction"] * 2),
        ("//processing-instruction('print')", ["processing-instruction"]),
        ("//title/text()", ["text"] * 4),
        ("//note/ancestor::node()", ["document", "element", "element", "element"]),
        ("/..", []),
        ("/following-sibling::node()", []),
        ("//namespace::node()", []),
        ("//@lang/following-sibling::node()", []),
        ("/library/@none", []),
        ("//note/@*", []),
    ],
)
def test_a_node_test_picks_nodes_by_their_kind(path: str, kinds: list[str]) -> None:
    expression = compile_expression(path)
    document = STAGE.environment.root
    assert [node.kind.value for node in expression.nodes(Context(document, STAGE.environment))] == kinds


def test_an_attribute_has_its_element_as_parent_and_comes_before_its_children() -> None:
    assert STAGE.names("//@lang/..") == ["book", "book", "book"]
    assert STAGE.names("//shelf[1]/book[1]/title | //shelf[1]/book[1]/@lang | //shelf[1]/book[1]")[:3] == [
        "book",
        "lang",
        "title",
    ]
    assert STAGE.texts("(//@lang)[1]/following::title") == ["Dế Mèn", "Emma", "Số đỏ", "Kiều"]


def test_a_union_counts_a_node_once() -> None:
    assert STAGE.number("count(//book | //shelf/book | //book[1])") == 4
    assert STAGE.number("count(/ | /)") == 1


def test_a_hidden_node_may_ask_for_what_is_around_it() -> None:
    stage = Stage("<data><a>1</a><hidden>2</hidden><b>3</b></data>")
    hidden = stage.node("/data/hidden")
    hidden.parent.children.remove(hidden)  # type: ignore[union-attr, attr-defined]
    context = Context(hidden, stage.environment)
    assert [node.name for node in compile_expression(". | ../*").nodes(context)] == ["a", "b", "hidden"]
    assert compile_expression("preceding-sibling::* | following::*").nodes(context) == []


def test_a_union_of_documents_keeps_each_together() -> None:
    stage = Stage("<data><a>1</a></data>", instances={"other": "<root><a>2</a></root>"})
    assert sorted(stage.texts("/data/a | instance('other')/root/a | //a")) == ["1", "2"]


def test_names_ask_the_tree_for_children_by_name() -> None:
    asked: list[tuple[str, str | None]] = []
    stage = Stage("<data><a/></data>", namespaces={"x": "urn:x"})
    answer = stage.environment.root.named_children

    def named_children(name: str, namespace: str | None) -> object:
        asked.append((name, namespace))
        return answer(name, namespace)

    stage.environment.root.named_children = named_children  # type: ignore[assignment, method-assign]
    stage.value("/data/a")
    stage.value("/x:data")
    assert asked == [("data", None), ("data", "urn:x")]


def test_a_predicate_knows_position_size_and_the_node_the_expression_is_for() -> None:
    stage = Stage("<data><want>b</want><row><k>a</k></row><row><k>b</k></row><row><k>c</k></row></data>")
    assert stage.texts("/data/row[k = current()/../want]/k", at="/data/want") == ["b"]
    assert stage.texts("/data/row[position() mod 2 = 1]/k") == ["a", "c"]
    assert stage.texts("/data/row[last() - 1]/k") == ["b"]
    assert stage.texts("/data/row[position() > 1][1]/k") == ["b"]
    assert stage.texts("/data/row[1.5]") == []


def test_a_predicate_that_is_a_path_asks_whether_there_is_a_node_blank_or_not() -> None:
    stage = Stage("<data><row><k>a</k><flag/></row><row><k>b</k></row></data>")
    assert stage.texts("/data/row[flag]/k") == ["a"]


def test_a_value_is_no_start_of_a_path() -> None:
    for source in ("count('a')", "'a' | 'b'", "concat('a')/b", "(1)[1]", "sum(1)"):
        with pytest.raises(XPathError) as caught:
            STAGE.value(source)
        assert "đường dẫn" in caught.value.message.vi


def test_nodes_of_an_expression_that_gives_a_value_are_an_error() -> None:
    with pytest.raises(XPathError):
        compile_expression("1 + 1").nodes(Context(STAGE.environment.root, STAGE.environment))


def test_a_node_of_a_document_knows_its_place_among_its_namesakes() -> None:
    document = tree_of(b"<r><a/><b/><a/>text</r>")
    root = document.children[0]
    assert [child.sibling_position() for child in root.children] == [1, 1, 2, 1]
    assert document.sibling_position() == 1
    assert document.string_value() == root.string_value() == root.typed_value() == "text"


def test_a_document_with_a_plain_doctype_is_read_when_it_is_asked_for() -> None:
    assert tree_of(b"<!DOCTYPE r><r/>", plain_doctype=True).children[0].name == "r"
    with pytest.raises(XmlSyntaxError):
        tree_of(b"<!DOCTYPE r><r/>")
    with pytest.raises(XmlSyntaxError):
        tree_of(b"<!DOCTYPE r [<!ENTITY e 'x'>]><r>&e;</r>", plain_doctype=True)


def test_a_document_type_that_is_named_is_never_loaded(tmp_path: Path) -> None:
    outside = tmp_path / "r.dtd"
    outside.write_text("<!ENTITY e 'loaded'>", encoding="utf-8")
    document = tree_of(f"<!DOCTYPE r SYSTEM '{outside}'><r>as it is</r>".encode(), plain_doctype=True)
    assert document.string_value() == "as it is"
    named = tree_of(f"<!DOCTYPE r SYSTEM '{outside}'><r>&e;</r>".encode(), plain_doctype=True)
    assert "loaded" not in named.string_value()


def test_a_processing_instruction_has_its_target_as_name_and_its_data_as_value() -> None:
    assert STAGE.names("//processing-instruction() | /processing-instruction()") == ["print", "end"]
    assert STAGE.texts("//shelf/processing-instruction()") == ["now"]
    assert STAGE.texts("/processing-instruction()") == [""]
    assert (
        compile_expression("//node()").nodes(Context(STAGE.environment.root, STAGE.environment))[0].kind
        is NodeKind.COMMENT
    )
