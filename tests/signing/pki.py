"""A small public-key world for tests: an authority, the people it certified well or badly, and a stranger's.

Pure: nothing is written and no clock is read; every validity is told relative to the moment given to `make_pki`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID

PASSPHRASE = "mật khẩu của bài thử"
PROVINCE = "Ủy ban nhân dân tỉnh Mẫu"
OTHER_PROVINCE = "Ủy ban nhân dân tỉnh Khác"
CONFUSABLE_PROVINCE = PROVINCE.replace("a", "\u0430")  # the Cyrillic letter
DAY = timedelta(days=1)

CLIENT, MAIL = ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.EMAIL_PROTECTION
DOCUMENTS = x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36")

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True)
class Holder:
    """Somebody with a key and a certificate."""

    name: str
    key: Key
    certificate: x509.Certificate

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    def pkcs12(self, passphrase: str = PASSPHRASE, *issuers: Holder) -> bytes:
        others = [issuer.certificate for issuer in issuers]
        encryption = BestAvailableEncryption(passphrase.encode())
        return pkcs12.serialize_key_and_certificates(self.name.encode(), self.key, self.certificate, others, encryption)


@dataclass(frozen=True)
class Pki:
    """The people of the tests: certified by ``authority``, by its ``issuing`` authority, or by nobody we trust."""

    now: datetime
    authority: Holder
    leader: Holder
    """RSA 2048, fit to sign."""
    clerk: Holder
    """ECDSA P-256, fit to sign."""
    expired: Holder
    """Until a year ago."""
    not_yet_valid: Holder
    """From a year ahead."""
    weak: Holder
    """RSA 1024."""
    sha1: Holder
    """Certified with SHA-1."""
    wrong_purpose: Holder
    """Key encipherment only."""
    server: Holder
    """For a web server."""
    responder: Holder
    """For telling whether certificates were revoked; it also names e-mail."""
    stamper: Holder
    """For time stamps."""
    middle: Holder
    """An authority that the authority certified; its key may sign as well."""
    unlimited: Holder
    """A certificate that does not say what its key is for."""
    stranger: Holder
    """Self-signed."""
    issuing: Holder
    """An authority that the authority certified to issue; it certified all below but the last two."""
    organisation: Holder
    """The agency of the leader, RSA 2048: what stands behind its red seal."""
    other_organisation: Holder
    """Another agency, as good a certificate."""
    revoked: Holder
    """Of the agency, and on the list of revoked certificates since a week ago."""
    confusable: Holder
    """Not the agency: a letter of its name is Cyrillic."""
    other_root: Holder
    """An authority that nobody trusts."""
    namesake: Holder
    """The leader's names, letter by letter, certified by the other root."""


def make_pki(now: datetime) -> Pki:
    authority = certified("Tòa nhà cấp chứng thư", now, usage={"key_cert_sign", "crl_sign"}, authority=True)

    issuing = certified("Nơi cấp chứng thư", now, issuer=authority, usage={"key_cert_sign", "crl_sign"}, authority=True)
    other_root = certified("Gốc khác", now, usage={"key_cert_sign", "crl_sign"}, authority=True)

    def issued(name: str, **changes: object) -> Holder:
        return certified(name, now, issuer=authority, **changes)  # type: ignore[arg-type]  # passed on by name

    return Pki(
        now=now,
        authority=authority,
        leader=issued("Nguyễn Thị Lan", key=rsa_key(2048)),
        clerk=issued("Trần Văn Thư"),
        expired=issued("Lê Hết Hạn", begins=-800 * DAY, ends=-365 * DAY),
        not_yet_valid=issued("Phạm Chưa Đến", begins=365 * DAY, ends=800 * DAY),
        weak=issued("Hồ Khóa Ngắn", key=rsa_key(1024)),
        sha1=issued_with_sha1("Vũ Băm Cũ", authority, now),
        wrong_purpose=issued("Đỗ Sai Mục Đích", usage={"key_encipherment"}),
        server=issued("Máy chủ cong.mau.gov.vn", purposes=[ExtendedKeyUsageOID.SERVER_AUTH, CLIENT]),
        responder=issued("Dịch vụ Trạng Thái", purposes=[ExtendedKeyUsageOID.OCSP_SIGNING, MAIL]),
        stamper=issued("Dịch vụ Dấu Thời Gian", purposes=[ExtendedKeyUsageOID.TIME_STAMPING], strict=True),
        middle=issued("Cấp Trung Gian", usage={"digital_signature", "key_cert_sign"}, authority=True),
        unlimited=issued("Bùi Không Hạn Chế", usage=None),
        stranger=certified("Người Lạ", now),
        issuing=issuing,
        organisation=certified(PROVINCE, now, issuer=issuing, key=rsa_key(2048)),
        other_organisation=certified(OTHER_PROVINCE, now, issuer=issuing, organisation=OTHER_PROVINCE),
        revoked=certified("Mai Bị Thu Hồi", now, issuer=issuing),
        confusable=certified(CONFUSABLE_PROVINCE, now, issuer=issuing, organisation=CONFUSABLE_PROVINCE),
        other_root=other_root,
        namesake=certified("Nguyễn Thị Lan", now, issuer=other_root),
    )


def revocation_list(pki: Pki) -> bytes:
    """DER of the issuing authority's list of revoked certificates (RFC 5280, 5), a day old and good for a month."""
    entry = (
        x509.RevokedCertificateBuilder()
        .serial_number(pki.revoked.certificate.serial_number)
        .revocation_date(pki.now - 7 * DAY)
        .add_extension(x509.CRLReason(x509.ReasonFlags.key_compromise), critical=False)
        .build()
    )
    issued = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(pki.issuing.certificate.subject)
        .last_update(pki.now - DAY)
        .next_update(pki.now + 30 * DAY)
        .add_revoked_certificate(entry)
        .add_extension(x509.CRLNumber(1), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(pki.issuing.key.public_key()), critical=False)
        .sign(pki.issuing.key, hashes.SHA256())
    )
    return issued.public_bytes(Encoding.DER)


def rsa_key(bits: int) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


def certified(
    name: str,
    now: datetime,
    *,
    issuer: Holder | None = None,
    key: Key | None = None,
    begins: timedelta = -30 * DAY,
    ends: timedelta = 365 * DAY,
    usage: set[str] | None = frozenset({"digital_signature", "content_commitment"}),  # type: ignore[assignment]
    authority: bool = False,
    organisation: str = PROVINCE,
    status_at: str = "",
    purposes: Sequence[x509.ObjectIdentifier] = (),
    strict: bool = False,
) -> Holder:
    """A certificate by ``issuer``, or by the holder's own key; ``strict`` makes its purposes critical."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    kinds = [(NameOID.ORGANIZATION_NAME, organisation), (NameOID.COMMON_NAME, name)]
    subject = x509.Name([x509.NameAttribute(kind, value) for kind, value in kinds if value])
    issuer_key = issuer.key if issuer else key
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + begins)
        .not_valid_after(now + ends)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    )
    if usage is not None:
        builder = builder.add_extension(_key_usage(usage), critical=True)
    if purposes:
        builder = builder.add_extension(x509.ExtendedKeyUsage(purposes), critical=strict)
    if status_at:
        builder = builder.add_extension(_status_addresses(status_at), critical=False)
    return Holder(name, key, builder.sign(issuer_key, hashes.SHA256()))


def issued_with_sha1(name: str, issuer: Holder, now: datetime) -> Holder:
    """cryptography refuses to issue with SHA-1, so its certificate is signed anew, the old way."""
    holder = certified(name, now, issuer=issuer)
    outdated = asn1.Certificate.load(holder.der)
    outdated["tbs_certificate"]["signature"] = outdated["signature_algorithm"] = {"algorithm": "sha1_ecdsa"}
    outdated["signature_value"] = issuer.key.sign(outdated["tbs_certificate"].dump(), ec.ECDSA(hashes.SHA1()))
    return Holder(name, holder.key, x509.load_der_x509_certificate(outdated.dump(force=True)))


def _status_addresses(address: str) -> x509.AuthorityInformationAccess:
    """Where to ask for the status and for the issuer, as certificates of real authorities say."""
    where = x509.UniformResourceIdentifier(address)
    methods = (AuthorityInformationAccessOID.OCSP, AuthorityInformationAccessOID.CA_ISSUERS)
    return x509.AuthorityInformationAccess([x509.AccessDescription(method, where) for method in methods])


def _key_usage(wanted: set[str]) -> x509.KeyUsage:
    kinds = (
        "digital_signature content_commitment key_encipherment data_encipherment key_agreement key_cert_sign crl_sign "
        "encipher_only decipher_only"
    )
    return x509.KeyUsage(**{kind: kind in wanted for kind in kinds.split()})
