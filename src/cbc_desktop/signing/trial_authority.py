"""A trial certification authority in memory, and whom it certifies; every name is plainly marked THỬ NGHIỆM."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID, ObjectIdentifier

from cbc_desktop.signing.certificate import TRIAL_ORGANISATION

AUTHORITY_NAME = "CA THỬ NGHIỆM"
SIGNER_NAME = "Người ký THỬ NGHIỆM"
STAMPER_NAME = "Dịch vụ dấu thời gian THỬ NGHIỆM"
RESPONDER_NAME = "Dịch vụ trạng thái chứng thư THỬ NGHIỆM"

_LIFE = timedelta(days=3650)
_MARGIN = timedelta(days=1)  # the clocks of two computers may differ
_LONGEST_UNIT_NAME = 64  # ub-organizational-unit-name, RFC 5280, Appendix A.1
_DOCUMENT_SIGNING = ObjectIdentifier("1.3.6.1.5.5.7.3.36")  # RFC 9336


@dataclass(frozen=True, slots=True)
class TrialHolder:
    """A key, its certificate, and the certificate of the authority that issued it."""

    key: rsa.RSAPrivateKey = field(repr=False)
    certificate: x509.Certificate
    issuer: x509.Certificate

    def pkcs12(self, name: str, passphrase: str) -> bytes:
        encryption = BestAvailableEncryption(passphrase.encode())
        return pkcs12.serialize_key_and_certificates(
            name.encode(), self.key, self.certificate, [self.issuer], encryption
        )


@dataclass(frozen=True, slots=True)
class TrialAuthority:
    """Whoever drops it, drops its key: nobody can issue another certificate then.

    Valid for ten years from ``now``, as is what it issues. ``status_at``: the address at which its certificates say
    that their status can be asked for and its list fetched, without a "/" at the end; "" when nobody answers.
    """

    now: datetime
    key: rsa.RSAPrivateKey = field(repr=False)
    certificate: x509.Certificate
    status_at: str = ""

    @classmethod
    def new(cls, now: datetime, status_at: str = "") -> TrialAuthority:
        key = new_key()
        name = _name(AUTHORITY_NAME, "cbc-desktop")
        certificate = (
            _unsigned(name, name, key.public_key(), key.public_key(), now)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_key_usage(authority=True), critical=True)
            .sign(key, hashes.SHA256())
        )
        return cls(now, key, certificate, status_at)

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    def signer(self, agency: str, name: str = SIGNER_NAME) -> TrialHolder:
        """Somebody of ``agency`` who may sign documents."""
        return self._issued(name, agency, [ExtendedKeyUsageOID.EMAIL_PROTECTION, _DOCUMENT_SIGNING])

    def stamper(self) -> TrialHolder:
        """The time stamping service; the purpose is critical and the only one (RFC 3161, 2.3)."""
        return self._issued(STAMPER_NAME, "cbc-desktop", [ExtendedKeyUsageOID.TIME_STAMPING], service=True)

    def responder(self) -> TrialHolder:
        """The service that tells the status of certificates; its own is not asked for (RFC 6960, 4.2.2.2.1)."""
        return self._issued(RESPONDER_NAME, "cbc-desktop", [ExtendedKeyUsageOID.OCSP_SIGNING], no_check=True)

    def _issued(
        self, name: str, unit: str, purposes: list[ObjectIdentifier], *, service: bool = False, no_check: bool = False
    ) -> TrialHolder:
        key = new_key()
        builder = (
            _unsigned(_name(name, unit), self.certificate.subject, key.public_key(), self.key.public_key(), self.now)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_key_usage(authority=False), critical=True)
            .add_extension(x509.ExtendedKeyUsage(purposes), critical=service)
        )
        if no_check:
            builder = builder.add_extension(x509.OCSPNoCheck(), critical=False)
        elif self.status_at:
            builder = builder.add_extension(_answers_at(self.status_at), critical=False)
            builder = builder.add_extension(_listed_at(f"{self.status_at}/crl"), critical=False)
        return TrialHolder(key, builder.sign(self.key, hashes.SHA256()), self.certificate)


def new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _answers_at(address: str) -> x509.AuthorityInformationAccess:
    places = {
        AuthorityInformationAccessOID.OCSP: f"{address}/ocsp",
        AuthorityInformationAccessOID.CA_ISSUERS: f"{address}/issuer",
    }
    return x509.AuthorityInformationAccess(
        [x509.AccessDescription(kind, x509.UniformResourceIdentifier(place)) for kind, place in places.items()]
    )


def _listed_at(address: str) -> x509.CRLDistributionPoints:
    where = [x509.UniformResourceIdentifier(address)]
    return x509.CRLDistributionPoints([x509.DistributionPoint(where, None, None, None)])


def _name(common_name: str, unit: str) -> x509.Name:
    parts = {
        NameOID.COUNTRY_NAME: "VN",
        NameOID.ORGANIZATION_NAME: TRIAL_ORGANISATION,
        NameOID.ORGANIZATIONAL_UNIT_NAME: unit[:_LONGEST_UNIT_NAME],
        NameOID.COMMON_NAME: common_name,
    }
    return x509.Name([x509.NameAttribute(kind, value) for kind, value in parts.items()])


def _unsigned(
    subject: x509.Name, issuer: x509.Name, key: rsa.RSAPublicKey, issuer_key: rsa.RSAPublicKey, now: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _MARGIN)
        .not_valid_after(now + _LIFE)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key), critical=False)
    )


def _key_usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )
