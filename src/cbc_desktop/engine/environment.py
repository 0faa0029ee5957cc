"""The world as the formulas of one session see it: instances, texts, choices, time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from cbc_desktop.engine.nodes import LeafNode, LiveNode, RowNode
from cbc_desktop.engine.tree import LiveTree
from cbc_desktop.engine.world import World
from cbc_desktop.forms.definition import LocalizedText
from cbc_desktop.forms.xform_model import full_path
from cbc_desktop.xpath import Context, Expression, Node
from cbc_desktop.xpath.xml_tree import tree_of

if TYPE_CHECKING:
    from cbc_desktop.engine.choices import Choices


class FormEnvironment:
    """``xpath.Environment`` over a live tree. ``other_forms`` are the documents that offers may look at, by form id."""

    choices: Choices

    def __init__(self, tree: LiveTree, world: World) -> None:
        self._tree, self._world = tree, world
        self._instances: dict[str, Node | None] = {}
        self.language = tree.definition.default_language
        self.other_forms: Mapping[str, Node] = {}

    @property
    def root(self) -> Node:
        return self._tree.document

    def now(self) -> datetime:
        return self._world.clock.now()

    def new_uuid(self) -> str:
        return self._world.identifiers.new_uuid()

    def random(self) -> float:
        return self._world.identifiers.random()

    def property(self, name: str) -> str:
        return self._world.properties.get(name, "")

    def instance(self, id: str) -> Node | None:  # noqa: A002 - the specification's word
        if id in self.other_forms:
            return self.other_forms[id]
        if id not in self._instances:
            self._instances[id] = self._parsed(id)
        return self._instances[id]

    def _parsed(self, instance_id: str) -> Node | None:
        for instance in self._tree.definition.instances:
            if instance.id == instance_id and instance.content:
                return tree_of(instance.content)
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
        for node in self._tree.instances(target, _row_in_common(context, self._tree.repeat_chain(target))):
            if isinstance(node, LeafNode):
                return self.choices.label_of(node, value)
        return ""

    def context(self, node: LiveNode) -> Context:
        return Context(node, self)

    def text(self, text: LocalizedText, node: LiveNode, language: str | None = None) -> str:
        """The text in the language on show, or in another one, its outputs evaluated at ``node``."""
        return "".join(
            part.string(self.context(node)) if isinstance(part, Expression) else part
            for part in text.parts(self.language if language is None else language)
        )


def _row_in_common(node: LiveNode, chain: tuple[str, ...]) -> RowNode | None:
    row = node.row
    while row is not None and row.path not in chain:
        above = row.parent
        row = above.row if isinstance(above, LiveNode) else None
    return row
