"""What is to be put into a PDF: a signature, where, when and how it looks; the text of a field."""

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


@dataclass(frozen=True, slots=True)
class FilledField:
    """A text field of the PDF by name, and what it is to hold."""

    name: str
    text: str
    drawing: bytes = dataclass_field(repr=False)
    """The content stream that shows the text, in the fonts of the appearance that the field has."""
