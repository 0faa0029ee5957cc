"""What is measured: the sample of the first campaign, filled in, finalised, printed and signed once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.bench.large_plan import plan_with

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.documents.printed_form import PrintedDossier
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.exporting.exported import ExportResult
from cbc_desktop.exporting.revision_printing import RevisionPrinter
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.office import Office, open_office
from cbc_desktop.signing.identity import load_pkcs12
from cbc_desktop.signing.signer import LocalSigner
from cbc_desktop.signing.trial import make_trial_identity
from cbc_desktop.store.form_versions import FormVersions

NOW = datetime(2022, 3, 25, 10, tzinfo=VIETNAM)
AGENCIES = ("04", "20")
OF_SMALL_PLAN, OF_LARGE_PLAN = "01", "10"
FEW_ROWS, MANY_ROWS = 9, 999


@dataclass(frozen=True)
class Material:
    """``draft`` is another dossier with the same answers, still open.

    The next row of the small plan's tables is the tenth, of the large one's the 1,000th.
    """

    folder: Path
    office: Office
    draft: OpenDossier
    small_plan: OpenDossier
    large_plan: OpenDossier
    finalised: OpenDossier
    printed: PrintedDossier
    exported: ExportResult
    signer: LocalSigner


def local_signer(folder: Path) -> LocalSigner:
    """Who signs with a trial certificate, whose files lie in the folder."""
    trial = make_trial_identity(folder, now=NOW, passphrase="bench", agency="Cơ quan thử nghiệm")
    return LocalSigner(load_pkcs12(trial.pkcs12, "bench", now=NOW))


@contextmanager
def made_material(folder: Path) -> Iterator[Material]:
    signer = local_signer(folder)
    with open_office(folder / "home", clock=FixedClock(NOW), identifiers=SeededIdentifiers(), who="bench") as office:
        finalised, draft = (_filled(office, agency) for agency in AGENCIES)
        revision = finalised.finalise()
        printed = printed_revision(office, finalised, revision)
        plan = office.exporting.plan(finalised.dossier_id, folder / "out")
        exported = office.exporting.export(plan, signer, lambda _: None)
        plans = plan_with(office, OF_SMALL_PLAN, FEW_ROWS), plan_with(office, OF_LARGE_PLAN, MANY_ROWS)
        yield Material(folder, office, draft, *plans, finalised, printed, exported, signer)


def printed_revision(office: Office, dossier: OpenDossier, revision: Revision) -> PrintedDossier:
    printer = RevisionPrinter(FormVersions(office.catalogue, office.store.forms), office.identifiers)
    document = dossier.campaign.documents[0]
    return printer.print_revision(revision, document, dossier.campaign, dossier.agency, trial=False)


def _filled(office: Office, agency: str) -> OpenDossier:
    campaign = office.catalogue.campaigns()[0]
    dossier = office.filling.begin(campaign.id, agency)
    for form_id in campaign.forms:
        fill_form(dossier, form_id, read_prepared(campaign.folder / "sample" / f"{form_id}.json"))
    return dossier
