"""A disk has changed a value and SQLite has not noticed: whoever reads it is told that the data are damaged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.engine.address import Address
from cbc_desktop.store import trouble
from cbc_desktop.store.answers import AnswerChange
from cbc_desktop.store.database import Database
from cbc_desktop.store.dossiers import DossierStore
from cbc_desktop.store.instances import FormInstance
from cbc_desktop.store.office_store import OfficeStore
from cbc_desktop.store.received.arrivals import Arrival
from cbc_desktop.store.received.received_store import ReceivedStore
from cbc_desktop.store.sqlite_errors import DamagedDataError

Read = Callable[[OfficeStore, FormInstance], object]
NAME = Address("", "/data/ten")


def changed(database: Database, sql: str) -> None:
    """Around all that guards the tables, as a disk would."""
    for (trigger,) in database.query("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        database.execute(f"DROP TRIGGER {trigger}")
    for rule in ("foreign_keys = OFF", "ignore_check_constraints = ON"):
        database.execute(f"PRAGMA {rule}")
    assert database.execute(sql) > 0


def instances(store: OfficeStore, _: FormInstance) -> object:
    return store.instances.of(store.dossiers.all()[0].identity.dossier_id)


@pytest.mark.parametrize(
    ("sql", "read"),
    [
        ("UPDATE dossier SET created_at = '2O26-08-24'", lambda store, _: store.dossiers.all()),
        ("UPDATE dossier SET agency = '0TVM'", lambda store, _: store.dossiers.all()),
        ("UPDATE revision SET state = 'drbft'", lambda store, _: store.dossiers.all()),
        ("UPDATE journal SET facts = '{\"a\": \n'", lambda store, _: store.journal.entries()),
        ("UPDATE journal SET facts = '[]'", lambda store, _: store.journal.entries()),
        ("UPDATE change SET kind = 'anwwer'", lambda store, form: store.answers.history(form.key)),
        (
            "UPDATE instance SET form_digest = 'x'",
            lambda store, form: store.instances.of(store.dossiers.all()[0].identity.dossier_id),
        ),
        ("UPDATE answer SET rid = 'r1'", lambda store, form: store.answers.load(form.key)),
    ],
    ids=["moment", "agency", "state", "no JSON", "no facts", "kind of change", "digest", "row that is not there"],
)
def test_a_value_that_nobody_has_written_is_told_as_damage(
    sql: str, read: Read, database: Database, path: Path, clock: FixedClock, survey: FormInstance
) -> None:
    store = OfficeStore.over(database, path.parent / "media", clock)
    store.journal.record("begun", "lan")
    store.answers.write(survey.key, [AnswerChange(NAME, "Mẫu")], "lan")
    changed(database, sql)
    with pytest.raises(DamagedDataError) as refusal:
        read(store, survey)
    assert refusal.value.message == trouble.DAMAGED.filled(path=path)


def test_a_table_that_lost_a_column_is_told_as_damage(database: Database, path: Path, dossiers: DossierStore) -> None:
    database.execute("ALTER TABLE dossier RENAME COLUMN agency_name TO agency_nbme")
    with pytest.raises(DamagedDataError):
        dossiers.all()


def test_a_name_of_a_table_that_is_no_text_any_more_is_told_as_damage(database: Database, path: Path) -> None:
    database.execute("PRAGMA writable_schema = ON")
    database.execute("UPDATE sqlite_master SET sql = CAST(x'43ff' AS TEXT) WHERE name = 'journal'")
    database.close()
    with pytest.raises(UserFacingError) as refusal:
        Database.open(path)
    assert refusal.value.message == trouble.DAMAGED.filled(path=path)


def test_a_report_that_cannot_be_unpacked_is_told_as_damage(tmp_path: Path, clock: FixedClock) -> None:
    digest = Digest.of(b"goi")
    file = {"digest": digest, "came_as": digest, "name": "goi.zip", "size": 3, "route": "folder", "source": "package"}
    arrival = Arrival(**file, taken_at=clock.now(), taken_by="Phúc", verdict="failed")  # type: ignore[arg-type]
    store = ReceivedStore.open(tmp_path / "home", clock)
    with store.database:
        store.arrivals.add(arrival, "{}")
        assert store.arrivals.report(digest) == "{}"
        changed(store.database, "UPDATE arrival SET report = substr(report, 1, 5)")
        with pytest.raises(DamagedDataError):
            store.arrivals.report(digest)
