"""A PDF from memory, opened for looking at it and for drawing it on paper."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtPdf import QPdfDocument

from cbc_desktop.base.errors import BugError


def opened_pdf(content: bytes, parent: QObject | None = None) -> QPdfDocument:
    """Ready at once; it goes with its ``parent``, or with the last who holds it."""
    document = QPdfDocument(parent) if parent is not None else QPdfDocument()
    source = QBuffer(document)
    source.setData(QByteArray(content))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(source)
    if document.status() is not QPdfDocument.Status.Ready:
        raise BugError(f"the pages that were made cannot be opened: {document.error()}")
    return document
