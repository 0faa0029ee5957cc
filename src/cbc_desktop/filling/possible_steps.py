"""Whether steps fit a form as it is now: the log may be of another version of the form, or from elsewhere.

To be asked before the first of them is taken, for half an edit must not be put back.
"""

from __future__ import annotations

from collections.abc import Iterable

from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.nodes import LeafNode, RepeatNode
from cbc_desktop.engine.saved_form import Restoring, RowBack, RowGone, RowMoved, ValueBack
from cbc_desktop.engine.tree import LiveTree


def can_be_put_back(tree: LiveTree, steps: Iterable[Restoring]) -> bool:
    there, coming = set(tree.rows), set[RowId]()
    for step in steps:
        if not _fits(tree, step, there, coming):
            return False
        if isinstance(step, RowBack):
            there.add(step.row.id)
            coming.add(step.row.id)
        elif isinstance(step, RowGone):
            there.remove(step.row_id)
    return True


def _fits(tree: LiveTree, step: Restoring, there: set[RowId], coming: set[RowId]) -> bool:
    match step:
        case RowBack(row):
            repeat = Address(row.parent, row.path)
            is_table = row.path in tree if row.parent in coming else _is(tree, repeat, RepeatNode)
            return is_table and row.id not in there
        case RowGone(row_id) | RowMoved(row_id):
            return row_id in there
        case ValueBack(address):
            return address.path in tree if address.row in coming else _is(tree, address, LeafNode)


def _is(tree: LiveTree, address: Address, kind: type[LeafNode] | type[RepeatNode]) -> bool:
    return tree.holds(address) and isinstance(tree.find(address), kind)
