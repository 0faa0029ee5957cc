"""Profiles of agencies are kept with their signatories in order, and no dossier is touched by them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.dossier.identity import AgencyKey
from cbc_desktop.dossier.profile import AgencyProfile, Signatory
from cbc_desktop.forms.authority import AuthorityForm
from cbc_desktop.store.database import Database
from cbc_desktop.store.dossier_tables import dossier_tables
from cbc_desktop.store.dossiers import DossierStore
from cbc_desktop.store.migrations import MIGRATIONS
from cbc_desktop.store.profiles import NAME_TAKEN, ProfileStore

AGENCY = AgencyKey("15", date(2025, 7, 1))
PROFILE = AgencyProfile(
    profile_id="p1",
    agency=AGENCY,
    name="Mẫu 1",
    parent_agency="Bộ Mẫu",
    place="Mẫu",
    symbol="UBND-VX",
    drafting_unit="VX",
    collective="Ủy ban nhân dân",
    head="Chủ tịch",
    signatories=(
        Signatory("Trần Thị Thử", "Phó Chủ tịch", AuthorityForm.ON_BEHALF_FOR_HEAD),
        Signatory("Lê Văn Giả", "Thư ký", AuthorityForm.FREE, ("TM. BAN THƯ KÝ", "TRƯỞNG BAN")),
        Signatory("Bế Văn Mẫu"),
    ),
)


@pytest.fixture
def profiles(database: Database) -> ProfileStore:
    return ProfileStore(database)


def test_a_profile_is_given_back_as_it_was_kept(profiles: ProfileStore) -> None:
    profiles.keep(PROFILE)
    assert profiles.of(AGENCY) == (PROFILE,)
    assert profiles.of(AgencyKey("15")) == ()


def test_a_profile_that_is_kept_again_takes_its_own_place(profiles: ProfileStore) -> None:
    profiles.keep(PROFILE)
    changed = replace(PROFILE, name="Mẫu A", signatories=PROFILE.signatories[::-1])
    profiles.keep(changed)
    assert profiles.all() == (changed,)


def test_two_profiles_of_an_agency_have_different_names(profiles: ProfileStore) -> None:
    profiles.keep(PROFILE)
    with pytest.raises(UserFacingError) as refusal:
        profiles.keep(replace(PROFILE, profile_id="p2"))
    assert refusal.value.message == NAME_TAKEN.filled(name="Mẫu 1")
    elsewhere = replace(PROFILE, profile_id="p3", agency=AgencyKey("16"))
    profiles.keep(elsewhere)
    assert profiles.all() == (PROFILE, elsewhere)


def test_a_profile_that_is_removed_takes_its_signatories_along(database: Database, profiles: ProfileStore) -> None:
    profiles.keep(PROFILE)
    profiles.remove(PROFILE.profile_id)
    profiles.remove(PROFILE.profile_id)
    assert profiles.all() == ()
    assert database.query("SELECT * FROM signatory") == []


def test_profiles_are_no_part_of_a_dossier(database: Database) -> None:
    assert {"profile", "signatory"}.isdisjoint(table.name for table in dossier_tables(database))


def test_data_from_before_profiles_keep_their_facts_and_have_no_parent_agency(path: Path, clock: FixedClock) -> None:
    before = MIGRATIONS[: [step.name for step in MIGRATIONS].index("0008_profiles")]
    with Database.open(path, migrations=before) as old:
        old.execute(
            "INSERT INTO dossier (dossier_id, campaign_id, agency, agency_name, trial, created_at) "
            "VALUES ('d', '837', '15@', 'UBND tỉnh Mẫu', 0, '2026-08-24T09:00:00+07:00')"
        )
        old.execute("INSERT INTO revision (dossier, number, state, issue_place) VALUES (1, 1, 'draft', 'Mẫu')")
    with Database.open(path) as now:
        (stored,) = DossierStore(now, clock).all()
        assert (stored.revision.facts.place, stored.revision.facts.parent_agency) == ("Mẫu", "")
        assert ProfileStore(now).all() == ()


def test_images_of_signatures_and_of_the_seal_are_kept_and_found_by_agency_and_name(profiles: ProfileStore) -> None:
    assert (profiles.signature_of(AGENCY, "Bế Văn Mẫu"), profiles.seal_of(AGENCY)) == (b"", None)
    first, *others = PROFILE.signatories
    with_images = replace(
        PROFILE, signatories=(replace(first, signature_image=b"chu ky"), *others), seal_image=b"dau", seal_mm=34.5
    )
    profiles.keep(with_images)
    assert profiles.of(AGENCY) == (with_images,)
    assert profiles.signature_of(AGENCY, "TRẦN  Thị Thử") == b"chu ky"
    assert profiles.signature_of(AGENCY, "Bế Văn Mẫu") == b""
    assert profiles.seal_of(AGENCY) == (b"dau", 34.5)
    assert profiles.seal_of(AgencyKey("16")) is None


def test_an_image_is_seen_by_nobody_who_looks_at_a_profile_in_a_log() -> None:
    assert "chu ky" not in repr(replace(PROFILE, signatories=(Signatory("Mẫu", signature_image=b"chu ky"),)))
