"""A form's answers for programs: one flat table for the form itself and one for each repeat, nothing in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cbc_desktop.documents.printed_form import DataColumn, DataRow, DataTable
from cbc_desktop.documents.printing.values import kind_of
from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.saved_form import SavedForm, SavedRow
from cbc_desktop.engine.tree import ROW_ID_LEAF
from cbc_desktop.forms.definition import FormDefinition, GroupDef, LeafDef, NodeDef, RepeatDef


def data_tables(definition: FormDefinition, saved: SavedForm) -> tuple[DataTable, ...]:
    """All of ``saved``; columns and rows in the order of the form, columns without an answer too."""
    outside = [SavedRow("", "", definition.root.path)] if any(not address.row for address in saved.values) else []
    rows: dict[str, list[SavedRow]] = {definition.root.path: outside}
    for row in saved.rows:
        rows.setdefault(row.path, []).append(row)
    names = _names(rows, saved)
    branches: list[GroupDef | RepeatDef] = [definition.root]
    branches += [node for node in definition.nodes() if isinstance(node, RepeatDef)]
    return tuple(_table(branch, rows.get(branch.path, ()), names, saved) for branch in branches)


def _names(rows: Mapping[str, Iterable[SavedRow]], saved: SavedForm) -> Mapping[RowId, str]:
    """Rows whose form keeps no name for them are counted: the name in ``saved`` is another one in every session."""
    return {"": ""} | {
        row.id: saved.values.get(Address(row.id, f"{path}/{ROW_ID_LEAF}"), str(number))
        for path, of_repeat in rows.items()
        for number, row in enumerate(of_repeat, 1)
        if row.id
    }


def leaves_of(children: Sequence[NodeDef]) -> Iterator[LeafDef]:
    """The leaves that are there once, those in groups too; what lies in a repeat has a table of its own."""
    for child in children:
        if isinstance(child, LeafDef):
            yield child
        elif isinstance(child, GroupDef):
            yield from leaves_of(child.children)


def _table(
    branch: GroupDef | RepeatDef, rows: Iterable[SavedRow], names: Mapping[RowId, str], saved: SavedForm
) -> DataTable:
    leaves = list(leaves_of(branch.children))
    return DataTable(
        path=branch.path,
        columns=tuple(DataColumn(leaf.path, kind_of(leaf)) for leaf in leaves),
        rows=tuple(
            DataRow(
                rid=names[row.id],
                parent=names[row.parent],
                values=tuple(saved.values.get(Address(row.id, leaf.path), "") for leaf in leaves),
            )
            for row in rows
        ),
    )
