"""The page that takes filled-in workbooks: read beside the window, looked at by a person, taken as one step."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from cbc_desktop.base.message import Message
from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.filling.gathered import Gathering
from cbc_desktop.filling.gathering import ReturnedFiles, gather, read_files
from cbc_desktop.filling.taking_in import take_in
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.sheets.conflicts import Conflicts
from cbc_desktop.ui.sheets.findings import FindingsList
from cbc_desktop.ui.sheets.leaving_rows import LeavingRows
from cbc_desktop.ui.sheets.page import SheetsPage
from cbc_desktop.ui.theme.sizes import QUESTION_WIDTH

TAKEN = Message(
    "Đã nhận số liệu từ tệp: {answers} câu trả lời, {rows} dòng mới, xóa {deleted} dòng. Ctrl+Z để hoàn tác tất cả.",
    "Taken from the files: {answers} answers, {rows} new rows, {deleted} rows deleted. Ctrl+Z undoes all of it.",
)


class GatheringPage(SheetsPage):
    """What is shown follows the dossier, should it change meanwhile."""

    def __init__(self, around: Surroundings, controller: DossierController, form_id: str) -> None:
        super().__init__(
            around,
            controller,
            form_id,
            self.tr("Nhận tệp đã nhập"),
            self.tr(
                "Chọn một hoặc nhiều tệp Excel mà các đơn vị đã điền. Chương trình so với số liệu lúc gửi đi và số "
                "liệu hiện có; chưa có gì thay đổi cho tới khi bạn bấm “Nhận vào hồ sơ”."
            ),
        )
        self._files: ReturnedFiles | None = None
        self._gathering: Gathering | None = None
        self.first = button(self.tr("&Chọn các tệp đã nhập…"), self._choose_files)
        self.summary = label("", Role.HEADING)
        self.conflicts = Conflicts(around.look)
        self.leaving = LeavingRows(around.look)
        self.findings = FindingsList(around.look)
        self.take_button = button(self.tr("&Nhận vào hồ sơ"), self.take, kind=Kind.PRIMARY)
        self.column.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.summary, self.conflicts, self.leaving, self.findings):
            widget.setMaximumWidth(QUESTION_WIDTH)
            self.column.addWidget(widget)
        self.column.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.take_button.hide()
        controller.changed.connect(self._follow)

    def read(self, paths: list[Path]) -> None:
        """Reads the files beside the window."""
        self.run(lambda progress: read_files(paths, progress), self._show_files)

    def take(self) -> None:
        gathering = self._gathering
        if gathering is None:
            return
        decided, leaving = self.conflicts.decided(), self.leaving.ticked()
        files, self._files = self._files, None  # what is shown need not follow its own taking
        dossier = self.controller.dossier
        changes = self.controller.perform(self.form_id, lambda: take_in(dossier, gathering, decided, leaving))
        if not changes:
            self._files = files
            self.messages.say(self.tr("Chưa có gì thay đổi: mọi nội dung đều giữ như trong hồ sơ."))
            return
        answers = len(gathering.answers) + len(decided)
        self.controller.did.emit(TAKEN.filled(answers=answers, rows=len(gathering.coming), deleted=len(leaving)))
        self.closed.emit()

    def _choose_files(self) -> None:
        title, patterns = self.tr("Chọn các tệp đã nhập"), self.tr("Sổ tính Excel (*.xlsx)")
        names, _ = QFileDialog.getOpenFileNames(self, title, str(self.folder), patterns)
        if names:
            self.read([Path(name) for name in names])

    def _show_files(self, files: ReturnedFiles) -> None:
        self._files = files
        self._show()
        if self.take_button.isVisible():
            self.take_button.setFocus()

    def _follow(self, form_id: str, _changes: ChangeSet) -> None:
        if form_id == self.form_id and self._files is not None and self.isVisible():
            self._show()

    def _show(self) -> None:
        assert self._files is not None
        gathering = gather(self.controller.dossier, self.form_id, self._files)
        self._gathering = gathering
        self.summary.setText(self._said(gathering))
        self.conflicts.show_conflicts(gathering.conflicts)
        self.leaving.show_rows(gathering.leaving)
        self.findings.show_findings(gathering.findings)
        self.take_button.setVisible(not gathering.is_empty)
        if not self._files.books:
            self.messages.say(self.tr("Không tệp nào đọc được. Lý do nằm ở bên dưới."), Tone.WARNING)

    def _said(self, gathering: Gathering) -> str:
        if gathering.is_empty:
            return self.tr("Các tệp không có gì mới so với hồ sơ.")
        parts = (
            (len(gathering.answers), self.tr("%n câu trả lời mới hoặc đã sửa", "", len(gathering.answers))),
            (len(gathering.coming), self.tr("%n dòng mới", "", len(gathering.coming))),
            (len(gathering.conflicts), self.tr("%n chỗ khác nhau cần chọn", "", len(gathering.conflicts))),
            (len(gathering.leaving), self.tr("%n dòng không còn trong tệp", "", len(gathering.leaving))),
        )
        listed = ", ".join(text for count, text in parts if count)
        return self.tr("Trong các tệp có: {list}.").format(list=listed)
