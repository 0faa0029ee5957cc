"""A chapter of the guide to read: scrolled, searched by links, as wide as there is room; Alt+Left goes back."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from cbc_desktop.documents.guide.book import Guide, Place
from cbc_desktop.documents.guide.reading import picture_file
from cbc_desktop.ui.help.written import address_of, place_of, style_sheet, written
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import DOUBLE

_PICTURES = "picture"
_SMOOTH = Qt.TransformationMode.SmoothTransformation


class ChapterView(QTextBrowser):
    """Qt's browser, which asks here for chapters and pictures; nothing ever comes from elsewhere."""

    shown = Signal(object)
    """The ``Place`` that a link or a person led to."""

    def __init__(self, look: Look, guide: Guide) -> None:
        super().__init__()
        self._look, self._guide = look, guide
        self.setProperty("role", "reading")
        self.setAccessibleName(self.tr("Trợ giúp"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the room for pictures stays the same
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(DOUBLE)
        font = self.font()
        self.document().setDefaultStyleSheet(style_sheet(look.colours, font.family(), font.pointSizeF()))
        self.sourceChanged.connect(lambda address: self.shown.emit(place_of(address.toString())))

    def show_place(self, place: Place) -> None:
        self.setSource(QUrl(address_of(place)))

    def loadResource(self, kind: int, address: QUrl | str) -> object:  # noqa: N802
        address = QUrl(address)
        if address.scheme() == _PICTURES:
            return self._picture(address.path())
        if kind == QTextDocument.ResourceType.HtmlResource.value:
            return written(self._guide.chapters[place_of(address.toString()).topic], self._look.colours)
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Pictures are made as wide as there is room; whoever reads stays where they are."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self.source().isValid():
            bar = self.verticalScrollBar()
            before = bar.value() / max(bar.maximum(), 1)
            self.reload()
            bar.setValue(round(before * bar.maximum()))

    def _picture(self, name: str) -> QImage:
        picture = QImage(str(picture_file(name, self._look.language)))
        room = self.viewport().width() - 2 * DOUBLE
        return picture if picture.width() <= room else picture.scaledToWidth(room, _SMOOTH)
