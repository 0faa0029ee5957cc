"""A profile of the agency is chosen for this document, or made of what it says; nothing is replaced unasked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.dossier.identity import AgencyKey
from cbc_desktop.dossier.profile import AgencyProfile, Signatory
from cbc_desktop.filling.profile_desk import ProfileDesk, warnings_of
from cbc_desktop.filling.profile_plan import PlanLine, ProfilePlan
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.flow import FlowLayout
from cbc_desktop.ui.kit.message_bar import MessageBar, Tone
from cbc_desktop.ui.kit.one_of import OneOf
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID

USED = Message(
    "Đã điền theo mẫu “{name}”. Hoàn tác thì các câu trả lời trở lại như trước.",
    "Filled in from the profile “{name}”. Undoing brings the answers back as they were.",
)
NOTHING_NEW = Message("Hồ sơ đã đúng như mẫu “{name}”.", "The dossier already says what the profile “{name}” says.")
KEPT = Message(
    "Đã giữ thành mẫu “{name}”. Lần sau chọn mẫu này là điền sẵn.",
    "Kept as the profile “{name}”. Next time it fills in what is the same.",
)


class ProfileChoice(QWidget):
    """``wanted`` before anything is done: what is being typed counts."""

    wanted = Signal()

    def __init__(self, around: Surroundings, controller: DossierController) -> None:
        super().__init__()
        self._around, self._controller = around, controller
        self._offered: list[tuple[AgencyProfile, Signatory | None]] = []
        self.box = OneOf(self.tr("Mẫu thông tin cơ quan"))
        self.use_button = button(self.tr("&Dùng mẫu"), self.use)
        self.keep_button = button(
            self.tr("Giữ thành mẫ&u"), self.keep, tip=self.tr("Giữ ký hiệu, địa danh, người ký cho các lần sau")
        )
        self.edit_button = button(self.tr("Sửa các mẫu…"), around.routes.profiles.emit)
        self.question = MessageBar()
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """They may have been changed meanwhile, on their own page."""
        super().showEvent(event)
        self.show_profiles()

    def show_profiles(self) -> None:
        """Those of the dossier's agency, once for each person who may sign."""
        before = self._chosen
        known = (before[0].profile_id, before[1] and before[1].name) if before else None
        self._offered = [one for profile in self._desk.of(self._agency) for one in _entries(profile)]
        keys = [(profile.profile_id, one and one.name) for profile, one in self._offered]
        place = keys.index(known) if known in keys else 0
        self.box.show_entries([_shown(*one) for one in self._offered], place)
        for widget in (self.box, self.use_button, self.edit_button):
            widget.setVisible(bool(self._offered))

    def use(self, *, replacing: bool | None = None) -> None:
        """Fills in what is blank, and asks what is to become of what says something else."""
        self.wanted.emit()
        self.question.clear()
        if self._chosen is None:
            return
        try:
            plan = self._desk.plan(self._controller.dossier, *self._chosen, replacing=bool(replacing))
        except UserFacingError as error:
            self._controller.refused.emit(error.message)
            return
        if plan.differing and replacing is None:
            self._ask(plan)
        else:
            self._apply(plan)

    def keep(self) -> None:
        """What the document says now becomes a profile, or a part of one."""
        self.wanted.emit()
        kept: list[AgencyProfile] = []
        if self._controller.step(lambda: kept.append(self._desk.keep_from(self._controller.dossier))):
            (profile,) = kept
            warnings = [warning for one in profile.signatories for warning in warnings_of(one)]
            self._controller.did.emit(Message.joined((KEPT.filled(name=profile.name), *warnings), " "))

    def _apply(self, plan: ProfilePlan) -> None:
        dossier, name = self._controller.dossier, plan.profile.name
        nothing_new = not plan.answers and plan.facts == dossier.stored.revision.facts
        if nothing_new:
            self._controller.did.emit(NOTHING_NEW.filled(name=name))
        elif self._controller.step(lambda: self._desk.apply(dossier, plan)):
            self._controller.did.emit(USED.filled(name=name))

    def _ask(self, plan: ProfilePlan) -> None:
        told = self.tr("Hồ sơ đang ghi khác với mẫu “{name}”:").format(name=plan.profile.name)
        lines = [told, *map(self._line, plan.differing)]
        replace = button(self.tr("Thay &bằng mẫu"), lambda: self.use(replacing=True))
        leave = button(self.tr("Chỉ điề&n chỗ trống"), lambda: self.use(replacing=False))
        self.question.say("\n".join(lines), Tone.WARNING, replace, leave)
        leave.setFocus()

    def _line(self, line: PlanLine) -> str:
        label, before, after = self._around.look.text(line.label), *map(_on_one_line, (line.before, line.after))
        if not after:
            return self.tr("•  {label}: “{before}” → (để trống)").format(label=label, before=before)
        return self.tr("•  {label}: “{before}” → “{after}”").format(label=label, before=before, after=after)

    @property
    def _desk(self) -> ProfileDesk:
        return self._around.office.profiles

    @property
    def _agency(self) -> AgencyKey:
        return self._controller.dossier.stored.identity.agency

    @property
    def _chosen(self) -> tuple[AgencyProfile, Signatory | None] | None:
        place = self.box.currentIndex()
        return self._offered[place] if 0 <= place < len(self._offered) else None

    def _lay_out(self) -> None:
        verbs = FlowLayout()
        for verb in (self.use_button, self.keep_button, self.edit_button):
            verbs.addWidget(verb)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.box)
        column.addLayout(verbs)
        column.addWidget(self.question)


def _entries(profile: AgencyProfile) -> list[tuple[AgencyProfile, Signatory | None]]:
    named: list[Signatory | None] = [one for one in profile.signatories if one.name]
    return [(profile, one) for one in named or [None]]


def _shown(profile: AgencyProfile, signatory: Signatory | None) -> str:
    return f"{profile.name} – {signatory.name}" if signatory else profile.name


def _on_one_line(text: str) -> str:
    return " / ".join(text.splitlines())
