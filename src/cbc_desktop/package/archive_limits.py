"""How much of a stranger's archive is read, so that the smallest computer in the field survives the largest package."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024
LARGEST_TEXT = 32 * MEBIBYTE
"""In bytes: what is parsed as a whole (XML, JSON, the list of sums) may not be larger; its tree takes tenfold."""


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """Sizes are in bytes, counted while unpacking and never believed from a header."""

    archive_bytes: int = 256 * MEBIBYTE
    parts: int = 500
    part_bytes: int = 128 * MEBIBYTE
    total_bytes: int = 256 * MEBIBYTE
    ratio: int = 200
    """How many bytes one packed byte may become."""
    ratio_counts_from: int = MEBIBYTE
    """A part smaller than this is no bomb, however well it was packed."""


STANDARD = ArchiveLimits()
