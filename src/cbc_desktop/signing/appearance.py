"""What a signature field shows once it is signed: a page that we drew ourselves, or what it showed before.

pyHanko's own stamps have fonts and words of their own, space Vietnamese letters wrongly and name their parts at random.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.content import AppearanceContent
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.stamp import BaseStampStyle


def shown(page: bytes) -> BaseStampStyle:
    """``page`` is a PDF of one page, stretched over the field's rectangle; no bytes leave the field as it is."""
    return _DrawnPage(page=page) if page else _FieldAsItIs()


class _FieldAsItIs(BaseStampStyle):
    def create_stamp(self, writer: Any, box: Any, text_params: Any) -> Any:
        return None


@dataclass(frozen=True)
class _DrawnPage(BaseStampStyle):
    page: bytes = b""

    def create_stamp(self, writer: Any, box: Any, text_params: Any) -> Any:
        return _PageAsAppearance(writer, self.page)


class _PageAsAppearance(AppearanceContent):
    """The page itself becomes the appearance: viewers fit its box to the field's (ISO 32000-2, 12.5.5)."""

    def __init__(self, writer: Any, page: bytes) -> None:
        super().__init__(writer)
        self._page = page

    def register(self) -> Any:
        return self._ensure_writer.import_page_as_xobject(PdfFileReader(BytesIO(self._page)))
