"""Answers on which the dossier and the files differ: for each a person keeps ours or takes one of theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget

from cbc_desktop.engine.address import Address
from cbc_desktop.filling.gathered import Conflict, Version
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.kit.wrapping_choice import WrappingChoice
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import GRID, HALF

SHOWN = 100
"""More are decided when the files are read the next time; until then what is here stays."""


class ConflictBox(QWidget):
    """One answer; ours is chosen until a person chooses otherwise."""

    def __init__(self, look: Look, conflict: Conflict, chosen: str | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.conflict = conflict
        self.group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GRID)
        column.setSpacing(HALF)
        column.addWidget(label(look.text(conflict.where), Role.HEADING))
        for number, version in enumerate(conflict.versions):
            mark = QRadioButton()
            mark.setChecked(number == 0 or version.lexical == chosen)
            self.group.addButton(mark, number)
            column.addWidget(WrappingChoice(mark, self._said(version)))

    @property
    def chosen(self) -> Version:
        return self.conflict.versions[self.group.checkedId()]

    def choose(self, number: int) -> None:
        self.group.button(number).setChecked(True)

    def _said(self, version: Version) -> str:
        here, blank = self.tr("Trong hồ sơ"), self.tr("(để trống)")
        return f"{', '.join(version.files) or here}: {version.text or blank}"


class Conflicts(Panel):
    """Hidden while nothing differs."""

    def __init__(self, look: Look) -> None:
        super().__init__(self.tr("Khác nhau giữa hồ sơ và các tệp"))
        self._look = look
        self.boxes: list[ConflictBox] = []
        self.column.addWidget(
            label(self.tr("Từ khi gửi tệp đi, những câu này đã được sửa khác nhau. Hãy chọn nội dung đúng."))
        )
        self.ours: QPushButton = button(self.tr("Giữ tất cả trong &hồ sơ"), lambda: self._choose_all(0))
        self.theirs: QPushButton = button(self.tr("&Lấy tất cả theo tệp"), lambda: self._choose_all(1))
        across = QHBoxLayout()
        across.addWidget(self.ours)
        across.addWidget(self.theirs)
        across.addStretch(1)
        self.column.addLayout(across)
        self.more = label()
        self.column.addWidget(self.more)
        self.hide()

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """What was chosen before stays chosen."""
        chosen = self.decided()
        for box in self.boxes:
            self.column.removeWidget(box)
            box.deleteLater()
        self.boxes = [
            ConflictBox(self._look, conflict, chosen.get(conflict.address), self) for conflict in conflicts[:SHOWN]
        ]
        for box in self.boxes:
            self.column.addWidget(box)
        self.more.setText(self.tr("Còn %n chỗ khác nhau nữa, sẽ hỏi ở lần nhận sau.", "", len(conflicts) - SHOWN))
        self.more.setVisible(len(conflicts) > SHOWN)
        self.setVisible(bool(conflicts))

    def decided(self) -> Mapping[Address, str]:
        """The answers that are to be taken from the files."""
        return {box.conflict.address: box.chosen.lexical for box in self.boxes if box.chosen.files}

    def _choose_all(self, number: int) -> None:
        for box in self.boxes:
            box.choose(number)
