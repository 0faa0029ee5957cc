"""Which issuers a verifier trusts: a frozen set of certificates that a chain may end in, each in a group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from asn1crypto import cms, pem

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.system_reasons import reason_of
from cbc_desktop.signing.certificate import Certificate
from cbc_desktop.signing.signature_facts import AnchorGroup

NOT_READABLE = Message(
    "Không mở được tệp chứng thư tin cậy “{path}” ({reason}). Chưa có gì bị thay đổi; "
    "hãy kiểm tra đường dẫn và quyền đọc tệp rồi làm lại.",
    "The file of trusted certificates “{path}” could not be opened ({reason}). Nothing was changed; "
    "check the path and the permission to read it, then try again.",
)
NO_CERTIFICATE = Message(
    "Tệp “{path}” không chứa chứng thư số nào (dạng PEM, DER hoặc P7B). Chưa có gì bị thay đổi; "
    "hãy chọn tệp .pem, .crt, .cer hoặc .p7b của cơ quan cấp chứng thư.",
    "The file “{path}” holds no certificate (PEM, DER or P7B). Nothing was changed; "
    "choose the .pem, .crt, .cer or .p7b file of the certification authority.",
)
NO_CERTIFICATE_GIVEN = Message(
    "Nội dung đã nhập không chứa chứng thư số nào (dạng PEM hoặc DER). Chưa có gì bị thay đổi; hãy nhập lại.",
    "What was entered holds no certificate (PEM or DER). Nothing was changed; enter it again.",
)


_LARGEST_FILE = 4 << 20
"""A list of all roots of a country has some hundred kilobytes."""


@dataclass(frozen=True, slots=True)
class TrustAnchors:
    """DER certificates that a chain may end in; nothing is trusted beside them, the operating system's list neither."""

    certificates: frozenset[bytes]
    groups: frozenset[tuple[bytes, AnchorGroup]] = frozenset()
    """Of those certificates that have another than GIVEN; one for each."""

    @classmethod
    def none(cls) -> TrustAnchors:
        return cls(frozenset())

    @classmethod
    def from_pem(cls, source: Path | bytes) -> TrustAnchors:
        """Every certificate in a PEM, DER or P7B file; UserFacingError when there is none or it cannot be read."""
        return cls(frozenset(certificate.der for certificate in read_certificates(source)))

    @classmethod
    def grouped(cls, groups: Mapping[bytes, AnchorGroup]) -> TrustAnchors:
        return cls(frozenset(groups), frozenset(groups.items()))

    def joined(self, other: TrustAnchors) -> TrustAnchors:
        """Both; the group that ``other`` gives a certificate goes before ours."""
        groups = {**dict(self.groups), **dict(other.groups)}
        return TrustAnchors(self.certificates | other.certificates, frozenset(groups.items()))

    def group_of(self, der: bytes) -> AnchorGroup:
        return dict(self.groups).get(der, AnchorGroup.GIVEN)


def read_certificates(source: Path | bytes) -> tuple[Certificate, ...]:
    """The certificates in a PEM, DER or P7B file, each once; UserFacingError when it holds none or cannot be read."""
    content = source if isinstance(source, bytes) else _read(source)
    try:
        certificates = [Certificate.of(der) for der in dict.fromkeys(_der_parts(content))]
    except (ValueError, TypeError, KeyError) as error:
        raise _no_certificate(source) from error
    if not certificates:
        raise _no_certificate(source)
    return tuple(certificates)


def as_pem(certificates: Iterable[bytes]) -> bytes:
    """DER certificates as one PEM file."""
    return b"".join(pem.armor("CERTIFICATE", der) for der in certificates)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_FILE + 1)
    except OSError as error:
        raise UserFacingError(NOT_READABLE.filled(path=path, reason=reason_of(error))) from error
    if len(content) > _LARGEST_FILE:
        raise _no_certificate(path)
    return content


def _der_parts(content: bytes) -> list[bytes]:
    if not pem.detect(content):
        return _certificates_in(content)
    parts = [(kind, der) for kind, _, der in pem.unarmor(content, multiple=True)]
    plain = [der for kind, der in parts if "CERTIFICATE" in kind]
    return plain + [der for kind, bag in parts if kind in _BAGS for der in _certificates_in(bag)]


_BAGS = frozenset({"PKCS7", "CMS"})


def _certificates_in(content: bytes) -> list[bytes]:
    """One certificate, or those of a PKCS#7 bag of certificates (.p7b; RFC 2315, 9.1)."""
    try:
        bag = cms.ContentInfo.load(content, strict=True)
        if bag["content_type"].native != "signed_data":
            return []
    except ValueError:
        return [content]
    return [choice.chosen.dump() for choice in bag["content"]["certificates"] if choice.name == "certificate"]


def _no_certificate(source: Path | bytes) -> UserFacingError:
    if isinstance(source, bytes):
        return UserFacingError(NO_CERTIFICATE_GIVEN)
    return UserFacingError(NO_CERTIFICATE.filled(path=source))
