"""A block from a spreadsheet into a table: planned cell by cell, then taken as one edit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cbc_desktop.base.text import folded
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.changes import NOTHING, ChangeSet
from cbc_desktop.engine.nodes import LeafNode, RepeatNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.cell_texts import meant
from cbc_desktop.filling.clipboard_block import Block, parse_block
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.table_columns import table_columns, takes_answers
from cbc_desktop.forms.definition import LeafDef


@dataclass(frozen=True, slots=True)
class PastedCell:
    """A text and where it falls: ``row`` counts from 0, and what lies behind the last row becomes a new one."""

    row: int
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class PastePlan:
    """``skipped`` counts texts that fall on cells, columns or rows that take no answer."""

    repeat: Address
    cells: tuple[PastedCell, ...]
    new_rows: int
    skipped: int

    @property
    def is_empty(self) -> bool:
        return not self.cells


def plan_paste(session: FormSession, repeat: Address, row: int, column: int, text: str) -> PastePlan:
    """The block's upper left cell falls on ``row`` and ``column``; a first row of headings is left out."""
    node = session.tree.repeat(repeat)
    columns = table_columns(node.definition)[column:]
    block = _without_headings(parse_block(text), [_heading(session, node, one) for one in columns])
    room = len(node.rows) - row if node.definition.fixed else len(block)
    cells = tuple(_cells(node, columns, row, block[:room]))
    given = sum(bool(cell.strip()) for line in block for cell in line)
    taken = sum(bool(cell.text.strip()) for cell in cells)
    last = max((cell.row for cell in cells), default=-1)
    return PastePlan(repeat, cells, max(last + 1 - len(node.rows), 0), given - taken)


def paste(dossier: OpenDossier, form_id: str, plan: PastePlan) -> ChangeSet:
    """Takes a plan as one edit."""
    changes, session = NOTHING, dossier.form(form_id).session
    with dossier.together(form_id):
        if plan.new_rows:
            changes |= dossier.add_rows(form_id, plan.repeat, plan.new_rows)
        rows = session.tree.repeat(plan.repeat).rows
        leaves = ((session.tree.leaf(Address(rows[cell.row].id, cell.path)), cell.text) for cell in plan.cells)
        answers = {leaf.address: lexical_of(session, leaf, text) for leaf, text in leaves if not leaf.readonly}
        return changes | dossier.answer_all(form_id, answers)


def lexical_of(session: FormSession, leaf: LeafNode, text: str) -> str:
    """What a person's text means in a cell; what cannot be read is kept as it is, and marked."""
    return meant(text, leaf.definition, session.choices(leaf))


def _cells(repeat: RepeatNode, columns: Sequence[LeafDef], first: int, block: Block) -> Iterator[PastedCell]:
    for place, line in enumerate(block, first):
        row = repeat.rows[place] if place < len(repeat.rows) else None
        for column, text in zip(columns, line, strict=False):
            leaf = row.within[column.path] if row is not None else None
            assert leaf is None or isinstance(leaf, LeafNode)
            if takes_answers(column) and (leaf is None or (leaf.relevant and not leaf.readonly)):
                yield PastedCell(place, column.path, text)


def _heading(session: FormSession, repeat: RepeatNode, column: LeafDef) -> str:
    return folded(session.text(column.label, repeat.rows[0] if repeat.rows else repeat))


def _without_headings(block: Block, headings: Sequence[str]) -> Block:
    """Half of the texts are enough: people shorten headings."""
    if not block:
        return block
    first = [folded(text.strip()) for text in block[0] if text.strip()]
    return block[1:] if first and sum(text in headings for text in first) * 2 > len(first) else block
