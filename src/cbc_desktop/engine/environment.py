"""The world as the formulas of one session see it: instances, texts, choices, time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from cbc_desktop.engine.nodes import LeafNode, LiveNode, RepeatNode
from cbc_desktop.engine.tree import LiveTree
from cbc_desktop.engine.world import World
from cbc_desktop.forms.definition import LocalizedText
from cbc_desktop.forms.xform_model import full_path
from cbc_desktop.xpath import Context, Expression, Node, XPathError
from cbc_desktop.xpath.xml_tree import still_tree_of

if TYPE_CHECKING:
    from cbc_desktop.engine.choices import Choices


NOT_COMPUTABLE = "?"
"""What stands in a text for an output that cannot be computed."""


class FormEnvironment:
    """``xpath.Environment`` over a live tree."""

    choices: Choices

    def __init__(self, tree: LiveTree, world: World) -> None:
        self._tree, self._world = tree, world
        self._instances: dict[str, Node | None] = {}
        self.language = tree.definition.default_language
        self._other_forms: Mapping[str, Node] = {}

    @contextmanager
    def beside(self, other_forms: Mapping[str, Node]) -> Iterator[None]:
        """While offers are looked for, ``instance()`` finds these documents by form id."""
        self._other_forms = other_forms
        try:
            yield
        finally:
            self._other_forms = {}

    @property
    def root(self) -> Node:
        return self._tree.document

    def around(self, node: Node) -> Sequence[Node]:
        row = node.row if isinstance(node, LiveNode | RepeatNode) else None
        if row is None:
            return ()
        chain: list[Node] = [row]
        while (above := chain[-1].parent) is not None and above.parent is not None:
            chain.append(above)
        return chain[::-1] if chain[-1] is self._tree.document.root else ()  # else of another form of the dossier

    def now(self) -> datetime:
        return self._world.clock.now()

    def new_uuid(self) -> str:
        return self._world.identifiers.new_uuid()

    def random(self) -> float:
        return self._world.identifiers.random()

    def property(self, name: str) -> str:
        return self._world.properties.get(name, "")

    def instance(self, id: str) -> Node | None:  # noqa: A002 - the specification's word
        if id in self._other_forms:
            return self._other_forms[id]
        if id not in self._instances:
            self._instances[id] = self._parsed(id)
        return self._instances[id]

    def _parsed(self, instance_id: str) -> Node | None:
        for instance in self._tree.definition.instances:
            if instance.id == instance_id and instance.content:
                return still_tree_of(instance.content)
        return None

    def itext(self, id: str) -> str:  # noqa: A002 - the specification's word
        text = self._tree.definition.itext.get(id)
        return self.text(text, self._tree.document.root) if text else ""

    def choice_name(self, value: str, path: str, context: Node) -> str:
        if not isinstance(context, LiveNode):
            return ""
        target = full_path(path, context.path)
        if target not in self._tree:
            return ""
        for node in self._tree.instances(target, self._tree.row_in_common(context, target)):
            if isinstance(node, LeafNode):
                return self.choices.label_of(node, value)
        return ""

    def context(self, node: Node) -> Context:
        return Context(node, self)

    def text(self, text: LocalizedText, node: Node, language: str | None = None) -> str:
        """The text in the language on show, or in another one, its outputs evaluated at ``node``."""
        parts = text.parts(self.language if language is None else language)
        return "".join(part if isinstance(part, str) else self._output(part, node) for part in parts)

    def _output(self, expression: Expression, node: Node) -> str:
        try:
            return expression.string(self.context(node))
        except XPathError:  # the rest of the sentence is still worth reading
            return NOT_COMPUTABLE
