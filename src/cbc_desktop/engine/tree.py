"""The live tree as a whole: built from a definition, indexed by address, with its rows added and taken away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cbc_desktop.base.errors import BugError
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.nodes import Branch, Document, GroupNode, LeafNode, LiveNode, RepeatNode, RowNode
from cbc_desktop.forms.definition import FormDefinition, GroupDef, InitialRow, LeafDef, NodeDef, RepeatDef

Member = LeafNode | GroupNode | RepeatNode
Found = LeafNode | GroupNode | RepeatNode | RowNode
Index = dict[str, Found]
"""Nodes by generic path: those of one row, or those outside all rows."""

Scope = RowNode | None
"""A part of the tree: one row with everything in it, or None for the whole tree."""

ROW_ID_LEAF = "rid"
"""The leaf of a repeat that carries its row's name (decision 4)."""


class LiveTree:
    """Begins with the groups and leaves of the form and no rows at all."""

    def __init__(self, definition: FormDefinition) -> None:
        self.definition = definition
        self.rows: dict[RowId, RowNode] = {}
        self._top: Index = {}
        self._chains = dict(_repeat_chains(definition.root, ()))
        self.document = Document()
        self.document.root = GroupNode(definition.root, self.document, None)
        self._top[definition.root.path] = self.document.root
        self._fill(self.document.root, definition.root.children, self._top, None)

    def repeat_chain(self, path: str) -> tuple[str, ...]:
        """The paths of the repeats around and including ``path``, outermost first."""
        return self._chains[path]

    def __contains__(self, path: str) -> bool:
        return path in self._chains

    def find(self, address: Address) -> Found:
        """The node at ``address``; BugError when there is none."""
        scope = self._top if not address.row else self.row(address.row).within
        try:
            return scope[address.path]
        except KeyError as error:
            raise BugError(f"{address} is not in the tree") from error

    def holds(self, address: Address) -> bool:
        """Whether there is a node at ``address``."""
        if not address.row:
            return address.path in self._top
        return address.row in self.rows and address.path in self.rows[address.row].within

    def leaf(self, address: Address) -> LeafNode:
        node = self.find(address)
        if not isinstance(node, LeafNode):
            raise BugError(f"{address} holds no answer")
        return node

    def repeat(self, address: Address) -> RepeatNode:
        node = self.find(address)
        if not isinstance(node, RepeatNode):
            raise BugError(f"{address} is no repeat")
        return node

    def row(self, row_id: RowId) -> RowNode:
        try:
            return self.rows[row_id]
        except KeyError as error:
            raise BugError(f"there is no row {row_id}") from error

    def insert_row(self, repeat: RepeatNode, row_id: RowId, position: int) -> RowNode:
        """A new row with the values of the template; its ``rid`` leaf, if it has one, carries its name."""
        if row_id in self.rows:
            raise BugError(f"row {row_id} exists already")
        row = RowNode(repeat, row_id)
        row.within[repeat.path] = row
        self._fill(row, repeat.definition.children, row.within, row)
        name_leaf = row.members.get(ROW_ID_LEAF)
        if isinstance(name_leaf, LeafNode):
            name_leaf.write(row_id)
        self.rows[row_id] = row
        repeat.insert(position, row)
        return row

    def add_row(
        self, repeat: RepeatNode, position: int, identifiers: IdentifierSource, row_id: RowId | None = None
    ) -> RowNode:
        """A new row with the rows that it begins with."""
        row = self.insert_row(repeat, row_id or identifiers.new_uuid(), position)
        self.add_default_rows(row, identifiers)
        return row

    def add_default_rows(
        self, branch: Branch, identifiers: IdentifierSource, rows: Mapping[str, tuple[InitialRow, ...]] | None = None
    ) -> None:
        """The rows that a branch begins with: ``rows``, or else the template's; ``jr:count`` goes on from them."""
        for member in branch.members.values():
            if isinstance(member, GroupNode):
                self.add_default_rows(member, identifiers, rows)
            elif isinstance(member, RepeatNode):
                for initial in _begun(member.definition, rows):
                    row = self.insert_row(member, identifiers.new_uuid(), len(member.rows))
                    for path, text in initial.values.items():
                        self.leaf(Address(row.id, path)).write(text)
                    self.add_default_rows(row, identifiers, initial.rows)

    def remove_row(self, row: RowNode) -> None:
        for inner in list(rows_below(row)):
            del self.rows[inner.id]
        del self.rows[row.id]
        row.repeat.remove(row)

    def _fill(self, branch: Branch, children: tuple[NodeDef, ...], index: Index, row: Scope) -> None:
        for child in children:
            member: Member
            if isinstance(child, LeafDef):
                member = LeafNode(child, branch, row)
            elif isinstance(child, GroupDef):
                member = GroupNode(child, branch, row)
                self._fill(member, child.children, index, row)
            else:
                member = RepeatNode(child, branch)
            branch.members[child.name] = member
            index[child.path] = member

    def instances(self, path: str, scope: Scope = None) -> Iterator[LiveNode]:
        """All nodes of a generic path inside ``scope``; for a repeat's own path its rows."""
        for index in self._indexes(self._chains[path], scope):
            node = index[path]
            assert isinstance(node, LiveNode)
            yield node

    def row_in_common(self, node: LiveNode, path: str) -> Scope:
        """The innermost row around ``node`` that nodes of ``path`` may lie in too."""
        chain, row = self._chains[path], node.row
        while row is not None and row.path not in chain:
            row = row.repeat.row
        return row

    def repeats(self, path: str, scope: Scope = None) -> Iterator[RepeatNode]:
        """All repeats of a generic path inside ``scope``."""
        for index in self._indexes(self._chains[path][:-1], scope):
            node = index[path]
            assert isinstance(node, RepeatNode)
            yield node

    def _indexes(self, chain: tuple[str, ...], scope: Scope) -> Iterator[Index]:
        """The nodes by path at the end of a chain of repeats, once for each of its innermost rows."""
        if scope is None:
            return _below(self._top, chain)
        return _below(scope.within, chain[chain.index(scope.path) + 1 :])

    def walk(self) -> Iterator[LiveNode]:
        """Every element in document order, the root first, relevant or not."""
        return elements_from(self.document.root)


def _below(index: Index, chain: tuple[str, ...]) -> Iterator[Index]:
    if not chain:
        yield index
        return
    repeat = index[chain[0]]
    assert isinstance(repeat, RepeatNode)
    for row in repeat.rows:
        yield from _below(row.within, chain[1:])


def elements_from(node: LiveNode) -> Iterator[LiveNode]:
    yield node
    if isinstance(node, Branch):
        for child in node.elements():
            yield from elements_from(child)


def rows_below(branch: Branch) -> Iterator[RowNode]:
    for node in elements_from(branch):
        if isinstance(node, RowNode) and node is not branch:
            yield node


def _repeat_chains(node: GroupDef | RepeatDef, chain: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield node.path, chain
    for child in node.children:
        if isinstance(child, LeafDef):
            yield child.path, chain
        else:
            yield from _repeat_chains(child, (*chain, child.path) if isinstance(child, RepeatDef) else chain)


def _begun(repeat: RepeatDef, rows: Mapping[str, tuple[InitialRow, ...]] | None) -> tuple[InitialRow, ...]:
    """Where rows are counted, those that say what a new row would say are left to the count."""
    begun = repeat.initial if rows is None else rows.get(repeat.path, ())
    return begun if repeat.count is None or any(map(_says_more, begun)) else ()


def _says_more(initial: InitialRow) -> bool:
    inner = (row for rows in initial.rows.values() for row in rows)
    return bool(initial.values) or any(map(_says_more, inner))
