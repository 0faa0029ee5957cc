"""How many agencies stand how, on buttons that leave only those in the list; and looking for one by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cbc_desktop.base.text import folded
from cbc_desktop.ui.kit.buttons import Kind as ButtonKind
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.flow import FlowLayout
from cbc_desktop.ui.kit.labels import label
from cbc_desktop.ui.kit.line_edit import make_clearable
from cbc_desktop.ui.receiving.arrived.lines import Kind, Line
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

_SEARCH_WIDTH = GRID * 35


class Pick(Enum):
    """What can be left in the list, in the order of the buttons."""

    ALL = "all"
    COUNTS = "counts"
    LATE = "late"
    DECIDE = "decide"
    UNUSABLE = "unusable"
    RETURNED = "returned"
    MISSING = "missing"
    ASIDE = "aside"


_PICKS: Mapping[Pick, Callable[[Line], bool]] = {
    Pick.ALL: lambda line: line.kind is not Kind.ASIDE,
    Pick.COUNTS: lambda line: line.kind is Kind.COUNTS,
    Pick.LATE: lambda line: line.late,
    Pick.DECIDE: lambda line: line.kind in (Kind.UNDECIDED, Kind.NOBODYS),
    Pick.UNUSABLE: lambda line: line.kind is Kind.UNUSABLE,
    Pick.RETURNED: lambda line: line.returned,
    Pick.MISSING: lambda line: line.kind is Kind.MISSING and line.awaited,
    Pick.ASIDE: lambda line: line.kind is Kind.ASIDE,
}
_ALWAYS = frozenset({Pick.ALL, Pick.COUNTS, Pick.LATE, Pick.DECIDE, Pick.MISSING})
"""Shown also where there are none."""


class Sieve(QWidget):
    """``sifted`` has the lines that are left."""

    sifted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self._texts = self._titles()
        self._group = QButtonGroup(self)
        self.buttons: dict[Pick, QPushButton] = {}
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Tìm cơ quan hoặc tệp, không cần dấu"))
        self.search.setAccessibleName(self.tr("Tìm cơ quan hoặc tệp"))
        make_clearable(self.search)
        self.nothing = label()
        self.forget_button = button(self.tr("Bỏ tìm kiếm"), self.search.clear, kind=ButtonKind.LINK)
        self._lay_out()
        self.search.textChanged.connect(self._sift)

    @property
    def pick(self) -> Pick:
        return next(pick for pick, one in self.buttons.items() if one.isChecked())

    def show_lines(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        for pick, one in self.buttons.items():
            found = sum(map(_PICKS[pick], lines))
            asked = sum(line.awaited for line in lines) if pick is Pick.ALL else found
            one.setText(f"{self._texts[pick]} {QLocale().toString(asked)}")
            one.setVisible(bool(found) or pick in _ALWAYS or one.isChecked())
        self._sift()

    def choose(self, pick: Pick) -> None:
        """As a press on its button does; what was looked for is forgotten."""
        self.buttons[pick].setChecked(True)
        self.buttons[pick].show()
        self.search.clear()
        self._sift()

    def _sift(self) -> None:
        wanted, belongs = folded(self.search.text()).split(), _PICKS[self.pick]
        left = [line for line in self._lines if belongs(line) and all(one in line.searched for one in wanted)]
        self.nothing.setText(self._nothing_words(searched=bool(wanted)))
        self.nothing.setVisible(not left)
        self.forget_button.setVisible(not left and bool(wanted))
        self.sifted.emit(left)

    def _nothing_words(self, *, searched: bool) -> str:
        among = self._texts[self.pick]
        if not searched:
            return self.tr("Không có gì trong “{among}”.").format(among=among)
        text = self.tr("Không có gì trong “{among}” khớp với “{text}”.")
        return text.format(among=among, text=self.search.text().strip())

    def _titles(self) -> dict[Pick, str]:
        return {
            Pick.ALL: self.tr("Đã hỏi"),
            Pick.COUNTS: self.tr("Đã có"),
            Pick.LATE: self.tr("Muộn"),
            Pick.DECIDE: self.tr("Cần quyết định"),
            Pick.UNUSABLE: self.tr("Chưa dùng được"),
            Pick.RETURNED: self.tr("Chờ bản sửa"),
            Pick.MISSING: self.tr("Chưa gửi"),
            Pick.ASIDE: self.tr("Để riêng"),
        }

    def _lay_out(self) -> None:
        flow = FlowLayout()
        for pick in Pick:
            one = self.buttons[pick] = QPushButton(self._texts[pick])
            one.setProperty("role", "pick")
            one.setCheckable(True)
            one.setAutoDefault(True)
            one.setChecked(pick is Pick.ALL)
            one.clicked.connect(self._sift)
            self._group.addButton(one)
            flow.addWidget(one)
        self.search.setMinimumWidth(_SEARCH_WIDTH)
        row, below = QHBoxLayout(), QHBoxLayout()
        row.setSpacing(DOUBLE)
        row.addLayout(flow, 1)
        row.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        below.setSpacing(DOUBLE)
        below.addWidget(self.nothing, 1)
        below.addWidget(self.forget_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addLayout(below)
