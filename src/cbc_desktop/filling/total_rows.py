"""Is this row of somebody's table a sum of the others? Tables of offices end with one; the form adds up by itself."""

from __future__ import annotations

from collections.abc import Sequence

from cbc_desktop.base.text import folded

_SUMS = ("tong", "tong cong", "tong so", "cong", "cong chung", "tong cong:", "total", "sum", "grand total")


def is_total(texts: Sequence[str]) -> bool:
    """Whether the first text of the row that is no number says so."""
    first = next((text for text in texts if any(letter.isalpha() for letter in text)), "")
    return folded(first).strip(" :.()") in _SUMS
