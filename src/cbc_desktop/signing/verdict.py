"""What is true of a signature, as independent facts, and the verdict that follows from them.

The three verdicts are the main status indications of ETSI EN 319 102-1, 5.1.3.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Verdict(Enum):
    """TOTAL-PASSED, INDETERMINATE and TOTAL-FAILED of ETSI EN 319 102-1."""

    PASSED = "passed"
    INDETERMINATE = "indeterminate"
    FAILED = "failed"


_BADNESS = {Verdict.PASSED: 0, Verdict.INDETERMINATE: 1, Verdict.FAILED: 2}


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The worst verdict; nothing to judge is INDETERMINATE."""
    return max(verdicts, key=_BADNESS.__getitem__, default=Verdict.INDETERMINATE)


class ChangesAfter(Enum):
    """What was added to the file after the signature."""

    NONE = "none"
    PERMITTED = "permitted"
    """A filled field or a later signature."""
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureReport:
    """Independent facts about one signature; the verdict follows from them.

    intact  strong  changes_after  trusted | verdict
    ------  ------  -------------  ------- | -------------
    no      any     any            any     | FAILED
    yes     no      any            any     | FAILED         (SHA-1, RSA under 2048 bits)
    yes     yes     FORBIDDEN      any     | FAILED
    yes     yes     other          no      | INDETERMINATE  (we do not know this signer)
    yes     yes     other          yes     | PASSED
    """

    field: str
    """Name of the signature field in a PDF, of the signature file in a container."""
    signer: str
    """Common name of the signer's certificate."""
    issuer: str
    intact: bool
    not_intact_because: str = ""
    """Sub-indication of EN 319 102-1 when not intact: "FORMAT_FAILURE", "HASH_FAILURE" or "SIG_CRYPTO_FAILURE"."""
    strong: bool
    changes_after: ChangesAfter
    covers_whole_file: bool
    trusted: bool
    not_trusted_because: str = ""
    """Sub-indication of EN 319 102-1 when not trusted, for example "NO_CERTIFICATE_CHAIN_FOUND"."""
    claimed_time: datetime | None = None
    """Claimed by the signer: nobody attests time offline."""
    trial: bool = False
    """True for a trial certificate ("THỬ NGHIỆM")."""

    @property
    def verdict(self) -> Verdict:
        if not self.intact or not self.strong or self.changes_after is ChangesAfter.FORBIDDEN:
            return Verdict.FAILED
        return Verdict.PASSED if self.trusted else Verdict.INDETERMINATE
