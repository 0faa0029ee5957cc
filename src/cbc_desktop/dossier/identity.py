"""Which dossier it is: the campaign, the agency by the register, and the dossier's own identifier (decision 2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class AgencyKey:
    """An agency by code and the day its entry became valid: 24 codes occur twice in the register.

    ``str()`` gives ``15@2025-07-01``, or ``15@`` for an entry that was valid from the beginning.
    """

    code: str
    valid_from: date | None = None

    @classmethod
    def parse(cls, text: str) -> AgencyKey:
        code, separator, day = text.partition("@")
        if not code or not separator:
            raise ValueError(f"not an agency key: {text!r}")
        return cls(code, date.fromisoformat(day) if day else None)

    def __str__(self) -> str:
        return f"{self.code}@{self.valid_from.isoformat() if self.valid_from else ''}"


@dataclass(frozen=True, slots=True)
class DossierIdentity:
    """One agency's answers to one campaign; ``dossier_id`` is a UUID in text form."""

    campaign_id: str
    agency: AgencyKey
    dossier_id: str
