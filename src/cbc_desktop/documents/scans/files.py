"""A file from a scanner as images of its pages: PDF, PNG, JPEG, or TIFF with any number of pages.

A page of a PDF is drawn whole, whatever it is made of: scanners cut pages into layers and strips.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Protocol

import pypdfium2
from PIL import Image, UnidentifiedImageError

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.system_reasons import reason_of
from cbc_desktop.documents.scans.limits import LONGEST_SIDE, MOST_BYTES, MOST_PAGES, MOST_PIXELS, affordable

NOT_READ = Message(
    "Không đọc được tệp “{path}” ({reason}). Hãy kiểm tra lại tên tệp, hoặc chép tệp về máy rồi đọc lại.",
    "The file “{path}” cannot be read ({reason}). Check its name, or copy it to this computer and read it again.",
)
NO_SCAN = Message(
    "“{path}” không phải là bản quét đọc được: tệp bị hỏng, có mật khẩu, hoặc không phải PDF, PNG, JPEG, TIFF. "
    "Hãy quét lại, hoặc bỏ tệp này ra.",
    "“{path}” is no scan that can be read: it is damaged, has a password, or is none of PDF, PNG, JPEG, TIFF. Scan "
    "again, or leave this file out.",
)
TOO_LARGE = Message(
    "“{path}” quá lớn nên không được đọc (tối đa {pages} trang, {megabytes} MB). Hãy chia thành nhiều tệp nhỏ hơn.",
    "“{path}” is too large and was not read (at most {pages} pages, {megabytes} MB). Divide it into smaller files.",
).filled(path="{path}", pages=MOST_PAGES, megabytes=MOST_BYTES // 1024**2)

_FORMATS = ("PNG", "JPEG", "TIFF")
_PDF_DPI = 300
"""Finer than most scans; a coarser one is drawn larger, which helps reading it."""
_POINTS = 72


class BadPageError(Exception):
    """One page cannot be shown: it is damaged or far too large. Others may be good."""


@dataclass(frozen=True, slots=True)
class ScanBytes:
    """A scan that is in memory; ``path`` is what it is called."""

    path: Path
    content: bytes = field(repr=False)


ScanSource = Path | ScanBytes


class ScanPages(Protocol):
    """The pages of an open file, counted from 0."""

    @property
    def count(self) -> int: ...

    def image(self, page: int) -> Image.Image:
        """To be looked at until another one is asked for. Raises BadPageError."""


@contextmanager
def open_scan(source: ScanSource) -> Iterator[ScanPages]:
    """Raises UserFacingError for what is no scan, or is too large."""
    opened = _opened(source)
    try:
        if opened.count > MOST_PAGES:
            raise UserFacingError(TOO_LARGE.filled(path=path_of(source)))
        yield opened
    finally:
        opened.close()


def pages_of(source: ScanSource) -> int:
    """How many it has; raises as ``open_scan`` does."""
    with open_scan(source) as scan:
        return scan.count


def path_of(source: ScanSource) -> Path:
    return source.path if isinstance(source, ScanBytes) else source


def _opened(source: ScanSource) -> _PdfPages | _ImagePages:
    path = path_of(source)
    try:
        content = source.content if isinstance(source, ScanBytes) else _content(path)
        if len(content) > MOST_BYTES:
            raise UserFacingError(TOO_LARGE.filled(path=path))
        pdf = content[:1024].lstrip().startswith(b"%PDF-")
        return _PdfPages(pypdfium2.PdfDocument(content)) if pdf else _ImagePages(_image_file(path, content))
    except (pypdfium2.PdfiumError, UnidentifiedImageError, SyntaxError, ValueError) as error:
        raise UserFacingError(NO_SCAN.filled(path=path)) from error
    except OSError as error:
        raise UserFacingError(NOT_READ.filled(path=path, reason=reason_of(error))) from error


def _content(path: Path) -> bytes:
    """One byte more than the limit when it is larger."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _image_file(path: Path, content: bytes) -> Image.Image:
    """The sizes are judged page by page; Pillow's own warning about large images would come before that."""
    with _unwarned():
        try:
            return Image.open(BytesIO(content), formats=_FORMATS)
        except Image.DecompressionBombError as error:
            raise UserFacingError(TOO_LARGE.filled(path=path)) from error


@contextmanager
def _unwarned() -> Iterator[None]:
    """What Pillow has to say of sizes, and of tags that make no sense, is of no use to anybody here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        warnings.simplefilter("ignore", UserWarning)
        yield


@dataclass(slots=True)
class _PdfPages:
    document: pypdfium2.PdfDocument

    @property
    def count(self) -> int:
        return len(self.document)

    def image(self, page: int) -> Image.Image:
        try:
            shown = self.document[page]
            scale = affordable(shown.get_width(), shown.get_height(), _PDF_DPI / _POINTS)
            image: Image.Image = shown.render(scale=scale).to_pil()
        except (pypdfium2.PdfiumError, ValueError) as error:
            raise BadPageError from error
        return image

    def close(self) -> None:
        self.document.close()


@dataclass(slots=True)
class _ImagePages:
    file: Image.Image

    @property
    def count(self) -> int:
        """One more than MOST_PAGES when there are more: a file may be made so that counting all takes minutes."""
        for page in range(MOST_PAGES + 1):
            try:
                self._turn_to(page)
            except (EOFError, OSError, SyntaxError, ValueError):
                return max(page, 1)  # behind a damaged page no other is found
        return MOST_PAGES + 1

    def image(self, page: int) -> Image.Image:
        try:
            self._turn_to(page)
            if self.file.width * self.file.height > MOST_PIXELS or max(self.file.size) > LONGEST_SIDE:
                raise BadPageError
            with _unwarned():
                self.file.load()
            return self.file
        except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as error:
            raise BadPageError from error

    def _turn_to(self, page: int) -> None:
        with _unwarned():
            self.file.seek(page)

    def close(self) -> None:
        self.file.close()
