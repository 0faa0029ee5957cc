"""Paper that the receiver keyed in as a dossier of its own: taken among what arrived, with the scans of the paper."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.package.archive import read_file
from cbc_desktop.package.archive_limits import STANDARD
from cbc_desktop.package.names import printable
from cbc_desktop.receiving.reception.kinds import FileKind, kind_of
from cbc_desktop.receiving.route import Route, Source
from cbc_desktop.signing.verdict import Verdict
from cbc_desktop.store.received.arrivals import Arrival, ArrivedDossier, ArrivedForm
from cbc_desktop.store.received.received_store import ReceivedStore
from cbc_desktop.store.stored_dossier import StoredDossier
from cbc_desktop.store.submissions import SubmissionStore

NO_SCAN = Message(
    "Cần kèm bản quét (PDF, PNG, JPEG, TIFF) của bản giấy đã nhập, để đối chiếu về sau. Chưa nhận gì; số liệu đã nhập "
    "vẫn còn nguyên.",
    "A scan (PDF, PNG, JPEG, TIFF) of the paper that was keyed in must come with it, to compare later. Nothing was "
    "taken in; what was entered is still there.",
)

NOT_FINALISED = Message(
    "Hồ sơ nhập từ bản giấy chưa chốt số liệu nên chưa nhận được. Hãy kiểm tra và chốt trước.",
    "The dossier that was keyed in is not finalised and was not taken in. Review and finalise it first.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyedIn:
    """``revision`` is what somebody finalised from paper in this office, for the agency of that name."""

    revision: Revision
    agency_name: str
    trial: bool
    scans: tuple[Path, ...]


def keyed_in(stored: StoredDossier, submissions: SubmissionStore, scans: tuple[Path, ...]) -> KeyedIn:
    """The latest revision of a dossier of this office; UserFacingError while it is not finalised."""
    if stored.revision.content_digest is None:
        raise UserFacingError(NOT_FINALISED)
    revision = submissions.load(stored.identity.dossier_id, stored.revision.number)
    return KeyedIn(revision=revision, agency_name=stored.agency_name, trial=stored.trial, scans=scans)


def take_keyed_in(store: ReceivedStore, keyed: KeyedIn, clock: Clock, who: str, came_on: date | None) -> Arrival:
    """When it is there already, only the day can change.

    UserFacingError when no scan comes with it or one cannot be read.
    """
    scans = [(path.name, _scan(path)) for path in keyed.scans]
    if not scans:
        raise UserFacingError(NO_SCAN)
    kept = [{"name": printable(name), "digest": str(store.files.keep(content))} for name, content in scans]
    arrival = _arrival(keyed, sum(len(content) for _, content in scans), clock, who)
    forms = [ArrivedForm(form.form_id, form.form_digest, form.submission) for form in keyed.revision.forms]
    if came_on is not None:
        store.arrivals.state_day(arrival.digest, came_on, at=clock.now(), who=who)
    store.arrivals.add(arrival, json.dumps({"scans": kept}), forms, keyed.revision.remarks)
    return arrival


def _scan(path: Path) -> bytes:
    content = read_file(path, STANDARD)
    if kind_of(path.name, content) not in (FileKind.PDF, FileKind.IMAGE) or len(content) > STANDARD.archive_bytes:
        raise UserFacingError(NO_SCAN)
    return content


def _arrival(keyed: KeyedIn, size: int, clock: Clock, who: str) -> Arrival:
    revision, scans = keyed.revision, _listed(keyed.scans)
    identity = revision.identity
    digest = Digest.of(f"{identity.dossier_id}/{revision.number}/{revision.content_digest}".encode())
    return Arrival(
        digest=digest,
        came_as=digest,
        name=scans,
        size=size,
        route=Route.PAPER.value,
        source=Source.KEYED_IN.value,
        taken_at=clock.now(),
        taken_by=who,
        verdict=Verdict.INDETERMINATE.value,
        dossier=ArrivedDossier(
            identity=identity,
            agency_name=keyed.agency_name,
            number=revision.number,
            content_digest=revision.content_digest,
            replaces=revision.replaces,
            finalised_at=revision.finalised_at,
            trial=keyed.trial,
        ),
        form_digests={form.form_id: form.form_digest for form in revision.forms},
    )


def _listed(scans: Sequence[Path]) -> str:
    return ", ".join(printable(path.name) for path in scans)
