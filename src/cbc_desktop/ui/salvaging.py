"""Offers to salvage a damaged database, asks, and says what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QPushButton

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.store.salvaging.salvage import may_be_salvaged, salvage, told_salvaged
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.confirm import confirmed


class Salvaging(QObject):
    """Of the database at ``path``, which nobody has open."""

    done = Signal(object)
    """A ``Message``: what came over, or why nothing did."""

    def __init__(self, path: Path, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._path, self._clock = path, clock

    def offers(self, why: Message) -> list[QPushButton]:
        """The button, where damage of this database is why something could not be done."""
        if not may_be_salvaged(self._path, why):
            return []
        return [button(self.tr("&Cứu những gì còn đọc được…"), self._salvage_if_wanted)]

    def _salvage_if_wanted(self) -> None:
        told = self.tr(
            "Chương trình đọc từng trang của tệp hỏng và đưa những gì còn đọc được vào tệp mới. Nếu có bản sao lưu gần "
            "đây, hãy khôi phục bản đó trước. Tệp hỏng không bị xóa, chỉ được cất sang thư mục sao lưu."
        )
        title, do, leave = self.tr("Cứu dữ liệu đã hỏng?"), self.tr("&Cứu"), self.tr("Khôn&g cứu")
        if confirmed(QApplication.activeWindow(), title, told, do=do, leave=leave):
            self.done.emit(self._salvaged())

    def _salvaged(self) -> Message:
        try:
            return told_salvaged(salvage(self._path, self._clock.now()))
        except UserFacingError as error:
            return error.message
