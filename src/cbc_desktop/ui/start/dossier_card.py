"""One dossier in the list: whose it is, how far it has come, and when it was last saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from cbc_desktop.dossier.states import STATE_TITLES, State
from cbc_desktop.store.stored_dossier import StoredDossier
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.cards import Card
from cbc_desktop.ui.kit.elided import ElidedLabel
from cbc_desktop.ui.kit.labels import Role, short_label
from cbc_desktop.ui.kit.marks import Mark, MarkWidget
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import GRID

MARKS = {State.DRAFT: Mark.IN_WORK, State.RETURNED: Mark.PROBLEM}
"""All other states are steps that were done."""
_BAR_WIDTH = GRID * 15


class DossierCard(Card):
    """Shows a dossier; ``clicked`` when it is opened, ``copy_wanted`` when it is to go to another computer,
    ``removal_wanted`` when it is to be gone for good.

    ``prefill_wanted`` when it is to take over what an earlier dossier answers, which it offers with ``can_prefill``.
    ``agency`` is its name in the language of the window, ``progress`` how many questions are answered of how many
    asked, when that is known.
    """

    copy_wanted = Signal()
    prefill_wanted = Signal()
    removal_wanted = Signal()

    def __init__(
        self,
        look: Look,
        dossier: StoredDossier,
        agency: str,
        progress: tuple[int, int] | None,
        *,
        can_prefill: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.dossier_id = dossier.identity.dossier_id
        revision = dossier.revision
        state = look.text(STATE_TITLES[revision.state])
        details = [
            self.tr("Lần {number}").format(number=revision.number),
            *([self._progress_words(*progress)] if progress else []),
            self.tr("Lưu lần cuối {moment}").format(moment=f"{dossier.changed_at:%d/%m/%Y %H:%M}"),
        ]
        trial = [self.tr("THỬ NGHIỆM")] if dossier.trial else []
        self.setAccessibleName(", ".join([*trial, agency, state, *details]))
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(MarkWidget(MARKS.get(revision.state, Mark.DONE), look.colours))
        head.addWidget(ElidedLabel(agency, Role.HEADING), 1)
        for text in trial:
            head.addWidget(short_label(text, Role.TAG))
        head.addWidget(short_label(state))
        self.column.addLayout(head)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(ElidedLabel(" · ".join(details), Role.SMALL), 1)
        if progress:
            foot.addWidget(_progress_bar(*progress))
        self.open_link = self._open_link(agency)
        foot.addWidget(self.open_link)
        if can_prefill:
            foot.addWidget(self._prefill_link(agency))
        self.copy_link = self._copy_link(agency)
        foot.addWidget(self.copy_link)
        self.remove_link = self._remove_link(agency)
        foot.addWidget(self.remove_link)
        self.column.addLayout(foot)
        self.setToolTip(self.tr("Mở hồ sơ – Enter"))

    def _progress_words(self, answered: int, asked: int) -> str:
        return self.tr("Đã trả lời {answered}/{asked} câu").format(answered=answered, asked=asked)

    def _open_link(self, agency: str) -> QPushButton:
        """For the mouse: with the keyboard it is Enter on the card itself."""
        link = button(self.tr("Mở"), self.click, kind=Kind.LINK)
        link.setAccessibleName(self.tr("Mở hồ sơ của {agency}").format(agency=agency))
        link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return link

    def _prefill_link(self, agency: str) -> QPushButton:
        link = button(self.tr("Lấy số liệu từ hồ sơ trước…"), self.prefill_wanted.emit, kind=Kind.LINK)
        link.setAccessibleName(self.tr("Lấy số liệu từ hồ sơ trước cho {agency}").format(agency=agency))
        return link

    def _copy_link(self, agency: str) -> QPushButton:
        """No letter for Alt: there is one of it on every card."""
        tip = self.tr("Chép hồ sơ này ra USB hoặc thư mục, để làm tiếp trên máy khác")
        link = button(self.tr("Chép sang máy khác…"), self.copy_wanted.emit, kind=Kind.LINK, tip=tip)
        link.setAccessibleName(self.tr("Chép hồ sơ của {agency} sang máy khác").format(agency=agency))
        return link

    def _remove_link(self, agency: str) -> QPushButton:
        tip = self.tr("Xóa hồ sơ này khỏi máy, cả trong các bản sao lưu")
        link = button(self.tr("Xóa hẳn…"), self.removal_wanted.emit, kind=Kind.LINK, tip=tip)
        link.setAccessibleName(self.tr("Xóa hẳn hồ sơ của {agency}").format(agency=agency))
        return link


def _progress_bar(answered: int, asked: int) -> QProgressBar:
    """Its figures are in the words beside it."""
    bar = QProgressBar(maximum=max(asked, 1), value=answered, textVisible=False)
    bar.setFixedSize(_BAR_WIDTH, GRID)
    return bar
