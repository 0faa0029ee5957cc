"""The certificates that this office trusts, by group; each can be written to a file or trusted no longer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.message import Message
from cbc_desktop.package.signature_words import GROUPS
from cbc_desktop.receiving.trust_desk import Anchor, in_fours
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import GRID

_LEAST, _MOST = 2, 6
"""Rows of the list that are seen at once."""

STORY = Message(
    "{organisation}. Hiệu lực {begins} – {ends}. Tin cậy từ {since}, do {who}: {why}",
    "{organisation}. Valid {begins} – {ends}. Trusted since {since} by {who}: {why}",
)


class AnchorList(Panel):
    """``chosen_export`` and ``chosen_removal`` with the `Anchor` that a person chose."""

    add_wanted = Signal()
    chosen_export = Signal(object)
    chosen_removal = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(self.tr("Chứng thư tin cậy"))
        self._look = look
        self._anchors: Sequence[Anchor] = ()
        told = self.tr(
            "Chữ ký số chỉ được xác nhận khi chứng thư dẫn đến một trong các chứng thư dưới đây. Chương trình không tự "
            "tin cậy ai; mỗi chứng thư do một người chấp nhận sau khi so vân tay."
        )
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Chứng thư tin cậy"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = label(self.tr("Chưa có chứng thư nào, nên chưa xác nhận được người ký nào."))
        self.story, self.fingerprint = label("", Role.SMALL), label("", Role.SMALL)
        self.add_button = button(self.tr("&Thêm từ tệp…"), self.add_wanted.emit)
        self.export_button = button(self.tr("Ghi &ra tệp…"), self._export)
        self.remove_button = button(self.tr("&Bỏ tin cậy"), self._remove)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for each in (self.add_button, self.export_button, self.remove_button):
            row.addWidget(each)
        row.addStretch(1)
        for widget in (label(told, Role.SMALL), self.none, self.list, self.story, self.fingerprint):
            self.column.addWidget(widget)
        self.column.addLayout(row)
        self.list.currentRowChanged.connect(lambda _: self._show_chosen())

    def show_all(self, anchors: Sequence[Anchor]) -> None:
        self._anchors = anchors
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems([self._entry(anchor) for anchor in anchors])
            self.list.setCurrentRow(len(anchors) - 1)
        self.list.ensurePolished()
        seen = min(max(self.list.count(), _LEAST), _MOST)
        self.list.setFixedHeight(seen * self.list.sizeHintForRow(0) + 2 * self.list.frameWidth())
        self._show_chosen()

    @property
    def chosen(self) -> Anchor | None:
        place = self.list.currentRow()
        return self._anchors[place] if 0 <= place < len(self._anchors) else None

    def _entry(self, anchor: Anchor) -> str:
        return f"{anchor.certificate.subject} – {self._look.text(GROUPS[anchor.group.value])}"

    def _show_chosen(self) -> None:
        anchor = self.chosen
        for widget in (self.list, self.story, self.fingerprint, self.export_button, self.remove_button):
            widget.setVisible(anchor is not None)
        self.none.setVisible(anchor is None)
        if anchor is not None:
            self.story.setText(self._look.text(_story(anchor)))
            self.fingerprint.setText(f"SHA-256: {in_fours(anchor.kept.fingerprint)}")

    def _export(self) -> None:
        if self.chosen is not None:
            self.chosen_export.emit(self.chosen)

    def _remove(self) -> None:
        if self.chosen is not None:
            self.chosen_removal.emit(self.chosen)


def _story(anchor: Anchor) -> Message:
    certificate, kept = anchor.certificate, anchor.kept
    return STORY.filled(
        organisation=certificate.subject_organisation or certificate.subject,
        begins=f"{certificate.valid_from.astimezone(VIETNAM):%d/%m/%Y}",
        ends=f"{certificate.valid_until.astimezone(VIETNAM):%d/%m/%Y}",
        since=f"{kept.since.astimezone(VIETNAM):%d/%m/%Y}",
        who=kept.who,
        why=kept.why,
    )
