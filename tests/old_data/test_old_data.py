"""What earlier programs wrote is opened, read, brought up to date, exported, verified and received."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from invented_campaign import AGENCY, BOOKS, CAMPAIGN, OTHER_AGENCY, PLAN, SURVEY
from old_archives import ARCHIVES, unpack

from cbc_desktop import __version__
from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.dossier.frozen_answers import frozen_answer
from cbc_desktop.dossier.states import State
from cbc_desktop.engine.address import Address
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.office import Office, open_office
from cbc_desktop.signing.verdict import Verdict
from cbc_desktop.store.migrations import MIGRATIONS
from cbc_desktop.store.received.migrations import RECEIVED_MIGRATIONS

NOW = datetime(2030, 2, 20, 9, tzinfo=VIETNAM)


@dataclass(frozen=True)
class Old:
    folder: Path
    office: Office

    def dossier(self, agency: str) -> OpenDossier:
        desk = self.office.filling
        (found,) = [one for one in desk.dossiers() if one.identity.agency.code == agency]
        return desk.open(found.identity.dossier_id)


@pytest.fixture(scope="module", params=ARCHIVES, ids=lambda path: path.name.removesuffix(".tar.xz"))
def old(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Old]:
    folder = tmp_path_factory.mktemp("old")
    unpack(request.param, folder)
    with open_office(folder / "home", clock=FixedClock(NOW), campaigns=folder / "campaigns", who="Lan") as office:
        yield Old(folder, office)


def test_the_present_version_leaves_no_house_without_its_data() -> None:
    assert f"{__version__}.tar.xz" in [archive.name for archive in ARCHIVES]


def test_the_tables_are_brought_up_to_date_and_are_sound(old: Old) -> None:
    for name, migrations in (("cbc", MIGRATIONS), ("received", RECEIVED_MIGRATIONS)):
        old.office.reception.campaigns()  # opens what was received
        with closing(sqlite3.connect(old.folder / "home" / f"{name}.sqlite3")) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert database.execute("PRAGMA foreign_key_check").fetchall() == []
            applied = database.execute("SELECT name FROM _sqlite_migrations ORDER BY name").fetchall()
            assert applied == [(one.name,) for one in migrations]


def test_what_was_finalised_is_read_and_printed(old: Old) -> None:
    dossier = old.dossier(AGENCY)
    assert dossier.stored.revision.state in (State.PACKAGED, State.PACKAGED_UNSEALED)
    plan = old.office.exporting.plan(dossier.dossier_id, old.folder / "out")
    survey = next(form for form in plan.revision.forms if form.form_id == SURVEY)
    assert frozen_answer(survey, BOOKS) == "52"
    assert old.office.exporting.unsigned(plan, lambda _: None).startswith(b"%PDF")


def test_a_draft_goes_on_to_its_package(old: Old) -> None:
    dossier = old.dossier(OTHER_AGENCY)
    session = dossier.form(SURVEY).session
    assert session.value(Address("", "/data/s1/dia_chi")) == "Số 9 đường Cũ"
    for form in (SURVEY, PLAN):
        prepared = read_prepared(dossier.campaign.folder / "sample" / f"{form}.json")
        fill_form(dossier, form, prepared, replacing=True)
    assert dossier.finalise().number == 1
    plan = old.office.exporting.plan(dossier.dossier_id, old.folder / "out")
    assert old.office.elsewhere.hand_out(plan, lambda _: None).read_bytes().startswith(b"%PDF")


def test_its_package_is_verified_and_received(old: Old) -> None:
    office = old.office
    (anchor,) = office.trust.candidates(old.folder / "ca.pem")
    if not office.trust.all():
        office.trust.accept(anchor, anchor.group, fingerprint=str(anchor.fingerprint), why="của ngày đó")
    assert office.receiving.verify(old.folder / "goi.zip").verdict is Verdict.PASSED
    before = {arrival.digest for arrival in office.reception.arrivals(CAMPAIGN)}
    office.reception.receive([old.folder / "goi.zip"], lambda _: None, jobs=0)
    (arrival,) = office.reception.arrivals(CAMPAIGN)
    assert not before or before == {arrival.digest}
    assert (arrival.dossier.identity.agency.code if arrival.dossier else "") == AGENCY
