"""What the paths of a formula are called by people: questions and choices by their labels, rows by their table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from cbc_desktop.base.message import Message
from cbc_desktop.engine.languages import in_both_languages
from cbc_desktop.engine.nodes import LeafNode, LiveNode, RepeatNode, RowNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.tree import ROW_ID_LEAF
from cbc_desktop.filling import spoken
from cbc_desktop.filling.reading import as_read
from cbc_desktop.filling.spoken import Said, put
from cbc_desktop.filling.whereabouts import table_label
from cbc_desktop.xpath import resolve
from cbc_desktop.xpath.reader import references_of
from cbc_desktop.xpath.syntax import Call, Literal, Path


class NoWordsError(Exception):
    """There are no words for a part of the formula."""


@dataclass(frozen=True, slots=True)
class Names:
    """``node`` has the formula; ``here`` is where a path starts: the node's own path, or that of the rows meant."""

    session: FormSession
    node: LiveNode
    here: str

    def said(self, path: Path) -> Said:
        resolved = self.resolved(path)
        if resolved == self.node.path and isinstance(self.node, LeafNode):
            return Said(spoken.THIS_ANSWER)
        node = self._like(resolved)
        label = self._label(node)
        if label is None:
            return Said(self._figure(node))
        name = Said(put("“{0}”", label))
        return spoken.OF_THIS_ROW.of(name) if self._looks_back(path, resolved) else name

    def leaf(self, path: Path) -> LeafNode | None:
        """The question that is meant, or that of another row."""
        node = self._like(self.resolved(path))
        return node if isinstance(node, LeafNode) else None

    def choice(self, path: Path, value: Literal) -> Message | None:
        """The label of a choice; None where the question has no such choice."""
        leaf = self.leaf(path)
        if leaf is None or not isinstance(value.value, str) or not leaf.definition.choices:
            return None
        choices = leaf.definition.choices
        if isinstance(choices, tuple):
            label = next((choice.label for choice in choices if choice.value == value.value), None)
            return None if label is None else in_both_languages(self.session, label, leaf)
        shown = self.session.choice_label(leaf, value.value)
        return Message(shown, shown)

    def is_row_name(self, path: Path) -> bool:
        """In a condition on rows: what other answers call one of them."""
        return self.here != self.node.path and self.resolved(path).endswith(f"/{ROW_ID_LEAF}")

    def resolved(self, path: Path) -> str:
        """The generic path, predicates left out, seen from where it starts."""
        references = references_of(bare(path))
        if len(references) != 1 or isinstance(path.start, Call) != _from_current(path):
            raise NoWordsError
        resolved = resolve(next(iter(references)), self.node.path if _from_current(path) else self.here)
        if resolved is None or resolved not in self.session.tree:
            raise NoWordsError
        return resolved

    def _looks_back(self, path: Path, resolved: str) -> bool:
        """In a condition on other rows, the row that the formula stands in is spoken of."""
        return self.here != self.node.path and _from_current(path) and bool(self.session.tree.repeat_chain(resolved))

    def _like(self, path: str) -> LiveNode | RepeatNode:
        """The node that is meant, or one like it: the first row's, or the table while it has no rows."""
        tree = self.session.tree
        tables = tree.repeats(path) if path in tree.repeat_chain(path) else ()
        nodes: Iterator[LiveNode | RepeatNode] = chain(
            tree.instances(path, tree.row_in_common(self.node, path)), tree.instances(path), tables
        )
        node = next(nodes, None)
        if node is None:
            raise NoWordsError
        return node

    def _label(self, node: LiveNode | RepeatNode) -> Message | None:
        if isinstance(node, RowNode | RepeatNode):
            return table_label(self.session, node.repeat if isinstance(node, RowNode) else node)
        label = node.definition.label
        return in_both_languages(self.session, label, node) if label else None

    def _figure(self, node: LiveNode | RepeatNode) -> Message:
        """A hidden figure of the form as a whole has no name, but it can be told."""
        if not isinstance(node, LeafNode) or node.row is not None or not node.lexical:
            raise NoWordsError
        read = as_read(self.session, node)
        return Message(read, read)


def bare(path: Path) -> Path:
    """Without predicates."""
    return replace(path, steps=tuple(replace(step, predicates=()) for step in path.steps))


def _from_current(path: Path) -> bool:
    return isinstance(path.start, Call) and path.start.name == "current"
