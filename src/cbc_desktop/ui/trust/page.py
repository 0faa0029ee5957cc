"""What this office trusts and whom it asks, on one page: a person decides, the program compares and remembers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.receiving.trust_desk import Anchor, TrustDesk
from cbc_desktop.signing.services import Services
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.message_bar import MessageBar, Tone
from cbc_desktop.ui.kit.pages import ScrollPage
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import QUESTION_WIDTH
from cbc_desktop.ui.trust.accepting import AcceptPanel
from cbc_desktop.ui.trust.anchors import AnchorList
from cbc_desktop.ui.trust.services import ServicesPanel


class TrustPage(ScrollPage):
    """What is trusted no longer can be trusted again by one press, as long as nothing else was done."""

    left = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__(widest=QUESTION_WIDTH)
        self._around = around
        self.messages = MessageBar()
        self.back_button = button(self.tr("← &Quay lại"), self.left.emit, kind=Kind.LINK, shortcut="Esc")
        self.anchors, self.accepting = AnchorList(around.look), AcceptPanel(around.look)
        self.services = ServicesPanel()
        self.column.addWidget(self.back_button)
        self.column.addWidget(label(self.tr("Chứng thư tin cậy và dịch vụ mạng"), Role.TITLE))
        for widget in (self.messages, self.accepting, self.anchors, self.services):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self._listen()

    def entered(self) -> None:
        """As it is kept now."""
        self.messages.clear()
        self.accepting.finish()
        self._show()
        self.anchors.add_button.setFocus()

    def offer(self, path: Path) -> None:
        """Shows the certificates of a file, for a person to decide."""
        self.messages.clear()
        try:
            candidates = self._desk.candidates(path)
        except UserFacingError as error:
            self._tell(error)
            return
        self.accepting.ask(candidates)
        self.ensureWidgetVisible(self.accepting)

    @property
    def _desk(self) -> TrustDesk:
        return self._around.office.trust

    def _listen(self) -> None:
        self.anchors.add_wanted.connect(self._choose)
        self.anchors.chosen_export.connect(self._export)
        self.anchors.chosen_removal.connect(self._remove)
        self.accepting.wanted.connect(self._accept)
        self.accepting.given_up.connect(self.anchors.add_button.setFocus)
        self.services.changed.connect(self._switch)

    def _show(self) -> None:
        self.anchors.show_all(self._desk.all())
        self.services.show_services(self._desk.own.services())

    def _choose(self) -> None:
        patterns = self.tr("Chứng thư số (*.pem *.crt *.cer *.der *.p7b)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Thêm từ tệp"), str(Path.home()), patterns)
        if name:
            self.offer(Path(name))

    def _accept(self) -> None:
        panel, candidate = self.accepting, self.accepting.candidate
        if candidate is None:
            return
        try:
            self._desk.accept(candidate, panel.chosen_group, fingerprint=panel.fingerprint.text(), why=panel.why.text())
        except UserFacingError as error:
            self._tell(error)
            return
        panel.finish()
        self._show()
        told = self.tr("Từ nay tin cậy “{subject}”.").format(subject=candidate.certificate.subject)
        self.messages.say(told, Tone.DONE)
        self.anchors.add_button.setFocus()

    def _remove(self, anchor: Anchor) -> None:
        self._desk.remove(anchor)
        self._show()
        told = self.tr("Không tin cậy “{subject}” nữa.").format(subject=anchor.certificate.subject)
        self.messages.say(told, Tone.DONE, button(self.tr("&Hoàn tác"), lambda: self._put_back(anchor)))

    def _put_back(self, anchor: Anchor) -> None:
        self._desk.put_back(anchor)
        self.messages.clear()
        self._show()

    def _export(self, anchor: Anchor) -> None:
        start = str(Path.home() / "chung-thu.pem")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Ghi ra tệp"), start, "PEM (*.pem)")
        if not name:
            return
        try:
            self._desk.export(Path(name), [anchor])
        except UserFacingError as error:
            self._tell(error)
            return
        self.messages.say(self.tr("Đã ghi {path}").format(path=name), Tone.DONE)

    def _switch(self) -> None:
        try:
            chosen = Services.chosen(self.services.timestamps.text(), status=self.services.status.isChecked())
        except UserFacingError as error:
            self._tell(error)
            return
        self.messages.clear()
        self._desk.own.choose_services(chosen)
        self.services.show_services(chosen)

    def _tell(self, error: UserFacingError) -> None:
        self.messages.say(self._around.look.text(error.message), Tone.ERROR)
        self.ensureWidgetVisible(self.messages)
