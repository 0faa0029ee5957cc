"""What a signer is asked to put into a PDF: where, when, and how it looks there."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningOrder:
    """``field`` is an empty signature field of the PDF; ``at`` the time that the signature claims, with a time zone."""

    field: str
    at: datetime
    appearance: bytes = dataclass_field(default=b"", repr=False)
    """A PDF of one page that fills the field's rectangle; empty: the field shows what it showed before."""
    reason: str = ""
    location: str = ""
