"""How far a page is while it is being filled in: only rows in which something changed are counted again."""

from __future__ import annotations

from collections.abc import Iterator

from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.engine.navigation import Page, Progress, counted
from cbc_desktop.engine.nodes import Branch, LiveNode, RepeatNode, RowNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.tree import rows_below
from cbc_desktop.forms.definition import LeafDef, NodeDef, Path

_OUTSIDE: RowId = ""
"""Stands for what lies in no row."""


class RunningProgress:
    """Of one page. With a row, the rows around it and what lies in no row are counted: they may ask what is in it."""

    def __init__(self, session: FormSession, page: Page) -> None:
        self._session, self._page = session, page
        self._total = Progress()
        self._parts: dict[RowId, Progress] = {}
        self._around: dict[RowId, RowId] = {}
        """The row around each row that was counted."""
        self._stale: set[RowId] = {_OUTSIDE, *(row.id for row in self._rows())}
        self._may_be_readonly = frozenset(_may_be_readonly(session.definition.root, around=False))

    def follow(self, changes: ChangeSet) -> None:
        """To be told of every change; what it touched is counted when ``total`` is next asked for."""
        for address in changes.values | changes.relevance | changes.violations:
            self._touched(address)
        for address in changes.properties:
            if address.path in self._may_be_readonly:
                self._touched(address)
        for row_id in changes.rows_removed:
            self._removed(row_id)
        for row_id in changes.rows_added:
            if row_id in self._session.tree.rows:
                self._touched(self._session.row(row_id).address)

    @property
    def total(self) -> Progress:
        for row_id in self._stale:
            if not row_id:
                self._count(_OUTSIDE, counted(self._outside_rows()))
            elif row_id in self._session.tree.rows:
                row = self._session.row(row_id)
                self._around[row_id] = row.repeat.row.id if row.repeat.row else _OUTSIDE
                self._count(row_id, counted(_of_row(row)))
        self._stale.clear()
        return self._total

    def _count(self, row_id: RowId, part: Progress) -> None:
        self._total += part - self._parts.get(row_id, Progress())
        self._parts[row_id] = part

    def _touched(self, address: Address) -> None:
        if not self._page.holds(address.path):
            return
        self._stale.add(_OUTSIDE)
        row = self._session.tree.rows.get(address.row)
        while row is not None:
            self._stale.add(row.id)
            row = row.repeat.row

    def _removed(self, row_id: RowId) -> None:
        if row_id in self._parts:
            self._total -= self._parts.pop(row_id)
            self._stale.update((_OUTSIDE, self._around.pop(row_id)))

    def _rows(self) -> Iterator[RowNode]:
        for top in self._page.tops(self._session):
            if isinstance(top, RepeatNode):
                for row in top.rows:
                    yield row
                    yield from rows_below(row)
            elif isinstance(top, Branch):
                yield from rows_below(top)

    def _outside_rows(self) -> Iterator[LiveNode]:
        for top in self._page.tops(self._session):
            if isinstance(top, LiveNode):
                yield from _but_rows(top)


def _of_row(row: RowNode) -> Iterator[LiveNode]:
    """The row and what is in it, but for rows inside it."""
    return (node for node in row.within.values() if isinstance(node, LiveNode))


def _but_rows(node: LiveNode) -> Iterator[LiveNode]:
    yield node
    if isinstance(node, Branch):
        for member in node.members.values():
            if not isinstance(member, RepeatNode):
                yield from _but_rows(member)


def _may_be_readonly(node: NodeDef, *, around: bool) -> Iterator[Path]:
    """Paths whose questions the form opens and closes; of the other properties nothing is counted."""
    readonly = around or node.bind.readonly is not None
    if readonly:
        yield node.path
    if not isinstance(node, LeafDef):
        for child in node.children:
            yield from _may_be_readonly(child, around=readonly)
