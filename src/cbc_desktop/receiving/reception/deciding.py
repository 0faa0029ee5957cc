"""What a person may decide about an arrival, and what is asked for it: a reason, always, and a conflict to decide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import keepable
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.receiving.reception.agency_standing import AgencyStanding
from cbc_desktop.receiving.reception.rulings import Ruling, Rulings, version_key
from cbc_desktop.receiving.reception.standing import rivals
from cbc_desktop.store.received.arrivals import Arrival
from cbc_desktop.store.received.decisions import DecisionStore, KeptDecision

NO_REASON = Message(
    "Cần ghi lý do của quyết định, để sau này còn biết vì sao. Chưa có gì thay đổi; hãy ghi lý do rồi làm lại.",
    "Say why it is decided so, so that it is known later. Nothing was changed; give the reason and try again.",
)
NOTHING_TO_CHOOSE = Message(
    "“{name}” không mâu thuẫn với bản nào khác, nên không có gì để chọn. Chưa có gì thay đổi.",
    "“{name}” is in conflict with nothing else, so there is nothing to choose. Nothing was changed.",
)
NO_SUCH_DECISION = Message(
    "Không có quyết định số {number} còn hiệu lực. Chưa có gì thay đổi; hãy xem lại danh sách quyết định.",
    "There is no decision {number} that still holds. Nothing was changed; look at the list of decisions.",
)


READABLE = Message(
    "“{name}” đọc được, nên không phải xin bản khác: hãy lập phiếu trả lại. Chưa có gì thay đổi.",
    "“{name}” can be read, so no other copy has to be asked for: return it with a receipt. Nothing was changed.",
)
WHICH_ROUND = Message(
    "Tệp không đọc được nên không nói là của đợt khảo sát nào. Hãy ghi đợt khảo sát: {campaigns}. Chưa có gì thay đổi.",
    "The file cannot be read and does not say for which survey round it came. Name the round: {campaigns}. Nothing was "
    "changed.",
)
_ABOUT_AGENCY = frozenset({Ruling.OF_AGENCY, Ruling.ASKED_ANEW})


@dataclass(frozen=True, slots=True)
class Decision:
    """``number`` is how it is undone; ``agency`` is the key of an entry where it is about that."""

    number: int
    at: datetime
    who: str
    ruling: Ruling
    arrival: Digest
    agency: str
    why: str
    undone: bool


def told(kept: KeptDecision) -> Decision:
    ruling = Ruling(kept.kind)
    agency = kept.values[0] if ruling in _ABOUT_AGENCY else ""
    return Decision(
        kept.number, kept.at, kept.who, ruling, kept.arrival, agency, kept.why, undone=kept.undone_at is not None
    )


def reasoned(why: str) -> str:
    """The reason as it is kept; UserFacingError when there is none."""
    reason = keepable(why).strip()
    if not reason:
        raise UserFacingError(NO_REASON)
    return reason


def only(campaigns: Sequence[Campaign]) -> Campaign:
    """UserFacingError when a person must say which."""
    if len(campaigns) != 1:
        raise UserFacingError(WHICH_ROUND.filled(campaigns=", ".join(one.id for one in campaigns)))
    return campaigns[0]


def against(arrival: Arrival, standings: Iterable[AgencyStanding], rulings: Rulings) -> tuple[str, ...]:
    """The version that is chosen, then its rivals; UserFacingError when there are none."""
    mine = next((one for one in standings if arrival.digest in _digests(one)), None)
    if mine is None or arrival.dossier is None:
        raise UserFacingError(NOTHING_TO_CHOOSE.filled(name=arrival.name))
    chosen = version_key(arrival.dossier)
    others = rivals([stood.arrival for stood in mine.arrivals], rulings, chosen)
    if not others:
        raise UserFacingError(NOTHING_TO_CHOOSE.filled(name=arrival.name))
    return chosen, *sorted(others)


def undo(store: DecisionStore, number: int, who: str) -> None:
    """UserFacingError when there is none of this number that holds."""
    if not any(one.number == number and one.undone_at is None for one in store.all()):
        raise UserFacingError(NO_SUCH_DECISION.filled(number=number))
    store.undo(number, who=who)


def _digests(standing: AgencyStanding) -> set[Digest]:
    return {stood.arrival.digest for stood in standing.arrivals}
