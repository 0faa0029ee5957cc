"""One more revision of a PDF, behind the bytes that were there: how signatures and filled fields are added."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import enumerate_sig_fields


class Revision(IncrementalPdfFileWriter):
    """Leaves title, producer and dates alone.

    pyHanko would rewrite them, and the XMP metadata of PDF/A, with this computer's time; who signs or fills in a number
    does not edit.
    """

    def _update_meta(self) -> None:
        return


def next_revision(pdf: bytes) -> Revision:
    """Raises pyHanko's PdfError when the bytes are no sound PDF; an encrypted one fails when it is written."""
    return Revision(BytesIO(pdf), strict=True)


def empty_signature_fields(handler: Any) -> frozenset[str]:
    """The names of the fields that nobody has signed, in a pyHanko reader, writer or earlier revision."""
    return frozenset(str(name) for name, _, _ in enumerate_sig_fields(handler, filled_status=False))
