"""Files that only pretend to be scans, made to stop whoever reads them: each is refused or read over, and soon."""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path
from time import monotonic

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.documents.scans.codes import Effort, codes_on
from cbc_desktop.documents.scans.files import BadPageError, ScanBytes, open_scan

_ENTRY = "<HHII"
_WIDTH, _HEIGHT, _BITS, _PLACE, _LENGTH = 256, 257, 258, 273, 279


def page_of_pdf(width: float, height: float) -> bytes:
    content = BytesIO()
    canvas = Canvas(content, pagesize=(width, height))
    canvas.showPage()
    canvas.save()
    return content.getvalue()


def tiff(pages: int) -> bytes:
    """Every page is one pixel, and they hang on each other in a chain."""
    entries = ((_WIDTH, 4, 1, 1), (_HEIGHT, 4, 1, 1), (_BITS, 3, 1, 1), (_PLACE, 4, 1, 0), (_LENGTH, 4, 1, 1))
    listed = struct.pack("<H", len(entries)) + b"".join(struct.pack(_ENTRY, *entry) for entry in entries)
    size = len(listed) + 4
    follows = (8 + size * page if page < pages else 0 for page in range(1, pages + 1))
    return b"II*\0" + struct.pack("<I", 8) + b"".join(listed + struct.pack("<I", one) for one in follows)


@pytest.mark.parametrize("size", [(14_400, 0.01), (0.01, 14_400), (1, 1_000_000), (1e7, 1e7)])
@pytest.mark.parametrize("effort", Effort)
def test_a_page_of_a_strange_shape_has_no_codes(size: tuple[float, float], effort: Effort) -> None:
    with open_scan(ScanBytes(Path("quet.pdf"), page_of_pdf(*size))) as scan:
        assert codes_on(scan.image(0), effort) == []


def test_an_image_longer_than_any_scan_is_a_bad_page() -> None:
    content = BytesIO()
    Image.new("1", (1, 70_000)).save(content, "PNG")
    with open_scan(ScanBytes(Path("quet.png"), content.getvalue())) as scan, pytest.raises(BadPageError):
        scan.image(0)


def test_pages_without_end_are_not_counted_to_their_end() -> None:
    began = monotonic()
    with pytest.raises(UserFacingError), open_scan(ScanBytes(Path("quet.tif"), tiff(60_000))):
        pass
    assert monotonic() - began < 10


def test_the_pages_of_an_honest_file_are_counted() -> None:
    with open_scan(ScanBytes(Path("quet.tif"), tiff(1000))) as scan:
        assert scan.count == 1000
