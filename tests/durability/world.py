"""The office in which faults happen: what was typed, finalised, signed and received there before, and the world around.

Everything is made once; each fault happens in a copy, a `Place` of its own.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from invented_campaign import BOOKS, CAMPAIGN, PLAN, PLAN_SAMPLE, SURVEY, SURVEY_SAMPLE, make_campaign
from national_round import NationalRound

from cbc_desktop.base.clock import Clock, FixedClock
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.engine.address import Address
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.sample import PreparedForm, fill_form
from cbc_desktop.office import CACHE, Office, open_office
from cbc_desktop.signing.identity import load_pkcs12
from cbc_desktop.signing.signer import LocalSigner
from cbc_desktop.signing.trial import make_trial_identity

PACKAGES, RECEIVED = 6, 4
"""So many packages lie there, and so many were received before anything went wrong."""
DRAFT, FINALISED, SIGNED, NOT_YET = ("TVM", False), ("TVT", False), ("TVM", True), ("TVT", True)
"""Agency, and whether it is for practice: whose dossier is how far."""
PREPARED = "Chỉ có trong bản nháp"
"""Stands in the draft and nowhere else."""
_PASSPHRASE = "mật khẩu thử"


@dataclass(frozen=True)
class Place:
    """Where one fault happens; ``out`` is where exported files go, ``temporary`` stands for the system's folder."""

    folder: Path

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def out(self) -> Path:
        return self.folder / "out"

    @property
    def temporary(self) -> Path:
        return self.folder / "tmp"


@dataclass(frozen=True)
class World:
    """``moment`` is when everything happens."""

    folder: Path
    national: NationalRound
    signer: LocalSigner
    clock: FixedClock

    @classmethod
    def made(cls, folder: Path, clock: FixedClock) -> World:
        national = NationalRound.begin(folder, PACKAGES, answers=2)
        make_campaign(folder / "campaigns")
        trial = make_trial_identity(folder, now=clock.now(), passphrase=_PASSPHRASE, agency="Thư viện tỉnh Mẫu")
        signer = LocalSigner(load_pkcs12(trial.pkcs12, _PASSPHRASE, now=clock.now()))
        world = cls(folder, national, signer, clock)
        world._work_before()
        return world

    @property
    def arrived(self) -> Path:
        """The folder of all packages that lie there."""
        return self.folder / "arrived"

    def paper(self, name: str) -> Path:
        """A file to be kept beside an answer."""
        path = self.folder / f"{name}.pdf"
        path.write_bytes(b"%PDF-1.7 " + name.encode() + b"\n%%EOF")
        return path

    @contextmanager
    def office(self, home: Path, clock: Clock | None = None) -> Iterator[Office]:
        campaigns = self.folder / "campaigns"
        with open_office(home, clock=clock or self.clock, campaigns=campaigns, who="Lan") as office:
            yield office

    def place(self, folder: Path) -> Place:
        """A fresh copy of everything that may be changed; the converted forms are only read."""
        place = Place(folder)
        for made in (place.out, place.temporary):
            made.mkdir(parents=True)
        shutil.copytree(self.national.home, place.home, ignore=shutil.ignore_patterns(CACHE))
        (place.home / CACHE).symlink_to(self.national.home / CACHE)
        return place

    def _work_before(self) -> None:
        with self.national.office():
            pass  # who signed what arrived is trusted now
        self.national.send(range(PACKAGES), self.arrived)
        with self.office(self.national.home) as office:
            first = sorted(self.arrived.iterdir())[:RECEIVED]
            office.reception.receive(first, lambda _: None, jobs=0)
            for agency, trial in (DRAFT, FINALISED, SIGNED):
                self._filled_in(office, agency, trial=trial)
            dossier_of(office, DRAFT).note(SURVEY, Address("", BOOKS), PREPARED)
            dossier_of(office, DRAFT).put_beside(SURVEY, Address("", BOOKS), self.paper("before"))
            for which in (FINALISED, SIGNED):
                dossier_of(office, which).finalise()
            signed = dossier_of(office, SIGNED).dossier_id
            plan = office.exporting.plan(signed, self.folder / "before")
            office.issuing.sign(plan, self.signer, lambda _: None)
            office.backups.make()

    def _filled_in(self, office: Office, agency: str, *, trial: bool) -> None:
        dossier = office.filling.begin(CAMPAIGN, agency, trial=trial)
        for form, sample in ((SURVEY, SURVEY_SAMPLE), (PLAN, PLAN_SAMPLE)):
            fill_form(dossier, form, PreparedForm(Path(), **sample))
        dossier.set_facts(IssueFacts(symbol="TV-NV", place="Mẫu"))


def dossier_of(office: Office, which: tuple[str, bool]) -> OpenDossier:
    (found,) = dossiers_of(office, which)
    return office.filling.open(found)


def dossiers_of(office: Office, which: tuple[str, bool]) -> list[str]:
    """At most one."""
    agency, trial = which
    return [
        one.identity.dossier_id
        for one in office.filling.dossiers()
        if one.identity.campaign_id == CAMPAIGN and (one.identity.agency.code, one.trial) == (agency, trial)
    ]
