"""An office that has done everything once: every kind of file that the program reads, written by the program itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from clerk import MORNING
from invented_campaign import AGENCY, CAMPAIGN, make_campaign
from pki import PASSPHRASE, Holder, certified

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.cli.sample_dossier import sample_of
from cbc_desktop.dossier.return_slip import Outcome
from cbc_desktop.engine.address import Address
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.forms.definition import FormDefinition, RepeatDef
from cbc_desktop.office import Office, open_office
from cbc_desktop.receiving.returning import ReturnRemark
from cbc_desktop.signing.identity import load_pkcs12
from cbc_desktop.signing.signature_facts import AnchorGroup
from cbc_desktop.signing.signer import LocalSigner, Signer

SHIPPED = "837-btttt-cbc"


@dataclass(frozen=True)
class OfficeAtWork:
    """``office`` is open, with one dossier that was finalised, sent and received; ``out`` is what it has written."""

    office: Office
    campaign: Campaign
    dossier: OpenDossier
    holder: Holder
    signer: Signer
    out: Path

    @property
    def form(self) -> str:
        """The one that the doors for tables are about."""
        return self.campaign.forms[0]

    @property
    def moment(self) -> datetime:
        return self.office.clock.now()

    def files(self, pattern: str) -> list[bytes]:
        """Contents of what was written, in the order of the names."""
        return [path.read_bytes() for path in sorted(self.out.rglob(pattern))]

    @property
    def tables(self) -> list[Address]:
        """Of the form, outside all other tables."""
        return outermost_tables(self.office.catalogue.form(self.campaign, self.form))


def outermost_tables(form: FormDefinition) -> list[Address]:
    repeats = [node.path for node in form.nodes() if isinstance(node, RepeatDef)]
    return [Address("", path) for path in repeats if not any(path.startswith(f"{other}/") for other in repeats)]


@contextmanager
def invented_office(folder: Path) -> Iterator[OfficeAtWork]:
    """Of the small campaign that the stories are about."""
    make_campaign(folder / "campaigns")
    with _office(folder, MORNING, folder / "campaigns") as office:
        yield _at_work(office, CAMPAIGN, AGENCY, folder)


@contextmanager
def shipped_office(folder: Path) -> Iterator[OfficeAtWork]:
    """Of the campaign that comes with the program, filled in with its sample."""
    with _office(folder, MORNING, None) as looking:
        sample = sample_of(looking.catalogue.campaign(SHIPPED))
    with _office(folder, sample.now, None) as office:
        yield _at_work(office, SHIPPED, sample.agency, folder)


@contextmanager
def _office(folder: Path, now: datetime, campaigns: Path | None) -> Iterator[Office]:
    identifiers = SeededIdentifiers()
    with open_office(
        folder / "home", clock=FixedClock(now), identifiers=identifiers, campaigns=campaigns, who="Lan"
    ) as office:
        yield office


def _at_work(office: Office, campaign_id: str, agency: str, folder: Path) -> OfficeAtWork:
    campaign, now = office.catalogue.campaign(campaign_id), office.clock.now()
    holder = certified("Nguyễn Thị Mẫu", now, organisation="Thư viện tỉnh Mẫu")
    (folder / "key.p12").write_bytes(holder.pkcs12())
    signer = LocalSigner(load_pkcs12(folder / "key.p12", PASSPHRASE, now=now))
    dossier = office.filling.begin(campaign_id, agency)
    at_work = OfficeAtWork(office, campaign, dossier, holder, signer, folder / "out")
    for form in campaign.forms:
        fill_form(dossier, form, read_prepared(campaign.folder / "sample" / f"{form}.json"))
    _trust(at_work, folder / "anchor.pem")
    office.profiles.keep_from(dossier, "Mẫu chung")
    office.carrying.copy_out(dossier.dossier_id, at_work.out / "draft")
    dossier.finalise()
    plan = office.exporting.plan(dossier.dossier_id, at_work.out / "sent")
    office.exporting.export(plan, signer, lambda _: None)
    office.carrying.copy_out(dossier.dossier_id, at_work.out / "final")
    _receive(at_work)
    return at_work


def _trust(at_work: OfficeAtWork, path: Path) -> None:
    path.write_bytes(at_work.holder.pem)
    (candidate,) = at_work.office.trust.candidates(path)
    fingerprint = str(candidate.fingerprint)
    at_work.office.trust.accept(candidate, AnchorGroup.PUBLISHER, fingerprint=fingerprint, why="đã gọi điện")


def _receive(at_work: OfficeAtWork) -> None:
    """The package arrives at the same computer, and receipts go out for it."""
    desk = at_work.office.reception
    desk.receive([at_work.out / "sent"], lambda _: None, jobs=0)
    (counts,) = [one.counts for one in desk.standings(at_work.campaign.id) if one.counts]
    remarks = {Outcome.ACCEPTED: (), Outcome.TO_BE_CORRECTED: (ReturnRemark("Hãy xem lại.", "", ""),)}
    for outcome, said in remarks.items():
        receipt = desk.receipting.give(counts, outcome, said, "Vụ Thư viện", at_work.signer)
        desk.receipting.write(receipt, at_work.out / "receipts" / outcome.value)


OFFICES = {"invented": invented_office, "shipped": shipped_office}
