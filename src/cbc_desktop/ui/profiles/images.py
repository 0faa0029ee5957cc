"""What a person does with the images of a profile: read beside the window, kept, warned of, removed, brought back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.documents.stamps.kinds import StampKind
from cbc_desktop.dossier.profile import AgencyProfile
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.message_bar import MessageBar, Tone
from cbc_desktop.ui.rooms import Surroundings

if TYPE_CHECKING:
    from cbc_desktop.filling.stamp_desk import PreparedStamp

Keep = Callable[[AgencyProfile, "PreparedStamp"], AgencyProfile]


class ProfileImages(QObject):
    """Says in ``messages`` how it went; a profile may have been changed while its image was read."""

    changed = Signal(str)
    """The identifier of a profile that is kept otherwise now."""

    def __init__(self, around: Surroundings, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._around, self._messages = around, messages

    def sign_with(self, profile_id: str, place: int, path: Path) -> None:
        """``path`` is the image of the signature of the signatory at ``place``."""

        def keep(profile: AgencyProfile, stamp: PreparedStamp) -> AgencyProfile:
            if place >= len(profile.signatories):  # taken away meanwhile
                return profile
            return self._around.office.stamps.keep_signature(profile, profile.signatories[place], stamp)

        self._read(path, StampKind.SIGNATURE, profile_id, keep)

    def seal_with(self, profile_id: str, path: Path) -> None:
        def keep(profile: AgencyProfile, stamp: PreparedStamp) -> AgencyProfile:
            return self._around.office.stamps.keep_seal(profile, stamp)

        self._read(path, StampKind.SEAL, profile_id, keep)

    def measure_seal(self, profile: AgencyProfile, typed: str) -> None:
        """``typed`` stays where it is when that is no size of a seal."""
        desk = self._around.office.stamps
        try:
            desk.measure_seal(profile, desk.millimetres(typed))
        except UserFacingError as error:
            self._messages.say(self._around.look.text(error.message), Tone.ERROR)
            return
        self._messages.clear()
        self.changed.emit(profile.profile_id)

    def remove_signature(self, profile: AgencyProfile, place: int) -> None:
        signatory = profile.signatories[place]
        self._around.office.stamps.remove_signature(profile, signatory)
        self._tell_removed(self.tr("Đã bỏ ảnh chữ ký của {name}.").format(name=signatory.name), profile)

    def remove_seal(self, profile: AgencyProfile) -> None:
        self._around.office.stamps.remove_seal(profile)
        self._tell_removed(self.tr("Đã bỏ ảnh con dấu."), profile)

    def _read(self, path: Path, kind: StampKind, profile_id: str, keep: Keep, *, clear_white: bool = False) -> None:
        def work(_progress: Callable[[Message], None]) -> PreparedStamp:
            from cbc_desktop.filling.stamp_desk import prepared_stamp  # Pillow

            return prepared_stamp(path, kind, clear_white=clear_white)

        again = partial(self._read, path, kind, profile_id, keep, clear_white=True)
        self._around.tasks.run(
            self,
            work,
            done=lambda stamp: self._keep(stamp, profile_id, keep),
            failed=lambda error: self._refuse(error, again),
        )

    def _keep(self, stamp: PreparedStamp, profile_id: str, keep: Keep) -> None:
        found = [one for one in self._around.office.profiles.all() if one.profile_id == profile_id]
        for profile in found:
            keep(profile, stamp)
            self._messages.clear()
            self.changed.emit(profile_id)
        if stamp.findings:
            told = "\n".join(self._around.look.text(finding.message) for finding in stamp.findings)
            self._messages.say(self.tr("Đã giữ ảnh. {warnings}").format(warnings=told), Tone.WARNING)

    def _refuse(self, error: UserFacingError, again: Callable[[], None]) -> None:
        from cbc_desktop.documents.stamps.images import NOT_TRANSPARENT  # Pillow

        clear = button(self.tr("Làm trong suốt nền t&rắng"), again)
        actions = (clear,) if error.message == NOT_TRANSPARENT else ()
        self._messages.say(self._around.look.text(error.message), Tone.ERROR, *actions)

    def _tell_removed(self, sentence: str, before: AgencyProfile) -> None:
        def undo() -> None:
            self._around.office.profiles.keep(before)
            self._messages.clear()
            self.changed.emit(before.profile_id)

        self.changed.emit(before.profile_id)
        self._messages.say(sentence, Tone.DONE, button(self.tr("&Hoàn tác"), undo))
