"""The chain of a signer's certificate up to an anchor: its names, its status, and why it cannot be relied on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import InvalidCertificateError, PathBuildingError, PathValidationError

from cbc_desktop.signing.certificate import STRONG_DIGESTS, Certificate, digest_of
from cbc_desktop.signing.pyhanko_door import parsed
from cbc_desktop.signing.revocation import Evidence, revocations
from cbc_desktop.signing.signature_facts import CertificateStatus, Revocation
from cbc_desktop.signing.verdict import NO_CERTIFICATE_CHAIN_FOUND, REVOKED

CHAIN_CONSTRAINTS_FAILURE = "CHAIN_CONSTRAINTS_FAILURE"
REVOKED_NO_POE = "REVOKED_NO_POE"
REVOKED_CA_NO_POE = "REVOKED_CA_NO_POE"
TRY_LATER = "TRY_LATER"


@dataclass(frozen=True, slots=True)
class Chain:
    """Names from the certificate up to the anchor, none when there is no chain; the status of all but the anchor."""

    problem: str
    """Sub-indication of EN 319 102-1 for the chain itself; "" when it holds."""
    names: tuple[str, ...] = ()
    group: str = ""
    revocations: tuple[Revocation, ...] = ()
    certificates: tuple[bytes, ...] = ()
    """DER, in the order of the names; for who looks for missing evidence."""

    @property
    def status_known(self) -> bool:
        """Whether evidence says of every certificate below the anchor whether it was good at the time that counts."""
        known = (CertificateStatus.GOOD, CertificateStatus.REVOKED)
        return bool(self.names) and all(each.status in known for each in self.revocations)

    @property
    def status_in_file(self) -> bool:
        """Whether all of that evidence is in the file, so that others will find it too."""
        return self.status_known and all(each.in_file for each in self.revocations)

    @property
    def status_archived(self) -> bool:
        """Whether a trusted document timestamp covers all of that evidence."""
        return self.status_known and all(each.archived for each in self.revocations)

    def problem_at(self, at: datetime, *, proven: bool, claimed: datetime | None) -> str:
        """Why a signature that was there at ``at`` cannot be relied on; ``proven`` when a timestamp attests that time.

        EN 319 102-1, 5.2.6 and 5.5.4: who signed before the revocation signed validly, if that is proven. A timestamp
        after the revocation proves nothing about when it was signed; the signer's own claim against itself does.
        """
        if self.problem:
            return self.problem
        for place, revocation in enumerate(self.revocations):
            if revocation.since is None or (proven and at < revocation.since):
                continue
            if place:
                return REVOKED_CA_NO_POE
            late = proven and claimed is not None and claimed >= revocation.since
            return REVOKED if late else REVOKED_NO_POE
        unknown = any(each.status is CertificateStatus.UNKNOWN for each in self.revocations)
        return TRY_LATER if unknown else ""


def validation_context(evidence: Evidence, at: datetime) -> Any:
    """pyHanko's context for a chain at one moment (with a time zone): these anchors, no status, no network."""
    return ValidationContext(
        trust_roots=parsed(evidence.trust.certificates),
        other_certs=parsed(evidence.every_certificate),
        moment=at,
        allow_fetching=False,
        revocation_mode="none",
    )


async def judged_chain(status: Any, evidence: Evidence, at: datetime) -> Chain:
    """The chain in pyHanko's status of a signature that it validated in a `validation_context` at ``at``."""
    problem = status.trust_problem_indic.standard_name if status.trust_problem_indic else ""
    if problem == CHAIN_CONSTRAINTS_FAILURE and status.signing_cert.self_issued:
        problem = NO_CERTIFICATE_CHAIN_FOUND  # pyHanko's other word for an unknown self-signed certificate
    path = status.validation_path
    return Chain(problem) if path is None else await _along(path, problem, evidence, at)


async def chain_of(certificate: bytes, evidence: Evidence) -> Chain:
    """The chain of a certificate that has signed nothing yet, at the present moment."""
    context = validation_context(evidence, evidence.present)
    try:
        path = await CertificateValidator(parsed([certificate])[0], validation_context=context).async_validate_path()
    except (PathBuildingError, PathValidationError, InvalidCertificateError):
        return Chain(NO_CERTIFICATE_CHAIN_FOUND)
    return await _along(path, "", evidence, evidence.present)


async def _along(path: Any, problem: str, evidence: Evidence, at: datetime) -> Chain:
    certificates = tuple(certificate.dump() for certificate in reversed(list(path.iter_certs(include_root=True))))
    return Chain(
        problem,
        tuple(Certificate.of(der).subject for der in certificates),
        evidence.trust.group_of(certificates[-1]).value,
        await revocations(path, evidence, at),
        certificates,
    )


def is_strong(signer_info: Any, certificate: Certificate) -> bool:
    """Digest and key are as Thông tư 15/2025/TT-BKHCN wants them."""
    digest = signer_info["digest_algorithm"]["algorithm"].native
    implied = digest_of(signer_info["signature_algorithm"]) or digest
    return certificate.has_strong_key and {digest, implied} <= STRONG_DIGESTS
