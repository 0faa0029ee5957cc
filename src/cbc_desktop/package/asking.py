"""Asks, while something is verified, whether the signers' certificates are revoked: only when a person wants it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Progress
from cbc_desktop.signing.services import Services
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.validation_data import NO_DATA, ValidationData

if TYPE_CHECKING:
    from cbc_desktop.signing.network import Web

_PATIENCE = 20
"""Seconds for each service: a person sits in front of it."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Over the network; ``tell`` is called meanwhile, and ends the waiting when it raises."""

    web: Web
    tell: Progress

    @classmethod
    def over_http(cls, tell: Progress) -> Asking:
        return cls(Services(status=True, seconds=_PATIENCE).web, tell)

    def about(self, pdf: bytes, trust: TrustAnchors, at: datetime) -> ValidationData:
        """What could be had; that something could not is seen in the report, as is a PDF that is none."""
        from cbc_desktop.signing.extending import status_asked  # pyHanko

        try:
            return status_asked(pdf, trust, at=at, web=self.web, tell=self.tell).data
        except UserFacingError:
            return NO_DATA
