"""Is this certificate revoked? Asked before it signs, where that is switched on (Thông tư 15/2025/TT-BKHCN, II.1.2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Finding, Severity
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.signing.certificate import Certificate
from cbc_desktop.signing.fitness import STATUS_NOT_CHECKED
from cbc_desktop.signing.network import Web
from cbc_desktop.signing.services import Services
from cbc_desktop.signing.signature_facts import CertificateStatus, Revocation
from cbc_desktop.signing.trust import TrustAnchors

REVOKED = Message(
    "Chứng thư “{subject}” đã bị thu hồi từ {since}. Chưa ký gì và số liệu không bị mất; hãy dùng chứng thư khác, "
    "và hỏi đơn vị cấp chứng thư nếu thấy chưa đúng.",
    "The certificate “{subject}” has been revoked since {since}. Nothing was signed and nothing is lost; use another "
    "certificate, and ask its issuer if that seems wrong.",
)
NOT_HAD = Message(
    "Chưa biết chứng thư “{subject}” có bị thu hồi hay không: {reason} Vẫn ký được; nếu nghi ngờ, hãy hỏi đơn vị cấp "
    "chứng thư trước khi ký.",
    "Whether the certificate “{subject}” has been revoked is not known: {reason} It can sign all the same; if in "
    "doubt, ask its issuer before signing.",
)
NO_CHAIN = Message(
    "máy này chưa tin cậy nơi cấp chứng thư ({issuer}).", "this computer does not trust its issuer ({issuer})."
)
NO_ANSWER = Message("nơi cấp không cho câu trả lời xác nhận được.", "its issuer gave no answer that could be verified.")
UNKNOWN = Message("nơi cấp trả lời không biết chứng thư này.", "its issuer answers that it does not know it.")
ASKING = Message("Đang hỏi tình trạng chứng thư của người ký…", "Asking for the status of the signer's certificate…")


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom the status was asked of, and by whom it is believed."""

    services: Services
    trust: TrustAnchors
    web: Web
    tell: Progress


def warnings_before_signing(
    certificate: Certificate, findings: Iterable[Finding], asked: Asked, *, at: datetime
) -> tuple[Finding, ...]:
    """A signer's own warnings, with what is known of the status in place of "could not be checked".

    Nothing is asked unless a person switched it on. Raises UserFacingError when the certificate, or one above it, is
    revoked at ``at``.
    """
    others = tuple(findings)
    if not asked.services.status:
        return others
    others = tuple(finding for finding in others if finding.code != STATUS_NOT_CHECKED)
    asked.tell(ASKING)
    reason = _why_not_known(certificate, asked, at)
    if reason is None:
        return others
    told = NOT_HAD.filled(subject=certificate.subject, reason=reason)
    return (Finding(STATUS_NOT_CHECKED, Severity.WARNING, certificate.subject, told), *others)


def _why_not_known(certificate: Certificate, asked: Asked, at: datetime) -> Message | None:
    # pyHanko takes half a second to load, and nobody waits for it while everything is off
    from cbc_desktop.signing.chain import chain_of
    from cbc_desktop.signing.fetching import issuers_of, status_of_chains
    from cbc_desktop.signing.pyhanko_door import finished
    from cbc_desktop.signing.revocation import Evidence
    from cbc_desktop.signing.validation_data import ValidationData

    evidence = Evidence(asked.trust, ValidationData(), at)
    chain = finished(chain_of(certificate.der, evidence))
    if not chain.names:
        evidence = Evidence(asked.trust, ValidationData(issuers_of(certificate.der, asked.web, asked.tell)), at)
        chain = finished(chain_of(certificate.der, evidence))
    if not chain.names:
        return NO_CHAIN.filled(issuer=certificate.issuer)
    fetched = status_of_chains([chain], asked.web, asked.tell)
    known = finished(chain_of(certificate.der, Evidence(asked.trust, evidence.data.joined(fetched.data), at)))
    for revocation in known.revocations:
        _require_not_revoked(revocation)
    if known.status_known:
        return None
    unknown = any(each.status is CertificateStatus.UNKNOWN for each in known.revocations)
    return UNKNOWN if unknown else next(iter(fetched.troubles), NO_ANSWER)


def _require_not_revoked(revocation: Revocation) -> None:
    if revocation.since is not None:
        since = f"{revocation.since.astimezone(VIETNAM):%H:%M %d/%m/%Y}"
        raise UserFacingError(REVOKED.filled(subject=revocation.whose, since=since))
