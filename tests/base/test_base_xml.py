"""XML from outside: nothing is fetched, nothing is expanded, and what is well-formed comes back the same."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbc_desktop.base.xml import (
    Comment,
    ProcessingInstruction,
    SubElement,
    XmlSyntaxError,
    canonical,
    element,
    local_name,
    namespace,
    parse,
    serialise,
)

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
XML_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"))

HOSTILE = {
    "a document type": "<!DOCTYPE a><a/>",
    "an entity": '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    "a file of this machine": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    "a file in an attribute": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a b="&x;"/>',
    "an address": '<!DOCTYPE a SYSTEM "http://localhost:9/a.dtd"><a/>',
    "a parameter entity": '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://localhost:9/a.dtd"> %x;]><a/>',
    "a billion laughs": f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]><a>&l9;</a>',
    "a billion laughs in an attribute": f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]><a b="&l9;"/>',
    "a depth without end": "<a>" * 5000 + "</a>" * 5000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_document_is_refused_at_once(kind: str) -> None:
    begun = perf_counter()
    with pytest.raises(XmlSyntaxError):
        parse(HOSTILE[kind].encode())
    assert perf_counter() - begun < 2


def test_an_inclusion_is_an_element_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    address = (tmp_path / "secret").as_uri()
    root = parse(
        f'<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{address}" parse="text"/></a>'.encode()
    )
    assert b">secret<" not in serialise(root)
    assert local_name(root[0]) == "include"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", 1),
        (b"<a>\n<b>\n</a>", 3),
        (b"<a>\n\n&nbsp;</a>", 3),
        (b"<a>\x00</a>", 1),
        (b"\xff\xff", 1),
        (b"not xml", 1),
    ],
)
def test_what_is_not_well_formed_is_refused_with_its_line(content: bytes, line: int) -> None:
    with pytest.raises(XmlSyntaxError) as refused:
        parse(content)
    assert refused.value.line == line
    assert str(refused.value)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_document_or_a_syntax_error(content: bytes) -> None:
    try:
        root = parse(content)
    except XmlSyntaxError:
        return
    assert canonical(parse(serialise(root))) == canonical(root)


@given(XML_TEXT, XML_TEXT)
def test_text_and_attributes_come_back_as_they_were(text: str, attribute: str) -> None:
    root = element("a", {"b": attribute})
    root.text = text
    read = parse(serialise(root))
    assert (read.text or "", read.get("b")) == (text, attribute)
    assert canonical(read) == canonical(root)


def test_line_ends_and_tabs_of_people_come_back_as_they_were() -> None:
    root = element("a", {"b": "một\nhai\tba\r\nbốn"})
    root.text = "một\nhai\tba\r\nbốn"
    read = parse(serialise(root))
    assert read.text == read.get("b") == "một\nhai\tba\r\nbốn"


def test_the_canonical_form_forgets_how_it_was_written() -> None:
    first = parse(b"<?xml version='1.0'?><a  c='2' b='1'><!-- note --><d></d></a>")
    second = parse(b'<a b="1" c="2"><d/></a>')
    assert canonical(first) == canonical(second) == b'<a b="1" c="2"><d></d></a>'


def test_the_canonical_form_of_a_part_does_not_depend_on_what_stands_around_it() -> None:
    inside = parse(b'<o xmlns="urn:x" xmlns:unused="urn:y"><a xmlns="urn:x">1</a></o>')[0]
    assert canonical(inside) == canonical(parse(b'<a xmlns="urn:x">1</a>'))


def test_names_are_told_apart_from_their_namespace() -> None:
    root = element("{urn:x}a", namespaces={None: "urn:x"})
    child = SubElement(root, "b")
    assert (local_name(root), namespace(root)) == ("a", "urn:x")
    assert (local_name(child), namespace(child)) == ("b", "")


def test_comments_and_instructions_have_no_name() -> None:
    for node in (Comment("note"), ProcessingInstruction("target", "text")):
        assert (local_name(node), namespace(node)) == ("", "")
