"""What a profile says of its agency, line by line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout

from cbc_desktop.dossier.profile import TITLES, AgencyProfile
from cbc_desktop.ui.kit.labels import Role, label, short_label
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

NAME = "name"


class AgencyFields(Panel):
    """``changed`` when a person has left a line with something else in it."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.agency = label("", Role.HEADING)
        self.lines: Mapping[str, LineEdit] = {field: LineEdit() for field in (NAME, *TITLES)}
        form = QFormLayout()
        form.setHorizontalSpacing(DOUBLE)
        form.setVerticalSpacing(GRID)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for field, line in self.lines.items():
            title = self.tr("Tên mẫu") if field == NAME else look.text(TITLES[field])
            line.setAccessibleName(title)
            line.left.connect(self._left)
            line.returnPressed.connect(self._left)
            form.addRow(short_label(title), line)
        self.lines["parent_agency"].setPlaceholderText(self.tr("nếu có; in phía trên tên cơ quan"))
        self.lines["symbol"].setPlaceholderText(self.tr("ví dụ: UBND-VX"))
        self.lines["place"].setPlaceholderText(self.tr("tên tỉnh, thành phố"))
        self.lines["collective"].setPlaceholderText(self.tr("nếu ký thay mặt (TM.), ví dụ: Ủy ban nhân dân"))
        self.lines["head"].setPlaceholderText(self.tr("ví dụ: Chủ tịch, Bộ trưởng"))
        self.column.addWidget(self.agency)
        self.column.addLayout(form)
        self._shown: Mapping[str, str] = {}

    def show_profile(self, profile: AgencyProfile, agency: str) -> None:
        self.agency.setText(agency)
        self._shown = {field: getattr(profile, field) for field in self.lines}
        for field, line in self.lines.items():
            if line.text() != self._shown[field]:
                line.setText(self._shown[field])
                line.setCursorPosition(0)  # a long one is read from its beginning

    def filled(self, profile: AgencyProfile) -> AgencyProfile:
        """The profile with what stands in the lines."""
        texts: dict[str, Any] = self._texts()
        return replace(profile, **texts)

    def _left(self) -> None:
        if self._texts() != self._shown:
            self.changed.emit()

    def _texts(self) -> dict[str, str]:
        return {field: line.text().strip() for field, line in self.lines.items()}
