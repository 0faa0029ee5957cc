"""The start page: which dossiers there are and how far each has come, and the verification of a package."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QLabel,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import VIETNAMESE
from cbc_desktop.dossier.states import STATE_TITLES
from cbc_desktop.office import Office
from cbc_desktop.store.stored_dossier import StoredDossier

TITLE = "CBC – Trả lời khảo sát của Cục Báo chí"
SECRETS = "Không nhập bí mật nhà nước vào chương trình này."
NO_DOSSIERS = "Chưa có hồ sơ nào trên máy này. Lập hồ sơ bằng lệnh: cbc-desktop new ĐỢT MÃ-CƠ-QUAN"
HEADERS = ("Cơ quan", "Đợt khảo sát", "Lần", "Bước", "Sửa lần cuối")
VERIFY = "&Kiểm tra một gói hoặc PDF đã ký…"
FILES = "Gói hồ sơ (*.zip *.pdf)"


class MainWindow(QMainWindow):
    """Shows what the office has; it changes nothing."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.setWindowTitle(TITLE)
        self.resize(1000, 620)
        self.dossiers = _dossier_table()
        self.verdict = QPlainTextEdit(readOnly=True)
        self.verdict.setAccessibleName("Kết quả kiểm tra")
        self.verdict.setVisible(False)
        self.verify_button = QPushButton(VERIFY)
        self.verify_button.clicked.connect(self._choose_file)
        self._lay_out()
        self.show_dossiers()

    def _lay_out(self) -> None:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        secrets = QLabel(SECRETS)
        secrets.setStyleSheet("font-weight: bold")
        self.empty = QLabel(NO_DOSSIERS)
        self.empty.setWordWrap(True)
        self.empty.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for widget in (secrets, self.empty, self.dossiers, self.verify_button, self.verdict):
            layout.addWidget(widget)
        self.setCentralWidget(page)

    def show_dossiers(self) -> None:
        found = self._office.filling.dossiers()
        self.empty.setVisible(not found)
        self.dossiers.setRowCount(len(found))
        for row, dossier in enumerate(found):
            for column, text in enumerate(_cells(dossier)):
                self.dossiers.setItem(row, column, QTableWidgetItem(text))

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, VERIFY.replace("&", ""), str(Path.home()), FILES)
        if name:
            self.verify(Path(name))

    def verify(self, path: Path) -> None:
        """Shows the facts about a package or signed PDF."""
        try:
            lines = self._office.receiving.verify(path).lines(VIETNAMESE)
        except UserFacingError as error:
            lines = [error.message.in_language(VIETNAMESE)]
        self.verdict.setPlainText("\n".join([str(path), *lines]))
        self.verdict.setVisible(True)


def _dossier_table() -> QTableWidget:
    table = QTableWidget(0, len(HEADERS))
    table.setHorizontalHeaderLabels(HEADERS)
    table.setAccessibleName("Các hồ sơ")
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.verticalHeader().setVisible(False)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setStretchLastSection(True)
    return table


def _cells(dossier: StoredDossier) -> tuple[str, ...]:
    revision = dossier.revision
    state = STATE_TITLES[revision.state].in_language(VIETNAMESE)
    changed = f"{dossier.changed_at:%d/%m/%Y %H:%M}"
    return (dossier.agency_name, dossier.identity.campaign_id, str(revision.number), state, changed)
