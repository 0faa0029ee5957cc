"""What the language needs to know of a tree: the small protocol that live forms and XML documents both satisfy."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from enum import Enum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from cbc_desktop.xpath.filing import Filing
    from cbc_desktop.xpath.node_index import LeafNames, NodeIndex

Scalar = str | float | bool | date | datetime | time
"""A value that is not a node-set. ``''`` is blank; whole numbers are floats too, as XPath 1.0 has them."""


class NodeKind(Enum):
    """Kinds of nodes of the XPath 1.0 data model (section 5); namespace nodes are left out."""

    DOCUMENT = "document"
    ELEMENT = "element"
    ATTRIBUTE = "attribute"
    TEXT = "text"
    COMMENT = "comment"
    PROCESSING_INSTRUCTION = "processing-instruction"


class Node(Protocol):
    """A node of any tree. One node is one object for as long as it lives: nodes are compared by identity."""

    @property
    def kind(self) -> NodeKind: ...

    @property
    def name(self) -> str:
        """The local name; a processing instruction's target; "" for documents, text and comments."""

    @property
    def qualified_name(self) -> str:
        """The name with the prefix that the document gives it, ``orx:meta``."""

    @property
    def namespace(self) -> str:
        """The namespace URI, "" when there is none."""

    @property
    def parent(self) -> Node | None:
        """The parent; for an attribute the element that carries it; None for the document."""

    @property
    def children(self) -> Sequence[Node]:
        """The children that XPath may see, in document order, without attributes.

        A node may be left out of its parent's children (it is not relevant) and still be asked for its value.
        """

    @property
    def attributes(self) -> Sequence[Node]: ...

    def named_children(self, name: str, namespace: str | None) -> Sequence[Node]:
        """The child elements of this local name, in document order; ``None`` asks for any namespace."""

    def children_index(self, name: str, leaf: LeafNames, filing: Filing) -> NodeIndex | None:
        """The child elements of this local name, filed under what their ``leaf`` holds; None: no such file is kept."""

    def children_total(self, name: str, leaf: LeafNames) -> float | None:
        """What ``sum()`` gives for the ``leaf`` of all children of this local name; None: no such sum is kept."""

    def sibling_position(self) -> int:
        """1 for the first of the siblings with the same name: what ``position(..)`` answers."""

    def string_value(self) -> str:
        """The string-value of XPath 1.0, section 5; a leaf of a form gives its lexical value."""

    def typed_value(self) -> Scalar:
        """The value in the type of its bind: ``''`` when blank; plain XML gives the string-value."""

    def holds(self) -> bool:
        """What the node alone counts as where a truth is asked for.

        It is true, because it exists (XPath 1.0, section 4.3). DIVERGES for a leaf of a form, whose value decides as in
        JavaRosa: ``relevant="/data/consent"`` is false while the answer is 0, false or blank.
        """
