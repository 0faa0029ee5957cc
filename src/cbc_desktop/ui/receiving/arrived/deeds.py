"""What a person can decide about an arrival as it stands, each with its words and how the desk is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cbc_desktop.receiving.reception.agency_standing import AgencyStanding, StoodArrival
from cbc_desktop.receiving.reception.standing import Standing
from cbc_desktop.store.received.arrivals import Arrival

if TYPE_CHECKING:
    from cbc_desktop.receiving.reception.desk import ReceptionDesk


class Deed(Enum):
    """In the order of the buttons."""

    CHOOSE = "choose"
    ACCEPT = "accept"
    SET_ASIDE = "set-aside"
    ASSIGN = "assign"
    ASK_ANEW = "ask-anew"


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
        Deed.ASSIGN: arrival.dossier is not None,
        Deed.ASK_ANEW: False,
    }
    return [deed for deed in Deed if found[deed]]


def possible_aside(arrival: Arrival) -> list[Deed]:
    """What can be kept about a file in which no dossier of an installed campaign could be read."""
    return [Deed.SET_ASIDE] if arrival.dossier else [Deed.SET_ASIDE, Deed.ASK_ANEW]


def deed_words(deed: Deed) -> tuple[str, str]:
    """The words on its button, and what will happen."""
    translate = QCoreApplication.translate
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


def carry_out(desk: ReceptionDesk, deed: Deed, arrival: Arrival, why: str, agency: str) -> int:
    """The number of the decision; ``agency`` is a key of the register. UserFacingError as the desk."""
    return _DOERS[deed](desk, arrival, why, agency)


_DOERS: Mapping[Deed, Callable[[ReceptionDesk, Arrival, str, str], int]] = {
    Deed.CHOOSE: lambda desk, arrival, why, _: desk.choose(arrival, why),
    Deed.ACCEPT: lambda desk, arrival, why, _: desk.accept(arrival, why),
    Deed.SET_ASIDE: lambda desk, arrival, why, _: desk.set_aside(arrival, why),
    Deed.ASSIGN: lambda desk, arrival, why, agency: desk.assign(arrival, agency, why),
    Deed.ASK_ANEW: lambda desk, arrival, why, agency: desk.ask_anew(arrival, agency, why),
}
