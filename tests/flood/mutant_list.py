"""All families of hostile and damaged files, in one list."""

from __future__ import annotations

import hostile_data
import hostile_mails
import hostile_pdfs
import hostile_scans
import hostile_zips
from mutant import Make

ALL: dict[str, Make] = {
    **hostile_zips.FAMILIES,
    **hostile_pdfs.FAMILIES,
    **hostile_data.FAMILIES,
    **hostile_scans.FAMILIES,
    **hostile_mails.FAMILIES,
}
_ANSWERS = ("rows", "deep", "texts", "numbers", "damaged", "encodings")
MAY_PASS = frozenset({"record: fields", *(f"answers: {kind}" for kind in _ANSWERS), *hostile_mails.FAMILIES})
"""Whoever may sign may write down what he likes, and a mail is none the worse for what is around its package."""
MAY_BE_ENDED = frozenset({"pdf: forms in a ring", "pdf: much to draw"})
"""Where the library that draws pages finds no end: its process is ended, and that is told."""
SLOW = frozenset(family for family in ALL if family.startswith(("pdf: ", "scan: enormous", "packed pdf: many fields")))
"""What is looked at page by page, and with more and more effort, in the hope of codes."""
