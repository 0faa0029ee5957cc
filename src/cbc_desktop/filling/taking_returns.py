"""Taking in a return slip: whose dossier and which revision it means, and what that makes of the revision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.dossier.return_slip import Outcome, ReturnSlip, slip_from_json
from cbc_desktop.dossier.states import Action, permitted
from cbc_desktop.filling.slip_files import SlipFile, read_slip
from cbc_desktop.package.names import printable
from cbc_desktop.signing.verdict import SignatureReport, Verdict
from cbc_desktop.store.database import Database
from cbc_desktop.store.office_store import OfficeStore
from cbc_desktop.store.stored_dossier import StoredDossier

NO_SUCH_DOSSIER = Message(
    "Phiếu này trả lại hồ sơ của “{agency}” (đợt {campaign}), nhưng trên máy này không có hồ sơ đó. "
    "Hãy mở phiếu trên máy đã lập hồ sơ; trên máy này chưa có gì thay đổi.",
    "This slip returns a dossier of “{agency}” (campaign {campaign}) that is not on this computer. "
    "Open it where the dossier was filled in; nothing has changed here.",
)
OTHER_REVISION = Message(
    "Phiếu này trả lại bản lần {number} của “{agency}”, nhưng bản lần {number} trên máy này có nội dung khác hoặc "
    "chưa chốt. Hãy hỏi lại nơi nhận xem họ đang giữ bản nào; hồ sơ chưa bị thay đổi.",
    "This slip returns revision {number} of “{agency}”, but revision {number} on this computer says something else "
    "or is not finalised. Ask the receiver which one they have; the dossier has not been changed.",
)


CHANGED = Message(
    "Chữ ký trong “{path}” không phải của phiếu này, hoặc phiếu đã bị sửa sau khi ký. Hãy đề nghị nơi nhận gửi lại cả "
    "hai tệp; hồ sơ chưa bị thay đổi.",
    "The signature in “{path}” is not that of this slip, or the slip was changed after it was signed. Ask the receiver "
    "to send both files again; the dossier has not been changed.",
)
_OUTCOMES = {
    Outcome.ACCEPTED: Message(
        "{by} đã tiếp nhận bản lần {number} ngày {day}.", "{by} accepted revision {number} on {day}."
    ),
    Outcome.WITH_REMARKS: Message(
        "{by} đã tiếp nhận bản lần {number} ngày {day}, kèm {count} ý kiến.",
        "{by} accepted revision {number} on {day}, with {count} remarks.",
    ),
    Outcome.TO_BE_CORRECTED: Message(
        "Đã nhận phiếu trả lại của {by} ngày {day}: {count} mục của bản lần {number}.",
        "Took in the slip of {by} of {day}: {count} remarks on revision {number}.",
    ),
}
_SIGNED = {
    Verdict.PASSED: Message("Phiếu có chữ ký số hợp lệ của {signer}.", "The slip has a valid signature of {signer}."),
    Verdict.INDETERMINATE: Message(
        "Phiếu có chữ ký số của {signer} và không bị sửa, nhưng máy này chưa tin cậy nơi cấp chứng thư đó.",
        "The slip is signed by {signer} and was not changed, but this computer does not trust the issuer.",
    ),
    Verdict.FAILED: Message(
        "Phiếu có chữ ký số của {signer} nhưng chứng thư đã hết hạn, bị thu hồi hoặc lỗi thời: hãy hỏi lại nơi nhận.",
        "The slip is signed by {signer}, whose certificate has expired, was revoked or is outdated: ask the receiver.",
    ),
}
OUTRANKED = Message(
    "Phiếu được giữ, nhưng bản này theo phiếu khác có chữ ký số hoặc lập sau.",
    "The slip is kept, but the revision goes by another one that is signed or was written later.",
)
OF_THE_FUTURE = Message(
    "Phiếu ghi ngày {day}, sau hôm nay, nên chưa nhận: hãy xem lại đồng hồ của máy, rồi hỏi nơi nhận. Hồ sơ chưa bị "
    "thay đổi.",
    "The slip bears the date {day}, which is yet to come, and was not taken in: check this computer's clock, then ask "
    "the receiver. The dossier has not been changed.",
)
UNSIGNED = Message(
    "Phiếu không kèm tệp chữ ký số (.p7s), nên chưa xác nhận được ai lập phiếu.",
    "No signature (.p7s) lies beside the slip, so that nothing says who wrote it.",
)
RETURNED = "returned"
"""The event of the journal; its facts say which revision, with which outcome, and who signed the slip."""
_TRUST: Mapping[Verdict | None, int] = {Verdict.PASSED: 2, Verdict.INDETERMINATE: 1, Verdict.FAILED: 0, None: 0}
"""By what its signature comes to; None without one."""
_CLOCKS_APART = timedelta(days=1)
_ACTIONS = {
    Outcome.ACCEPTED: Action.ACCEPT,
    Outcome.WITH_REMARKS: Action.ACCEPT,
    Outcome.TO_BE_CORRECTED: Action.RETURN,
}


@dataclass(frozen=True, slots=True)
class TakenReturn:
    """What became of a slip; ``again`` when it had been taken in before, and nothing was done.

    ``signature`` is that of the file beside it, None without one; one over other bytes is refused.
    """

    dossier_id: str
    slip: ReturnSlip
    again: bool
    signature: SignatureReport | None = None
    holds: bool = True
    """Whether the revision goes by it, and not by another slip."""

    @property
    def told(self) -> tuple[Message, ...]:
        """What the receiver made of the revision, and who signed that."""
        slip = self.slip
        facts = {"by": slip.returned_by, "day": date_text(slip.returned_at.date()), "number": slip.number}
        outcome = _OUTCOMES[slip.outcome].filled(count=len(slip.questions), **facts)
        outranked = () if self.holds else (OUTRANKED,)
        return outcome, told_signature(_signed_by(self.signature)), *outranked

    @property
    def sentences(self) -> Message:
        """The same as one message."""
        return Message.joined(self.told, " ")


def told_signature(facts: Mapping[str, str]) -> Message:
    """Who signed a slip that was taken in, by what the journal kept of it."""
    if "signer" not in facts:
        return UNSIGNED
    return _SIGNED[Verdict(facts["signature"])].filled(signer=printable(facts["signer"]))


def take_return(store: OfficeStore, database: Database, path: Path, who: str, at: datetime) -> TakenReturn:
    """Keeps the slip, a file or in a mail, beside the revision that it means; UserFacingError when there is none here.

    A revision that was not yet recorded as handed over evidently was: the receiver has it. Of several slips for it
    the best signed one holds, and of those the one that was written last, in whatever order they come.
    """
    file = read_slip(path)
    content, slip = file.content, slip_from_json(file.content)
    if slip.returned_at > at + _CLOCKS_APART:
        raise UserFacingError(OF_THE_FUTURE.filled(day=date_text(slip.returned_at.date())))
    stored = _meant(store, slip)
    signature = _signature(store, file, at)
    taken = TakenReturn(stored.identity.dossier_id, slip, store.returns.holds(Digest.of(content)), signature)
    if not taken.again:
        with database.atomic():
            taken = replace(taken, holds=_holds(store, taken))
            store.returns.add(slip, content, who)
            if taken.holds and slip.number == stored.revision.number:
                _move(store, taken.dossier_id, _ACTIONS[slip.outcome], who)
            facts = {"revision": str(slip.number), "slip": str(Digest.of(content)), "outcome": slip.outcome.value}
            store.journal.record(RETURNED, who, taken.dossier_id, facts | _signed_by(signature))
    return taken


def _holds(store: OfficeStore, taken: TakenReturn) -> bool:
    """Anybody can write a slip and put any day on it: what a signature says goes before."""
    verdicts = {
        Digest(entry.facts["slip"]): Verdict(entry.facts["signature"])
        for entry in store.journal.of(taken.dossier_id)
        if entry.event == RETURNED and "signature" in entry.facts
    }
    mine = taken.signature.verdict if taken.signature else None
    earlier = store.returns.slips(taken.dossier_id, taken.slip.number).items()
    return all(_rank(one, verdicts.get(digest)) <= _rank(taken.slip, mine) for digest, one in earlier)


def _rank(slip: ReturnSlip, verdict: Verdict | None) -> tuple[int, datetime]:
    return _TRUST[verdict], slip.returned_at


def _meant(store: OfficeStore, slip: ReturnSlip) -> StoredDossier:
    found = next((one for one in store.dossiers.all() if one.identity == slip.identity), None)
    if found is None:
        raise UserFacingError(NO_SUCH_DOSSIER.filled(agency=slip.agency_name, campaign=slip.identity.campaign_id))
    revisions = store.dossiers.revisions(slip.identity.dossier_id)
    if not any((one.number, one.content_digest) == (slip.number, slip.content_digest) for one in revisions):
        raise UserFacingError(OTHER_REVISION.filled(agency=slip.agency_name, number=slip.number))
    return found


def _signed_by(signature: SignatureReport | None) -> dict[str, str]:
    return {} if signature is None else {"signer": signature.signer, "signature": signature.verdict.value}


def _signature(store: OfficeStore, file: SlipFile, at: datetime) -> SignatureReport | None:
    """UserFacingError for one that is not over these bytes."""
    if not file.signature:
        return None
    from cbc_desktop.package.office_trust import as_trust
    from cbc_desktop.signing.container import verify_manifest  # pyHanko takes half a second

    trust = as_trust(store.anchors.all())
    report = verify_manifest(file.content, file.signature, trust, at=at, name=file.signed_in.name)
    if not report.intact:
        raise UserFacingError(CHANGED.filled(path=file.signed_in))
    return report


def _move(store: OfficeStore, dossier_id: str, last: Action, who: str) -> None:
    """As far as the table of states permits."""
    for action in (Action.HAND_OVER, last):
        if action in permitted(store.dossiers.get(dossier_id).revision.state):
            store.dossiers.move(dossier_id, action, who)
