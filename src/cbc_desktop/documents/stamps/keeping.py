"""An image as it is kept for all documents to come: the ink alone, no finer than printers draw, nothing told beside."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from cbc_desktop.documents.stamps.images import read_stamp
from cbc_desktop.documents.stamps.white_paper import with_white_transparent

MOST_SIDE = 1200
"""Pixels of its longer side: a seal of 42 mm at 600 dpi has a thousand."""


def image_to_keep(content: bytes, *, clear_white: bool = False) -> bytes:
    """A PNG without the places, cameras and people that image files tell of; of its resolution it tells still.

    ``clear_white`` makes white paper transparent first. Raises UserFacingError as `read_stamp` does.
    """
    stamp = read_stamp(with_white_transparent(content) if clear_white else content)
    ink = stamp.ink.copy()
    ink.thumbnail((MOST_SIDE, MOST_SIDE), Image.Resampling.LANCZOS)
    dots = stamp.dots_per_inch * ink.width / stamp.ink.width
    bare = Image.frombytes("RGBA", ink.size, ink.tobytes())
    kept = BytesIO()
    bare.save(kept, "PNG", optimize=True, **({"dpi": (dots, dots)} if dots else {}))
    return kept.getvalue()
