"""A repeat that is not laid out as a table: its rows one below the other, each with its questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.nodes import RepeatNode, RowNode
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

if TYPE_CHECKING:
    from cbc_desktop.ui.questions.contents import Contents


class RowCards(QWidget):
    """Follows the rows as they come, go and move; a row that stays keeps its widgets."""

    def __init__(self, contents: Contents, address: Address, parent: QWidget) -> None:
        super().__init__(parent)
        self._contents, self._address = contents, address
        self._frames: dict[RowId, _RowFrame] = {}
        self.add_button = button(self.tr("&Thêm"), self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._column.addWidget(self.add_button)
        self.refresh()

    @property
    def repeat(self) -> RepeatNode:
        node = self._contents.controller.dossier.form(self._contents.form_id).session.tree.find(self._address)
        assert isinstance(node, RepeatNode)
        return node

    def refresh(self) -> None:
        repeat = self.repeat
        rows = [row for row in repeat.rows if row.relevant]
        for row_id in set(self._frames) - {row.id for row in rows}:
            self._contents.forget_row(row_id)
            self._frames.pop(row_id).deleteLater()
        for place, row in enumerate(rows):
            frame = self._frames.get(row.id) or self._framed(row)
            self._column.insertWidget(place, frame)
            frame.show_place(row, self._title(row), self._free)
        self.add_button.setVisible(self._free)
        self.setVisible(repeat.relevant)

    @property
    def _free(self) -> bool:
        return not self.repeat.definition.fixed and self._contents.controller.editable

    def _title(self, row: RowNode) -> str:
        session = self._contents.controller.dossier.form(self._contents.form_id).session
        name = session.text(row.definition.label, row) if row.definition.label else self.tr("Dòng")
        return f"{name} {row.index + 1}"

    def _framed(self, row: RowNode) -> _RowFrame:
        frame = self._frames[row.id] = _RowFrame(self, self._contents.of_branch(row), row.id)
        return frame

    def _add(self) -> None:
        controller, form_id = self._contents.controller, self._contents.form_id
        changes = controller.perform(form_id, lambda: controller.dossier.add_rows(form_id, self._address, 1))
        for row_id in changes.rows_added[:1]:
            self._frames[row_id].setFocus()

    def delete(self, row_id: RowId) -> None:
        controller, form_id = self._contents.controller, self._contents.form_id
        controller.perform(form_id, lambda: controller.dossier.delete_rows(form_id, [row_id]))

    def duplicate(self, row_id: RowId) -> None:
        controller, form_id = self._contents.controller, self._contents.form_id
        controller.perform(form_id, lambda: controller.dossier.duplicate_rows(form_id, [row_id]))

    def move_row(self, row_id: RowId, by: int) -> None:
        controller, form_id = self._contents.controller, self._contents.form_id
        place = controller.dossier.form(form_id).session.row(row_id).index + by
        if 0 <= place < len(self.repeat.rows):
            controller.perform(form_id, lambda: controller.dossier.move_row(form_id, row_id, place))


class _RowFrame(QFrame):
    """One row: its title, what can be done with it, and its questions."""

    def __init__(self, rows: RowCards, inner: QWidget, row_id: RowId) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        self.title = label("", Role.HEADING)
        self.verbs = [
            button(self.tr("Lên"), lambda: rows.move_row(row_id, -1), kind=Kind.LINK),
            button(self.tr("Xuống"), lambda: rows.move_row(row_id, 1), kind=Kind.LINK),
            button(self.tr("Nhân đôi"), lambda: rows.duplicate(row_id), kind=Kind.LINK),
            button(self.tr("Xóa"), lambda: rows.delete(row_id), kind=Kind.LINK),
        ]
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        for verb in self.verbs:
            head.addWidget(verb)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DOUBLE, GRID, DOUBLE, GRID)
        layout.addLayout(head)
        layout.addWidget(inner)
        self.setFocusProxy(inner)

    def show_place(self, row: RowNode, title: str, free: bool) -> None:
        self.title.setText(title)
        for verb in self.verbs:
            verb.setVisible(free)
