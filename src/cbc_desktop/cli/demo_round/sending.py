"""One office of the round at work, in a process of its own: fill in, finalise, issue, hand over, perhaps once more."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import ascii_name
from cbc_desktop.cli.demo_round.offices import Sending, SendingOffice, Way
from cbc_desktop.cli.demo_round.on_the_way import changed_on_the_way
from cbc_desktop.documents.scans.practice import as_scanned
from cbc_desktop.exporting.exported import ExportResult
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.sample import PreparedForm, fill_form
from cbc_desktop.office import CACHE, Office, open_office
from cbc_desktop.signing.identity import load_pkcs12
from cbc_desktop.signing.signer import LocalSigner, Signer

HOME = "home"


@dataclass(frozen=True, slots=True)
class PracticeKeys:
    """PKCS#12 files of an office's leader and of the office itself, and the passphrase of both."""

    leader: bytes = field(repr=False)
    agency: bytes = field(repr=False)
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SenderOrder:
    """``folder`` is the office's own; ``cache`` has the forms as read before; ``seed`` tells offices apart."""

    campaign_id: str
    campaigns: Path | None
    form: str
    document: str
    office: SendingOffice
    folder: Path
    cache: Path
    seed: int
    keys: PracticeKeys


@dataclass(frozen=True, slots=True)
class Sent:
    """``files``: one for each sending, in their order; ``trouble`` says why there are none."""

    files: tuple[Path, ...] = ()
    trouble: Message | None = None


def send(order: SenderOrder) -> Sent:
    """All that the office sends; never raises for what a person can mend."""
    try:
        shutil.copytree(order.cache, order.folder / HOME / CACHE)
        return Sent(tuple(_files(order)))
    except UserFacingError as error:
        return Sent(trouble=error.message)


def _files(order: SenderOrder) -> Iterator[Path]:
    identifiers, exported = SeededIdentifiers(order.seed), None
    for sending in order.office.sent:
        home, clock = order.folder / HOME, FixedClock(sending.at)
        with open_office(home, clock=clock, identifiers=identifiers, campaigns=order.campaigns, who="demo") as office:
            if exported is None or sending.answers:
                dossier = _finalised(order, office, sending)
                if sending.way is Way.SCAN:
                    yield _scanned(order, office, dossier)
                    continue
                exported = _issued(order, office, dossier, sending)
            yield _as_sent(exported, sending)


def _finalised(order: SenderOrder, office: Office, sending: Sending) -> OpenDossier:
    """The first revision, or the next one with what is answered otherwise now."""
    begun = office.filling.dossiers()
    if begun:
        dossier = office.filling.open(begun[0].identity.dossier_id)
        dossier.reopen()
        corrected = PreparedForm(order.folder, answers=sending.answers)
        fill_form(dossier, order.form, corrected, replacing=True)
    else:
        dossier = office.filling.begin(order.campaign_id, order.office.agency, trial=True)
        dossier.set_facts(order.office.facts)
        fill_form(dossier, order.form, order.office.prepared)
    dossier.finalise([order.form])
    return dossier


def _issued(order: SenderOrder, office: Office, dossier: OpenDossier, sending: Sending) -> ExportResult:
    """Signed by the leader, numbered, sealed by the agency, packed."""
    desk, dossier_id, out = office.issuing, dossier.dossier_id, order.folder
    leader, agency = _signers(order, sending)
    desk.sign(office.exporting.plan(dossier_id, out, order.document), leader, _silent)
    facts = dossier.stored.revision.facts
    number = sending.number or order.office.number
    desk.number(dossier_id, replace(facts, number=number, date=sending.at.date()))
    desk.seal(dossier_id, agency, _silent)
    return desk.package(desk.documents.plan(dossier_id, out), agency, _silent)


def _signers(order: SenderOrder, sending: Sending) -> tuple[Signer, Signer]:
    return _signer(order, "lanh-dao", order.keys.leader, sending), _signer(order, "co-quan", order.keys.agency, sending)


def _signer(order: SenderOrder, name: str, key: bytes, sending: Sending) -> Signer:
    path = order.folder / f"thu-nghiem-{name}.p12"
    write_atomically(path, key)
    return LocalSigner(load_pkcs12(path, order.keys.passphrase, now=sending.at))


def _scanned(order: SenderOrder, office: Office, dossier: OpenDossier) -> Path:
    """What the receiver's scanner makes of the pages with codes; signing with a pen changes nothing on them."""
    plan = office.exporting.plan(dossier.dossier_id, order.folder, order.document)
    path = order.folder / f"quet-{ascii_name(dossier.agency.name_vi).lower()}.tif"
    write_atomically(path, as_scanned(office.exporting.unsigned(plan, _silent)), private=False)
    return path


def _as_sent(exported: ExportResult, sending: Sending) -> Path:
    if sending.way is Way.TAMPERED:
        changed = changed_on_the_way(exported.package.read_bytes(), *sending.change)
        write_atomically(exported.package, changed, private=False)
    return {Way.MAIL: exported.mail, Way.PDF: exported.document}.get(sending.way, exported.package)


def _silent(_: object) -> None:
    """Nobody watches a single step here."""
