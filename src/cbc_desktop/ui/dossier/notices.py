"""What a person is told unasked when a dossier is opened: questions that came back, answers that may be taken over."""

from __future__ import annotations

from PySide6.QtCore import Signal

from cbc_desktop.base.message import Message
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.navigation import Progress
from cbc_desktop.engine.nodes import RepeatNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.explaining import explanations
from cbc_desktop.filling.taking_returns import RETURNED, told_signature
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.dossier.prefill_offer import offers_prefill
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.message_bar import MessageBar, Tone
from cbc_desktop.ui.rooms import Surroundings


class Notices(MessageBar):
    """The message bar of a dossier; ``returned_wanted``: the questions that came back, please."""

    returned_wanted = Signal()

    def __init__(self, around: Surroundings, controller: DossierController) -> None:
        super().__init__()
        self._around, self._controller = around, controller

    def tell(self, message: Message, tone: Tone) -> None:
        self.say(self._around.look.text(message), tone)

    def tell_hidden(self, session: FormSession, address: Address) -> None:
        """Why what a person was led to is not to be seen: it is not asked now."""
        found = session.tree.find(address)
        node = found.holder if isinstance(found, RepeatNode) else found
        hidden = None if node.relevant else next(iter(explanations(session, node.address)), None)
        if hidden is None:
            return
        name = self._around.look.text(hidden.about)
        told = self.tr("“{name}” hiện không phải trả lời.").format(name=name)
        if hidden.words is not None:
            words = self._around.look.text(hidden.words)
            told = self.tr("“{name}” chỉ phải trả lời khi {words}.").format(name=name, words=words)
        self.say(told, Tone.INFO)

    def tell_returned(self) -> None:
        """When the dossier is opened, and when a slip was taken in or the dossier was opened again for it."""
        waiting = sum(question.waits for question in self._controller.returned)
        if not waiting:
            self._tell_remarks()
            return
        told = self.tr("Nơi nhận trả lại %n mục, chưa đánh dấu “Đã sửa xong”.", "", waiting)
        signed = self._signed()
        told = f"{told} {signed}" if signed else told
        if not self._controller.editable:
            told = self.tr("{told} Muốn sửa, hãy mở lại hồ sơ ở bước “Ký và phát hành”.").format(told=told)
        see = button(self.tr("Xem các mục &bị trả lại"), self.returned_wanted.emit, kind=Kind.LINK)
        self.say(told, Tone.WARNING, see)

    def _tell_remarks(self) -> None:
        """What was said when the revision was accepted: to be read, not to be corrected."""
        said = sum(question.accepted and not question.settled for question in self._controller.returned)
        if said:
            told = self.tr("Nơi nhận đã tiếp nhận, kèm %n ý kiến.", "", said)
            see = button(self.tr("&Xem các ý kiến"), self.returned_wanted.emit, kind=Kind.LINK)
            self.say(f"{told} {self._signed()}".strip(), Tone.INFO, see)

    def _signed(self) -> str:
        """Who signed the slip that was taken in last."""
        journal = self._around.office.store.journal.of(self._controller.dossier.dossier_id)
        facts = next((entry.facts for entry in reversed(journal) if entry.event == RETURNED), None)
        return "" if facts is None else self._around.look.text(told_signature(facts))

    def offer_update(self) -> None:
        """Another version of a form is installed; the dossier goes on in its own."""
        dossier = self._controller.dossier
        if self._around.office.updating.outdated(dossier):
            dossier_id = dossier.dossier_id
            look = button(self.tr("&Xem và chuyển…"), lambda: self._around.routes.update.emit(dossier_id))
            told = self.tr("Biểu mẫu có phiên bản mới; hồ sơ này vẫn mở theo phiên bản cũ.")
            self.say(told, Tone.INFO, look)

    def offer_prefill(self, total: Progress) -> None:
        """An earlier dossier of the agency has answers that this one lacks."""
        if offers_prefill(self._around.office, self._controller.dossier, total):
            dossier_id = self._controller.dossier.dossier_id
            look = button(self.tr("&Xem và lấy…"), lambda: self._around.routes.prefill.emit(dossier_id))
            self.say(self.tr("Có thể lấy số liệu từ hồ sơ trước của cơ quan này."), Tone.INFO, look)
