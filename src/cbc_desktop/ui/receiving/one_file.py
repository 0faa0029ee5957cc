"""Looking at one file: a package or a signed PDF comes in, what is true of it is told; nothing of it is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.package.report import VerificationReport
from cbc_desktop.ui.issuing.trial import FOLDER
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.file_drop import FileDrop
from cbc_desktop.ui.kit.labels import label
from cbc_desktop.ui.kit.message_bar import MessageBar, Tone
from cbc_desktop.ui.kit.pages import ScrollPage
from cbc_desktop.ui.receiving.report_view import ReportView
from cbc_desktop.ui.receiving.section_page import SectionPage
from cbc_desktop.ui.receiving.trust_panel import TrustPanel
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import QUESTION_WIDTH

VERIFYING = Message("Đang kiểm tra {name}…", "Verifying {name}…")

OWN_IS_INTACT = Message(
    "Gói của anh/chị nguyên vẹn, mọi thứ đã kiểm tra đều đúng; chỉ là máy này chưa tin cậy nơi cấp chứng thư, nên bên "
    "dưới ghi “chưa kết luận được”.",
    "Your package is intact, and all that was looked at is right; it is only that this computer does not trust who "
    "issued the certificate, so below it says “indeterminate”.",
)


class OneFilePage(SectionPage):
    """Verifies one file at a time, beside the window; nothing in the file is ever changed."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._path: Path | None = None
        self._trusted: frozenset[bytes] = frozenset()
        self.report: ReportView | None = None
        self.messages = MessageBar(at_edge=True)
        self.drop = FileDrop(
            self.tr("Kéo gói hồ sơ (.zip) hoặc tệp PDF đã ký vào đây. Tệp chỉ được đọc, không bị thay đổi."),
            self.tr("Chọn tệp để &kiểm tra…"),
            self.tr("Gói hồ sơ hoặc PDF đã ký (*.zip *.pdf)"),
        )
        self.trust = TrustPanel(around, around.office.database.path.parent / FOLDER)
        self.ask_button = button(
            self.tr("&Hỏi qua mạng: chứng thư có bị thu hồi không"),
            self.ask,
            tip=self.tr("Chỉ số hiệu chứng thư được gửi đi"),
        )
        self.ask_button.hide()
        self.back_button = button(self.tr("‹ Về hồ sơ"), around.routes.resume.emit)
        """While it is the package of the open dossier that is looked at."""
        self.back_button.hide()
        self._lay_out()
        self.drop.chosen.connect(self.look_at)
        self.trust.changed.connect(self._again)
        for widget in (self.drop, self.ask_button):
            widget.setDisabled(around.tasks.running)
            around.tasks.busy.connect(widget.setDisabled)

    def entered(self) -> None:
        """What is trusted may have been decided anew meanwhile."""
        self.trust.show_all()
        if self._trusted != self._what_is_trusted():
            self._again()
        self._take_keyboard()

    def look_at(self, path: Path, *, own: bool = False) -> None:
        """``own``: it is the package of the open dossier, to which there is a way back."""
        self.back_button.setVisible(own)
        self.verify(path)

    def ask(self) -> None:
        """The same file again, with what the issuers say just now; only where a person switched that on."""
        if self._path is not None:
            self.verify(self._path, asking=True)

    def verify(self, path: Path, *, asking: bool = False) -> None:
        """Shows what is true of the file, or why it cannot be read."""
        self._path, self._trusted = path, self._what_is_trusted()
        self._forget()
        started = self._around.tasks.run(self, self._work(path, asking), done=self._show, failed=self._tell)
        if not started:
            self.messages.say(self.tr("Đang có việc khác chạy. Hãy chờ việc đó xong rồi kiểm tra tệp."), Tone.INFO)

    def _lay_out(self) -> None:
        area = ScrollPage(widest=QUESTION_WIDTH)
        self._column = area.column
        told = self.tr(
            "Xem một gói hoặc một PDF đã ký mà không nhận vào: còn nguyên vẹn không, ai ký, nội dung có khớp không."
        )
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch(1)
        self._column.addLayout(back)
        for widget in (label(told), self.drop, self.trust, self.ask_button):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.messages)
        layout.addWidget(area, 1)

    def _work(self, path: Path, asking: bool) -> Callable[[Callable[[Message], None]], VerificationReport]:
        office, name = self._around.office, path.name

        def work(progress: Callable[[Message], None]) -> VerificationReport:
            progress(VERIFYING.filled(name=name))
            report = office.receiving.verify(path, asking=progress if asking else None)
            progress(VERIFYING.filled(name=name))  # a person who stopped it does not want to see the report
            return report

        return work

    def _what_is_trusted(self) -> frozenset[bytes]:
        return frozenset(anchor.kept.der for anchor in self._around.office.trust.all())

    def _again(self) -> None:
        """Other certificates are trusted: the same file may be judged otherwise."""
        if self._path is not None:
            self.verify(self._path)

    def _show(self, report: VerificationReport) -> None:
        self.report = ReportView(self._around.look, report)
        if report.only_issuer_unknown and not self.back_button.isHidden():
            self.messages.say(self._around.look.text(OWN_IS_INTACT), Tone.INFO)
        self._column.insertWidget(self._column.count() - 1, self.report)
        self.ask_button.setVisible(bool(report.signatures) and self._around.office.trust.own.services().status)
        self._take_keyboard()

    def _tell(self, error: UserFacingError) -> None:
        self.messages.say(self._around.look.text(error.message), Tone.ERROR)
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        """To the next file; while one is looked at no other can be chosen, and the keyboard is given up."""
        if self.isVisible():
            self.drop.button.setFocus()

    def _forget(self) -> None:
        self.messages.clear()
        self.ask_button.hide()
        if self.report is not None:
            _remove(self.report)
            self.report = None


def _remove(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
