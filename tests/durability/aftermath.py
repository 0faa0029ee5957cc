"""What a program that was killed leaves behind: opened as a person would, checked, and told again from the log."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desk_child import AGENCY, State, held, is_typed, tables_of

from cbc_desktop.engine.address import Address
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.forms.definition import LeafDef
from cbc_desktop.office import Office, open_office
from cbc_desktop.store.answers import LoggedPlace
from cbc_desktop.store.changes import Change, ChangeKind
from cbc_desktop.store.remarks import RemarkKind, logged_remark


@dataclass(frozen=True, slots=True)
class Aftermath:
    """``held`` is what a person finds, ``told`` what the log tells of it; ``upto`` and ``edits`` by number of edit."""

    held: State
    told: State
    told_then: State
    """What the log tells up to the edit that was asked about."""
    last_edit: int
    later_edits: int
    """How many edits the log has behind that one."""


def aftermath(home: Path, edit: int) -> Aftermath:
    """AssertionError when SQLite finds the database damaged; ``edit`` is the last one that was acknowledged."""
    with open_office(home, who="lan") as office:
        assert office.database.query("PRAGMA integrity_check") == [("ok",)]
        assert office.database.query("PRAGMA foreign_key_check") == []
        dossier = office.filling.open(office.filling.find(AGENCY).identity.dossier_id)
        histories = {form_id: _history(office, dossier, form_id) for form_id in dossier.forms}
        edits = {change.edit for history in histories.values() for change in history}
        return Aftermath(
            held(dossier),
            _told(dossier, histories),
            _told(dossier, {form_id: [one for one in log if one.edit <= edit] for form_id, log in histories.items()}),
            max(edits),
            sum(1 for one in edits if one > edit),
        )


def _history(office: Office, dossier: OpenDossier, form_id: str) -> list[Change]:
    return list(office.store.answers.history(dossier.form(form_id).instance.key))


def _told(dossier: OpenDossier, histories: dict[str, list[Change]]) -> State:
    told: State = {}
    for form_id, history in histories.items():
        session = dossier.form(form_id).session
        kept = {*_typed_paths(session), *tables_of(session)}
        told |= _replayed(
            form_id, (one for one in history if one.kind is ChangeKind.REMARK or one.address.path in kept)
        )
    return {name: value for name, value in told.items() if value}


def _replayed(form_id: str, history: Iterable[Change]) -> State:
    """A note goes with its row and comes back with it; the log does not say so."""
    told: State = {}
    notes: dict[Address, str] = {}
    gone: set[str] = set()
    for change in history:
        if change.kind is ChangeKind.ANSWER:
            told[f"{form_id} {change.address}"] = change.after
        elif change.kind is ChangeKind.REMARK:
            kind, _, text = logged_remark(change)
            notes |= {change.address: text} if kind is RemarkKind.NOTE else {}
        else:
            _place(told.setdefault(f"{form_id} {change.address.path}", []), change)
            (gone.discard if change.after else gone.add)(change.address.row)
    return told | {f"{form_id} note {address}": text for address, text in notes.items() if address.row not in gone}


def _place(rows: list[str], change: Change) -> None:
    """Where the log says that the row went; an empty ``after`` says that it is gone."""
    if change.address.row in rows:
        rows.remove(change.address.row)
    if change.after:
        following = LoggedPlace.read(change.after).following
        rows.insert(rows.index(following) if following else len(rows), change.address.row)


def _typed_paths(session: FormSession) -> set[str]:
    questions = (node for node in session.definition.nodes() if isinstance(node, LeafDef))
    return {question.path for question in questions if is_typed(session, question)}
