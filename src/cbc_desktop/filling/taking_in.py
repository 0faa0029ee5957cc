"""Takes what filled-in workbooks bring into the dossier, as a person decided: one edit, one step to undo."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import groupby

from cbc_desktop.documents.cell_texts import meant
from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.changes import NOTHING, ChangeSet
from cbc_desktop.filling.entry_language import in_entry_language
from cbc_desktop.filling.gathered import ComingRow, Gathering
from cbc_desktop.filling.open_dossier import OpenDossier


def take_in(
    dossier: OpenDossier, gathering: Gathering, decided: Mapping[Address, str], leaving: Collection[RowId]
) -> ChangeSet:
    """``decided`` are answers in conflicts, in lexical form; what is not among them stays as it is here.

    ``leaving`` are the rows that a person lets go.
    """
    form_id, changes = gathering.form_id, NOTHING
    with dossier.together(form_id):
        changes |= dossier.answer_all(form_id, {**gathering.answers, **decided})
        with in_entry_language(dossier.form(form_id).session):
            for repeat, rows in groupby(gathering.coming, key=lambda row: row.repeat):
                changes |= _added(dossier, form_id, repeat, list(rows))
        return changes | dossier.delete_rows(form_id, list(leaving))


def _added(dossier: OpenDossier, form_id: str, repeat: Address, rows: list[ComingRow]) -> ChangeSet:
    session = dossier.form(form_id).session
    place = len(session.tree.repeat(repeat).rows)
    changes = dossier.add_rows(form_id, repeat, len(rows))
    answers = {}
    for row, node in zip(rows, session.tree.repeat(repeat).rows[place:], strict=True):
        for path, text in row.texts.items():
            leaf = session.tree.leaf(Address(node.id, path))
            answers[leaf.address] = meant(text, leaf.definition, session.choices(leaf))
    return changes | dossier.answer_all(form_id, answers)
