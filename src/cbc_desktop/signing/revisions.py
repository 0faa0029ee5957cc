"""What was added to a PDF since we handed it out: byte for byte ours at its beginning, and then permitted updates."""

from __future__ import annotations

from enum import Enum
from io import BytesIO

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, ModificationLevel, SuspiciousModification

from cbc_desktop.signing.pdf_verification import UNFOLDED


class Since(Enum):
    """What is true of a file that came back."""

    SAME = "same"
    """Nobody has added anything."""
    ADDED = "added"
    """Signatures, time stamps, validation data or filled fields, each as an update behind our bytes."""
    CHANGED = "changed"
    """Something else was added: content of pages may look different."""
    REWRITTEN = "rewritten"
    """It does not begin with our bytes: the other program wrote the file anew."""


def since(earlier: bytes, pdf: bytes) -> Since:
    """Never raises for a bad file: one that cannot be read was rewritten.

    Unlike after a signature, a visible signature in a new place is permitted: other programs bring their own places,
    and nobody has signed yet what it could cover. After a signature ``verify_pdf`` judges.
    """
    if pdf == earlier:
        return Since.SAME
    if not pdf.startswith(earlier):
        return Since.REWRITTEN
    try:
        ours = PdfFileReader(BytesIO(earlier), strict=True, decode_limits=UNFOLDED)
        theirs = PdfFileReader(BytesIO(pdf), strict=True, decode_limits=UNFOLDED)
        result = DEFAULT_DIFF_POLICY.review_file(theirs, ours.xrefs.total_revisions - 1)
    except Exception:  # whatever a hostile file makes of the parser, it is the file's fault
        return Since.CHANGED
    if isinstance(result, SuspiciousModification) or result.modification_level > ModificationLevel.FORM_FILLING:
        return Since.CHANGED
    return Since.ADDED
