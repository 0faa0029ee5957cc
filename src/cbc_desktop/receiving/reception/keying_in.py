"""Paper that the receiver keyed in as a dossier of its own: taken among what arrived, with the scans of the paper."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.package.archive import read_file
from cbc_desktop.package.archive_limits import STANDARD
from cbc_desktop.package.names import printable
from cbc_desktop.receiving.reception.judging import Judged, JudgingOrder, KeptFile
from cbc_desktop.receiving.reception.keyed_scans import require_same
from cbc_desktop.receiving.reception.kinds import FileKind, kind_of
from cbc_desktop.receiving.reception.reasons import Reason
from cbc_desktop.receiving.reception.workers import Lost, Workers
from cbc_desktop.receiving.route import Route, Source
from cbc_desktop.signing.trust import TrustAnchors
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

NOT_A_SCAN = Message(
    "“{name}” trống, quá lớn hoặc không phải là bản quét (PDF, PNG, JPEG, TIFF). Chưa nhận gì; hãy chọn bản quét của "
    "bản giấy đã nhập.",
    "“{name}” is empty, too large or no scan (PDF, PNG, JPEG, TIFF). Nothing was taken in; choose the scan of the "
    "paper that was keyed in.",
)
NOT_FINALISED = Message(
    "Hồ sơ nhập từ bản giấy chưa chốt số liệu nên chưa nhận được. Hãy kiểm tra và chốt trước.",
    "The dossier that was keyed in is not finalised and was not taken in. Review and finalise it first.",
)

SCAN_DOUBT = "keyed-scan"
"""The doubt of a scan beside which somebody has to look: its codes could be read, or nobody could look for them."""


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


@dataclass(frozen=True, slots=True)
class KeyingIn:
    """``workers`` read the scans, as they do all that comes from outside; ``came_on`` is the day, if one is said."""

    store: ReceivedStore
    workers: Workers[JudgingOrder, tuple[Judged, ...]]
    campaign: Campaign
    clock: Clock
    who: str
    came_on: date | None = None

    def take(self, keyed: KeyedIn) -> Arrival:
        """When it is there already, only the day can change.

        UserFacingError when no scan comes with it, one cannot be read, or the codes on them are of another paper.
        """
        scans = [(path, _scan(path)) for path in keyed.scans]
        if not scans:
            raise UserFacingError(NO_SCAN)
        dossier = _dossier(keyed)
        papers, unread = self._read(scans)
        found = (self.store.arrivals.known(Digest.of(content)) for _, content in scans)
        require_same(dossier, papers, self.campaign, [one for one in found if one is not None])
        size = sum(len(content) for _, content in scans)
        arrival = _arrival(keyed, dossier, size, self.clock.now(), self.who)
        if papers or unread:
            arrival = replace(arrival, doubts=(SCAN_DOUBT,))
        if self.came_on is not None:
            self.store.arrivals.state_day(arrival.digest, self.came_on, at=self.clock.now(), who=self.who)
        kept = [self._kept(path, content) for path, content in scans]
        report = {"scans": kept, "codes": bool(papers), "unread": unread}
        forms = [ArrivedForm(form.form_id, form.form_digest, form.submission) for form in keyed.revision.forms]
        self.store.arrivals.add(arrival, json.dumps(report), forms, keyed.revision.remarks)
        return arrival

    def _kept(self, path: Path, content: bytes) -> dict[str, str]:
        return {"name": printable(path.name), "digest": str(self.store.files.keep(content))}

    def _read(self, scans: Sequence[tuple[Path, bytes]]) -> tuple[list[ArrivedDossier], str]:
        """Whose papers the codes on the scans are, and why nobody could look for codes; "" where that was done."""
        files = tuple(KeptFile(path.name, Digest.of(content), path, len(content)) for path, content in scans)
        order = JudgingOrder(FileKind.IMAGE, files, TrustAnchors.none(), self.clock.now())
        ((_, answer),) = self.workers.answers([order])
        if isinstance(answer, Lost):
            return [], answer.value
        unread = next((one.set_aside for one in answer if one.set_aside == Reason.NO_SCAN.value), "")
        return [one.dossier for one in answer if one.dossier], unread


def _scan(path: Path) -> bytes:
    content = read_file(path, STANDARD)
    scanned = content and kind_of(path.name, content) in (FileKind.PDF, FileKind.IMAGE)
    if not scanned or len(content) > STANDARD.archive_bytes:
        raise UserFacingError(NOT_A_SCAN.filled(name=printable(path.name)))
    return content


def _dossier(keyed: KeyedIn) -> ArrivedDossier:
    revision = keyed.revision
    return ArrivedDossier(
        identity=revision.identity,
        agency_name=keyed.agency_name,
        number=revision.number,
        content_digest=revision.content_digest,
        replaces=revision.replaces,
        finalised_at=revision.finalised_at,
        trial=keyed.trial,
    )


def _arrival(keyed: KeyedIn, dossier: ArrivedDossier, size: int, now: datetime, who: str) -> Arrival:
    about = f"{dossier.identity.dossier_id}/{dossier.number}/{dossier.content_digest}"
    digest = Digest.of(about.encode())
    return Arrival(
        digest=digest,
        came_as=digest,
        name=_listed(keyed.scans),
        size=size,
        route=Route.PAPER.value,
        source=Source.KEYED_IN.value,
        taken_at=now,
        taken_by=who,
        verdict=Verdict.INDETERMINATE.value,
        dossier=dossier,
        form_digests={form.form_id: form.form_digest for form in keyed.revision.forms},
    )


def _listed(scans: Sequence[Path]) -> str:
    return ", ".join(printable(path.name) for path in scans)
