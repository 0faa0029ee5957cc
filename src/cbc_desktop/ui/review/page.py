"""The review: what must be corrected, completed or explained before finalising; every line leads to its question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabBar, QVBoxLayout

from cbc_desktop.dossier.revision import RemarkKind
from cbc_desktop.engine.address import Address
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.dossier.dossier_page import DossierPage
from cbc_desktop.ui.kit.buttons import Kind as ButtonKind
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.preview.making import of_check_sheet
from cbc_desktop.ui.review.entries import EXPLAINED, Entry, Kind, entries
from cbc_desktop.ui.review.line import kind_title
from cbc_desktop.ui.review.listing import EntryList
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID, QUESTION_WIDTH


class ReviewPage(DossierPage):
    """Looks the dossier over when it is entered, and again when something changes while it is shown."""

    on_wanted = Signal()
    """Nothing is in the way: the step of issuing, please."""

    def __init__(self, around: Surroundings, controller: DossierController) -> None:
        super().__init__(widest=QUESTION_WIDTH)
        self._around, self._look, self._controller = around, around.look, controller
        self._entries: list[Entry] = []
        self.verdict = label("", Role.HEADING)
        self.verdict_box = QFrame()
        self.on_button = button(self.tr("Sang bước &ký và phát hành"), self.on_wanted.emit, kind=ButtonKind.PRIMARY)
        self.sheet_button = button(
            self.tr("Lập &phiếu kiểm tra để in…"), self.show_sheet, tip=self.tr("Xem phiếu kiểm tra rồi in – Ctrl+P")
        )
        self.returned_note = label("", Role.WARNING)
        self.kinds = QTabBar(drawBase=False, expanding=False)
        self.kinds.setAccessibleName(self.tr("Loại mục cần xem"))
        self.list = EntryList(around.look, controller)
        self._late = QTimer(self, interval=0, singleShot=True)
        self._late.timeout.connect(self.refresh)
        self._lay_out()
        self.kinds.currentChanged.connect(self._show_kind)
        controller.changed.connect(self._follow)
        controller.remarked.connect(self._follow_remark)
        controller.returned_changed.connect(self._follow_returned)

    def entered(self) -> None:
        self.refresh()

    def take_keyboard(self) -> None:
        target = self.list.views[0].line if self.list.views else self.on_button
        target.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._late.stop()

    def refresh(self) -> None:
        """Looks the whole dossier over."""
        if not self.isVisible() and self._entries:
            return
        self._entries = self._found()
        self._show_verdict()
        self._show_returned_note()
        self._show_kinds()
        self._show_kind()

    def _found(self) -> list[Entry]:
        today = self._around.office.clock.now().date()
        return entries(self._controller.dossier, self._controller.returned, self._look, today)

    def show_only(self, kind: Kind) -> None:
        """The lines of one kind, if there are any."""
        for place in range(self.kinds.count()):
            if self.kinds.tabData(place) is kind:
                self.kinds.setCurrentIndex(place)

    def show_sheet(self) -> None:
        """The check sheet, to be looked at and printed."""
        self._controller.leave()
        self._controller.preview_wanted.emit(of_check_sheet(self._around.office, self._controller))

    # --- what is shown ---------------------------------------------------------------------------------------------

    def _show_verdict(self) -> None:
        waiting = Counter(entry.kind for entry in self._entries if entry.in_the_way)
        tone = Tone.WARNING if waiting or self._is_returned else Tone.DONE
        self.verdict.setText(self._said(waiting))
        self.on_button.setVisible(not waiting)
        self.verdict_box.setProperty("role", tone.value)
        self.verdict_box.style().unpolish(self.verdict_box)
        self.verdict_box.style().polish(self.verdict_box)

    @property
    def _is_returned(self) -> bool:
        return not self._controller.editable and any(one.waits for one in self._controller.returned)

    def _said(self, waiting: Counter[Kind]) -> str:
        if self._is_returned:
            return self.tr("Nơi nhận đã trả lại hồ sơ. Muốn sửa, hãy mở lại hồ sơ ở bước “Ký và phát hành”.")
        if not self._controller.editable:
            return self.tr("Số liệu đã chốt; các câu trả lời không thay đổi được nữa.")
        if not waiting:
            return self.tr("Không còn gì phải sửa. Có thể chốt số liệu.")
        parts = (
            (Kind.ERROR, self.tr("%n lỗi", "", waiting[Kind.ERROR])),
            (Kind.MISSING, self.tr("%n câu bắt buộc chưa trả lời", "", waiting[Kind.MISSING])),
            (Kind.WARNING, self.tr("%n lưu ý chưa giải trình", "", waiting[Kind.WARNING])),
        )
        listed = ", ".join(text for kind, text in parts if waiting[kind])
        return self.tr("Trước khi chốt số liệu còn: {list}.").format(list=listed)

    def _show_returned_note(self) -> None:
        """Nobody is kept from finalising by it, but nobody should forget it."""
        waiting = sum(question.waits for question in self._controller.returned)
        self.returned_note.setText(self.tr("Còn %n mục bị trả lại chưa đánh dấu “Đã sửa xong”.", "", waiting))
        self.returned_note.setVisible(bool(waiting))

    def _show_kinds(self) -> None:
        """A tab for all lines, and one for each kind that there is."""
        chosen = self._kind()
        counts = Counter(entry.kind for entry in self._entries)
        blocked = self.kinds.blockSignals(True)
        while self.kinds.count():
            self.kinds.removeTab(0)
        self.kinds.addTab(self.tr("Tất cả ({count})").format(count=len(self._entries)))
        self.kinds.setTabData(0, None)
        for kind in Kind:
            if counts[kind]:
                place = self.kinds.addTab(f"{kind_title(kind)} ({counts[kind]})")
                self.kinds.setTabData(place, kind)
                if kind is chosen:
                    self.kinds.setCurrentIndex(place)
        self.kinds.blockSignals(blocked)
        self.kinds.setVisible(bool(self._entries))

    def _kind(self) -> Kind | None:
        data = self.kinds.tabData(self.kinds.currentIndex())
        return data if isinstance(data, Kind) else None

    def _show_kind(self) -> None:
        self.list.show_entries(self._chosen())

    def _chosen(self) -> Sequence[Entry]:
        kind = self._kind()
        return [entry for entry in self._entries if kind is None or entry.kind is kind]

    def _follow(self) -> None:
        if self.isVisible():
            self._late.start()

    def _follow_remark(self, form_id: str, address: Address) -> None:
        """An explanation was written on this page: the line stays where it is, for the keyboard may be in it."""
        if not self.isVisible():
            return
        explained = bool(self._controller.remark_text(form_id, address, RemarkKind.EXPLANATION))
        for view in self.list.views:
            if (view.entry.form_id, view.entry.address) == (form_id, address) and view.entry.kind in EXPLAINED:
                view.show_settled(settled=explained)
        self._entries = self._found()
        self._show_verdict()

    def _follow_returned(self) -> None:
        """A box was ticked: the lines stay where they are, for the keyboard may be in one."""
        if not self.isVisible():
            return
        now = {question.key: question for question in self._controller.returned}
        for view in self.list.views:
            if view.entry.returned is not None and view.entry.returned.key in now:
                view.show_returned(now[view.entry.returned.key])
        self._show_returned_note()

    def _lay_out(self) -> None:
        across = QHBoxLayout(self.verdict_box)
        across.setContentsMargins(DOUBLE, GRID, DOUBLE, GRID)
        across.addWidget(self.verdict, 1)
        across.addWidget(self.on_button)
        column = QVBoxLayout()
        column.setSpacing(GRID)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Kiểm tra"), Role.TITLE), 1)
        head.addWidget(self.sheet_button)
        column.addLayout(head)
        for widget in (self.verdict_box, self.returned_note, self.kinds, self.list):
            column.addWidget(widget)
        self.column.addLayout(column)
        self.column.addStretch(1)
