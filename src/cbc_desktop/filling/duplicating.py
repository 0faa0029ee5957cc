"""Rows once more: the same answers under new names, each behind the row that they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.changes import NOTHING, ChangeSet
from cbc_desktop.engine.nodes import LeafNode, RepeatNode, RowNode
from cbc_desktop.filling.form_filling import FormFilling


def duplicated(filling: FormFilling, row_ids: Iterable[RowId]) -> ChangeSet:
    """Inner rows included; what the form calculates or fills in by itself is its own business."""
    changes = NOTHING
    for row_id in row_ids:
        changes |= _duplicated(filling, row_id)
    return changes


def _duplicated(filling: FormFilling, row_id: RowId) -> ChangeSet:
    row = filling.session.row(row_id)
    behind = row.repeat.rows[row.index + 1].id if row.index + 1 < len(row.repeat.rows) else None
    changes = filling.add_rows(row.repeat.address, 1, behind)
    return changes | _filled(filling, row, changes.rows_added[0])


def _filled(filling: FormFilling, source: RowNode, target_id: RowId) -> ChangeSet:
    answers = {Address(target_id, leaf.path): leaf.lexical for leaf in _given(source)}
    changes = filling.answer_all(answers)
    for repeat in [node for node in source.within.values() if isinstance(node, RepeatNode)]:
        if not repeat.definition.fixed:
            changes |= _inner_rows(filling, repeat, Address(target_id, repeat.path))
    return changes


def _inner_rows(filling: FormFilling, source: RepeatNode, target: Address) -> ChangeSet:
    """As many rows as the source has; the new row may have begun with some."""
    there = filling.session.tree.repeat(target)
    changes = filling.add_rows(target, max(len(source.rows) - len(there.rows), 0), None)
    for inner, new in zip(source.rows, list(there.rows), strict=False):
        changes |= _filled(filling, inner, new.id)
    return changes


def _given(row: RowNode) -> Iterator[LeafNode]:
    """The leaves with an answer that a person can give."""
    for node in row.within.values():
        if isinstance(node, LeafNode) and node.lexical:
            definition = node.definition
            if definition.control is not None and definition.bind.calculate is None and not definition.bind.own.fact:
                yield node
