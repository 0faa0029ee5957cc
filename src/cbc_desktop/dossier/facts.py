"""The facts that fill a form's ``cbc:fact`` questions: those of the dossier, and those of the issued document."""

from __future__ import annotations

from collections.abc import Mapping

from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.campaign import Campaign

SENT = "sent"
"""The day of sending, by the name that a form's question has for it."""


def dossier_facts(campaign: Campaign, agency: Agency) -> Mapping[str, str]:
    """Facts that never change and are part of the submission."""
    return {
        "agency-key": agency.key,
        "agency-name": agency.name_vi,
        "agency-kind": agency.kind,
        "report-year": str(campaign.report_year),
    }


def issue_facts(facts: IssueFacts) -> Mapping[str, str]:
    """Facts of the issued document, which forms only show (decision 6)."""
    return {
        "number": f"{facts.number}/{facts.symbol}" if facts.number else "",
        "date": facts.date.isoformat() if facts.date else "",
        "place": facts.place,
        SENT: facts.sent.isoformat() if facts.sent else "",
    }
