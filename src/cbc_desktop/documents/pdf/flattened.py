"""A PDF whose form fields are drawn into its pages, for viewers that show pages only; never what is signed."""

from __future__ import annotations

from io import BytesIO

import pikepdf


def flattened(content: bytes) -> bytes:
    """The same pages with number, date and signature fields as they look now."""
    result = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.flatten_annotations(mode="all")
        pdf.save(result)
    return result.getvalue()
