"""Taking in a return slip: whose dossier and which revision it means, and what that makes of the revision."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.dossier.return_slip import MOST_BYTES, NOT_A_SLIP, ReturnSlip, slip_from_json
from cbc_desktop.dossier.states import Action, permitted
from cbc_desktop.store.database import Database
from cbc_desktop.store.office_store import OfficeStore
from cbc_desktop.store.stored_dossier import StoredDossier

NOT_READ = Message(
    "Không đọc được tệp “{path}” ({reason}). Hãy chép tệp về máy này rồi mở lại; hồ sơ chưa bị thay đổi.",
    "The file “{path}” cannot be read ({reason}). Copy it to this computer and open it again; "
    "the dossier has not been changed.",
)
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


@dataclass(frozen=True, slots=True)
class TakenReturn:
    """What became of a slip; ``again`` when it had been taken in before, and nothing was done."""

    dossier_id: str
    slip: ReturnSlip
    again: bool


def take_return(store: OfficeStore, database: Database, path: Path, who: str) -> TakenReturn:
    """Keeps the slip beside the revision that it means; UserFacingError when there is no such revision here.

    A revision that was not yet recorded as handed over evidently was: the receiver has it.
    """
    content = _read(path)
    slip = slip_from_json(content)
    stored = _meant(store, slip)
    taken = TakenReturn(stored.identity.dossier_id, slip, store.returns.holds(Digest.of(content)))
    if not taken.again:
        with database.atomic():
            store.returns.add(slip, content, who)
            if slip.number == stored.revision.number:
                _returned(store, taken.dossier_id, who)
            facts = {"revision": str(slip.number), "slip": str(Digest.of(content))}
            store.journal.record("returned", who, taken.dossier_id, facts)
    return taken


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserFacingError(NOT_A_SLIP)
        return path.read_bytes()
    except OSError as error:
        raise UserFacingError(NOT_READ.filled(path=path, reason=error.strerror or error)) from error


def _meant(store: OfficeStore, slip: ReturnSlip) -> StoredDossier:
    found = next((one for one in store.dossiers.all() if one.identity == slip.identity), None)
    if found is None:
        raise UserFacingError(NO_SUCH_DOSSIER.filled(agency=slip.agency_name, campaign=slip.identity.campaign_id))
    revisions = store.dossiers.revisions(slip.identity.dossier_id)
    if not any((one.number, one.content_digest) == (slip.number, slip.content_digest) for one in revisions):
        raise UserFacingError(OTHER_REVISION.filled(agency=slip.agency_name, number=slip.number))
    return found


def _returned(store: OfficeStore, dossier_id: str, who: str) -> None:
    """As far as the table of states permits: an accepted revision stays accepted, its remarks are kept all the same."""
    for action in (Action.HAND_OVER, Action.RETURN):
        if action in permitted(store.dossiers.get(dossier_id).revision.state):
            store.dossiers.move(dossier_id, action, who)
