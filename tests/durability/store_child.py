"""The child of kill_test.py that sits directly at the store: it answers, and adds, moves and removes rows."""

from __future__ import annotations

import itertools
import json
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cbc_desktop.base.clock import SystemClock
from cbc_desktop.base.digests import Digest
from cbc_desktop.dossier.identity import AgencyKey, DossierIdentity
from cbc_desktop.engine.address import Address
from cbc_desktop.store.answers import AnswerChange, AnswerStore
from cbc_desktop.store.database import Database
from cbc_desktop.store.dossiers import DossierStore
from cbc_desktop.store.instances import InstanceKey, InstanceStore

State = dict[str, Any]
STARTS_WITHIN = 0.6
TABLE = "/data/t"
ROWS = "rows"
MOST_ROWS = 60


def state(folder: Path) -> State:
    """Answers by address, and the rows in their order."""
    with Database.open(folder / "cbc.sqlite3") as database:
        assert database.query("PRAGMA integrity_check") == [("ok",)]
        assert database.query("PRAGMA foreign_key_check") == []
        instances = InstanceStore(database).of("dossier") if DossierStore(database, SystemClock()).all() else ()
        return _held(AnswerStore(database, SystemClock()), instances[0].key) if instances else {}


def _held(answers: AnswerStore, instance: InstanceKey) -> State:
    loaded = answers.load(instance)
    held: State = {f"{answer.rid} {answer.path}": answer.lexical for answer in loaded.answers}
    return {**held, ROWS: [row.rid for row in loaded.rows]} if loaded.rows else held


class Person:
    """Somebody who fills in a form without pause; each deed tells its changes before it is done."""

    def __init__(self, database: Database, instance: InstanceKey, seed: int) -> None:
        self._database = database
        self._answers = AnswerStore(database, SystemClock())
        self._instance = instance
        self._chance = random.Random(seed)
        self._names = (f"{seed}-{number}" for number in itertools.count())
        self._rows: list[str] = _held(self._answers, instance).get(ROWS, [])

    def work(self) -> None:
        deeds = (self._answer, self._answer, self._add_row, self._move_row, self._remove_row)
        while True:
            self._chance.choice(deeds)()

    def _answer(self) -> None:
        count = self._chance.choice((1, 1, 1, 20))
        written = {self._place(): self._chance.choice(("", "0", "93", "Đã báo cáo " * 20)) for _ in range(count)}
        changes = {f"{row} {path}": lexical or None for (row, path), lexical in written.items()}
        answers = [AnswerChange(Address(*place), lexical) for place, lexical in written.items()]
        _told(changes, lambda: self._answers.write(self._instance, answers, "lan"))

    def _place(self) -> tuple[str, str]:
        row = self._chance.choice(["", *self._rows])
        return row, f"{TABLE if row else '/data'}/q{self._chance.randrange(20)}"

    def _add_row(self) -> None:
        if len(self._rows) >= MOST_ROWS:
            return
        rid, before = next(self._names), self._chance.choice(["", *self._rows])
        self._rows.insert(self._rows.index(before) if before else len(self._rows), rid)

        def add() -> None:
            with self._database.atomic():
                self._answers.add_row(self._instance, Address(rid, TABLE), "", "lan", before)
                self._answers.write(self._instance, [AnswerChange(Address(rid, f"{TABLE}/q0"), rid)], "lan")

        _told({ROWS: self._rows, f"{rid} {TABLE}/q0": rid}, add)

    def _move_row(self) -> None:
        if len(self._rows) < 2:
            return
        rid, before = self._chance.sample(self._rows, 2)
        self._rows.remove(rid)
        self._rows.insert(self._rows.index(before), rid)
        _told({ROWS: self._rows}, lambda: self._answers.move_row(self._instance, rid, "lan", before))

    def _remove_row(self) -> None:
        if not self._rows:
            return
        rid = self._chance.choice(self._rows)
        self._rows.remove(rid)
        gone = {f"{rid} {TABLE}/q{number}": None for number in range(20)}
        _told({ROWS: self._rows or None, **gone}, lambda: self._answers.remove_row(self._instance, rid, "lan"))


def _told(changes: State, deed: Callable[[], None]) -> None:
    sys.stdout.write(f"try {json.dumps(changes)}\n")
    sys.stdout.flush()
    deed()
    sys.stdout.write("done\n")
    sys.stdout.flush()


def _instance(database: Database) -> InstanceKey:
    instances, dossiers = InstanceStore(database), DossierStore(database, SystemClock())
    if dossiers.all():
        return instances.find("dossier", "survey").key
    with database.atomic():
        dossiers.create(DossierIdentity("837", AgencyKey("15"), "dossier"), "UBND tỉnh Mẫu")
        return instances.add("dossier", "survey", "1", Digest.of(b""), "uuid:1").key


if __name__ == "__main__":
    opened = Database.open(Path(sys.argv[1]) / "cbc.sqlite3")
    Person(opened, _instance(opened), int(sys.argv[2])).work()
