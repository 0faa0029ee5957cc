"""The room of dossiers: what may not be entered, the dossiers of this computer, and the ways to have another one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.dossier.return_slip import SUFFIXES as SLIP_SUFFIXES
from cbc_desktop.store.copy_file import SUFFIX
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.drawings import Drawing
from cbc_desktop.ui.kit.empty_state import EmptyState
from cbc_desktop.ui.kit.file_drop import file_in
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.message_bar import MessageBar, Tone
from cbc_desktop.ui.kit.side_page import SidePage
from cbc_desktop.ui.rooms import RoomPage, Surroundings
from cbc_desktop.ui.start.carrying import Carrying
from cbc_desktop.ui.start.dossier_list import DossierList
from cbc_desktop.ui.start.removing import Removing
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

if TYPE_CHECKING:
    from cbc_desktop.filling.carrying import ReceivedCopy
    from cbc_desktop.filling.open_dossier import OpenDossier


class StartRoom(RoomPage):
    """The list, or what to do when it is empty, and pages that take its place for a while."""

    about = Topic.START

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.messages = MessageBar()
        self.dossiers = DossierList(around.look, around.preferences)
        self.carrying, self.removing = Carrying(around, self), Removing(around, self)
        self.new_button = button(self.tr("&Lập hồ sơ mới"), self.begin, kind=Kind.PRIMARY)
        self.copy_button = button(self.tr("Mở &bản chép…"), self.carrying.choose_copy)
        self.return_button = button(self.tr("Nhận phiếu t&rả lại…"), self._choose_return)
        self.backups_button = button(self.tr("&Sao lưu và khôi phục"), self.show_backups)
        self.first_button = button(self.tr("&Lập hồ sơ đầu tiên"), self.begin, kind=Kind.PRIMARY)
        self.first_copy_button = button(self.tr("Mở &bản chép từ máy khác…"), self.carrying.choose_copy)
        self.empty = EmptyState(
            around.look,
            Drawing.FOLDER,
            self.tr("Chưa có hồ sơ nào trên máy này"),
            self.tr("Chọn cơ quan trả lời để lập hồ sơ. Mọi câu trả lời được lưu ngay trên máy này, không cần mạng."),
            self.first_button,
            self.first_copy_button,
        )
        self._lists = QStackedWidget()
        self.pages = QStackedWidget()
        self.setAcceptDrops(True)
        self._lay_out()
        self._listen()

    def entered(self) -> None:
        """The list as it is now; a page that was begun stays open."""
        office = self._around.office  # its store and catalogue, not its filling desk: that has to load the engine
        found = office.store.dossiers.all()
        self._around.preferences.forget_all_but({dossier.identity.dossier_id for dossier in found})
        self.dossiers.show_dossiers(office.catalogue.campaigns(), found, office.clock.now().date())
        self._lists.setCurrentWidget(self.dossiers if found else self.empty)
        for one in (self.new_button, self.copy_button, self.return_button):
            one.setVisible(bool(found))
        begins = self.dossiers.cards[0] if found else self.first_button
        begins.setFocus()

    @property
    def topic(self) -> Topic:
        page = self.pages.currentWidget()
        return page.about if isinstance(page, SidePage) else self.about

    def begin(self) -> None:
        """Shows the page of a new dossier."""
        from cbc_desktop.ui.start.new_dossier import NewDossierPage  # not before the first paint

        page = NewDossierPage(self._around)
        self._show_page(page)
        page.search.setFocus()

    def take_return(self, path: Path) -> None:
        """Takes in a receiver's slip, a file or in a mail; one that asks something opens the dossier that it means."""
        try:
            taken = self._around.office.filling.take_return(path)
        except UserFacingError as error:
            self.messages.say(self._around.look.text(error.message), Tone.ERROR)
            return
        if taken.slip.questions:
            self.messages.clear()
            self._around.routes.open_dossier.emit(taken.dossier_id)
            return
        self.entered()
        self.messages.say(self._around.look.text(taken.sentences), Tone.DONE)

    def _choose_return(self) -> None:
        title, pattern = self.tr("Nhận phiếu của nơi nhận"), self.tr("Phiếu, hoặc thư có phiếu (*.json *.eml)")
        name, _ = QFileDialog.getOpenFileName(self, title, str(Path.home()), pattern)
        if name:
            self.take_return(Path(name))

    def show_backups(self) -> None:
        """Shows the page of backups."""
        from cbc_desktop.ui.start.backups_page import BackupsPage  # not before the first paint

        page = BackupsPage(self._around)
        self._show_page(page)
        page.list.setFocus()

    def show_copy(self, copy: ReceivedCopy) -> None:
        """Shows what a copy from another computer holds."""
        from cbc_desktop.ui.start.copy_page import CopyPage  # not before the first paint

        self.messages.clear()
        page = CopyPage(self._around, copy)
        page.finished.connect(self._tell_taken)
        page.prefill_wanted.connect(lambda rival: self.show_prefill(rival, copy.theirs))
        tasks = self._around.tasks
        page.destroyed.connect(lambda: None if tasks.running else copy.close())  # it may just be taken
        self._show_page(page)
        page.take_keyboard()

    def show_prefill(self, dossier_id: str, given: OpenDossier | None = None) -> None:
        """Shows what a draft could take from an earlier dossier, or from the one of a copy."""
        from cbc_desktop.ui.start.prefill_page import PrefillPage  # not before the first paint

        page = PrefillPage(self._around, dossier_id, given)
        self._show_page(page)
        page.look()
        page.table.setFocus()

    def show_update(self, dossier_id: str) -> None:
        """Shows what a newer version of its forms makes of a draft."""
        from cbc_desktop.ui.start.update_page import UpdatePage  # not before the first paint

        page = UpdatePage(self._around, dossier_id)
        self._show_page(page)
        page.look()
        page.table.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        path = file_in(event.mimeData())
        if path is not None and path.suffix.lower() in (SUFFIX, *SLIP_SUFFIXES):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        path = file_in(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.take_file(path)

    def take_file(self, path: Path) -> None:
        """A copy of a dossier, or a receiver's receipt."""
        self.back_to_list()
        take = self.take_return if path.suffix.lower() in SLIP_SUFFIXES else self.carrying.look_at
        take(path)

    def _tell_taken(self, sentence: str) -> None:
        self.back_to_list()
        self.messages.say(sentence, Tone.DONE)

    def back_to_list(self) -> None:
        """Takes away the pages that stood in the list's place."""
        while isinstance(page := self.pages.currentWidget(), SidePage):
            self.pages.removeWidget(page)
            page.deleteLater()
        self.entered()

    def _show_page(self, page: SidePage) -> None:
        page.left.connect(self.back_to_list)
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)

    def _listen(self) -> None:
        self.dossiers.opened.connect(self._around.routes.open_dossier)
        self.dossiers.copy_wanted.connect(self.carrying.choose_folder)
        self.dossiers.prefill_wanted.connect(self.show_prefill)
        self.dossiers.removal_wanted.connect(self.removing.ask)
        self.removing.removed.connect(self.entered)
        for deeds in (self.carrying, self.removing):
            deeds.told.connect(self.messages.say)
        self.carrying.looked_at.connect(self.show_copy)

    def _lay_out(self) -> None:
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self.messages)
        column.addWidget(self._lists, 1)
        self._lists.addWidget(self.dossiers)
        self._lists.addWidget(self.empty)
        self.pages.addWidget(main)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)

    def _head(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(DOUBLE, DOUBLE, DOUBLE, 0)
        column.setSpacing(GRID)
        title = QHBoxLayout()
        title.addWidget(label(self.tr("Hồ sơ trả lời khảo sát"), Role.TITLE), 1)
        title.addWidget(self.copy_button)
        title.addWidget(self.return_button)
        title.addWidget(self.backups_button)
        title.addWidget(self.new_button)
        column.addLayout(title)
        self.secrets = label(self.tr("Không nhập bí mật nhà nước vào chương trình này."), Role.WARNING)
        column.addWidget(self.secrets)
        return box
