"""Any XML document as the world of an expression; where it is an XForm, its instances and itext serve."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.forms.names import XFORMS, XHTML
from cbc_desktop.xpath.nodes import Node, NodeKind


@dataclass(frozen=True, slots=True)
class DocumentWorld:
    """An ``xpath.Environment``; ``root`` is the node that absolute paths start from."""

    document: Node
    root: Node
    language: str
    moment: datetime
    identifiers: IdentifierSource

    def around(self, node: Node) -> Sequence[Node]:
        return ()

    def now(self) -> datetime:
        return self.moment

    def new_uuid(self) -> str:
        return self.identifiers.new_uuid()

    def random(self) -> float:
        return self.identifiers.random()

    def property(self, name: str) -> str:
        return ""

    def instance(self, id: str) -> Node | None:  # noqa: A002 - the specification's word
        return next((node for node in _named(self.document, "instance") if _attribute(node, "id") == id), None)

    def itext(self, id: str) -> str:  # noqa: A002 - the specification's word
        for text in _named(self._translation(), "text"):
            if _attribute(text, "id") == id:
                return next((value.string_value() for value in _plain_values(text)), "")
        return ""

    def choice_name(self, value: str, path: str, context: Node) -> str:
        """A document has no controls, and so no choices."""
        return ""

    def _translation(self) -> Node:
        """In the language on show, else the default one, else the first; the document when there is none."""
        translations = list(_named(self.document, "translation"))
        spoken = (one for one in translations if self.language and _attribute(one, "lang") == self.language)
        default = (one for one in translations if any(mark.name == "default" for mark in one.attributes))
        return next(spoken, next(default, next(iter(translations), self.document)))


def is_form(document: Node) -> bool:
    """Whether the document is an XForm, or an instance of one: its names are asked for without their namespace."""
    root = next(child for child in document.children if child.kind is NodeKind.ELEMENT)
    return root.namespace != XHTML or any(True for _ in _named(document, "model"))


def _named(node: Node, name: str) -> Iterator[Node]:
    """The elements of the XForms vocabulary below a node, itself left out."""
    for child in node.children:
        if child.kind is NodeKind.ELEMENT:
            if child.name == name and child.namespace in ("", XFORMS):
                yield child
            yield from _named(child, name)


def _plain_values(text: Node) -> Iterator[Node]:
    return (value for value in _named(text, "value") if not _attribute(value, "form"))


def _attribute(node: Node, name: str) -> str:
    return next((one.string_value() for one in node.attributes if one.name == name), "")
