"""The profiles of this computer: one is chosen and changed line by line, others are added and taken away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.dossier.profile import AgencyProfile, Signatory
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.message_bar import MessageBar, Tone
from cbc_desktop.ui.kit.one_of import OneOf
from cbc_desktop.ui.kit.pages import ScrollPage
from cbc_desktop.ui.profiles.agency_fields import AgencyFields
from cbc_desktop.ui.profiles.images import ProfileImages
from cbc_desktop.ui.profiles.seal import Seal
from cbc_desktop.ui.profiles.signatories import Signatories
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID, QUESTION_WIDTH


class ProfilesPage(ScrollPage):
    """Kept when a line is left; what is taken away can be put back as long as nothing else was done."""

    left = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__(widest=QUESTION_WIDTH)
        self._around = around
        self._profiles: tuple[AgencyProfile, ...] = ()
        self.messages = MessageBar()
        self.back_button = button(self.tr("← &Quay lại"), self.left.emit, kind=Kind.LINK, shortcut="Esc")
        self.none = label(
            self.tr("Chưa có mẫu nào. Mở một hồ sơ, vào trang Ký và phát hành, bước 2, rồi bấm “Giữ thành mẫu”.")
        )
        self.box = OneOf(self.tr("Mẫu thông tin cơ quan"))
        self.add_button = button(self.tr("&Thêm mẫu"), self.add, tip=self.tr("Thêm một mẫu cho cùng cơ quan này"))
        self.remove_button = button(self.tr("&Xóa mẫu"), self.remove)
        self.fields, self.signatories, self.seal = AgencyFields(around.look), Signatories(around.look), Seal()
        self.images = ProfileImages(around, self.messages, self)
        self._lay_out()
        self.box.activated.connect(lambda _: self._choose())
        self.fields.changed.connect(self._keep)
        self.signatories.changed.connect(self._keep_signatories)
        self.signatories.removed.connect(self._remove_signatory)
        self.signatories.image_chosen.connect(self._sign_with)
        self.signatories.image_removed.connect(self._remove_signature)
        self.seal.choice.chosen.connect(self._seal_with)
        self.seal.choice.removed.connect(self._remove_seal)
        self.seal.measured.connect(self._measure_seal)
        self.images.changed.connect(self._show)

    def entered(self) -> None:
        """As they are kept now; the one that was chosen before stays chosen."""
        self.messages.clear()
        self._show(self.profile.profile_id if self.profile else "")
        (self.box if self._profiles else self.back_button).setFocus()

    @property
    def profile(self) -> AgencyProfile | None:
        """The one that is shown."""
        place = self.box.currentIndex()
        return self._profiles[place] if 0 <= place < len(self._profiles) else None

    def add(self) -> None:
        """Another profile of the same agency, for a person to fill in."""
        if self.profile is None:
            return
        if self._kept(self._around.office.profiles.blank(self.profile.agency)):
            self.fields.lines["name"].setFocus()
            self.fields.lines["name"].selectAll()

    def remove(self) -> None:
        """Takes the profile away; one press puts it back."""
        if self.profile is not None:
            removed = self.profile
            self._around.office.profiles.remove(removed)
            self._show("")
            (self.box if self._profiles else self.back_button).setFocus()
            self._tell_removed(
                self.tr("Đã xóa mẫu “{name}”. Các hồ sơ không thay đổi.").format(name=removed.name), removed
            )

    def _keep(self) -> None:
        if self.profile is not None:
            self._kept(self.fields.filled(self.profile))

    def _keep_signatories(self, signatories: tuple[Signatory, ...]) -> None:
        if self.profile is not None:
            self._kept(replace(self.profile, signatories=signatories))

    def _remove_signatory(self, signatories: tuple[Signatory, ...]) -> None:
        before = self.profile
        if before is not None and self._kept(replace(before, signatories=signatories)):
            self._tell_removed(self.tr("Đã xóa một người ký khỏi mẫu “{name}”.").format(name=before.name), before)

    def _sign_with(self, signatories: tuple[Signatory, ...], place: int, path: Path) -> None:
        """One who was only just added is kept first."""
        if self.profile is not None and self._kept(replace(self.profile, signatories=signatories)):
            self.images.sign_with(self.profile.profile_id, place, path)

    def _remove_signature(self, place: int) -> None:
        if self.profile is not None:
            self.images.remove_signature(self.profile, place)

    def _seal_with(self, path: Path) -> None:
        if self.profile is not None:
            self.images.seal_with(self.profile.profile_id, path)

    def _remove_seal(self) -> None:
        if self.profile is not None:
            self.images.remove_seal(self.profile)

    def _measure_seal(self, typed: str) -> None:
        if self.profile is not None:
            self.images.measure_seal(self.profile, typed)

    def _kept(self, profile: AgencyProfile) -> bool:
        try:
            kept = self._around.office.profiles.keep(profile)
        except UserFacingError as error:
            self.messages.say(self._around.look.text(error.message), Tone.ERROR)
            return False
        self.messages.clear()
        self._show(kept.profile_id)
        return True

    def _tell_removed(self, sentence: str, before: AgencyProfile) -> None:
        self.messages.say(sentence, Tone.DONE, button(self.tr("&Hoàn tác"), lambda: self._kept(before)))

    # --- showing ---------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        self.messages.clear()
        self._show_chosen()

    def _show(self, profile_id: str) -> None:
        self._profiles = self._around.office.profiles.all()
        places = [place for place, one in enumerate(self._profiles) if one.profile_id == profile_id]
        self.box.show_entries(self._entries(self._profiles), places[0] if places else 0)
        self._show_chosen()

    def _show_chosen(self) -> None:
        profile = self.profile
        self.none.setVisible(profile is None)
        for widget in (self.box, self.add_button, self.remove_button, self.fields, self.signatories, self.seal):
            widget.setVisible(profile is not None)
        if profile is not None:
            self.fields.show_profile(profile, self._agency(profile))
            self.signatories.show_profile(profile)
            self.seal.show_profile(profile)

    def _entries(self, profiles: Sequence[AgencyProfile]) -> list[str]:
        return [f"{one.name} – {self._agency(one)}" for one in profiles]

    def _agency(self, profile: AgencyProfile) -> str:
        return self._around.look.text(self._around.office.profiles.agency_name(profile.agency))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.box, 1)
        row.addWidget(self.add_button)
        row.addWidget(self.remove_button)
        told = self.tr(
            "Mỗi mẫu giữ những gì văn bản của cơ quan lần nào cũng ghi. Dùng mẫu ở bước 2 của trang Ký và phát hành; "
            "sửa mẫu không làm thay đổi hồ sơ đã có."
        )
        head: tuple[QWidget, ...] = (
            self.back_button,
            label(self.tr("Mẫu thông tin cơ quan"), Role.TITLE),
            label(told),
            self.messages,
            self.none,
        )
        for widget in head:
            self.column.addWidget(widget)
        self.column.addLayout(row)
        self.column.addWidget(self.fields)
        self.column.addWidget(self.signatories)
        self.column.addWidget(self.seal)
        self.column.addStretch(1)
