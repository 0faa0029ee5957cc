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
from cbc_desktop.signing.validation_data import NO_DATA, ValidationData

_ANY_AGE = CertRevTrustPolicy(
    RevocationCheckingPolicy.from_legacy("soft-fail"),
    freshness=timedelta(days=365_000),
    freshness_req_type=FreshnessReqType.MAX_DIFF_REVOCATION_VALIDATION,
)
"""How old evidence may be is judged here."""
_CLOCKS_DIFFER = timedelta(minutes=5)
_OCSP, _CRL = "OCSP", "CRL"


@dataclass(frozen=True, slots=True)
class Evidence:
    """``known``: since when a piece of the data has been there, as a document timestamp attests."""

    trust: TrustAnchors
    data: ValidationData
    present: datetime
    """The verifier's moment, with a time zone."""
    known: Mapping[bytes, datetime] = field(default_factory=dict)
    asked: ValidationData = NO_DATA
    """What services answered just now: as good as what is in the file, but the file does not hold it."""

    @property
    def every_certificate(self) -> tuple[bytes, ...]:
        return self.data.certificates + self.asked.certificates


@dataclass(frozen=True, slots=True)
class _Said:
    """What one genuine piece of evidence says of one certificate."""

    kind: str
    status: CertificateStatus
    as_of: datetime
    until: datetime
    since: datetime | None = None
    archived: bool = False
    in_file: bool = True


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
        in_file=said.in_file,
    )


async def _all_said(certificate: Any, path: Any, evidence: Evidence) -> AsyncIterator[_Said]:
    """What is genuine and speaks of this certificate."""
    for about in _pieces_about(certificate, evidence.data.joined(evidence.asked)):
        context = _context(path, evidence, about)
        check = verify_ocsp_response if about.kind == _OCSP else verify_crl
        if (said := await _said(about, check(certificate, path, context), evidence)) is not None:
            yield said


def _pieces_about(certificate: Any, data: ValidationData) -> Iterator[_About]:
    """What seems to speak of this certificate; what cannot be read speaks of nobody."""
    for read, ders in ((_answers_about, data.ocsps), (_lists_about, data.crls)):
        for der in ders:
            try:
                found = list(read(certificate, der))
            except Exception:  # whatever a hostile file makes of the parser
                continue
            yield from found


def _answers_about(certificate: Any, der: bytes) -> Iterator[_About]:
    answer = ocsp.OCSPResponse.load(der)
    for container in OCSPContainer.load_multi(answer):
        single: Any = container.extract_single_response()
        if single["cert_id"]["serial_number"].native == certificate.serial_number:
            window = single["this_update"].native, single["next_update"].native
            yield _About(_OCSP, der, answer, *window, single["cert_status"].name)


def _lists_about(certificate: Any, der: bytes) -> Iterator[_About]:
    listed = crl.CertificateList.load(der)
    content = listed["tbs_cert_list"]
    if listed.issuer == certificate.issuer:
        yield _About(_CRL, der, listed, content["this_update"].native, content["next_update"].native)


class _About(NamedTuple):
    """Without ``until`` newer information is always to be had (RFC 6960, 4.2.2.1)."""

    kind: str
    der: bytes
    parsed: Any
    as_of: datetime
    until: datetime | None
    answered: str = ""
    """What an OCSP answer says, before anybody knows whether it is genuine."""


async def _said(about: _About, asked: Awaitable[None], evidence: Evidence) -> _Said | None:
    """None when the evidence cannot be verified, or is another authority's."""
    since = None
    try:
        await asked
        status = CertificateStatus.GOOD
    except RevokedError as error:
        status, since = CertificateStatus.REVOKED, error.revocation_dt
    except OCSPValidationIndeterminateError as error:
        if error.failures or about.answered != "unknown":
            return None
        status = CertificateStatus.UNKNOWN
    except Exception:  # whatever a hostile file makes of it
        return None
    until = about.until or about.as_of
    in_file = about.der in (*evidence.data.ocsps, *evidence.data.crls)
    return _Said(about.kind, status, about.as_of, until, since, about.der in evidence.known, in_file)


def _context(path: Any, evidence: Evidence, about: _About) -> Any:
    """Its issuer's certificate must have been valid when the evidence is known to have been there.

    A second later than it was issued: pyHanko takes a certificate revoked in the very second of a list for good. Who
    issued the evidence is looked up in the path too: some files carry that certificate in the signature only.
    """
    return ValidationContext(
        trust_roots=parsed(evidence.trust.certificates),
        other_certs=[*parsed(evidence.every_certificate), *path.iter_certs(include_root=False)],
        moment=max(evidence.known.get(about.der, evidence.present), about.as_of + timedelta(seconds=1)),
        allow_fetching=False,
        revinfo_policy=_ANY_AGE,
        ocsps=[about.parsed] if about.kind == _OCSP else (),
        crls=[about.parsed] if about.kind == _CRL else (),
    )
