"""Who signs: a certificate with its private key, wherever the key lives; here, keys that live in a PKCS#12 file.

A token (PKCS#11) is another `SignerIdentity`: only `pyhanko_signer` differs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from asn1crypto import algos, x509
from asn1crypto import pkcs12 as pkcs12_structure
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Finding
from cbc_desktop.base.message import Message
from cbc_desktop.base.system_reasons import reason_of
from cbc_desktop.signing.certificate import Certificate
from cbc_desktop.signing.fitness import cautions, require_fit_for_signing
from cbc_desktop.signing.pyhanko_door import SIGNING_DIGEST

NOT_READABLE = Message(
    "Không mở được tệp chứng thư “{path}” ({reason}). Chưa ký gì và số liệu không bị mất; "
    "hãy kiểm tra đường dẫn, cắm lại USB nếu tệp nằm trên USB, rồi làm lại.",
    "The certificate file “{path}” could not be opened ({reason}). Nothing was signed and nothing is lost; "
    "check the path, plug the USB stick in again if the file is on one, and try again.",
)
NOT_PKCS12 = Message(
    "“{path}” không phải là tệp chứng thư PKCS#12. Chưa ký gì và số liệu không bị mất; "
    "hãy chọn tệp có đuôi .p12 hoặc .pfx.",
    "“{path}” is not a PKCS#12 certificate file. Nothing was signed and nothing is lost; "
    "choose a file that ends in .p12 or .pfx.",
)
WRONG_PASSPHRASE = Message(
    "Mật khẩu của tệp chứng thư “{path}” không đúng (hoặc tệp bị hỏng). Chưa ký gì và số liệu không bị mất; "
    "hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi nhập lại mật khẩu.",
    "The passphrase of the certificate file “{path}” is wrong (or the file is damaged). Nothing was signed and nothing "
    "is lost; check the Vietnamese input method and Caps Lock, then enter the passphrase again.",
)
NO_PASSPHRASE = Message(
    "Tệp chứng thư “{path}” có mật khẩu mà chưa nhập mật khẩu. Chưa ký gì và số liệu không bị mất; "
    "hãy nhập mật khẩu rồi ký lại.",
    "The certificate file “{path}” has a passphrase, and none was entered. Nothing was signed and nothing is lost; "
    "enter the passphrase and try again.",
)
UNKNOWN_KEY = Message(
    "Tệp chứng thư “{path}” chứa loại khóa mà chương trình không dùng được. Chưa ký gì và số liệu không bị mất; "
    "hãy dùng chứng thư có khóa RSA từ 2048 bit hoặc ECDSA từ 256 bit.",
    "The certificate file “{path}” holds a kind of key that this program cannot use. Nothing was signed and nothing is "
    "lost; use a certificate with an RSA key of 2048 bits or an ECDSA key of 256 bits, or more.",
)
NO_PRIVATE_KEY = Message(
    "Tệp chứng thư “{path}” không có khóa bí mật nên không ký được. Chưa ký gì và số liệu không bị mất; "
    "hãy xuất lại chứng thư kèm khóa bí mật, hoặc chọn tệp khác.",
    "The certificate file “{path}” holds no private key, so it cannot sign. Nothing was signed and nothing is lost; "
    "export the certificate again together with its private key, or choose another file.",
)
NO_CERTIFICATE = Message(
    "Tệp chứng thư “{path}” không có chứng thư ứng với khóa bí mật. Chưa ký gì và số liệu không bị mất; "
    "hãy xuất lại chứng thư kèm khóa bí mật, hoặc chọn tệp khác.",
    "The certificate file “{path}” holds no certificate that belongs to its private key. Nothing was signed and "
    "nothing is lost; export the certificate again together with its private key, or choose another file.",
)

RSA_PSS = algos.SignedDigestAlgorithm(
    {
        "algorithm": "rsassa_pss",
        "parameters": algos.RSASSAPSSParams(
            {
                "hash_algorithm": {"algorithm": SIGNING_DIGEST},
                "mask_gen_algorithm": {"algorithm": "mgf1", "parameters": {"algorithm": SIGNING_DIGEST}},
                "salt_length": 32,  # as long as the digest: RFC 8017, 9.1
            }
        ),
    }
)
_LARGEST_FILE = 1 << 20  # a PKCS#12 file has a few kilobytes: a larger file was chosen by mistake


class CertificateHolder(Protocol):
    """Somebody who can sign. Checked before it is handed out: it may sign at the time it was asked for."""

    @property
    def certificate(self) -> Certificate:
        """Subject, issuer, validity and serial number of the signer's certificate."""

    @property
    def trial(self) -> bool:
        """True for a trial certificate: what it signs is marked "THỬ NGHIỆM"."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Warnings the signer sees before signing, above all that revocation could not be checked offline."""


class SignerIdentity(CertificateHolder, Protocol):
    """One whose key this process reaches."""

    def pyhanko_signer(self) -> Any:
        """A pyhanko.sign.signers.Signer; for this folder only."""


@dataclass(frozen=True, slots=True)
class Pkcs12Identity:
    """A certificate and its key out of a PKCS#12 file; the passphrase is not kept."""

    certificate: Certificate
    findings: tuple[Finding, ...]
    chain: tuple[bytes, ...] = field(repr=False)
    """DER certificates of the issuers, as far as the file holds them."""
    pss: bool
    private_key: Any = field(repr=False)

    @property
    def trial(self) -> bool:
        return self.certificate.trial

    def pyhanko_signer(self) -> Any:
        # pyHanko takes half a second to load, and choosing an identity must not wait for it
        from pyhanko.keys.internal import translate_pyca_cryptography_key_to_asn1
        from pyhanko.sign.signers import SimpleSigner
        from pyhanko_certvalidator.registry import SimpleCertificateStore

        issuers = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # pyHanko left it untyped
        issuers.register_multiple(x509.Certificate.load(der) for der in self.chain)
        return SimpleSigner(
            signing_cert=x509.Certificate.load(self.certificate.der),
            signing_key=translate_pyca_cryptography_key_to_asn1(self.private_key),
            cert_registry=issuers,
            signature_mechanism=RSA_PSS if self.pss else None,
            embed_roots=False,
        )


def load_pkcs12(path: Path, passphrase: str | bytes, *, now: datetime, prefer_pss: bool = False) -> SignerIdentity:
    """The identity in a PKCS#12 file, fit to sign at ``now``.

    RSA signs with PKCS#1 v1.5, as the tokens in use do, or with PSS when preferred. Raises UserFacingError for a file
    that cannot be read or opened, holds no key or certificate, or whose certificate must not sign (see fitness.py).
    """
    key, certificate, others = _opened(path, passphrase.encode() if isinstance(passphrase, str) else passphrase)
    if key is None:
        raise UserFacingError(NO_PRIVATE_KEY.filled(path=path))
    if certificate is None or certificate.public_key() != key.public_key():
        raise UserFacingError(NO_CERTIFICATE.filled(path=path))
    signer = Certificate.of(certificate.public_bytes(Encoding.DER))
    require_fit_for_signing(signer, now)
    return Pkcs12Identity(
        certificate=signer,
        findings=cautions(signer),
        chain=tuple(other.public_bytes(Encoding.DER) for other in others),
        pss=signer.key_algorithm == "rsassa_pss" or (prefer_pss and signer.key_algorithm == "rsa"),
        private_key=key,
    )


def require_pkcs12(path: Path) -> None:
    """Before somebody is asked for its passphrase; UserFacingError when the file cannot be read or is another kind."""
    _read(path)


def _opened(path: Path, passphrase: bytes) -> tuple[Any, Any, list[Any]]:
    content = _read(path)
    try:
        return pkcs12.load_key_and_certificates(content, passphrase)
    except ValueError as error:
        told = WRONG_PASSPHRASE if passphrase else NO_PASSPHRASE
        raise UserFacingError(told.filled(path=path)) from error
    except UnsupportedAlgorithm as error:
        raise UserFacingError(UNKNOWN_KEY.filled(path=path)) from error


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_FILE + 1)
    except OSError as error:
        raise UserFacingError(NOT_READABLE.filled(path=path, reason=reason_of(error))) from error
    if len(content) > _LARGEST_FILE or not _looks_like_pkcs12(content):
        raise UserFacingError(NOT_PKCS12.filled(path=path))
    return content


def _looks_like_pkcs12(content: bytes) -> bool:
    try:
        contents = pkcs12_structure.Pfx.load(content, strict=True)
        return contents["version"].native == "v3" and contents["auth_safe"]["content_type"].native in (
            "data",
            "signed_data",
        )
    except (ValueError, TypeError, KeyError):
        return False
