"""What a certificate says about its holder, its issuer and its key, read once from its DER bytes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from asn1crypto import x509

from cbc_desktop.base.text import nfc

TRIAL_ORGANISATION = "THỬ NGHIỆM - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"
"""Organisation (O=) in the names of every trial certificate and its issuer; a certificate is trial by exactly this."""

STRONG_DIGESTS = frozenset({"sha256", "sha384", "sha512", "sha3_256", "sha3_384", "sha3_512"})
"""Thông tư 15/2025/TT-BKHCN, mandatory standards: SHA-2 or SHA-3, never SHA-1."""

_NAMING = frozenset({"common_name", "organization_name", "organizational_unit_name"})
_LEAST_BITS = {"rsa": 2048, "rsassa_pss": 2048, "ec": 256}
"""Thông tư 15/2025/TT-BKHCN, mandatory standards: RSA of 2048 bits, ECDSA of 256 bits, or more."""

_SERVER, _CLIENT = "1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"
_FOR_PROVING_WHO = frozenset({_SERVER, _CLIENT})
"""In TLS."""
_FOR_DOCUMENTS = frozenset(
    {
        "2.5.29.37.0",  # any purpose
        "1.3.6.1.5.5.7.3.4",  # e-mail protection
        "1.3.6.1.5.5.7.3.36",  # document signing, RFC 9336
        "1.3.6.1.4.1.311.10.3.12",  # document signing, Microsoft
        "1.2.840.113583.1.1.5",  # authentic documents, Adobe
    }
)
_FOR_SERVICES = frozenset({"1.3.6.1.5.5.7.3.8", "1.3.6.1.5.5.7.3.9"})
"""Time stamping and OCSP responses: never together with another purpose (RFC 3161, 2.3; RFC 6960, 4.2.2.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """The parts of an X.509 certificate (RFC 5280) that people and our checks look at."""

    der: bytes = field(repr=False)
    subject: str
    """Common name of the holder, or the organisation's name when there is none."""
    subject_organisation: str
    issuer: str
    issuer_organisation: str
    serial: int
    valid_from: datetime
    valid_until: datetime
    key_algorithm: str
    key_bits: int
    """0 for a kind of key that we do not accept, whatever its size."""
    digest: str
    """With which digest the issuer signed, for example "sha256"; empty when we do not know the algorithm."""
    usages: frozenset[str] | None
    """Key usages in RFC 5280's words ("digital_signature"); None when the certificate does not limit them."""
    purposes: frozenset[str] | None
    """Extended key usages as object identifiers; None when the certificate does not limit them."""
    authority: bool
    """Whether it is meant to certify others (basic constraints, RFC 5280, 4.2.1.9)."""

    @classmethod
    def of(cls, der: bytes) -> Certificate:
        """Raises ValueError when the bytes are no certificate."""
        certificate = x509.Certificate.load(der, strict=True)
        return cls(
            der=der,
            subject=_named(certificate.subject, "common_name", "organization_name"),
            subject_organisation=_named(certificate.subject, "organization_name"),
            issuer=_named(certificate.issuer, "common_name", "organization_name"),
            issuer_organisation=_named(certificate.issuer, "organization_name"),
            serial=certificate.serial_number,
            valid_from=certificate.not_valid_before,
            valid_until=certificate.not_valid_after,
            key_algorithm=certificate.public_key.algorithm,
            key_bits=_bits(certificate.public_key),
            digest=digest_of(certificate["signature_algorithm"]),
            usages=_usages(certificate.key_usage_value),
            purposes=_purposes(certificate.extended_key_usage_value),
            authority=bool(certificate.ca),
        )

    @property
    def subject_names(self) -> tuple[str, ...]:
        """The holder's common names, and those of the organisations and units around it, as they are written."""
        parts = [part for rdn in x509.Certificate.load(self.der).subject.chosen for part in rdn]
        return tuple(nfc(str(part["value"].native)) for part in parts if part["type"].native in _NAMING)

    @property
    def trial(self) -> bool:
        return TRIAL_ORGANISATION in (self.subject_organisation, self.issuer_organisation)

    @property
    def has_strong_key(self) -> bool:
        return self.key_bits >= _LEAST_BITS.get(self.key_algorithm, 1)

    @property
    def may_sign_documents(self) -> bool:
        """What its key may do, and what it was issued for; without these extensions there is no limit."""
        return self.has_signing_key and self.is_for_documents

    @property
    def has_signing_key(self) -> bool:
        """RFC 5280, 4.2.1.3."""
        return self.usages is None or bool(self.usages & {"digital_signature", "non_repudiation"})

    @property
    def is_for_documents(self) -> bool:
        """Not for certifying others, nor for a server, time stamps or certificate status (RFC 5280, 4.2.1.12).

        Personal certificates that are older than the purpose "document signing" (RFC 9336) name e-mail, or only that
        the holder proves who they are: the latter is enough when the key may bind its holder to a content.
        """
        if self.authority or self.purposes is None:
            return not self.authority
        if self.purposes & _FOR_SERVICES:
            return False
        binds = "non_repudiation" in (self.usages or ())
        of_a_person = self.purposes & _FOR_PROVING_WHO == {_CLIENT}
        return bool(self.purposes & _FOR_DOCUMENTS) or (binds and of_a_person)


def digest_of(signature_algorithm: Any) -> str:
    """The digest that an asn1crypto SignedDigestAlgorithm implies, or nothing when it implies none we know."""
    try:
        return str(signature_algorithm.hash_algo)
    except ValueError:
        return ""


def _named(name: Any, *kinds: str) -> str:
    values = name.native
    for kind in kinds:
        if kind in values:
            value = values[kind]
            return nfc(value if isinstance(value, str) else value[0])
    return nfc(name.human_friendly)


def _bits(key: Any) -> int:
    return int(key.bit_size) if key.algorithm in _LEAST_BITS else 0


def _usages(extension: Any) -> frozenset[str] | None:
    return None if extension is None else frozenset(extension.native)


def _purposes(extension: Any) -> frozenset[str] | None:
    return None if extension is None else frozenset(purpose.dotted for purpose in extension)
