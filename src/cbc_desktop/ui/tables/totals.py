"""The sums of a table's columns that the form wants summed (``cbc:total``)."""

from __future__ import annotations

from decimal import Decimal

from cbc_desktop.documents.vietnamese import number_text
from cbc_desktop.engine.codecs import fits
from cbc_desktop.forms.definition import LeafDef
from cbc_desktop.ui.tables.model import TableModel


def totals(table: TableModel) -> list[tuple[str, str]]:
    """Heading and sum of each such column; cells that hold no number are left out, as on paper."""
    if not table.rows:
        return []
    return [
        (table.heading(number).removesuffix(" *"), number_text(_sum(table, column)))
        for number, column in enumerate(table.columns)
        if column.bind.own.total
    ]


def _sum(table: TableModel, column: LeafDef) -> Decimal:
    leaves = (table.leaf_at(row, column) for row in table.rows)
    texts = (leaf.lexical for leaf in leaves if leaf.relevant and leaf.lexical)
    return sum((Decimal(text) for text in texts if fits(text, column.bind.type)), Decimal(0))
