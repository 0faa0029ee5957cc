"""What is printed to look a draft over on paper: what to do at which question, and what changed; nobody signs it.

Everything is Vietnamese text as it goes on paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from cbc_desktop.engine.address import Address


class CheckKind(Enum):
    """What a line is about, in the order in which a person deals with the lines of one section."""

    RETURNED = "returned"
    REMARK = "remark"
    """Said by the receiver about what it accepted."""
    ERROR = "error"
    MISSING = "missing"
    WARNING = "warning"
    OFFER = "offer"
    CHANGED = "changed"
    OPEN = "open"
    """May stay unanswered."""


@dataclass(frozen=True, slots=True)
class CheckLine:
    """``place`` is the table and row, or ""; ``text`` what is wrong or new; ``said`` what a person wrote to it.

    ``at`` is the question, of the form of the part, None for what no form asks.
    """

    kind: CheckKind
    label: str
    text: str
    place: str = ""
    said: str = ""
    done: bool = False
    at: Address | None = None


@dataclass(frozen=True, slots=True)
class CheckSection:
    """A page of the form; ``beyond`` counts lines that are left out."""

    title: str
    lines: tuple[CheckLine, ...]
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class CheckPart:
    """A form with the sections in which there is something; without any: nothing to do."""

    title: str
    sections: tuple[CheckSection, ...]
    form_id: str = ""
    """ "" for what concerns no form."""


@dataclass(frozen=True, slots=True)
class CheckSheet:
    """``verdict`` is the outcome in a sentence, ``facts`` are pairs of name and text for its head."""

    agency: str
    campaign: str
    verdict: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[CheckPart, ...]
    printed_at: datetime
    trial: bool
