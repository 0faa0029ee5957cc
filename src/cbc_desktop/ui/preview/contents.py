"""The outline of the document that is looked at: its bookmarks, the present one marked; one leads to its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPointF, QSignalBlocker, Qt, Signal
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from cbc_desktop.ui.kit.wrapped_title import WrappedTitle
from cbc_desktop.ui.preview.page_layout import PagePlace

_Role = QPdfBookmarkModel.Role


class Contents(QTreeView):
    """Arrow keys go from one entry to the next, and the pages follow."""

    wanted = Signal(object)
    """A ``PagePlace``."""

    def __init__(self, document: QPdfDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "outline")
        self.setAccessibleName(self.tr("Mục lục văn bản"))
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setItemDelegate(WrappedTitle(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        model = QPdfBookmarkModel(self)
        model.setDocument(document)
        self.setModel(model)
        self.expandToDepth(0)
        self._entries = list(_all_below(model, QModelIndex()))
        self._places = [place_of(entry) for entry in self._entries]
        self.selectionModel().currentChanged.connect(self._go)
        self.clicked.connect(self._go)

    def follow(self, seen: PagePlace | None) -> None:
        """Marks the entry under which the place that is read stands."""
        if seen is None or not self._entries:
            return
        key = (seen.page, seen.top)
        behind = bisect_right(self._places, key, key=lambda place: (place.page, place.top))
        entry = self._entries[max(0, behind - 1)]
        while entry.parent().isValid() and not self.isExpanded(entry.parent()):
            entry = entry.parent()
        with QSignalBlocker(self.selectionModel()):
            self.setCurrentIndex(entry)
        self.viewport().update()

    def _go(self, entry: QModelIndex) -> None:
        if entry.isValid():
            self.wanted.emit(place_of(entry))


def place_of(entry: QModelIndex) -> PagePlace:
    location = entry.data(_Role.Location)
    top = location.y() if isinstance(location, QPointF) else 0.0
    return PagePlace(int(entry.data(_Role.Page)), 0, top)


def _all_below(model: QPdfBookmarkModel, parent: QModelIndex) -> Iterator[QModelIndex]:
    """In the order in which they are read."""
    for row in range(model.rowCount(parent)):
        entry = model.index(row, 0, parent)
        yield entry
        yield from _all_below(model, entry)
