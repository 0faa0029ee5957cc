"""The child of kill_test.py that sits at the filling desk, in the forms of a real survey round, and never pauses."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cbc_desktop.base.identifiers import SystemIdentifiers
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.nodes import LeafNode, RowNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.forms.definition import Control, DataType, LeafDef, RepeatDef
from cbc_desktop.office import CACHE, Office, open_office
from cbc_desktop.store.remarks import RemarkKind

State = dict[str, Any]

STARTS_WITHIN = 0.6
"""Seconds; while it starts it can be killed too."""
CAMPAIGN, AGENCY = "837-btttt-cbc", "04"
MOST_ROWS = 40
TEXTS = ("", "0", "93", "2022-03-20", "CO", "Đã báo cáo\ntheo công văn. " * 20)


def state(folder: Path) -> State:
    """What a person finds who opens the dossier: answers, notes, and the rows of each table in their order."""
    with _office(folder) as office:
        assert office.database.query("PRAGMA integrity_check") == [("ok",)]
        assert office.database.query("PRAGMA foreign_key_check") == []
        dossiers = office.filling.dossiers()
        return held(office.filling.open(dossiers[0].identity.dossier_id)) if dossiers else {}


def held(dossier: OpenDossier) -> State:
    """Answers that a person typed, notes and rows, by a name that begins with the form's; what is empty has no name."""
    found: State = {}
    for form_id, filling in dossier.forms.items():
        session = filling.session
        found |= {f"{form_id} {leaf.address}": leaf.lexical for leaf in _typed(session)}
        found |= {f"{form_id} {path}": _rids(session, path) for path in tables_of(session)}
        notes = (remark for remark in dossier.remarks(form_id) if remark.kind is RemarkKind.NOTE)
        found |= {f"{form_id} note {Address(note.rid, note.path)}": note.text for note in notes}
    return {name: value for name, value in found.items() if value}


def _office(folder: Path) -> Any:
    """All homes of one run share the forms that pyxform has converted."""
    folder.mkdir(exist_ok=True)
    if not (folder / CACHE).exists():
        (folder.parent / CACHE).mkdir(exist_ok=True)
        (folder / CACHE).symlink_to(folder.parent / CACHE)
    return open_office(folder, identifiers=Announced(), who="lan")


def is_typed(session: FormSession, question: LeafDef) -> bool:
    """A question that holds what a person types and nothing else: no default, no calculation, no action."""
    bind = question.bind
    machine = bind.calculate or bind.readonly or bind.own.fact or bind.preload or question.default
    targets = {action.target for action in session.definition.actions}
    asked = question.control not in (None, Control.TRIGGER) and bind.type is not DataType.BINARY
    return asked and not machine and question.path not in targets


def tables_of(session: FormSession) -> list[str]:
    return [node.path for node in session.definition.nodes() if isinstance(node, RepeatDef) and not node.fixed]


def _rids(session: FormSession, path: str) -> list[str]:
    return [row.id for row in session.tree.repeat(Address("", path)).rows]


class Announced(SystemIdentifiers):
    """Identifiers of which the next one is known, so that a row can be told before it is made."""

    def __init__(self) -> None:
        self.next = super().new_uuid()

    def new_uuid(self) -> str:
        given, self.next = self.next, super().new_uuid()
        return given


class Person:
    """Somebody who fills in both forms; each deed tells its changes before it is done."""

    def __init__(self, office: Office, dossier: OpenDossier, seed: int) -> None:
        assert isinstance(office.identifiers, Announced)
        self._identifiers, self._dossier, self._chance = office.identifiers, dossier, random.Random(seed)

    def work(self) -> None:
        deeds = (self._answer, self._answer, self._answer, self._add_row, self._move_row, self._delete_row, self._note)
        while True:
            form_id = self._chance.choice(list(self._dossier.forms))
            self._chance.choice(deeds)(form_id, self._dossier.form(form_id).session)

    def _answer(self, form_id: str, session: FormSession) -> None:
        leaf = self._chance.choice(_typed(session))
        text = self._chance.choice(TEXTS).strip()
        _told({f"{form_id} {leaf.address}": text or None}, lambda: self._dossier.answer(form_id, leaf.address, text))

    def _note(self, form_id: str, session: FormSession) -> None:
        leaf = self._chance.choice([leaf for leaf in _typed(session) if leaf.row is None])
        text = self._chance.choice(TEXTS).strip()
        _told({f"{form_id} note {leaf.path}": text or None}, lambda: self._dossier.note(form_id, leaf.address, text))

    def _add_row(self, form_id: str, session: FormSession) -> None:
        path = self._chance.choice(tables_of(session))
        rids = _rids(session, path)
        if len(rids) < MOST_ROWS:
            before = self._chance.choice([None, *rids])
            rids.insert(rids.index(before) if before else len(rids), self._identifiers.next)
            _told({f"{form_id} {path}": rids}, lambda: self._dossier.add_row(form_id, Address("", path), before))

    def _move_row(self, form_id: str, session: FormSession) -> None:
        path = self._chance.choice(tables_of(session))
        rids = _rids(session, path)
        if rids:
            rid, place = self._chance.choice(rids), self._chance.randrange(len(rids))
            rids.remove(rid)
            rids.insert(place, rid)
            _told({f"{form_id} {path}": rids}, lambda: self._dossier.move_row(form_id, rid, place))

    def _delete_row(self, form_id: str, session: FormSession) -> None:
        rows = [node for node in session.tree.walk() if isinstance(node, RowNode) and not node.definition.fixed]
        if rows:
            row = self._chance.choice(rows)
            left = [rid for rid in _rids(session, row.path) if rid != row.id]
            gone = {f"{form_id} {leaf.address}": None for leaf in _typed(session) if leaf.row is row}
            _told({f"{form_id} {row.path}": left or None, **gone}, lambda: self._dossier.delete_row(form_id, row.id))


def _typed(session: FormSession) -> list[LeafNode]:
    return [leaf for leaf in session.leaves() if is_typed(session, leaf.definition)]


def _told(changes: State, deed: Callable[[], object]) -> None:
    sys.stdout.write(f"try {json.dumps(changes)}\n")
    sys.stdout.flush()
    deed()
    sys.stdout.write("done\n")
    sys.stdout.flush()


def main(folder: Path, seed: int) -> None:
    with _office(folder) as office:
        if not office.filling.dossiers():
            office.filling.begin(CAMPAIGN, AGENCY)
        Person(office, office.filling.open(office.filling.find(AGENCY).identity.dossier_id), seed).work()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
