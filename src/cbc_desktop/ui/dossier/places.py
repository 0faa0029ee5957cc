"""The places in an open dossier that a person goes to: the sections of its forms, and the two last steps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class PageKey:
    """A section: its form and its place among the form's pages."""

    form_id: str
    number: int


class LastStep(Enum):
    """What comes behind the forms."""

    REVIEW = "review"
    ISSUING = "issuing"


Place = PageKey | LastStep
