"""One dossier to a stick and a copy from one: what a person chose, done beside the window, and told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.store.copy_file import SUFFIX, WrittenCopy
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.rooms import Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable

    from cbc_desktop.filling.carrying import ReceivedCopy

LOOKING = Message("Đang xem bản chép…", "Looking at the copy…")
COPYING = Message("Đang chép hồ sơ…", "Copying the dossier…")


class Carrying(QObject):
    """``told`` has a sentence and its ``Tone``; ``looked_at`` the copy that a person opened, sound and not empty."""

    told = Signal(str, object)
    looked_at = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._around, self._window = around, parent

    def choose_folder(self, dossier_id: str) -> None:
        """Asks where to, then copies the dossier."""
        title = self.tr("Chọn USB hoặc thư mục để chép hồ sơ vào")
        folder = QFileDialog.getExistingDirectory(self._window, title, str(Path.home()))
        if folder:
            self.copy_out(dossier_id, Path(folder))

    def copy_out(self, dossier_id: str, folder: Path) -> None:
        office = self._around.office

        def work(progress: Callable[[Message], None]) -> WrittenCopy:
            progress(COPYING)
            return office.carrying.copy_out(dossier_id, folder)

        self._around.tasks.run(self, work, done=self._tell_copied, failed=self._tell)

    def choose_copy(self) -> None:
        """Asks for the file, then looks at it."""
        title = self.tr("Chọn bản chép hồ sơ từ máy khác")
        patterns = self.tr("Bản chép hồ sơ (*{suffix})").format(suffix=SUFFIX)
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(Path.home()), patterns)
        if name:
            self.look_at(Path(name))

    def look_at(self, path: Path) -> None:
        office, language = self._around.office, self._around.look.language

        def work(progress: Callable[[Message], None]) -> ReceivedCopy:
            progress(LOOKING)
            return office.carrying.look_at(path, language)

        self._around.tasks.run(self, work, done=self._show, failed=self._tell)

    def _show(self, copy: ReceivedCopy) -> None:
        if not copy.nothing_to_take:
            self.looked_at.emit(copy)
            return
        from cbc_desktop.filling.copy_words import told  # the engine: not before the first paint

        agency, sentence = copy.theirs.stored.agency_name, self._around.look.text(told(copy))
        copy.close()
        self.told.emit(f"{agency}: {sentence}", Tone.INFO)

    def _tell_copied(self, written: WrittenCopy) -> None:
        told = self.tr("Hồ sơ đã được chép vào “{path}”. Trên máy kia, bấm “Mở bản chép” và chọn tệp này.")
        sentence = told.format(path=written.path)
        if written.missing:
            without = self.tr("Bản chép không có các tệp đính kèm đã mất hoặc hỏng trên máy này: {names}.")
            sentence = f"{sentence}\n{without.format(names=', '.join(written.missing))}"
        self.told.emit(sentence, Tone.WARNING if written.missing else Tone.DONE)

    def _tell(self, error: UserFacingError) -> None:
        self.told.emit(self._around.look.text(error.message), Tone.ERROR)
