"""A draft after its round's last day: that it comes late, and where its forms take the reason while it can be given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cbc_desktop.base.message import Message
from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.dossier.revision import RemarkKind
from cbc_desktop.dossier.states import State
from cbc_desktop.engine.address import Address
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.review import place_of, takes_reason_for_day
from cbc_desktop.filling.whereabouts import label_of

LATE_TITLE = Message("QUÁ HẠN", "LATE")
WITH_REASON = Message(
    "Hạn gửi {deadline} đã qua. Hãy nêu lý do chậm ở đây trước khi chốt số liệu: lý do được in và gửi cùng báo cáo.",
    "The last day for sending was {deadline}. Give the reason for the delay here before finalising: it is printed and "
    "sent with the report.",
)
WITHOUT_QUESTION = Message(
    "Hạn gửi {deadline} đã qua. Biểu mẫu không có câu để nêu lý do chậm; hãy nêu lý do với nơi nhận khi gửi.",
    "The last day for sending was {deadline}. No form asks for the reason of the delay; tell the receiver when you "
    "send the report.",
)

NO_QUESTION = Message("", "")


@dataclass(frozen=True, slots=True)
class Lateness:
    """``address`` is the question about the day of sending; None, and no form, where no form takes a reason."""

    message: Message
    form_id: str = ""
    address: Address | None = None
    reference: str = ""
    label: Message = NO_QUESTION
    explanation: str = ""

    @property
    def settled(self) -> bool:
        return bool(self.explanation)


def lateness(dossier: OpenDossier, today: date) -> Lateness | None:
    """None for what is in time, is finalised, or has a day of sending, on which the form passes judgement itself."""
    revision, deadline = dossier.stored.revision, dossier.campaign.deadline
    if revision.state is not State.DRAFT or revision.facts.sent is not None or today <= deadline:
        return None
    nowhere = Lateness(WITHOUT_QUESTION.filled(deadline=date_text(deadline)))
    return next(_explained(dossier, WITH_REASON.filled(deadline=date_text(deadline))), nowhere)


def _explained(dossier: OpenDossier, message: Message) -> Iterator[Lateness]:
    for form_id, filling in dossier.forms.items():
        reasons = {place_of(one): one.text for one in filling.remarks if one.kind is RemarkKind.EXPLANATION}
        for leaf in filter(takes_reason_for_day, filling.session.leaves()):
            reference, label = filling.session.reference(leaf.address), label_of(filling.session, leaf)
            yield Lateness(message, form_id, leaf.address, reference, label, reasons.get(leaf.address, ""))
