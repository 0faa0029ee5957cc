"""What a scanner makes of printed pages, for practice: grey pictures, a little askew, in one TIFF file."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
from PIL import Image

from cbc_desktop.documents.scans.codes import Effort, codes_on

_DPI = 200
_POINTS = 72
_ASKEW = 0.6
"""Degrees, as paper lies in a feeder."""


def as_scanned(pdf: bytes) -> bytes:
    """The pages of the document that have codes."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        drawn = (document[page].render(scale=_DPI / _POINTS).to_pil() for page in range(len(document)))
        pages = [_scan(page) for page in drawn if codes_on(page, Effort.AS_IT_IS)]
    finally:
        document.close()
    kept = BytesIO()
    pages[0].save(kept, "TIFF", save_all=True, append_images=pages[1:], compression="tiff_lzw", dpi=(_DPI, _DPI))
    return kept.getvalue()


def _scan(page: Image.Image) -> Image.Image:
    return page.convert("L").rotate(_ASKEW, Image.Resampling.BICUBIC, fillcolor=255)
