"""Draws the pages of a PDF on a printer, strip by strip: a page at 600 dots an inch would fill a hundred megabytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.ui.preview.pdf import opened_pdf
from cbc_desktop.ui.printing.order import PrintOrder, Sides
from cbc_desktop.ui.printing.placing import placed

MOST_DOTS = 600
"""An inch: what more dots would show, no eye sees, and the printer would be sent four times as much."""
STRIP = 512
"""Lines of dots that are drawn at once, at most."""
LOOSE = 20
"""Points: within so many there is the gap between two lines of text, where one strip ends and the next begins."""
PRINTING = Message("Đang in: trang {now}/{total} …", "Printing: page {now} of {total} …")
NOT_TAKEN = Message(
    "Máy in “{printer}” không nhận bản in. Hãy xem máy đã bật, còn giấy và nối với máy tính chưa, rồi in lại; "
    "hoặc chọn máy in khác, hoặc lưu thành tệp PDF.",
    "The printer “{printer}” does not take the print. See whether it is switched on, has paper and is connected, "
    "and print again; or choose another printer, or save a PDF file.",
)
_DUPLEX: Mapping[Sides, QPrinter.DuplexMode] = {
    Sides.ONE: QPrinter.DuplexMode.DuplexNone,
    Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}


def print_pages(content: bytes, printer: QPrinter, order: PrintOrder, progress: Callable[[Message], None]) -> int:
    """Prints beside the window, where Qt allows drawing on printers; answers how many pages the printer was sent.

    Raises UserFacingError when the printer does not take them. What ``progress`` raises stops the print.
    """
    document = opened_pdf(content)
    _prepare(printer, order)
    pages = order.in_turn(collated_here=not printer.supportsMultipleCopies())
    _turn(printer, document.pagePointSize(pages[0]))
    painter = QPainter()
    if not painter.begin(printer):
        raise UserFacingError(NOT_TAKEN.filled(printer=printer.printerName()))
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    try:
        for number, page in enumerate(pages):
            if number:
                _turn(printer, document.pagePointSize(page))
                _require(printer.newPage(), printer)
            told = PRINTING.filled(now=number + 1, total=len(pages))
            _draw(document, page, printer, painter, lambda told=told: progress(told), grey=order.grey)  # type: ignore[misc]
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    return len(pages)


def _prepare(printer: QPrinter, order: PrintOrder) -> None:
    printer.setFullPage(True)
    printer.setDuplex(_DUPLEX[order.sides])
    printer.setColorMode(QPrinter.ColorMode.GrayScale if order.grey else QPrinter.ColorMode.Color)
    if printer.supportsMultipleCopies():
        printer.setCopyCount(order.copies)
        printer.setCollateCopies(True)


def _turn(printer: QPrinter, page: QSizeF) -> None:
    """Landscape pages on landscape paper, each for itself."""
    lying = page.width() > page.height()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait)


def _require(done: bool, printer: QPrinter) -> None:
    if not done:
        raise UserFacingError(NOT_TAKEN.filled(printer=printer.printerName()))


def _draw(
    document: QPdfDocument,
    page: int,
    printer: QPrinter,
    painter: QPainter,
    told: Callable[[], None],
    *,
    grey: bool,
) -> None:
    """One page, in as many dots as the printer has, or a whole part of them."""
    coarser = max(1, ceil(printer.resolution() / MOST_DOTS))
    dots = printer.resolution() / coarser / 72
    place = _place(printer, document.pagePointSize(page))
    left, top = round(place.left() * dots), round(place.top() * dots)
    whole = QSize(round(place.width() * dots), round(place.height() * dots))
    begin = 0
    while begin < whole.height():
        told()
        height = min(STRIP, whole.height() - begin)
        strip = _strip(document, page, whole, QRect(0, begin, whole.width(), height), grey=grey)
        if begin + height < whole.height():
            strip = _cut(strip, round(LOOSE * dots))
        corner = QPointF(left, top + begin) * coarser
        painter.drawImage(QRectF(corner, QSizeF(strip.size()) * coarser), strip)
        begin += strip.height()


def _cut(strip: QImage, loose: int) -> QImage:
    """The strip up to the lightest of its last ``loose`` lines, so that no letter is drawn in two halves."""
    rows = strip.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = rows.scaled(1, rows.height(), mode=Qt.TransformationMode.SmoothTransformation)
    lightest = max(range(strip.height() - loose, strip.height()), key=lambda row: rows.pixel(0, row))
    return strip.copy(0, 0, strip.width(), lightest)


def _place(printer: QPrinter, page: QSizeF) -> QRectF:
    layout = printer.pageLayout()
    layout.setUnits(QPageLayout.Unit.Point)
    return placed(page, layout.fullRect().size(), layout.minimumMargins())


def _strip(document: QPdfDocument, page: int, whole: QSize, strip: QRect, *, grey: bool) -> QImage:
    """Of the page that is ``whole`` large in dots: ``strip`` alone, on white ground.

    WORKAROUND: Qt 6.12 divides by the distance of the strip's edges as ``QRect`` counts them, which is one less than
    its size, so that strips would be stretched and would not meet. A test compares what was printed with the page.
    """
    options = QPdfDocumentRenderOptions()
    options.setScaledSize(whole)
    options.setScaledClipRect(strip.adjusted(0, 0, 1, 1))
    drawn = document.render(page, strip.size(), options)
    ground = QImage(strip.size(), QImage.Format.Format_RGB32)
    ground.fill(0xFFFFFFFF)
    painter = QPainter(ground)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return ground.convertToFormat(QImage.Format.Format_Grayscale8) if grey else ground
