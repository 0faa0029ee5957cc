"""What evidence says of the certificates of a chain: good, revoked and since when, or nothing.

pyHanko answers for one moment only, and takes "revoked later" for "not known". So each piece of evidence is asked by
itself whether it is genuine and what it says, and what that means for the time that counts is decided here.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from asn1crypto import crl, ocsp
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import OCSPValidationIndeterminateError, RevokedError
from pyhanko_certvalidator.policy_decl import CertRevTrustPolicy, FreshnessReqType, RevocationCheckingPolicy
from pyhanko_certvalidator.revinfo.archival import OCSPContainer
from pyhanko_certvalidator.revinfo.validate_crl import verify_crl
from pyhanko_certvalidator.revinfo.validate_ocsp import verify_ocsp_response

from cbc_desktop.signing.certificate import Certificate
from cbc_desktop.signing.pyhanko_door import parsed
from cbc_desktop.signing.signature_facts import CertificateStatus, Revocation
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.validation_data import ValidationData

_ANY_AGE = CertRevTrustPolicy(
    RevocationCheckingPolicy.from_legacy("soft-fail"),
    freshness=timedelta(days=365_000),
    freshness_req_type=FreshnessReqType.MAX_DIFF_REVOCATION_VALIDATION,
)
"""How old evidence may be is judged here."""
_CLOCKS_DIFFER = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Evidence:
    """``known``: since when a piece of the data has been there, as a document timestamp attests."""

    trust: TrustAnchors
    data: ValidationData
    present: datetime
    """The verifier's moment, with a time zone."""
    known: Mapping[bytes, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Said:
    """What one genuine piece of evidence says of one certificate."""

    kind: str
    status: CertificateStatus
    as_of: datetime
    until: datetime
    since: datetime | None = None
    archived: bool = False


async def revocations(path: Any, evidence: Evidence, at: datetime) -> tuple[Revocation, ...]:
    """The status of each certificate of a pyHanko path, its last one first, at the time ``at``; without the anchor."""
    below_the_anchor = list(path.iter_certs(include_root=False))
    return tuple([await _status(certificate, path, evidence, at) for certificate in reversed(below_the_anchor)])


async def _status(certificate: Any, path: Any, evidence: Evidence, at: datetime) -> Revocation:
    said = [each async for each in _all_said(certificate, path, evidence)]
    told = Certificate.of(certificate.dump())
    whose = told.subject
    revoked = [each for each in said if each.since is not None]
    if revoked:
        return _revocation(whose, min(revoked, key=lambda each: each.since or each.as_of), CertificateStatus.REVOKED)
    # lists may leave out what has expired, so what is issued later says nothing (RFC 5280, 3.3)
    good = [each for each in said if each.status is CertificateStatus.GOOD and each.as_of <= told.valid_until]
    speaking = [each for each in good if at <= max(each.as_of, each.until) + _CLOCKS_DIFFER]
    for found, status in (
        (speaking, CertificateStatus.GOOD),
        ([each for each in said if each.status is CertificateStatus.UNKNOWN], CertificateStatus.UNKNOWN),
        (good, CertificateStatus.OUTDATED),
    ):
        if found:
            return _revocation(whose, max(found, key=lambda each: each.as_of), status)
    return Revocation(whose=whose)


def _revocation(whose: str, said: _Said, status: CertificateStatus) -> Revocation:
    return Revocation(
        whose=whose,
        status=status,
        since=said.since,
        evidence=said.kind,
        as_of=said.as_of,
        archived=said.archived,
    )


async def _all_said(certificate: Any, path: Any, evidence: Evidence) -> AsyncIterator[_Said]:
    """What is genuine and speaks of this certificate."""
    for der, answer, container in _answers(evidence.data):
        single = container.extract_single_response()
        if single["cert_id"]["serial_number"].native == certificate.serial_number:
            about = _About("OCSP", der, single["this_update"].native, single["next_update"].native)
            asked = verify_ocsp_response(certificate, path, _context(path, evidence, about, ocsps=[answer]))
            if (said := await _said(about, asked, evidence, single["cert_status"].name)) is not None:
                yield said
    for der in evidence.data.crls:
        listed = crl.CertificateList.load(der)
        if listed.issuer == certificate.issuer:
            content = listed["tbs_cert_list"]
            about = _About("CRL", der, content["this_update"].native, content["next_update"].native)
            asked = verify_crl(certificate, path, _context(path, evidence, about, crls=[listed]))
            if (said := await _said(about, asked, evidence)) is not None:
                yield said


def _answers(data: ValidationData) -> Iterator[tuple[bytes, Any, Any]]:
    for der in data.ocsps:
        answer = ocsp.OCSPResponse.load(der)
        for container in OCSPContainer.load_multi(answer):
            yield der, answer, container


class _About(NamedTuple):
    """Without ``until`` newer information is always to be had (RFC 6960, 4.2.2.1)."""

    kind: str
    der: bytes
    as_of: datetime
    until: datetime | None


async def _said(about: _About, asked: Awaitable[None], evidence: Evidence, answered: str = "") -> _Said | None:
    """None when the evidence cannot be verified, or is another authority's."""
    since = None
    try:
        await asked
        status = CertificateStatus.GOOD
    except RevokedError as error:
        status, since = CertificateStatus.REVOKED, error.revocation_dt
    except OCSPValidationIndeterminateError as error:
        if error.failures or answered != "unknown":
            return None
        status = CertificateStatus.UNKNOWN
    except Exception:  # whatever a hostile file makes of it
        return None
    until = about.until or about.as_of
    return _Said(about.kind, status, about.as_of, until, since, about.der in evidence.known)


def _context(path: Any, evidence: Evidence, about: _About, *, ocsps: Any = (), crls: Any = ()) -> Any:
    """Its issuer's certificate must have been valid when the evidence is known to have been there.

    A second later than it was issued: pyHanko takes a certificate revoked in the very second of a list for good. Who
    issued the evidence is looked up in the path too: some files carry that certificate in the signature only.
    """
    return ValidationContext(
        trust_roots=parsed(evidence.trust.certificates),
        other_certs=[*parsed(evidence.data.certificates), *path.iter_certs(include_root=False)],
        moment=max(evidence.known.get(about.der, evidence.present), about.as_of + timedelta(seconds=1)),
        allow_fetching=False,
        revinfo_policy=_ANY_AGE,
        ocsps=ocsps,
        crls=crls,
    )
