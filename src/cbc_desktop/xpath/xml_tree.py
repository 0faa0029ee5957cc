"""Nodes over an XML document: secondary instances, submissions, and trees for tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from cbc_desktop.base import xml
from cbc_desktop.xpath.filing import Filing
from cbc_desktop.xpath.node_index import LeafNames, NodeIndex, StillIndex
from cbc_desktop.xpath.nodes import NodeKind, Scalar


class Name(NamedTuple):
    """A local name with its namespace and the prefix that stands for it."""

    local: str = ""
    namespace: str = ""
    prefix: str = ""


_NAMELESS = Name()


class XmlNode:
    """A node of an XML document that does not change once it is built; satisfies the Node protocol.

    ``text`` is None for documents and elements, whose string-value is put together when it is first asked for; an
    element that holds nothing but text has it as its own, and the node of that text is made when it is asked for.
    """

    __slots__ = (
        "_by_name",
        "_children",
        "_indexes",
        "_text",
        "attributes",
        "kind",
        "name",
        "namespace",
        "parent",
        "prefix",
    )

    def __init__(self, kind: NodeKind, name: Name, text: str | None, parent: XmlNode | None) -> None:
        self.kind = kind
        self.name, self.namespace, self.prefix = name
        self.parent = parent
        self._children: list[XmlNode] | None = None
        self.attributes: Sequence[XmlNode] = ()
        self._text = text
        # Made when they are needed: a register of agencies has a million nodes, nearly all of them without any.
        self._by_name: dict[str, list[XmlNode]] | None = None
        self._indexes: dict[tuple[str, LeafNames, Filing], NodeIndex] | None = None

    @property
    def qualified_name(self) -> str:
        return f"{self.prefix}:{self.name}" if self.prefix else self.name

    @property
    def children(self) -> Sequence[XmlNode]:
        if self._children is None:
            if not self._text or self.kind is not NodeKind.ELEMENT:
                return ()
            self._children = [XmlNode(NodeKind.TEXT, _NAMELESS, self._text, self)]
        return self._children

    def named_children(self, name: str, namespace: str | None) -> Sequence[XmlNode]:
        named = self._named(name)
        return named if namespace is None else [child for child in named if child.namespace == namespace]

    def _named(self, name: str) -> Sequence[XmlNode]:
        """Looking through a few is as quick as a dictionary, and takes no room."""
        if self._children is None:
            return ()
        if len(self._children) <= _FEW:
            return [child for child in self._children if child.name == name and child.kind is NodeKind.ELEMENT]
        if self._by_name is None:
            self._by_name = _by_name(self._children)
        return self._by_name.get(name, ())

    def children_index(self, name: str, leaf: LeafNames, filing: Filing) -> NodeIndex:
        key = (name, leaf, filing)
        if self._indexes is None:
            self._indexes = {}
        if key not in self._indexes:
            self._indexes[key] = StillIndex(self.named_children(name, None), leaf, filing)
        return self._indexes[key]

    def children_total(self, name: str, leaf: LeafNames) -> None:
        return None

    def sibling_position(self) -> int:
        if self.parent is None or self.kind is not NodeKind.ELEMENT:
            return 1
        siblings = self.parent.named_children(self.name, self.namespace)
        return 1 + next(index for index, sibling in enumerate(siblings) if sibling is self)

    def string_value(self) -> str:
        if self._text is None:
            self._text = "".join(child.string_value() for child in self.children if child.kind in _OF_STRING_VALUE)
        return self._text

    def typed_value(self) -> Scalar:
        return self.string_value()

    def holds(self) -> bool:
        return True

    def append(self, child: XmlNode) -> None:
        """Take the next child while the tree is being built."""
        if self._children is None:
            self._children = []
        self._children.append(child)


_OF_STRING_VALUE = frozenset({NodeKind.ELEMENT, NodeKind.TEXT})
_FEW = 12


def _by_name(children: Iterable[XmlNode]) -> dict[str, list[XmlNode]]:
    named: dict[str, list[XmlNode]] = {}
    for child in children:
        if child.kind is NodeKind.ELEMENT:
            named.setdefault(child.name, []).append(child)
    return named


def tree_of(content: bytes, *, plain_doctype: bool = False) -> XmlNode:
    """The document node of an XML document; raises ``base.xml.XmlSyntaxError`` when it is not well-formed.

    ``plain_doctype``: see ``base.xml.parse``.
    """
    root = xml.parse(content, plain_doctype=plain_doctype)
    document = XmlNode(NodeKind.DOCUMENT, _NAMELESS, None, None)
    for part in (*reversed(list(root.itersiblings(preceding=True))), root, *root.itersiblings()):
        document.append(_node(part, document))
    return document


@lru_cache(maxsize=8)
def still_tree_of(content: bytes) -> XmlNode:
    """The same as `tree_of`; the same content is read once, for a register of agencies takes its seconds."""
    return tree_of(content)


def _node(part: xml.Element, parent: XmlNode) -> XmlNode:
    if part.tag is xml.Comment:
        return XmlNode(NodeKind.COMMENT, _NAMELESS, part.text, parent)
    if part.tag is xml.ProcessingInstruction:
        return XmlNode(NodeKind.PROCESSING_INSTRUCTION, Name(part.target), part.text or "", parent)
    return _element(part, parent)


def _element(part: xml.Element, parent: XmlNode) -> XmlNode:
    only_text = part.text if not len(part) else None
    element = XmlNode(NodeKind.ELEMENT, _element_name(xml.qualified_name(part), part.prefix or ""), only_text, parent)
    element.attributes = tuple(
        XmlNode(NodeKind.ATTRIBUTE, _attribute_name(part, qualified), text, element) for qualified, text in part.items()
    )
    if len(part):
        _append_text(element, part.text)
        for child in part:
            element.append(_node(child, element))
            _append_text(element, child.tail)
    return element


@lru_cache(maxsize=1024)
def _element_name(qualified: str, prefix: str) -> Name:
    """One object for all elements that are called so."""
    namespace, local = _parted(qualified)
    return Name(local, namespace, prefix)


def _attribute_name(element: xml.Element, qualified: str) -> Name:
    namespace, local = _parted(qualified)
    prefixes = (prefix for prefix, uri in element.nsmap.items() if prefix and uri == namespace)
    return Name(local, namespace, next(prefixes, "") if namespace else "")


def _parted(qualified: str) -> tuple[str, str]:
    """``{namespace}local``, as lxml has it."""
    namespace, _, local = qualified.removeprefix("{").rpartition("}")
    return namespace, local


def _append_text(element: XmlNode, text: str | None) -> None:
    if text:
        element.append(XmlNode(NodeKind.TEXT, _NAMELESS, text, element))
