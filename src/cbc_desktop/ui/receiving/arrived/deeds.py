"""What a person can decide about an arrival as it stands, each with its words and how the desk is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cbc_desktop.receiving.reception.agency_standing import AgencyStanding, StoodArrival
from cbc_desktop.receiving.reception.standing import Standing
from cbc_desktop.store.received.arrivals import Arrival

if TYPE_CHECKING:
    from cbc_desktop.receiving.reception.decision_desk import DecisionDesk


class Deed(Enum):
    """In the order of the buttons."""

    CHOOSE = "choose"
    ACCEPT = "accept"
    SET_ASIDE = "set-aside"
    ASSIGN = "assign"
    ASK_ANEW = "ask-anew"


@dataclass(frozen=True, slots=True)
class Wanted:
    """``agency`` is a key of the register, "" where the deed is about none; the round is the one on show."""

    deed: Deed
    arrival: Arrival
    why: str
    agency: str
    campaign_id: str
    trial: bool


OF_AGENCY = frozenset({Deed.ASSIGN, Deed.ASK_ANEW})
"""For which an agency is chosen."""


def possible(stood: StoodArrival, standing: AgencyStanding) -> list[Deed]:
    """Those that would change something."""
    arrival = stood.arrival
    disputed = stood.standing in (Standing.CONFLICTS, Standing.OVERRULED) and standing.agency is not None
    refused = stood.standing in (Standing.FAILED, Standing.SET_ASIDE) or (arrival.doubts and not stood.accepted)
    found = {
        Deed.CHOOSE: disputed,
        Deed.ACCEPT: bool(arrival.form_digests) and bool(refused),
        Deed.SET_ASIDE: stood.standing not in (Standing.SET_ASIDE, Standing.UNREADABLE),
        Deed.ASSIGN: True,
        Deed.ASK_ANEW: arrival.dossier is None,
    }
    return [deed for deed in Deed if found[deed]]


def possible_aside(arrival: Arrival) -> list[Deed]:
    """What can be kept about a file in which no dossier of an installed campaign could be read."""
    return [Deed.SET_ASIDE] if arrival.dossier else [Deed.SET_ASIDE, Deed.ASSIGN, Deed.ASK_ANEW]


def deed_words(deed: Deed, *, counts: bool) -> tuple[str, str]:
    """The words on its button, and what will happen; ``counts``: the arrival does already."""
    translate = QCoreApplication.translate
    if counts and deed is Deed.ACCEPT:
        return (
            translate("Deed", "Đã xem, c&hấp nhận…"),
            translate("Deed", "Bản này vẫn được tính; ghi lại rằng các điểm chưa rõ đã được xem và chấp nhận."),
        )
    words = {
        Deed.CHOOSE: (
            translate("Deed", "Tính bản nà&y…"),
            translate("Deed", "Bản này được tính; những bản mâu thuẫn với nó không được tính."),
        ),
        Deed.ACCEPT: (
            translate("Deed", "C&hấp nhận…"),
            translate("Deed", "Bản này có thể được tính dù còn điểm chưa đạt hoặc chưa rõ."),
        ),
        Deed.SET_ASIDE: (
            translate("Deed", "Để &riêng…"),
            translate("Deed", "Bản này không được tính; tệp vẫn được giữ nguyên."),
        ),
        Deed.ASSIGN: (
            translate("Deed", "Giao &cho cơ quan…"),
            translate("Deed", "Bản này là của cơ quan được chọn dưới đây, dù trong tệp ghi thế nào."),
        ),
        Deed.ASK_ANEW: (
            translate("Deed", "Đã x&in bản khác…"),
            translate("Deed", "Tệp này không đọc được; cơ quan được chọn dưới đây đã được đề nghị gửi lại."),
        ),
    }
    return words[deed]


def carry_out(desk: DecisionDesk, wanted: Wanted) -> int:
    """The number of the decision; UserFacingError as the desk."""
    return _DOERS[wanted.deed](desk, wanted)


_DOERS: Mapping[Deed, Callable[[DecisionDesk, Wanted], int]] = {
    Deed.CHOOSE: lambda desk, it: desk.choose(it.arrival, it.why),
    Deed.ACCEPT: lambda desk, it: desk.accept(it.arrival, it.why),
    Deed.SET_ASIDE: lambda desk, it: desk.set_aside(it.arrival, it.why),
    Deed.ASSIGN: lambda desk, it: desk.assign(it.arrival, it.agency, it.why, it.campaign_id, trial=it.trial),
    Deed.ASK_ANEW: lambda desk, it: desk.ask_anew(it.arrival, it.agency, it.why, it.campaign_id, trial=it.trial),
}
