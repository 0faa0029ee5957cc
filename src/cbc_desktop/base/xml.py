"""The one door to lxml: a parser that loads nothing from outside, and serialisation that repeats byte for byte."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from lxml import etree

Element = Any  # lxml's element has no public type of its own

SubElement = etree.SubElement
Comment = etree.Comment
ProcessingInstruction = etree.ProcessingInstruction


class XmlSyntaxError(Exception):
    """The bytes are not well-formed XML; ``line`` is where."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.line = line


def parse(content: bytes, *, plain_doctype: bool = False) -> Element:
    """The root element. External entities, networks and huge documents are refused.

    ``plain_doctype``: a ``<!DOCTYPE html>`` that declares nothing itself is accepted; what it names is never loaded.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_blank_text=False
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise XmlSyntaxError(error.msg or "empty document", error.lineno or 0) from error
    document = root.getroottree().docinfo
    if document.doctype and (_declares(document) or not plain_doctype):
        raise XmlSyntaxError("a document type declaration is not accepted", 1)
    return root


def _declares(document: Any) -> bool:
    declarations = document.internalDTD
    return bool(declarations.entities() or declarations.elements())


def prefixes_in(content: bytes) -> dict[str, str]:
    """Every prefix that a well-formed document declares anywhere, the outermost declaration winning."""
    found: dict[str, str] = {}
    for node in parse(content, plain_doctype=True).iter():
        for prefix, uri in node.nsmap.items() if isinstance(node.tag, str) else ():
            if prefix:
                found.setdefault(prefix, uri)
    return found


def element(
    name: str, attributes: Mapping[str, str] | None = None, namespaces: Mapping[str | None, str] | None = None
) -> Element:
    return etree.Element(name, dict(attributes or {}), nsmap=dict(namespaces or {}))


def serialise(root: Element) -> bytes:
    content: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return content


def canonical(root: Element) -> bytes:
    """Exclusive XML Canonicalization 1.0 without comments (https://www.w3.org/TR/xml-exc-c14n/).

    XmlSyntaxError for what has no canonical form, such as a relative namespace name.
    """
    try:
        content: bytes = etree.tostring(root, method="c14n", exclusive=True, with_comments=False)
    except etree.C14NError as error:
        raise XmlSyntaxError(f"no canonical form: {error}", root.sourceline or 0) from error
    return content


_NAME = re.compile(r"[^\W\d][\w.\-]{0,9999}")
"""libxml2 writes longer names, but reads none of more than 50,000 bytes."""


def is_name(text: str) -> bool:
    """Whether an element may be called so, without a prefix."""
    return _NAME.fullmatch(text) is not None


def qualified_name(node: Element) -> str:
    """As lxml writes it, ``{uri}local``; "" for comments, processing instructions and references to entities."""
    return node.tag if isinstance(node.tag, str) else ""


def local_name(node: Element) -> str:
    """The name without its namespace; "" for comments and processing instructions, which have none."""
    return str(etree.QName(node).localname) if isinstance(node.tag, str) else ""


def children_by_name(node: Element) -> dict[str, list[Element]]:
    """The child elements by local name, in the order in which each name comes first."""
    found: dict[str, list[Element]] = {}
    for child in node:
        if isinstance(child.tag, str):
            found.setdefault(local_name(child), []).append(child)
    return found


def namespace_of(qualified: str) -> str:
    """Of a name as lxml writes it, ``{uri}local``; "" where there is none."""
    return str(etree.QName(qualified).namespace or "")


def namespace(node: Element) -> str:
    """ "" where there is none, as for comments and processing instructions."""
    return str(etree.QName(node).namespace or "") if isinstance(node.tag, str) else ""


@contextmanager
def system_errors() -> Iterator[None]:
    """Raises OSError where a file is written piece by piece and cannot be: libxml2 says IO_ENOSPC and the like."""
    try:
        yield
    except etree.SerialisationError as error:
        number = getattr(errno, str(error).removeprefix("IO_"), errno.EIO)
        raise OSError(number, os.strerror(number)) from error
