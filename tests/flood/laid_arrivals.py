"""Arrivals by the hundred thousand without judging each: what was found in one package is kept for many others.

For how the desk does with what is there; how it comes to be there is measured with packages (`flood`).
"""

from __future__ import annotations

from pathlib import Path

from consignment import shipment
from flood_packages import ARRIVED, Mailroom
from national_campaign import commune_name

from cbc_desktop.base.digests import Digest
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.receiving.reception.judging import Judged, JudgingOrder, KeptFile, judge
from cbc_desktop.receiving.reception.kinds import FileKind
from cbc_desktop.receiving.route import Route
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.store.received.arrivals import Arrival, ArrivedDossier, ArrivedForm
from cbc_desktop.store.received.received_store import ReceivedStore

_AT_ONCE = 1000


def lay_arrivals(store: ReceivedStore, mailroom: Mailroom, count: int, folder: Path) -> None:
    """Those of the first ``count`` packages of the consignment; ``folder`` takes the one that is judged."""
    judged = _judged(mailroom, folder)
    for start in range(0, count, _AT_ONCE):
        with store.database.atomic():
            for number in range(start, min(start + _AT_ONCE, count)):
                _lay(store, mailroom, number, judged)


def _lay(store: ReceivedStore, mailroom: Mailroom, number: int, judged: Judged) -> None:
    sent = shipment(number)
    revision = mailroom.revision(sent)
    forms = [ArrivedForm(form.form_id, form.form_digest, form.submission) for form in revision.forms]
    digest = Digest.of(f"package {number}".encode())
    arrival = Arrival(
        digest=digest,
        came_as=digest,
        name=f"{number:07}.zip",
        size=len(judged.report),
        route=Route.FOLDER.value,
        source=judged.source,
        taken_at=ARRIVED,
        taken_by="Phúc",
        verdict=judged.verdict,
        doubts=judged.doubts,
        dossier=_dossier(revision, commune_name(sent.commune)),
        form_digests={form.form_id: form.form_digest for form in forms},
    )
    store.arrivals.add(arrival, judged.report, forms)


def _judged(mailroom: Mailroom, folder: Path) -> Judged:
    package = folder / "0.zip"
    package.write_bytes(mailroom.package(0))
    file = KeptFile(package.name, Digest.of_file(package), package, package.stat().st_size)
    trust = TrustAnchors.from_pem(mailroom.authority.pem)
    return judge(JudgingOrder(FileKind.PACKAGE, (file,), trust, ARRIVED))[0]


def _dossier(revision: Revision, agency: str) -> ArrivedDossier:
    return ArrivedDossier(
        identity=revision.identity,
        agency_name=agency,
        number=revision.number,
        content_digest=revision.content_digest,
        replaces=revision.replaces,
        finalised_at=revision.finalised_at,
        trial=False,
    )
