"""What a package lacks of an issued document, as its receiver will find it: told to who packs and who sends it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cbc_desktop.base.message import Message
from cbc_desktop.dossier.states import State
from cbc_desktop.package.facts import FactCode
from cbc_desktop.package.report import VerificationReport

NOT_ISSUED_YET = Message(
    "Gói chưa có {lacking}: với văn bản thật, nơi nhận sẽ thấy “chưa kết luận được” và hỏi lại. Nên cấp số, đóng dấu "
    "rồi đóng gói lại; nếu làm việc ấy ở phần mềm khác, hãy nhận lại bản ấy rồi đóng gói.",
    "The package has no {lacking}: of a document in earnest, whoever checks it will find it undecided and will ask. "
    "Better number and seal it, and pack it again; where another program does that, take it back and pack it.",
)
_NAMES: Mapping[FactCode, Message] = {
    FactCode.OUTGOING_NUMBERED: Message("số văn bản", "number"),
    FactCode.OUTGOING_DATED: Message("ngày ban hành", "date of issue"),
    FactCode.AGENCY_SIGNED: Message("dấu hoặc chữ ký số của cơ quan", "seal or signature of the agency"),
}


def lacking_in(report: VerificationReport, state: State) -> tuple[FactCode, ...]:
    """As our own verifier finds it; of paper only the ``state`` tells that nobody has stamped it."""
    unsealed = (FactCode.AGENCY_SIGNED,) if state is State.PACKAGED_UNSEALED else ()
    return tuple(dict.fromkeys((*report.lacking, *unsealed)))


def told_lacking(lacking: Sequence[FactCode]) -> Message:
    """``lacking`` is something."""
    return NOT_ISSUED_YET.filled(lacking=Message.joined([_NAMES[code] for code in lacking], ", "))
