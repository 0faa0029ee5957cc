"""The report on all answers of a campaign as it goes on paper: an administrative document and its appendices, frozen.

All text is final, in Vietnamese and in characters that the document's fonts have.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cbc_desktop.base.digests import Digest
from cbc_desktop.documents.printed_form import OfficialDocument, PrintedForm


@dataclass(frozen=True, slots=True)
class ConsolidatedReport:
    """``document`` is a báo cáo whose body holds the figures; number and date wait for the clerk."""

    title: str
    document: OfficialDocument
    appendices: tuple[PrintedForm, ...]
    campaign: str
    """The letter that was answered."""
    digest: Digest
    """Of the tables that it tells about."""
    made_at: datetime
    """When the last answer came that it counts: the same answers give the same report."""
    trial: bool = False
    """Whether any of the answers was signed for practice."""
