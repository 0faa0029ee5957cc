"""How much of a stranger's scan is read, so that a small computer survives it."""

from __future__ import annotations

from math import sqrt

MOST_BYTES = 512 * 1024 * 1024
"""Of a file: some hundred colour pages at 300 dpi."""
MOST_PAGES = 1000
MOST_PIXELS = 80_000_000
"""Of an image: A3 at 600 dpi has 70 million."""
LONGEST_SIDE = 65_535
"""Pixels of an image: what the reader of codes takes."""
MOST_WORKED_ON = 36_000_000
"""Pixels of what is made of a page to be read: A4 at 600 dpi."""
PIXELS_OF_A_STRIP = 4_000_000
"""Of a page in colour that is made grey."""


def affordable(width: float, height: float, scale: float) -> float:
    """``scale``, or as much of it as keeps a page of this size below MOST_WORKED_ON and LONGEST_SIDE."""
    return min(scale, sqrt(MOST_WORKED_ON / max(width * height, 1)), LONGEST_SIDE / max(width, height, 1) * 0.99)
