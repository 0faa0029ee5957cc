"""A trial certification authority and a signer of it, for trying the program out; plainly marked THỬ NGHIỆM."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.signing.certificate import TRIAL_ORGANISATION

AUTHORITY_NAME = "CA THỬ NGHIỆM"
SIGNER_NAME = "Người ký THỬ NGHIỆM"
CA_FILE = "thu-nghiem-ca.pem"
SIGNER_FILE = "thu-nghiem-nguoi-ky.p12"

_LIFE = timedelta(days=3650)
_MARGIN = timedelta(days=1)  # the clocks of two computers may differ
_LONGEST_UNIT_NAME = 64  # ub-organizational-unit-name, RFC 5280, Appendix A.1
_DOCUMENT_SIGNING = ObjectIdentifier("1.3.6.1.5.5.7.3.36")  # RFC 9336


@dataclass(frozen=True, slots=True)
class TrialFiles:
    """Where the trial authority's certificate (PEM) and the trial signer's PKCS#12 file were written."""

    ca_pem: Path
    pkcs12: Path


def make_trial_identity(
    folder: Path, *, now: datetime, passphrase: str, agency: str = "Cơ quan thử nghiệm"
) -> TrialFiles:
    """Write a new trial authority and a new trial signer for ``agency``, valid for ten years from ``now``.

    Files of an earlier call are replaced. The authority's private key is not kept: nobody can issue a second
    certificate. Raises UserFacingError when the folder cannot be written.
    """
    files = TrialFiles(folder / CA_FILE, folder / SIGNER_FILE)
    authority_key, signer_key = _new_key(), _new_key()
    authority = _authority(authority_key, now)
    signer = _signer(signer_key, agency, authority, authority_key, now)
    write_atomically(files.ca_pem, authority.public_bytes(Encoding.PEM), private=False)
    encryption = BestAvailableEncryption(passphrase.encode())
    write_atomically(
        files.pkcs12,
        pkcs12.serialize_key_and_certificates(agency.encode(), signer_key, signer, [authority], encryption),
    )
    return files


def _new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


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


def _authority(key: rsa.RSAPrivateKey, now: datetime) -> x509.Certificate:
    name = _name(AUTHORITY_NAME, "cbc-desktop")
    return (
        _unsigned(name, name, key.public_key(), key.public_key(), now)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_key_usage(authority=True), critical=True)
        .sign(key, hashes.SHA256())
    )


def _signer(
    key: rsa.RSAPrivateKey, agency: str, authority: x509.Certificate, authority_key: rsa.RSAPrivateKey, now: datetime
) -> x509.Certificate:
    return (
        _unsigned(
            _name(SIGNER_NAME, agency),
            authority.subject,
            key.public_key(),
            authority_key.public_key(),
            now,
        )
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(authority=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION, _DOCUMENT_SIGNING]), critical=False)
        .sign(authority_key, hashes.SHA256())
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
