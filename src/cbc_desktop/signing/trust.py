"""Which issuers a verifier trusts: a frozen set of certificates that a chain may end in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from asn1crypto import pem

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.signing.certificate import Certificate

NOT_READABLE = Message(
    "Không mở được tệp chứng thư tin cậy “{path}” ({reason}). Chưa có gì bị thay đổi; "
    "hãy kiểm tra đường dẫn và quyền đọc tệp rồi làm lại.",
    "The file of trusted certificates “{path}” could not be opened ({reason}). Nothing was changed; "
    "check the path and the permission to read it, then try again.",
)
NO_CERTIFICATE = Message(
    "Tệp “{path}” không chứa chứng thư số nào (dạng PEM hoặc DER). Chưa có gì bị thay đổi; "
    "hãy chọn tệp .pem, .crt hoặc .cer của cơ quan cấp chứng thư.",
    "The file “{path}” holds no certificate (PEM or DER). Nothing was changed; "
    "choose the .pem, .crt or .cer file of the certification authority.",
)
NO_CERTIFICATE_GIVEN = Message(
    "Nội dung đã nhập không chứa chứng thư số nào (dạng PEM hoặc DER). Chưa có gì bị thay đổi; hãy nhập lại.",
    "What was entered holds no certificate (PEM or DER). Nothing was changed; enter it again.",
)


@dataclass(frozen=True, slots=True)
class TrustAnchors:
    """DER certificates that a chain may end in; nothing is trusted beside them, the operating system's list neither."""

    certificates: frozenset[bytes]

    @classmethod
    def none(cls) -> TrustAnchors:
        return cls(frozenset())

    @classmethod
    def from_pem(cls, source: Path | bytes) -> TrustAnchors:
        """Every certificate in a PEM or DER file; raises UserFacingError when there is none or it cannot be read."""
        content = source if isinstance(source, bytes) else _read(source)
        try:
            certificates = frozenset(Certificate.of(der).der for der in _der_parts(content))
        except (ValueError, TypeError, KeyError) as error:
            raise _no_certificate(source) from error
        if not certificates:
            raise _no_certificate(source)
        return cls(certificates)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserFacingError(NOT_READABLE.filled(path=path, reason=error.strerror or error)) from error


def _der_parts(content: bytes) -> list[bytes]:
    if not pem.detect(content):
        return [content]
    return [der for kind, _, der in pem.unarmor(content, multiple=True) if "CERTIFICATE" in kind]


def _no_certificate(source: Path | bytes) -> UserFacingError:
    if isinstance(source, bytes):
        return UserFacingError(NO_CERTIFICATE_GIVEN)
    return UserFacingError(NO_CERTIFICATE.filled(path=source))
