"""What a person should look at before a block is taken, in its place above the grid: taken or dropped by keyboard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from cbc_desktop.filling.block_landing import BlockPlan, PasteWishes
from cbc_desktop.filling.paste_checks import PasteFinding, PasteTrouble, paste_findings
from cbc_desktop.forms.definition import LeafDef
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.flow import FlowLayout
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.pages import bring_into_sight
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.tables.model import TableModel
from cbc_desktop.ui.tables.paste_list import PasteList
from cbc_desktop.ui.theme.sizes import GRID

_MOST_FINDINGS, _SAMPLE_ROWS = 200, 3
Planning = Callable[[PasteWishes], BlockPlan]


class PastePanel(Panel):
    """``taken`` is the plan as it was wished for; ``dropped``: nothing was pasted."""

    taken = Signal(object)
    dropped = Signal()

    def __init__(self, table: TableModel, parent: QWidget) -> None:
        super().__init__("", parent)
        self._table = table
        self._planning: Planning | None = None
        self._capitals = False
        self.heading = label("", Role.HEADING)
        self.counts = label("")
        self.findings = PasteList(
            [self.tr("Dòng"), self.tr("Cột"), self.tr("Nội dung dán"), self.tr("Cần xem")], self.tr("Các điều cần xem")
        )
        self.sample = PasteList([], self.tr("Xem trước các dòng đầu"))
        self.caption = label(self.tr("Sau khi dán, các dòng đầu sẽ là:"), Role.SMALL)
        self.headings = QCheckBox(self.tr("Dòng đầ&u là tiêu đề cột, không dán"))
        self.overwrite = QCheckBox(self.tr("Gh&i đè các ô đã có nội dung"))
        self.convert = QCheckBox(self.tr("Chuyển &sang Unicode"))
        self.take_button = button(self.tr("Dán &vào bảng"), self._take, kind=Kind.PRIMARY)
        self.drop_button = button(self.tr("T&hôi, không dán"), self.drop)
        self._lay_out()
        for box in (self.headings, self.overwrite, self.convert):
            box.clicked.connect(self._show_plan)
        self.hide()

    def ask(self, planning: Planning, *, capitals: bool) -> None:
        """Shows what ``planning`` makes of a person's wishes; ``capitals``: the block is in a capital font."""
        self._planning, self._capitals = planning, capitals
        first = planning(PasteWishes(convert=True, capitals=capitals))
        troubles = {finding.trouble for finding in paste_findings(first)}
        self.headings.setChecked(first.headings)
        self.overwrite.setChecked(True)
        self.overwrite.setVisible(PasteTrouble.OVERWRITES in troubles)
        self.convert.setChecked(True)
        self.convert.setVisible(PasteTrouble.OLD_ENCODING in troubles)
        self._show_plan()
        self.show()
        self.take_button.setFocus()
        QTimer.singleShot(0, self, lambda: bring_into_sight(self))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def refresh(self) -> None:
        """The table may have changed under the block."""
        if self._planning is not None:
            self._show_plan()

    def drop(self) -> None:
        self._planning = None
        self.hide()
        self.dropped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.drop()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        plan = self._plan()
        self._planning = None
        self.hide()
        self.taken.emit(plan)

    def _plan(self, *, overwrite: bool | None = None) -> BlockPlan:
        assert self._planning is not None
        wishes = PasteWishes(
            headings=self.headings.isChecked(),
            overwrite=self.overwrite.isChecked() if overwrite is None else overwrite,
            convert=self.convert.isChecked(),
            capitals=self._capitals,
        )
        return self._planning(wishes)

    def _show_plan(self) -> None:
        """What would be overwritten stays in the list when it is spared: the person looks at it to decide."""
        plan, findings = self._plan(), paste_findings(self._plan(overwrite=True))
        self.heading.setText(self.tr("Dán %n dòng: hãy xem trước khi dán", "", plan.row_count))
        self.setAccessibleName(self.heading.text())
        self.counts.setText(self._counted(findings))
        shown = findings[:_MOST_FINDINGS]
        self.findings.show_lines([self._line(one) for one in shown])
        self.findings.setVisible(bool(shown))
        self._show_sample(plan)
        self.take_button.setEnabled(not plan.paste.is_empty)
        self.setAccessibleDescription(self.counts.text())

    def _counted(self, findings: Sequence[PasteFinding]) -> str:
        counts = Counter(finding.trouble for finding in findings)
        words = {
            PasteTrouble.OVERWRITES: self.tr("%n ô đã có nội dung", "", counts[PasteTrouble.OVERWRITES]),
            PasteTrouble.OLD_ENCODING: self.tr("%n ô có vẻ gõ bằng phông cũ", "", counts[PasteTrouble.OLD_ENCODING]),
            PasteTrouble.NOT_READ: self.tr("%n ô không đúng kiểu của cột", "", counts[PasteTrouble.NOT_READ]),
            PasteTrouble.NO_PLACE: self.tr("%n ô không có chỗ nhận", "", counts[PasteTrouble.NO_PLACE]),
        }
        told = "; ".join(text for trouble, text in words.items() if counts[trouble])
        if len(findings) <= _MOST_FINDINGS:
            return told
        return self.tr("{counts}. Dưới đây là {shown} ô đầu.").format(counts=told, shown=_MOST_FINDINGS)

    def _line(self, finding: PasteFinding) -> list[str]:
        told = {
            PasteTrouble.OVERWRITES: self.tr("Đang có “{other}”"),
            PasteTrouble.OLD_ENCODING: self.tr("Có vẻ gõ bằng phông cũ; nghĩa là “{other}”"),
            PasteTrouble.NOT_READ: self.tr("Không đúng kiểu của cột; vẫn giữ và đánh dấu lỗi"),
            PasteTrouble.NO_PLACE: self.tr("Không có ô nào nhận; sẽ bỏ qua"),
        }[finding.trouble]
        column = finding.column
        heading = self._heading(column) if column is not None else self.tr("(ngoài bảng)")
        text = finding.text or self.tr("(trống)")
        other = self._present(finding) if finding.trouble is PasteTrouble.OVERWRITES else finding.other
        return [str(finding.row + 1), heading, text, told.format(other=other)]

    def _present(self, finding: PasteFinding) -> str:
        """The answer that is there, as the grid shows it."""
        assert finding.column is not None
        column = self._table.columns.index(finding.column)
        return str(self._table.index(finding.row, column).data())

    def _heading(self, column: LeafDef) -> str:
        return self._table.heading(self._table.columns.index(column)).removesuffix(" *")

    def _show_sample(self, plan: BlockPlan) -> None:
        rows = list(dict.fromkeys(cell.row for cell in plan.cells))[:_SAMPLE_ROWS]
        columns = list(dict.fromkeys(cell.column.path for cell in plan.cells))
        headings = {cell.column.path: self._heading(cell.column) for cell in plan.cells if cell.row in rows}
        lines = [["" for _ in columns] for _ in rows]
        for cell in plan.cells:
            if cell.row in rows:
                lines[rows.index(cell.row)][columns.index(cell.column.path)] = cell.text
        self.sample.show_headings([headings.get(path, "") for path in columns])
        self.sample.show_lines(lines)
        for part in (self.caption, self.sample):
            part.setVisible(bool(lines))

    def _lay_out(self) -> None:
        choices = FlowLayout()
        choices.setSpacing(2 * GRID)
        for box in (self.headings, self.overwrite, self.convert):
            choices.addWidget(box)
        buttons = QHBoxLayout()
        buttons.addWidget(self.take_button)
        buttons.addWidget(self.drop_button)
        buttons.addStretch(1)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.counts)
        self.column.addLayout(choices)
        self.column.addLayout(buttons)
        self.column.addWidget(self.findings)
        self.column.addWidget(self.caption)
        self.column.addWidget(self.sample)
