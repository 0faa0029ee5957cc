"""Who signs with a token: the certificate on it, and its key, which never leaves it; in the child only."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from asn1crypto import x509
from pkcs11 import PROTECTED_AUTH, Attribute, Mechanism, ObjectClass
from pkcs11.exceptions import AttributeTypeInvalid, PinIncorrect

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Finding
from cbc_desktop.base.message import Message
from cbc_desktop.signing.certificate import Certificate
from cbc_desktop.signing.fitness import cautions, require_fit_for_signing
from cbc_desktop.signing.identity import RSA_PSS, SignerIdentity
from cbc_desktop.signing.key_sources import TokenSource
from cbc_desktop.signing.secret import Secret
from cbc_desktop.signing.token.looking import certificates_on, loaded, present_tokens, serial_of
from cbc_desktop.signing.token.pin_state import PinState, has_own_keypad
from cbc_desktop.signing.token.troubles import CANNOT_SIGN_THUS, GONE

WRONG_PIN = Message(
    "Mã PIN của token “{label}” không đúng. {left} Chưa ký gì và số liệu không bị mất; hãy tắt bộ gõ tiếng Việt, kiểm "
    "tra phím Caps Lock và Num Lock rồi nhập lại.",
    "The PIN of the token “{label}” is wrong. {left} Nothing was signed and nothing is lost; turn the Vietnamese input "
    "method off, check Caps Lock and Num Lock, then enter it again.",
)
NO_PIN = Message(
    "Chưa nhập mã PIN của token “{label}”. Chưa ký gì và số liệu không bị mất; hãy nhập mã PIN rồi ký lại.",
    "No PIN was entered for the token “{label}”. Nothing was signed and nothing is lost; enter it and sign again.",
)
NOT_A_PIN = Message(
    "Mã PIN của token “{label}” vừa nhập có chữ có dấu, có lẽ do bộ gõ tiếng Việt, nên chưa gửi đến token. Chưa ký gì "
    "và số liệu không bị mất; hãy tắt bộ gõ tiếng Việt rồi nhập lại.",
    "The PIN entered for the token “{label}” has letters with marks, perhaps by the Vietnamese input method, so it was "
    "not sent to the token. Nothing was signed and nothing is lost; turn the input method off, then enter it again.",
)
NO_SUCH_CERTIFICATE = Message(
    "Trên token “{label}” không còn chứng thư đã chọn. Chưa ký gì và số liệu không bị mất; hãy chọn lại chứng thư.",
    "The chosen certificate is no longer on the token “{label}”. Nothing was signed and nothing is lost; choose again.",
)
NO_KEY = Message(
    "Trên token “{label}” không có khóa bí mật của chứng thư “{subject}” nên không ký được. Chưa ký gì và số liệu "
    "không bị mất; hãy chọn chứng thư khác hoặc hỏi nơi cấp chứng thư.",
    "The token “{label}” does not hold the private key of the certificate “{subject}”, so it cannot sign. Nothing was "
    "signed and nothing is lost; choose another certificate or ask your certificate issuer.",
)


@dataclass(frozen=True, slots=True)
class _Way:
    """How a kind of key signs: by a mechanism that digests too, or by one that takes the finished digest."""

    digesting: Mechanism
    raw: Mechanism | None


_RSA = _Way(Mechanism.SHA256_RSA_PKCS, Mechanism.RSA_PKCS)
_PSS = _Way(Mechanism.SHA256_RSA_PKCS_PSS, None)
_ECDSA = _Way(Mechanism.ECDSA_SHA256, Mechanism.ECDSA)
_WAYS = {"rsa": _RSA, "rsassa_pss": _PSS, "ec": _ECDSA}


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenIdentity:
    """Signs while its session is open."""

    certificate: Certificate
    chain: tuple[bytes, ...] = field(repr=False)
    pss: bool
    raw: bool
    session: Any = field(repr=False)
    key_id: bytes
    pin_each_time: str | None = field(repr=False)
    """For keys that want the PIN again before each signature (CKA_ALWAYS_AUTHENTICATE)."""

    @property
    def trial(self) -> bool:
        return self.certificate.trial

    @property
    def findings(self) -> tuple[Finding, ...]:
        return cautions(self.certificate)

    def pyhanko_signer(self) -> Any:
        from pyhanko.sign.pkcs11 import PKCS11Signer  # half a second

        return PKCS11Signer(
            self.session,
            signing_cert=x509.Certificate.load(self.certificate.der),
            ca_chain=[x509.Certificate.load(der) for der in self.chain],
            key_id=self.key_id,
            embed_roots=False,
            use_raw_mechanism=self.raw,
            signature_mechanism=RSA_PSS if self.pss else None,
            base_sign_kwargs={"pin": self.pin_each_time} if self.pin_each_time else {},
        )


@contextmanager
def token_identity(source: TokenSource, secret: Secret, *, now: datetime) -> Iterator[SignerIdentity]:
    """The identity on a token, fit to sign at ``now``, while the block lasts.

    The certificate is judged before the PIN is used. Raises UserFacingError when token, certificate or key is not
    there, the certificate must not sign, or the PIN is wrong; PKCS11Error for what the driver complains about.
    """
    with loaded(source.module) as library:
        token = _token(library, source)
        with token.open() as session:
            certificate, chain, key_id = _chosen(certificates_on(session), source, token.label)
        require_fit_for_signing(certificate, now)
        pss, raw = _way(certificate.key_algorithm, token.slot.get_mechanisms(), prefer_pss=source.prefer_pss)
        with _opened(token, secret) as session:
            key = _key(session, key_id, certificate, token.label)
            yield TokenIdentity(
                certificate=certificate,
                chain=chain,
                pss=pss,
                raw=raw,
                session=session,
                key_id=key_id,
                pin_each_time=_text(secret) if _wants_pin_each_time(key) else None,
            )


def _token(library: Any, source: TokenSource) -> Any:
    for token in present_tokens(library):
        if (serial_of(token), token.label) == (source.serial, source.label):
            return token
    raise UserFacingError(GONE)


def _chosen(seen: Any, source: TokenSource, label: str) -> tuple[Certificate, tuple[bytes, ...], bytes]:
    """The signer's certificate, those of authorities, and the id of the key."""
    for one in seen:
        if hashlib.sha256(one.der).hexdigest() == source.certificate:
            issuers = tuple(other.der for other in seen if other is not one and _is_of_authority(other.der))
            return Certificate.of(one.der), issuers, one.key_id
    raise UserFacingError(NO_SUCH_CERTIFICATE.filled(label=label))


def _is_of_authority(der: bytes) -> bool:
    try:
        return Certificate.of(der).authority
    except ValueError:
        return False


def _way(algorithm: str, offered: set[Any], *, prefer_pss: bool) -> tuple[bool, bool]:
    """Whether to sign with PSS, and whether to digest here because the token only takes digests."""
    if prefer_pss and algorithm == "rsa" and _PSS.digesting in offered:
        return True, False
    way = _WAYS[algorithm]
    if way.digesting in offered:
        return way is _PSS, False
    if way.raw in offered:
        return False, True
    raise UserFacingError(CANNOT_SIGN_THUS)


@contextmanager
def _opened(token: Any, secret: Secret) -> Iterator[Any]:
    """A session with the PIN entered, once: a second try is a person's to decide."""
    _require_pin(token, secret)
    try:
        session = token.open(user_pin=_text(secret) if secret else PROTECTED_AUTH)
    except PinIncorrect as error:
        raise UserFacingError(_wrong_pin(token)) from error
    with session:
        yield session


def _require_pin(token: Any, secret: Secret) -> None:
    """What can be no PIN is not tried: each try may be one of three."""
    if not secret and not has_own_keypad(token.flags):
        raise UserFacingError(NO_PIN.filled(label=token.label))
    if not secret.content.isascii():
        raise UserFacingError(NOT_A_PIN.filled(label=token.label))


def _wrong_pin(token: Any) -> Message:
    left = PinState.of(token.slot.get_token().flags).told or Message("", "")
    return WRONG_PIN.filled(label=token.label, left=left)


def _key(session: Any, key_id: bytes, certificate: Certificate, label: str) -> Any:
    wanted = {Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.ID: key_id}
    keys = list(session.get_objects(wanted))
    if not key_id or not keys:
        raise UserFacingError(NO_KEY.filled(label=label, subject=certificate.subject))
    return keys[0]


def _wants_pin_each_time(key: Any) -> bool:
    try:
        return bool(key[Attribute.ALWAYS_AUTHENTICATE])
    except AttributeTypeInvalid:
        return False


def _text(secret: Secret) -> str:
    """As python-pkcs11 wants it. Such a copy cannot be wiped: it is made in the child alone, which ends soon."""
    return secret.content.decode()
