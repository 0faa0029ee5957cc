"""What can be told of a signature beside its integrity: certificate status, attested times, level, what followed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class AnchorGroup(Enum):
    """Why a certificate is an anchor: chains of one group vouch for other people than those of another."""

    STATE = "state-agencies"
    """The state's own authority for agencies and their officers ("chữ ký số chuyên dùng công vụ")."""
    PUBLIC = "public"
    """The root of the licensed public authorities ("chữ ký số công cộng")."""
    OWN = "own"
    """A certificate that a person accepted for this office."""
    TRIAL = "trial"
    """An authority for practice ("THỬ NGHIỆM")."""
    PUBLISHER = "publisher"
    """One that may publish forms, and whose signatures on documents count for nothing."""
    GIVEN = "given"
    """From a file that was named for one verification."""


class CertificateStatus(Enum):
    """What the evidence in the file says of a certificate, for the time that counts."""

    GOOD = "good"
    REVOKED = "revoked"
    UNKNOWN = "unknown"
    """The issuer's service answered that it does not know the certificate."""
    OUTDATED = "outdated"
    """The evidence is from before the time that counts."""
    NOT_CHECKED = "not-checked"
    """There is no evidence that could be verified."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revocation:
    """The status of one certificate; ``since`` only for a revoked one."""

    whose: str = ""
    status: CertificateStatus = CertificateStatus.NOT_CHECKED
    since: datetime | None = None
    evidence: str = ""
    """ "OCSP" or "CRL"."""
    as_of: datetime | None = None
    """When the evidence was issued (thisUpdate)."""
    archived: bool = False
    """A trusted document timestamp covers the evidence."""
    in_file: bool = True
    """The evidence is in the file; else a service was asked for it just now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timestamp:
    """A time stamp token (RFC 3161) that attests that the signature existed at a time."""

    at: datetime
    authority: str
    """Who attests it: common name of the service's certificate."""
    document: bool
    """A document timestamp (ISO 32000-2, 12.8.5) over the file; else an attribute of the signature itself."""
    trusted: bool
    not_trusted_because: str = ""
    """Sub-indication of EN 319 102-1 when it cannot be relied on."""


class ChangeKind(Enum):
    """What an update of the file after a signature did, in the order in which it is told."""

    FORBIDDEN = "forbidden"
    FIELD_FILLED = "field-filled"
    SIGNATURE_ADDED = "signature-added"
    TIMESTAMP_ADDED = "timestamp-added"
    VALIDATION_DATA_ADDED = "validation-data-added"


@dataclass(frozen=True, slots=True)
class Change:
    """``name`` is that of the field; of a forbidden change, what the analysis says of it (in English)."""

    kind: ChangeKind
    name: str = ""


class Level(Enum):
    """The baseline levels of ETSI EN 319 142-1 (PAdES) and EN 319 122-1 (CAdES), as far as they were verified."""

    NONE = "none"
    """Not a baseline signature, whatever else it is."""
    B_B = "B-B"
    B_T = "B-T"
    B_LT = "B-LT"
    B_LTA = "B-LTA"


class Lacking(Enum):
    """Why a signature does not have the next level."""

    NOTHING = ""
    BASELINE_FORM = "baseline-form"
    TIMESTAMP = "timestamp"
    TRUSTED_TIMESTAMP = "trusted-timestamp"
    VALIDATION_DATA = "validation-data"
    ARCHIVE_TIMESTAMP = "archive-timestamp"


@dataclass(frozen=True, slots=True)
class LevelReached:
    level: Level = Level.NONE
    lacking: Lacking = Lacking.BASELINE_FORM


UNKNOWN_LEVEL = LevelReached()
