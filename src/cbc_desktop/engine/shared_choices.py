"""Follows choices that all rows share: a list that changes concerns only those who have chosen what changed in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cbc_desktop.engine.choices import MULTIPLE, Choices
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.engine.tree import LiveTree
from cbc_desktop.forms.definition import LeafDef, Path
from cbc_desktop.xpath.filing import Filing


@dataclass(frozen=True, slots=True)
class ChangedChoices:
    """``leaves`` offer something else now; those in ``chosen`` hold a value that is concerned."""

    leaves: tuple[LeafNode, ...]
    chosen: tuple[LeafNode, ...]


class SharedChoices:
    """One session's. A list that was ``forgotten`` is looked at again when ``take_changed`` is asked."""

    def __init__(self, tree: LiveTree, choices: Choices, questions: Mapping[Path, LeafDef]) -> None:
        self._tree, self._choices, self._questions = tree, choices, questions
        self._forgotten: dict[Path, LeafDef] = {}

    def __contains__(self, path: Path) -> bool:
        return path in self._questions

    def forget(self, path: Path) -> None:
        """What the list reads has changed."""
        self._forgotten[path] = self._questions[path]
        self._choices.forget_shared(self._questions[path])

    def take_changed(self) -> Iterator[ChangedChoices]:
        """Of the lists that were forgotten, those that say something else than before."""
        forgotten, self._forgotten = self._forgotten, {}
        for path, question in forgotten.items():
            leaves = tuple(node for node in self._tree.instances(path) if isinstance(node, LeafNode))
            values = self._choices.changed(leaves[0]) if leaves else None
            if values is not None:
                yield ChangedChoices(leaves, tuple(self._chosen(question, leaves, frozenset(values))))
        self._choices.settled(forgotten.values())

    def _chosen(self, question: LeafDef, leaves: tuple[LeafNode, ...], values: frozenset[str]) -> Iterator[LeafNode]:
        chain = self._tree.repeat_chain(question.path)
        if not chain:
            yield from leaves
            return
        filing = Filing.WORDS if question.control in MULTIPLE else Filing.TEXT
        for repeat in self._tree.repeats(chain[-1]):
            for row in repeat.indexes.of(question.path, filing).find_all(values):
                leaf = row.within[question.path]
                assert isinstance(leaf, LeafNode)
                yield leaf
