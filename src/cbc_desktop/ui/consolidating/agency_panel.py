"""Who is behind a figure: lists of agencies by what they have to do with it, searched by name or answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from cbc_desktop.base.text import folded
from cbc_desktop.ui.consolidating.agency_table import AgencyTable
from cbc_desktop.ui.consolidating.subjects import AgencyLine, AgencyLists, Lines
from cbc_desktop.ui.kit.agency_name import searched_name
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.flow import FlowLayout
from cbc_desktop.ui.kit.line_edit import make_clearable
from cbc_desktop.ui.theme.sizes import GRID

_LINES_OF_TEXT = 4
_LETTERS_OF_SEARCH = 28


class AgencyPanel(QWidget):
    """``gone_to`` with the key of the agency whose arrival is to be shown."""

    gone_to = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = AgencyLists((), ())
        self._group = QButtonGroup(self)
        self._picks = QWidget()
        self._flow = FlowLayout(self._picks)
        self.picks: list[QPushButton] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Tìm, không cần dấu"))
        self.search.setAccessibleName(self.tr("Tìm trong các cơ quan này"))
        make_clearable(self.search)
        self.table = AgencyTable(name)
        self.whole = QPlainTextEdit(readOnly=True)
        self.whole.setAccessibleName(self.tr("Toàn văn"))
        self.go_button = button(
            self.tr("&Xem hồ sơ"),
            self.table.go,
            kind=Kind.LINK,
            tip=self.tr("Hồ sơ của cơ quan đang chọn – Enter"),
        )
        self._lay_out()
        self._group.idClicked.connect(lambda _: self._sift())
        self.search.textChanged.connect(self._sift)
        self.table.chosen.connect(self._show_chosen)
        self.table.gone_to.connect(self.gone_to)

    def show_lists(self, shown: AgencyLists) -> None:
        """Stays at the list of the same place where there is anything in it."""
        before = max(0, self._group.checkedId())
        self._shown = shown
        self._show_picks()
        there = [place for place, lines in enumerate(shown.lists) if lines.lines]
        chosen = before if before in there else (there[0] if there else 0)
        if self.picks:
            self.picks[chosen].setChecked(True)
        self._sift()

    @property
    def count(self) -> int:
        """Of all its lists."""
        return sum(len(lines.lines) for lines in self._shown.lists)

    def take_keyboard(self) -> None:
        self.table.setFocus()

    def _show_picks(self) -> None:
        """One list needs no choosing; buttons are kept, for the keyboard may be on one."""
        while len(self.picks) < len(self._shown.lists):
            self._add_pick()
        for place, pick in enumerate(self.picks):
            pick.setVisible(place < len(self._shown.lists) > 1)
        for pick, lines in zip(self.picks, self._shown.lists, strict=False):
            pick.setText(f"{lines.title} {len(lines.lines)}")
            pick.setEnabled(bool(lines.lines))

    def _add_pick(self) -> None:
        made = QPushButton(self._picks)
        made.setProperty("role", "pick")
        made.setCheckable(True)
        made.setAutoDefault(True)
        self._group.addButton(made, len(self.picks))
        self._flow.addWidget(made)
        self.picks.append(made)

    def _sift(self) -> None:
        wanted, place = folded(self.search.text()).split(), max(0, self._group.checkedId())
        lines = self._shown.lists[place] if place < len(self._shown.lists) else Lines("", ())
        self.table.show_lines(lines.headings or self._shown.headings, _found(lines.lines, wanted))

    def _show_chosen(self, line: AgencyLine | None) -> None:
        self.go_button.setEnabled(line is not None and bool(line.key))
        whole = line.whole if line is not None and ("\n" in line.whole or self.table.is_cut(line)) else ""
        self.whole.setVisible(bool(whole))
        self.whole.setPlainText(whole)

    def _lay_out(self) -> None:
        self.whole.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES_OF_TEXT + 2 * GRID)
        self.search.setMaximumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_OF_SEARCH)
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self._picks, 1)
        top.addWidget(self.go_button)
        top.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.whole)


def _found(lines: Sequence[AgencyLine], wanted: Sequence[str]) -> Sequence[AgencyLine]:
    if not wanted:
        return lines
    return [line for line in lines if all(one in _searched(line) for one in wanted)]


def _searched(line: AgencyLine) -> str:
    name, *others = line.cells
    return " ".join((searched_name(name), folded(" ".join((*others, line.whole)))))
