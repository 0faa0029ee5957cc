"""The facts about one CMS signature (RFC 5652), the same for a signed PDF and for a signed container.

Nothing is ever fetched: a chain is built from the signature's own certificates, those in the file, and the trust
anchors only; the status of certificates is told by what the file holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from asn1crypto import parser
from pyhanko.sign.validation.settings import KeyUsageConstraints

from cbc_desktop.signing.certificate import Certificate
from cbc_desktop.signing.chain import (
    CHAIN_CONSTRAINTS_FAILURE,
    Chain,
    is_strong,
)
from cbc_desktop.signing.levels import level_of
from cbc_desktop.signing.signature_facts import Change, Timestamp
from cbc_desktop.signing.verdict import EXPIRED, NO_CERTIFICATE_CHAIN_FOUND, ChangesAfter, SignatureReport

FORMAT_FAILURE = "FORMAT_FAILURE"
HASH_FAILURE = "HASH_FAILURE"
SIG_CRYPTO_FAILURE = "SIG_CRYPTO_FAILURE"
NOT_YET_VALID = "NOT_YET_VALID"
OUT_OF_BOUNDS_NO_POE = "OUT_OF_BOUNDS_NO_POE"

ANY_KEY_USAGE = KeyUsageConstraints(key_usage=frozenset())
"""Key usage is judged here by the rule that also guards signing, see Certificate.may_sign_documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the file around a signature says, beside the signature itself."""

    field: str
    well_formed: bool
    changes_after: ChangesAfter
    covers_whole_file: bool
    baseline: bool = False
    """Format and signed attributes are those of a baseline signature."""
    changes: tuple[Change, ...] = ()
    only_evidence_after: bool = False
    closes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """When the signature was there, and by whose word: ``at`` is attested when ``proven``, else the present moment."""

    at: datetime
    proven: bool = False
    timestamps: tuple[Timestamp, ...] = ()
    """The earliest first."""
    chains: tuple[Chain, ...] = ()
    """Of the services that made them, in their order."""
    data_complete: bool = False
    """The file tells the status of all certificates of the timestamps."""
    data_archived: bool = False
    """A trusted document timestamp covers the evidence."""


def report_of(status: Any, signer_info: Any, around: Surroundings, chain: Chain, times: Times) -> SignatureReport:
    """The report on a signature that pyHanko could judge; ``status`` is its StandardCMSSignatureStatus."""
    certificate = Certificate.of(status.signing_cert.dump())
    claimed = with_time_zone(status.signer_reported_dt)
    not_intact = _why_not_intact(status, around)
    not_trusted = _why_not_trusted(status, certificate, chain, times, claimed)
    return SignatureReport(
        field=around.field,
        signer=certificate.subject,
        names=certificate.subject_names,
        issuer=certificate.issuer,
        intact=not not_intact,
        not_intact_because=not_intact,
        strong=is_strong(signer_info, certificate),
        changes_after=around.changes_after,
        covers_whole_file=around.covers_whole_file,
        closes=around.closes,
        trusted=not not_trusted,
        not_trusted_because=not_trusted,
        claimed_time=claimed,
        trial=certificate.trial,
        organisation=certificate.subject_organisation,
        serial=certificate.serial,
        valid_from=certificate.valid_from,
        valid_until=certificate.valid_until,
        for_documents=certificate.may_sign_documents,
        chain=chain.names,
        anchor_group=chain.group,
        revocations=chain.revocations,
        timestamps=times.timestamps,
        level=level_of(
            baseline=around.baseline and not not_intact,
            timestamps=times.timestamps,
            data_complete=chain.status_in_file and times.data_complete,
            data_archived=chain.status_archived and times.data_archived,
        ),
        changes=around.changes,
        only_evidence_after=around.only_evidence_after,
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


def names_its_certificate(signer_info: Any) -> bool:
    """Whether a signed attribute binds the signature to its certificate (signing-certificate, RFC 5035)."""
    names = {attribute["type"].native for attribute in signer_info["signed_attrs"]}
    return bool(names & {"signing_certificate", "signing_certificate_v2"})


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


def _why_not_trusted(
    status: Any, certificate: Certificate, chain: Chain, times: Times, claimed: datetime | None
) -> str:
    if not status.valid:
        return SIG_CRYPTO_FAILURE
    if chain.problem == NO_CERTIFICATE_CHAIN_FOUND:
        return NO_CERTIFICATE_CHAIN_FOUND
    if outside := _outside_validity(certificate, times, claimed):
        return outside
    problem = chain.problem_at(times.at, proven=times.proven, claimed=claimed)
    return problem or ("" if certificate.may_sign_documents else CHAIN_CONSTRAINTS_FAILURE)


def _outside_validity(certificate: Certificate, times: Times, claimed: datetime | None) -> str:
    """A claimed time proves nothing, but a signature that claims a time outside the validity is not trusted either."""
    moments = [moment for moment in (claimed, times.at) if moment]
    if any(moment < certificate.valid_from for moment in moments):
        return NOT_YET_VALID
    late = [moment > certificate.valid_until for moment in moments]
    if times.proven and claimed and all(late):
        return EXPIRED
    return OUT_OF_BOUNDS_NO_POE if any(late) else ""
