"""Texts into the cells of a table, as one edit; block_landing.py and own_table.py plan which go where."""

from __future__ import annotations

from dataclasses import dataclass

from cbc_desktop.documents.cell_texts import meant
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.changes import NOTHING, ChangeSet
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.open_dossier import OpenDossier


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
