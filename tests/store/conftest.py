"""An office's desk drawer for each test: an open database, a clock that stands still, and a dossier with two forms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.dossier.identity import AgencyKey, DossierIdentity
from cbc_desktop.store.answers import AnswerStore
from cbc_desktop.store.database import Database
from cbc_desktop.store.dossiers import DossierStore
from cbc_desktop.store.instances import FormInstance, InstanceStore
from cbc_desktop.store.submissions import SubmissionStore

IDENTITY = DossierIdentity("837", AgencyKey("15", date(2025, 7, 1)), "7c1f3c52-4c59-4a3e-8f0e-0d5c7a9b2e11")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 8, 24, 9, 0, tzinfo=VIETNAM))


@pytest.fixture
def identifiers() -> SeededIdentifiers:
    return SeededIdentifiers()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "cbc.sqlite3"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with Database.open(path) as database:
        yield database


@pytest.fixture
def dossiers(database: Database, clock: FixedClock) -> DossierStore:
    return DossierStore(database, clock)


@pytest.fixture
def submissions(database: Database, dossiers: DossierStore) -> SubmissionStore:
    return SubmissionStore(database, dossiers)


@pytest.fixture
def answers(database: Database, clock: FixedClock) -> AnswerStore:
    return AnswerStore(database, clock)


@pytest.fixture
def identity(dossiers: DossierStore) -> DossierIdentity:
    dossiers.create(IDENTITY, "UBND tỉnh Mẫu")
    return IDENTITY


@pytest.fixture
def survey(database: Database, identity: DossierIdentity) -> FormInstance:
    return InstanceStore(database).add(identity.dossier_id, "survey", "1", Digest.of(b"survey"), "uuid:survey-1")


@pytest.fixture
def plan(database: Database, survey: FormInstance, identity: DossierIdentity) -> FormInstance:
    return InstanceStore(database).add(identity.dossier_id, "plan", "1", Digest.of(b"plan"), "uuid:plan-1")
