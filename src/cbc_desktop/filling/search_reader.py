"""What of one form can be found: its questions and headings once, and every answer; and from entries back to places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from cbc_desktop.engine.address import Address
from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.engine.navigation import Page, page_of
from cbc_desktop.engine.nodes import LeafNode, LiveNode, RepeatNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.tree import elements_from
from cbc_desktop.filling.reading import as_read
from cbc_desktop.filling.snippet import Snippet
from cbc_desktop.forms.definition import GroupDef, LeafDef, NodeDef
from cbc_desktop.store.search import SearchEntry


class Part(Enum):
    """Where the words were found; the first is the likeliest to be meant."""

    QUESTION = 0
    ANSWER = 1
    CHOICE = 2
    HINT = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """``address`` is the question, in the first row for what a whole column has; ``row`` counts from 1, 0: in none."""

    form_id: str
    page: Page
    address: Address
    label: str
    row: int
    part: Part
    snippet: Snippet


class SearchReader:
    """Nodes that lie on no page, such as values that are only calculated, are left out.

    ``first_place`` is where the form begins in the order of all forms.
    """

    def __init__(self, form_id: str, session: FormSession, first_place: int) -> None:
        self._form_id, self._session = form_id, session
        self._definitions = {one.path: one for one in session.definition.nodes() if self._is_shown(one)}
        self._places = {path: place for place, path in enumerate(self._definitions, start=first_place)}
        found = ((path, page_of(session.definition, path)) for path in self._definitions)
        self._pages = {path: page for path, page in found if page is not None}

    def everything(self) -> Iterator[SearchEntry]:
        for path in self._pages:
            yield from self._of_question(path)
        for leaf in self._session.leaves():
            yield from self._of_answer(leaf)

    def anew(self, changes: ChangeSet) -> Iterator[SearchEntry]:
        """What the changes touch; the text of a column may follow its first row."""
        tree = self._session.tree
        rows = [tree.row(row_id) for row_id in changes.rows_added if row_id in tree.rows]
        new = {node.address for row in rows for node in row.within.values()}
        for address in changes.values | changes.relevance | changes.properties | new:
            node = tree.find(address) if not address.row or address.row in tree.rows else None
            if isinstance(node, LeafNode):
                yield from self._of_answer(node)
        for path in {address.path for address in changes.properties | new}:
            yield from self._of_question(path)

    def hit(self, entry: SearchEntry, found: Snippet) -> Hit:
        part, path = Part(entry.kind), entry.address.path
        at = self._session.tree.find(entry.address) if part is Part.ANSWER else self._target(path)
        row = at.row.index + 1 if part is Part.ANSWER and at.row is not None else 0
        return Hit(self._form_id, self._pages[path], at.address, self._label(path), row, part, found)

    def _is_shown(self, definition: NodeDef) -> bool:
        if isinstance(definition, LeafDef) and definition.control is None:
            return bool(definition.label and self._session.tree.repeat_chain(definition.path))
        return bool(definition.label) or isinstance(definition, LeafDef)

    def _of_question(self, path: str) -> Iterator[SearchEntry]:
        """Once for all rows: the label and hint of a column, and what it lets one choose."""
        if path not in self._pages:
            return
        at, hint = self._first(path), self._definitions[path].hint
        yield self._entry(Address("", path), Part.QUESTION, self._label(path))
        yield self._entry(Address("", path), Part.HINT, self._session.text(hint, at) if hint else "")
        if isinstance(at, LeafNode) and at.definition.choices and at.definition.takes_answers:
            for text in [choice.label for choice in self._session.choices(at)] or [""]:
                yield self._entry(Address("", path), Part.CHOICE, text)

    def _of_answer(self, leaf: LeafNode) -> Iterator[SearchEntry]:
        if leaf.path in self._pages:
            read = as_read(self._session, leaf) if leaf.relevant else ""
            yield self._entry(leaf.address, Part.ANSWER, read, leaf.lexical if read != leaf.lexical else "")

    def _entry(self, address: Address, part: Part, text: str, other: str = "") -> SearchEntry:
        return SearchEntry(self._form_id, address, part.value, self._places[address.path], text, other)

    def _label(self, path: str) -> str:
        definition = self._definitions[path]
        return self._session.text(definition.label, self._first(path)) if definition.label else definition.name

    def _first(self, path: str) -> LiveNode | RepeatNode:
        """The node in the first row; while its table has no row, the table."""
        tree = self._session.tree
        first = next(tree.instances(path), None)
        return first if first is not None else next(tree.repeats(tree.repeat_chain(path)[0]))

    def _target(self, path: str) -> LiveNode | RepeatNode:
        """Where a person wants to be who found this: in the question itself, or the first that stands below."""
        first = self._first(path)
        if not isinstance(self._definitions[path], GroupDef) or not isinstance(first, LiveNode):
            return first
        below = (node for node in elements_from(first) if isinstance(node, LeafNode) and node.definition.control)
        return next(below, first)
