"""A stage for expressions: a small form whose answers have types, and an environment that stands still."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone

from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.xpath import Context, Expression, Node, Scalar, Value, compile_expression
from cbc_desktop.xpath.filing import Filing
from cbc_desktop.xpath.node_index import LeafNames, NodeIndex, StillIndex
from cbc_desktop.xpath.nodes import NodeKind
from cbc_desktop.xpath.values import to_boolean
from cbc_desktop.xpath.xml_tree import tree_of

HANOI = timezone(timedelta(hours=7))
NOW = datetime(2026, 8, 24, 9, 5, 7, 250_000, tzinfo=HANOI)

_TYPES: Mapping[str, Callable[[str], Scalar]] = {
    "int": float,
    "decimal": float,
    "boolean": "true".__eq__,
    "date": date.fromisoformat,
    "dateTime": datetime.fromisoformat,
    "time": time.fromisoformat,
}


class TypedNode:
    """A node of an XML document whose attribute ``type`` is that of its bind; the attribute itself is not seen."""

    def __init__(self, node: Node, parent: TypedNode | None = None) -> None:
        self._node = node
        self._type = next((a.string_value() for a in node.attributes if a.name == "type"), "")
        self.kind, self.name, self.namespace, self.parent = node.kind, node.name, node.namespace, parent
        self.qualified_name = node.qualified_name
        self.children = [TypedNode(child, self) for child in node.children]
        self.attributes = [TypedNode(attribute, self) for attribute in node.attributes if attribute.name != "type"]

    def named_children(self, name: str, namespace: str | None) -> Sequence[TypedNode]:
        return [
            child
            for child in self.children
            if child.kind is NodeKind.ELEMENT and child.name == name and namespace in (None, child.namespace)
        ]

    def children_index(self, name: str, leaf: LeafNames, filing: Filing) -> NodeIndex:
        return StillIndex(self.named_children(name, None), leaf, filing)

    def children_total(self, name: str, leaf: LeafNames) -> None:
        return None

    def sibling_position(self) -> int:
        assert self.parent is not None
        return 1 + self.parent.named_children(self.name, None).index(self)

    def holds(self) -> bool:
        leaf = not any(child.kind is NodeKind.ELEMENT for child in self.children)
        return to_boolean(self.typed_value()) if leaf else True

    def string_value(self) -> str:
        return self._node.string_value()

    def typed_value(self) -> Scalar:
        text = self.string_value()
        return _TYPES[self._type](text) if text and self._type else text


@dataclass
class StillEnvironment:
    """Gives what a test put in; its clock never moves."""

    root: Node
    language: str = "vi"
    moment: datetime = NOW
    instances: dict[str, Node] = field(default_factory=dict)
    identifiers: SeededIdentifiers = field(default_factory=SeededIdentifiers)

    def around(self, node: Node) -> Sequence[Node]:
        return ()

    def now(self) -> datetime:
        return self.moment

    def new_uuid(self) -> str:
        return self.identifiers.new_uuid()

    def random(self) -> float:
        return self.identifiers.random()

    def instance(self, id: str) -> Node | None:  # noqa: A002 - the protocol's word
        return self.instances.get(id)

    def itext(self, id: str) -> str:  # noqa: A002 - the protocol's word
        return f"[{self.language}] {id}"

    def choice_name(self, value: str, path: str, context: Node) -> str:
        return f"{value} of {path} seen from {context.name}"

    def property(self, name: str) -> str:
        return {"username": "lan"}.get(name, "")


class Stage:
    """An XML text as a form; expressions are evaluated at the node that ``at`` names."""

    def __init__(
        self,
        xml: str = "<data/>",
        *,
        instances: Mapping[str, str] | None = None,
        namespaces: Mapping[str, str] | None = None,
    ) -> None:
        self.environment = StillEnvironment(TypedNode(tree_of(xml.encode())))
        self.environment.instances = {name: tree_of(text.encode()) for name, text in (instances or {}).items()}
        self._namespaces = dict(namespaces or {})

    def node(self, path: str) -> Node:
        [node] = self._compiled(path).nodes(Context(self.environment.root, self.environment))
        return node

    def value(self, source: str, at: str = "/") -> Value:
        return self._compiled(source).value(self._context(at))

    def string(self, source: str, at: str = "/") -> str:
        return self._compiled(source).string(self._context(at))

    def number(self, source: str, at: str = "/") -> float:
        return self._compiled(source).number(self._context(at))

    def boolean(self, source: str, at: str = "/") -> bool:
        return self._compiled(source).boolean(self._context(at))

    def texts(self, source: str, at: str = "/") -> list[str]:
        """The string-values of the nodes that the expression gives."""
        return [node.string_value() for node in self._compiled(source).nodes(self._context(at))]

    def names(self, source: str, at: str = "/") -> list[str]:
        return [node.name for node in self._compiled(source).nodes(self._context(at))]

    def _compiled(self, source: str) -> Expression:
        return compile_expression(source, self._namespaces)

    def _context(self, at: str) -> Context:
        return Context(self.node(at), self.environment)
