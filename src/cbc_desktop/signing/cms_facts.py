"""The facts about one CMS signature (RFC 5652), the same for a signed PDF and for a signed container.

Nothing is ever fetched: a chain is built from the signature's own certificates and the trust anchors only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from asn1crypto import parser, x509
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from cbc_desktop.signing.certificate import STRONG_DIGESTS, Certificate, digest_of
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import ChangesAfter, SignatureReport

FORMAT_FAILURE = "FORMAT_FAILURE"
HASH_FAILURE = "HASH_FAILURE"
SIG_CRYPTO_FAILURE = "SIG_CRYPTO_FAILURE"
NO_CERTIFICATE_CHAIN_FOUND = "NO_CERTIFICATE_CHAIN_FOUND"
CHAIN_CONSTRAINTS_FAILURE = "CHAIN_CONSTRAINTS_FAILURE"
NOT_YET_VALID = "NOT_YET_VALID"
OUT_OF_BOUNDS_NO_POE = "OUT_OF_BOUNDS_NO_POE"

ANY_KEY_USAGE = KeyUsageConstraints(key_usage=frozenset())
"""Key usage is judged here by the rule that also guards signing, see Certificate.may_sign_documents."""


def validation_context(trust: TrustAnchors, at: datetime) -> Any:
    """pyHanko's context for one signature: these anchors, this moment (with a time zone), no network."""
    return ValidationContext(
        trust_roots=[x509.Certificate.load(der) for der in trust.certificates],
        moment=at,
        allow_fetching=False,
        revocation_mode="soft-fail",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the file around a signature says, beside the signature itself."""

    field: str
    well_formed: bool
    changes_after: ChangesAfter
    covers_whole_file: bool


def report_of(status: Any, signer_info: Any, around: Surroundings, at: datetime) -> SignatureReport:
    """The report on a signature that pyHanko could judge; ``status`` is its StandardCMSSignatureStatus."""
    certificate = Certificate.of(status.signing_cert.dump())
    claimed = with_time_zone(status.signer_reported_dt)
    not_intact = _why_not_intact(status, around)
    not_trusted = _why_not_trusted(status, certificate, [moment for moment in (claimed, at) if moment])
    return SignatureReport(
        field=around.field,
        signer=certificate.subject,
        issuer=certificate.issuer,
        intact=not not_intact,
        not_intact_because=not_intact,
        strong=_is_strong(signer_info, certificate),
        changes_after=around.changes_after,
        covers_whole_file=around.covers_whole_file,
        trusted=not not_trusted,
        not_trusted_because=not_trusted,
        claimed_time=claimed,
        trial=certificate.trial,
    )


def malformed(field: str) -> SignatureReport:
    """The report on something that stands where a signature should and cannot be judged at all."""
    return SignatureReport(
        field=field,
        signer="",
        issuer="",
        intact=False,
        not_intact_because=FORMAT_FAILURE,
        strong=False,
        changes_after=ChangesAfter.FORBIDDEN,
        covers_whole_file=False,
        trusted=False,
        not_trusted_because=NO_CERTIFICATE_CHAIN_FOUND,
    )


def is_padded_with_zeros(contents: bytes) -> bool:
    """True when one DER value is followed by zero bytes only. Raises ValueError when there is no DER value."""
    _, _, _, header, value, trailer = parser.parse(contents)
    return not any(contents[len(header) + len(value) + len(trailer) :])


def with_time_zone(moment: datetime | None) -> datetime | None:
    """A time without a zone is universal time (ISO 32000-2, 7.9.4)."""
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment


def _why_not_intact(status: Any, around: Surroundings) -> str:
    if not around.well_formed:
        return FORMAT_FAILURE
    if not status.intact:
        return HASH_FAILURE
    return "" if status.valid else SIG_CRYPTO_FAILURE


def _why_not_trusted(status: Any, certificate: Certificate, moments: Iterable[datetime]) -> str:
    """A claimed time proves nothing, but a signature that claims a time outside the validity is not trusted either."""
    problem = status.trust_problem_indic.standard_name if status.trust_problem_indic else ""
    if not status.valid:
        return SIG_CRYPTO_FAILURE
    if problem in (NO_CERTIFICATE_CHAIN_FOUND, CHAIN_CONSTRAINTS_FAILURE):
        return NO_CERTIFICATE_CHAIN_FOUND  # the latter is pyHanko's word for an unknown self-signed certificate
    for moment in moments:
        if moment < certificate.valid_from:
            return NOT_YET_VALID
        if moment > certificate.valid_until:
            return OUT_OF_BOUNDS_NO_POE
    return problem if certificate.may_sign_documents else CHAIN_CONSTRAINTS_FAILURE


def _is_strong(signer_info: Any, certificate: Certificate) -> bool:
    digest = signer_info["digest_algorithm"]["algorithm"].native
    implied = digest_of(signer_info["signature_algorithm"]) or digest
    return certificate.has_strong_key and {digest, implied} <= STRONG_DIGESTS
