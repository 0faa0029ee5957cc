"""What is true of a signature, as independent facts, and the verdict that follows from them.

The three verdicts are the main status indications of ETSI EN 319 102-1, 5.1.3; words in capitals are its
sub-indications.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from cbc_desktop.signing.signature_facts import UNKNOWN_LEVEL, Change, LevelReached, Revocation, Timestamp


class Verdict(Enum):
    """TOTAL-PASSED, INDETERMINATE and TOTAL-FAILED of ETSI EN 319 102-1."""

    PASSED = "passed"
    INDETERMINATE = "indeterminate"
    FAILED = "failed"


_BADNESS = {Verdict.PASSED: 0, Verdict.INDETERMINATE: 1, Verdict.FAILED: 2}

NO_CERTIFICATE_CHAIN_FOUND = "NO_CERTIFICATE_CHAIN_FOUND"
REVOKED = "REVOKED"
EXPIRED = "EXPIRED"
CRYPTO_CONSTRAINTS_FAILURE = "CRYPTO_CONSTRAINTS_FAILURE"
SIG_CONSTRAINTS_FAILURE = "SIG_CONSTRAINTS_FAILURE"
_FAILS = frozenset({REVOKED, EXPIRED})
"""Reasons not to trust a signer that leave no doubt: the attested time is too late."""


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The worst verdict; nothing to judge is INDETERMINATE."""
    return max(verdicts, key=badness, default=Verdict.INDETERMINATE)


def badness(verdict: Verdict) -> int:
    """For sorting: the worse, the higher."""
    return _BADNESS[verdict]


class ChangesAfter(Enum):
    """What was added to the file after the signature."""

    NONE = "none"
    PERMITTED = "permitted"
    """A filled field, a later signature, a timestamp or validation data."""
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureReport:
    """Independent facts about one signature; the verdict follows from them.

    intact  strong  changes_after  trusted            | verdict
    ------  ------  -------------  -----------------  | -------------
    no      any     any            any                | FAILED
    yes     no      any            any                | FAILED         (SHA-1, RSA under 2048 bits)
    yes     yes     FORBIDDEN      any                | FAILED
    yes     yes     other          REVOKED, EXPIRED   | FAILED         (before the attested time)
    yes     yes     other          no                 | INDETERMINATE  (we do not know this signer)
    yes     yes     other          yes                | PASSED

    A status that nobody could check (offline, no evidence in the file) is told and spoils nothing: what is known to
    be revoked does.
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
    """Claimed by the signer: by itself it proves nothing."""
    trial: bool = False
    """True for a trial certificate ("THỬ NGHIỆM")."""
    closes: bool = False
    """It forbids whatever is added later (DocMDP, ISO 32000-2, 12.8.2.2), while a place for a signature is empty."""
    organisation: str = ""
    """Organisation in the signer's certificate."""
    names: tuple[str, ...] = ()
    """All that the signer's certificate calls its holder, organisations and units included, as it is written there."""
    serial: int | None = None
    """Serial number of the signer's certificate; None when there is no certificate to read."""
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    for_documents: bool = False
    """The certificate was issued for signing documents, or does not say for what."""
    chain: tuple[str, ...] = ()
    """Names from the signer's certificate up to the anchor; empty when no chain was found."""
    anchor_group: str = ""
    """Among which anchors the chain ends, see trust.AnchorGroup."""
    revocations: tuple[Revocation, ...] = ()
    """Of the chain's certificates, the signer's first; without the anchor."""
    timestamps: tuple[Timestamp, ...] = ()
    """All that attest when the signature was there, the earliest first."""
    level: LevelReached = UNKNOWN_LEVEL
    changes: tuple[Change, ...] = ()
    """What was added to the file after it, named."""

    only_evidence_after: bool = False
    """All that was added after it are timestamps and data about the status of certificates."""

    @property
    def vouches_for_file(self) -> bool:
        """Whether nothing in the file says anything that was not there when it was signed."""
        return self.covers_whole_file or self.only_evidence_after

    @property
    def verdict(self) -> Verdict:
        if not self.intact or not self.strong or self.changes_after is ChangesAfter.FORBIDDEN:
            return Verdict.FAILED
        if not self.trusted and self.not_trusted_because in _FAILS:
            return Verdict.FAILED
        return Verdict.PASSED if self.trusted else Verdict.INDETERMINATE

    @property
    def sub_indication(self) -> str:
        """Of EN 319 102-1, for the worst that is true of it; "" when it passed."""
        if not self.intact:
            return self.not_intact_because
        if not self.strong:
            return CRYPTO_CONSTRAINTS_FAILURE
        if self.changes_after is ChangesAfter.FORBIDDEN:
            return SIG_CONSTRAINTS_FAILURE
        return self.not_trusted_because

    @property
    def revocation(self) -> Revocation:
        """The status of the signer's own certificate."""
        return self.revocations[0] if self.revocations else Revocation(whose=self.signer)

    @property
    def attested_time(self) -> datetime | None:
        """The earliest time at which, as a trusted service attests, the signature was there."""
        return next((stamp.at for stamp in self.timestamps if stamp.trusted), None)
