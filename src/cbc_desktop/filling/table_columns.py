"""The columns of a repeat that is shown as a table, in the order of the form."""

from __future__ import annotations

from collections.abc import Iterator

from cbc_desktop.forms.definition import GroupDef, LeafDef, RepeatDef


def table_columns(repeat: RepeatDef) -> tuple[LeafDef, ...]:
    """Questions, those in groups of a row included, and calculated values with a label; rows in rows are left out."""
    return tuple(_columns(repeat))


def _columns(branch: RepeatDef | GroupDef) -> Iterator[LeafDef]:
    for child in branch.children:
        if isinstance(child, LeafDef):
            if child.control is not None or child.label:
                yield child
        elif isinstance(child, GroupDef):
            yield from _columns(child)
