"""A key on a USB token: what the token doctor finds, which certificate, and the PIN, typed once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.signing.key_sources import TokenSource
from cbc_desktop.signing.secret import Secret
from cbc_desktop.ui.issuing.key_entry import KeyEntry, SecretLine
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.labels import Role, dress, label, short_label
from cbc_desktop.ui.kit.one_of import OneOf
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

if TYPE_CHECKING:
    from cbc_desktop.signing.token.choice import TokenKey
    from cbc_desktop.signing.token.report import TokenReport

_LONGEST = 32
STOPPED = Message("Đã dừng tìm USB token.", "The search for USB tokens was stopped.")


class TokenKeyChoice(KeyEntry):
    """Looks as soon as it is chosen; nothing is looked for before, because drivers are slow."""

    looking_again = Signal()
    """A person wants it: what was told of the last time is past."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._keys: list[TokenKey] = []
        self._looked = False
        self.told = label("")
        self.box = OneOf(self.tr("Chứng thư trên USB token"))
        self.box.setMinimumContentsLength(_LONGEST)
        self.look_button = button(self.tr("Tìm lạ&i USB token"), self._look_again)
        self.pin = SecretLine(self.tr("Mã PIN của USB token"))
        self.pin_told = label("", Role.WARNING)
        self.pin.returnPressed.connect(self.entered)
        self.box.currentIndexChanged.connect(lambda _: self._show_chosen())
        around.tasks.busy.connect(self.look_button.setDisabled)
        self._lay_out()
        self._show_keys()

    def begin(self) -> None:
        if not self._looked:
            self.look()

    def look(self) -> None:
        """Tries every driver, beside the window; no PIN is asked for."""
        clock, tasks = self._around.office.clock, self._around.tasks

        def work(progress: Callable[[Message], None]) -> TokenReport:
            from cbc_desktop.signing.token.doctor import examine_tokens  # not loaded before a person wants a token

            return examine_tokens(now=clock.now(), progress=progress)

        if tasks.run(self, work, done=self.show_report, failed=self._tell, cancelled=lambda: self._say(STOPPED)):
            self.told.setText(self.tr("Đang tìm USB token…"))

    def _look_again(self) -> None:
        self.looking_again.emit()
        self.look()

    @property
    def source(self) -> TokenSource | None:
        key = self.key
        return key.source() if key is not None and key.token.pin.can_be_entered else None

    @property
    def key(self) -> TokenKey | None:
        place = self.box.currentIndex()
        return self._keys[place] if 0 <= place < len(self._keys) else None

    @property
    def lacking(self) -> str:
        return self.pin_told.text() or self.told.text()

    def take_secret(self) -> Secret:
        return Secret.typed(self.pin.take())

    def begin_again(self) -> None:
        """The token is asked how near it is to being locked."""
        self.look()

    def take_keyboard(self) -> None:
        (self.look_button if self.source is None else self.pin).setFocus()

    # --- what is shown ---------------------------------------------------------------------------------------------

    def show_report(self, report: TokenReport) -> None:
        from cbc_desktop.signing.token.choice import keys_of

        self._looked = True
        keys, before = keys_of(report), self.key
        self._keys = [key for key in keys if key.found.unfit is None]
        self.told.setText("\n".join(self._sentences(report, keys)))
        dress(self.told, Role.BODY if self._keys else Role.WARNING)
        self._show_keys(before)
        if self.isVisible():  # a person may have chosen another way meanwhile
            self.take_keyboard()

    def _sentences(self, report: TokenReport, keys: tuple[TokenKey, ...]) -> list[str]:
        """What was found; where that is no key to sign with, what each driver and certificate lacks."""
        text = self._around.look.text
        if self._keys:
            return [text(report.message)]
        drivers = [
            f"•  {tried.module.publisher}: {text(tried.message)}" for tried in report.modules if not tried.tokens
        ]
        unfit = [f"•  {text(key.found.unfit)}" for key in keys if key.found.unfit]
        none = [self.tr("Trên USB token không có chứng thư nào dùng để ký văn bản.")]
        return [text(report.message), *(unfit or (none if report.tokens else drivers))]

    def _show_keys(self, before: TokenKey | None = None) -> None:
        """What was chosen stays chosen while it is there."""
        known = before.code if before is not None else ""
        place = next((place for place, key in enumerate(self._keys) if key.code == known), 0)
        self.box.show_entries([self._entry(key) for key in self._keys], place)
        self._inputs.setRowVisible(self.box, bool(self._keys))
        self._show_chosen()

    def _entry(self, key: TokenKey) -> str:
        certificate = key.found.certificate
        until = date_text(certificate.valid_until.astimezone(VIETNAM).date())
        return self.tr("{subject} – hạn {until} – token “{label}”").format(
            subject=certificate.subject, until=until, label=key.token.label
        )

    def _show_chosen(self) -> None:
        self.pin.clear()
        key = self.key
        self._inputs.setRowVisible(self.pin, key is not None and key.token.pin.can_be_entered)
        self.pin.setDisabled(key is not None and key.token.own_keypad)
        told = self._told_of_pin(key) if key is not None else ""
        self.pin_told.setText(told)
        self.pin_told.setVisible(bool(told))

    def _told_of_pin(self, key: TokenKey) -> str:
        told = [self._around.look.text(key.token.pin.told)] if key.token.pin.told else []
        if key.token.own_keypad:
            told.append(self.tr("Nhập mã PIN trên bàn phím của chính token khi token hỏi."))
        return " ".join(told)

    def _tell(self, error: UserFacingError) -> None:
        self._say(error.message)

    def _say(self, message: Message) -> None:
        self.told.setText(self._around.look.text(message))
        dress(self.told, Role.WARNING)

    def _lay_out(self) -> None:
        self._inputs = QFormLayout()
        self._inputs.setHorizontalSpacing(DOUBLE)
        self._inputs.setVerticalSpacing(GRID)
        self._inputs.addRow(short_label(self.tr("Chứng thư")), self.box)
        self._inputs.addRow(short_label(self.tr("Mã PIN")), self.pin)
        looking = QHBoxLayout()
        looking.addWidget(self.look_button)
        looking.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.told)
        column.addLayout(self._inputs)
        column.addWidget(self.pin_told)
        column.addLayout(looking)
