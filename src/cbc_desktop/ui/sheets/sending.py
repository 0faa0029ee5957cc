"""The page that writes a table or a section as a workbook for others to fill in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QRadioButton

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.base.text import ascii_name
from cbc_desktop.documents.excel.entry.book import EntryBook
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.navigation import page_of
from cbc_desktop.filling.splitting import split_off
from cbc_desktop.filling.whereabouts import table_label
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.kit.system_open import open_with_system
from cbc_desktop.ui.kit.wrapping_choice import WrappingChoice
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.sheets.page import SheetsPage
from cbc_desktop.ui.theme.sizes import QUESTION_WIDTH

MAKING = Message("Đang tạo tệp Excel…", "Making the workbook…")


class SendingPage(SheetsPage):
    """``parts`` are the choices of what goes out: the words for a person, and the addresses."""

    def __init__(
        self,
        around: Surroundings,
        controller: DossierController,
        form_id: str,
        table: Address | None,
        section: tuple[Address, ...],
    ) -> None:
        super().__init__(
            around,
            controller,
            form_id,
            self.tr("Gửi đơn vị khác nhập"),
            self.tr(
                "Chương trình ghi ra một tệp Excel có sẵn danh mục để chọn, kiểm tra số và ngày, và trang hướng dẫn. "
                "Gửi tệp cho đơn vị điền; khi nhận lại một hoặc nhiều tệp, dùng “Nhận tệp đã nhập…”."
            ),
        )
        self.parts = tuple(self._parts(table, section))
        self.choices = QButtonGroup(self)
        self.first = button(self.tr("&Ghi tệp Excel…"), self._choose_file, kind=Kind.PRIMARY)
        panel = Panel(self.tr("Phần gửi đi"))
        for number, (text, _) in enumerate(self.parts):
            mark = QRadioButton()
            mark.setChecked(number == 0)
            self.choices.addButton(mark, number)
            panel.column.addWidget(WrappingChoice(mark, text))
        panel.column.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)
        panel.setMaximumWidth(QUESTION_WIDTH)
        self.column.addWidget(panel)
        self.column.addStretch(1)

    def write(self, path: Path) -> None:
        """Writes the chosen part; the workbook is made beside the window."""
        _, addresses = self.parts[self.choices.checkedId()]
        office = self.around.office
        self.controller.leave()
        try:
            book = split_off(
                self.controller.dossier, self.form_id, addresses, made=office.clock.now(), made_by=office.who
            )
        except UserFacingError as error:
            self.tell(error)
            return
        self.run(lambda progress: _written(book, path, progress), self._tell_written)

    def _choose_file(self) -> None:
        text, _ = self.parts[self.choices.checkedId()]
        proposed = self.folder / f"{ascii_name(text)[:60].strip('-')}.xlsx"
        title = self.tr("Ghi tệp Excel")
        name, _ = QFileDialog.getSaveFileName(self, title, str(proposed), self.tr("Sổ tính Excel (*.xlsx)"))
        if name:
            path = Path(name)
            self.write(path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx"))

    def _tell_written(self, path: Path) -> None:
        told = self.tr("Đã ghi {path}. Hãy gửi tệp này cho đơn vị điền.").format(path=path)
        trouble = self.around.routes.trouble
        opened = button(self.tr("&Mở thư mục"), lambda: open_with_system(path.parent, trouble.emit))
        self.messages.say(told, Tone.DONE, opened)

    def _parts(self, table: Address | None, section: tuple[Address, ...]) -> list[tuple[str, tuple[Address, ...]]]:
        session = self.session
        parts: list[tuple[str, tuple[Address, ...]]] = []
        if table is not None:
            title = self.around.look.text(table_label(session, session.tree.repeat(table)))
            parts.append((self.tr("Bảng này: {title}").format(title=title), (table,)))
        page = page_of(session.definition, section[0].path)
        if page is not None:
            parts.append((self.tr("Cả phần: {title}").format(title=page.shown_title(session)), section))
        return parts


def _written(book: EntryBook, path: Path, progress: Progress) -> Path:
    from cbc_desktop.documents.excel.entry.workbook import render_entry_workbook  # loads openpyxl and reportlab

    progress(MAKING)
    write_atomically(path, render_entry_workbook(book), private=False)
    return path
