"""May this certificate sign now? The checks before signing of Thông tư 15/2025/TT-BKHCN, Appendix II, 1.2."""

from __future__ import annotations

from datetime import datetime

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Finding, Severity
from cbc_desktop.base.message import Message
from cbc_desktop.signing.certificate import STRONG_DIGESTS, Certificate

WEAK_KEY = Message(
    "Khóa của chứng thư “{subject}” ({key}) quá yếu hoặc không thuộc loại được phép. Cần RSA từ 2048 "
    "bit hoặc ECDSA từ 256 bit. Chưa ký gì và số liệu không bị mất; hãy đề nghị nơi cấp đổi chứng thư mới.",
    "The key of the certificate “{subject}” ({key}) is too weak or of a kind that is not accepted. "
    "RSA of 2048 bits or ECDSA of 256 bits, or more, is needed. Nothing was signed and nothing is lost; "
    "ask your certificate issuer for a new one.",
)
WEAK_DIGEST = Message(
    "Chứng thư “{subject}” được cấp bằng thuật toán băm không còn được phép ({digest}). Chưa ký gì và số liệu không bị "
    "mất; hãy đề nghị đơn vị cấp chứng thư đổi chứng thư dùng SHA-256 trở lên.",
    "The certificate “{subject}” was issued with a digest that is no longer accepted ({digest}). Nothing was "
    "signed and nothing is lost; ask your certificate issuer for one that uses SHA-256 or better.",
)
WRONG_PURPOSE = Message(
    "Chứng thư “{subject}” không được cấp để ký văn bản (thiếu mục đích “chữ ký số” và “chống chối bỏ”). Chưa ký gì và "
    "số liệu không bị mất; hãy chọn chứng thư dùng để ký.",
    "The certificate “{subject}” was not issued for signing documents (neither “digital signature” nor "
    "“non-repudiation”). Nothing was signed and nothing is lost; choose a certificate for signing.",
)
OTHER_PURPOSE = Message(
    "Chứng thư “{subject}” được cấp cho việc khác (máy chủ, dấu thời gian, cấp hoặc xác nhận chứng thư…), không phải "
    "để ký văn bản. Chưa ký gì và số liệu không bị mất; hãy chọn chứng thư của người ký hoặc của cơ quan.",
    "The certificate “{subject}” was issued for something else (a server, time stamps, issuing or confirming "
    "certificates …) and not for signing documents. Nothing was signed and nothing is lost; choose the certificate of "
    "the signer or of the agency.",
)
EXPIRED = Message(
    "Chứng thư “{subject}” đã hết hạn lúc {ends}. Chưa ký gì và số liệu không bị mất; hãy gia hạn chứng thư, "
    "hoặc kiểm tra lại ngày giờ của máy tính nếu thấy chưa đúng.",
    "The certificate “{subject}” expired at {ends}. Nothing was signed and nothing is lost; renew the certificate, "
    "or check this computer's date and time if that seems wrong.",
)
NOT_YET_VALID = Message(
    "Chứng thư “{subject}” chưa có hiệu lực trước {begins}. Chưa ký gì và số liệu không bị mất; hãy kiểm tra ngày giờ "
    "của máy tính, hoặc chờ đến khi chứng thư có hiệu lực.",
    "The certificate “{subject}” is not valid before {begins}. Nothing was signed and nothing is lost; check this "
    "computer's date and time, or wait until the certificate is valid.",
)

STATUS_NOT_CHECKED = "signing.certificate-status-not-checked"
PURPOSE_NOT_STATED = "signing.certificate-purpose-not-stated"
TRIAL_CERTIFICATE = "signing.trial-certificate"

_STATUS_NOT_CHECKED = Message(
    "Chưa kiểm tra được chứng thư “{subject}” có bị thu hồi hay không vì chương trình làm việc ngoại tuyến. "
    "Nếu nghi ngờ chứng thư đã bị thu hồi, hãy hỏi đơn vị cấp chứng thư trước khi ký.",
    "Whether the certificate “{subject}” has been revoked could not be checked, because the program works offline. "
    "If in doubt, ask the certificate issuer before signing.",
)
_PURPOSE_NOT_STATED = Message(
    "Chứng thư “{subject}” không ghi mục đích sử dụng khóa. Vẫn ký được, nhưng nên hỏi lại đơn vị cấp chứng thư.",
    "The certificate “{subject}” does not say what its key is for. It can sign, but do ask the certificate issuer.",
)
_TRIAL_CERTIFICATE = Message(
    "Chứng thư “{subject}” là chứng thư THỬ NGHIỆM: văn bản được đánh dấu THỬ NGHIỆM và không có giá trị pháp lý.",
    "The certificate “{subject}” is a TRIAL certificate: the document is marked “THỬ NGHIỆM” (for practice) and has no "
    "legal value.",
)


def require_fit_for_signing(certificate: Certificate, now: datetime) -> None:
    """Raises UserFacingError with the first reason why this certificate must not sign at ``now``."""
    if reason := why_unfit(certificate, now):
        raise UserFacingError(reason)


def why_unfit(certificate: Certificate, now: datetime) -> Message | None:
    """The first reason why this certificate must not sign at ``now``; None when it may."""
    for unfit, reason in (
        (not certificate.has_strong_key, WEAK_KEY),
        (certificate.digest not in STRONG_DIGESTS, WEAK_DIGEST),
        (not certificate.has_signing_key, WRONG_PURPOSE),
        (not certificate.is_for_documents, OTHER_PURPOSE),
        (now > certificate.valid_until, EXPIRED),
        (now < certificate.valid_from, NOT_YET_VALID),
    ):
        if unfit:
            return _told(reason, certificate)
    return None


def cautions(certificate: Certificate) -> tuple[Finding, ...]:
    """What a signer is told although the certificate may sign; its status is never known offline."""
    told = [(STATUS_NOT_CHECKED, _STATUS_NOT_CHECKED)]
    if certificate.usages is None:
        told.append((PURPOSE_NOT_STATED, _PURPOSE_NOT_STATED))
    if certificate.trial:
        told.append((TRIAL_CERTIFICATE, _TRIAL_CERTIFICATE))
    return tuple(
        Finding(code, Severity.WARNING, certificate.subject, _told(message, certificate)) for code, message in told
    )


def _told(message: Message, certificate: Certificate) -> Message:
    return message.filled(
        subject=certificate.subject,
        key=f"{certificate.key_algorithm.upper()} {certificate.key_bits or ''}".strip(),
        digest=certificate.digest.upper() or "?",
        begins=_shown(certificate.valid_from),
        ends=_shown(certificate.valid_until),
    )


def _shown(moment: datetime) -> str:
    return f"{moment.astimezone(VIETNAM):%H:%M %d/%m/%Y}"
