"""A dossier is removed for good: a person is told what would be gone, decides, and hears what was done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.dossier.states import STATE_TITLES
from cbc_desktop.ui.kit.confirm import confirmed
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.rooms import Surroundings

if TYPE_CHECKING:
    from cbc_desktop.base.message import Progress
    from cbc_desktop.filling.removing_desk import Removal

REMOVING = Message("Đang xóa hồ sơ…", "Removing the dossier…")


class Removing(QObject):
    """``told`` has a sentence and its ``Tone``; ``removed`` when there is one dossier less."""

    told = Signal(str, object)
    removed = Signal()

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._around, self._window = around, parent

    def ask(self, dossier_id: str) -> None:
        """Removes it when the person wants that."""
        office = self._around.office
        removal = office.removing.look(dossier_id)
        agency = self._around.look.text(office.profiles.agency_name(removal.dossier.identity.agency))
        if confirmed(
            self._window,
            self.tr("Xóa hẳn hồ sơ của {agency}?").format(agency=agency),
            self._what_goes(removal),
            do=self.tr("&Xóa hẳn, không lấy lại được"),
            leave=self.tr("&Giữ lại"),
        ):
            self.remove(dossier_id)

    def remove(self, dossier_id: str) -> None:
        office = self._around.office

        def work(progress: Progress) -> tuple[Path, ...]:
            progress(REMOVING)
            return office.removing.remove(dossier_id)

        if not self._around.tasks.run(self, work, done=self._tell_removed, failed=self._tell):
            self.told.emit(self.tr("Đang có việc khác chạy. Hãy chờ việc đó xong."), Tone.INFO)

    def _what_goes(self, removal: Removal) -> str:
        told = self.tr(
            "Lần {number}, {state}. Mọi câu trả lời, lịch sử, tệp đính kèm và văn bản đã ký của hồ sơ này bị xóa khỏi "
            "máy, kể cả trong {backups} bản sao lưu. Bản chép ra USB, tệp đã xuất và thư đã gửi thì chương trình không "
            "xóa được."
        )
        revision = removal.dossier.revision
        state = self._around.look.text(STATE_TITLES[revision.state])
        return told.format(number=revision.number, state=state, backups=removal.backups)

    def _tell_removed(self, unread: tuple[Path, ...]) -> None:
        self.removed.emit()
        if not unread:
            self.told.emit(self.tr("Đã xóa hẳn hồ sơ."), Tone.DONE)
            return
        names = ", ".join(path.name for path in unread)
        told = self.tr(
            "Đã xóa hồ sơ, nhưng không đọc được các bản sao lưu {names}; nếu không cần nữa, hãy xóa các tệp đó."
        )
        self.told.emit(told.format(names=names), Tone.WARNING)

    def _tell(self, error: UserFacingError) -> None:
        self.told.emit(self._around.look.text(error.message), Tone.ERROR)
