"""Opening a PKCS#12 file: who is in it, what the signer is warned of, and every way it may be refused."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509 import ObjectIdentifier
from cryptography.x509.oid import ExtendedKeyUsageOID
from openssl_files import P256, self_signed_pkcs12
from pki import CLIENT, DOCUMENTS, MAIL, PASSPHRASE, Holder, Pki, certified

from cbc_desktop.base.clock import SystemClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Severity
from cbc_desktop.base.message import Message
from cbc_desktop.signing import fitness, identity
from cbc_desktop.signing.certificate import Certificate
from cbc_desktop.signing.identity import SignerIdentity, load_pkcs12

EVERY_REFUSAL = (
    identity.NOT_READABLE,
    identity.NOT_PKCS12,
    identity.WRONG_PASSPHRASE,
    identity.UNKNOWN_KEY,
    identity.NO_PRIVATE_KEY,
    identity.NO_CERTIFICATE,
    fitness.WEAK_KEY,
    fitness.WEAK_DIGEST,
    fitness.WRONG_PURPOSE,
    fitness.EXPIRED,
    fitness.NOT_YET_VALID,
)


@pytest.fixture
def file(tmp_path: Path) -> Callable[[bytes], Path]:
    def written(content: bytes) -> Path:
        path = tmp_path / "chung-thu.p12"
        path.write_bytes(content)
        return path

    return written


def refusal(path: Path, now: datetime, passphrase: str = PASSPHRASE) -> UserFacingError:
    with pytest.raises(UserFacingError) as refused:
        load_pkcs12(path, passphrase, now=now)
    return refused.value


def tells(error: UserFacingError, message: Message) -> bool:
    """Whether this is the message with its facts filled in, by the words behind the last fact."""
    return error.message.vi.endswith(message.vi.rpartition("}")[2])


def test_choosing_an_identity_does_not_wait_for_pyhanko_to_load() -> None:
    program = "import sys, cbc_desktop.signing.identity, cbc_desktop.signing.trust; sys.exit('pyhanko' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_an_identity_shows_who_signs_who_certified_it_and_how_long_it_is_valid(
    pki: Pki, leader: SignerIdentity, now: datetime
) -> None:
    certificate = leader.certificate
    assert certificate.subject == "Nguyễn Thị Lan"
    assert certificate.subject_organisation == "Ủy ban nhân dân tỉnh Mẫu"
    assert certificate.issuer == "Tòa nhà cấp chứng thư"
    assert certificate.serial == pki.leader.certificate.serial_number
    assert certificate.valid_from == now - timedelta(days=30)
    assert certificate.valid_until == now + timedelta(days=365)
    assert certificate.usages == {"digital_signature", "non_repudiation"}
    assert not leader.trial


def test_a_signer_is_warned_that_revocation_could_not_be_checked_offline(leader: SignerIdentity) -> None:
    (finding,) = leader.findings
    assert (finding.code, finding.severity) == (fitness.STATUS_NOT_CHECKED, Severity.WARNING)
    assert "thu hồi" in finding.message.vi


def test_a_certificate_that_does_not_say_what_its_key_is_for_may_sign_with_a_warning(
    pki: Pki, file: Callable[[bytes], Path], now: datetime
) -> None:
    unlimited = load_pkcs12(file(pki.unlimited.pkcs12()), PASSPHRASE, now=now)
    assert [finding.code for finding in unlimited.findings] == [
        fitness.STATUS_NOT_CHECKED,
        fitness.PURPOSE_NOT_STATED,
    ]


@pytest.mark.parametrize(
    ("purposes", "usage", "may"),
    [
        ((CLIENT, MAIL), {"digital_signature", "content_commitment"}, True),
        ((DOCUMENTS,), {"digital_signature"}, True),
        ((ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE,), {"digital_signature"}, True),
        ((CLIENT,), {"digital_signature", "content_commitment"}, True),
        ((CLIENT,), {"digital_signature"}, False),
        ((CLIENT,), None, False),
        ((ExtendedKeyUsageOID.CODE_SIGNING,), {"digital_signature"}, False),
    ],
)
def test_what_a_certificate_was_issued_for_decides_whether_it_signs_documents(
    now: datetime, purposes: tuple[ObjectIdentifier, ...], usage: set[str] | None, may: bool
) -> None:
    holder = certified("Ngô Nhiều Việc", now, usage=usage, purposes=purposes)
    assert Certificate.of(holder.der).may_sign_documents is may


@pytest.mark.parametrize(
    ("subject", "shown"),
    [
        ("/O=Sở Thông tin", "Sở Thông tin"),
        ("/L=Huế", "Locality: Huế"),
        ("/CN=Văn phòng/CN=Phòng Báo chí", "Văn phòng"),
    ],
)
def test_a_holder_is_called_by_the_best_name_the_certificate_has(tmp_path: Path, subject: str, shown: str) -> None:
    path = self_signed_pkcs12(tmp_path, subject, *P256)
    assert load_pkcs12(path, "abc", now=SystemClock().now()).certificate.subject == shown


def test_the_passphrase_may_be_given_as_bytes(pki: Pki, file: Callable[[bytes], Path], now: datetime) -> None:
    path = file(pki.clerk.pkcs12())
    assert load_pkcs12(path, PASSPHRASE.encode(), now=now).certificate.subject == pki.clerk.name


def test_neither_the_passphrase_nor_the_key_is_shown_anywhere(
    pki: Pki, file: Callable[[bytes], Path], leader: SignerIdentity, now: datetime, capfd: pytest.CaptureFixture[str]
) -> None:
    error = refusal(file(pki.clerk.pkcs12()), now, passphrase="sai-bét")
    assert "sai-bét" not in f"{error} {error.message} {error.__cause__!r}"
    assert PASSPHRASE not in repr(leader)
    assert "PrivateKey" not in repr(leader)
    assert "".join(capfd.readouterr()) == ""


@pytest.mark.parametrize(
    ("holder", "message"),
    [
        ("weak", fitness.WEAK_KEY),
        ("sha1", fitness.WEAK_DIGEST),
        ("wrong_purpose", fitness.WRONG_PURPOSE),
        ("server", fitness.OTHER_PURPOSE),
        ("responder", fitness.OTHER_PURPOSE),
        ("stamper", fitness.OTHER_PURPOSE),
        ("middle", fitness.OTHER_PURPOSE),
        ("expired", fitness.EXPIRED),
        ("not_yet_valid", fitness.NOT_YET_VALID),
    ],
)
def test_a_certificate_that_must_not_sign_is_refused_with_its_own_reason(
    pki: Pki, file: Callable[[bytes], Path], now: datetime, holder: str, message: Message
) -> None:
    unfit: Holder = getattr(pki, holder)
    error = refusal(file(unfit.pkcs12()), now)
    assert tells(error, message)
    assert unfit.name in error.message.vi
    assert unfit.name in error.message.en


def test_the_time_of_expiry_is_told_in_vietnams_time(pki: Pki, file: Callable[[bytes], Path], now: datetime) -> None:
    assert "09:30 20/11/2025" in refusal(file(pki.expired.pkcs12()), now).message.vi


def test_a_certificate_may_sign_up_to_its_last_second_and_no_longer(
    pki: Pki, file: Callable[[bytes], Path], now: datetime
) -> None:
    path, last = file(pki.clerk.pkcs12()), now + timedelta(days=365)
    assert load_pkcs12(path, PASSPHRASE, now=last).certificate.valid_until == last
    assert tells(refusal(path, last + timedelta(seconds=1)), fitness.EXPIRED)


def test_elliptic_curves_under_256_bits_are_refused(file: Callable[[bytes], Path], now: datetime) -> None:
    short = certified("Đường Cong Ngắn", now, key=ec.generate_private_key(ec.SECP224R1()))
    assert tells(refusal(file(short.pkcs12()), now), fitness.WEAK_KEY)


def test_kinds_of_keys_outside_the_mandatory_standards_are_refused(
    tmp_path: Path,
) -> None:
    path = self_signed_pkcs12(tmp_path, "/CN=Ed", "ed25519")
    assert "ED25519" in refusal(path, SystemClock().now(), "abc").message.vi
    path = self_signed_pkcs12(tmp_path, "/CN=Odd", "ec", "-pkeyopt", "ec_paramgen_curve:secp112r1")
    assert tells(refusal(path, SystemClock().now(), "abc"), identity.UNKNOWN_KEY)


def test_a_wrong_passphrase_is_told_so_and_nothing_is_lost(
    pki: Pki, file: Callable[[bytes], Path], now: datetime
) -> None:
    error = refusal(file(pki.clerk.pkcs12()), now, passphrase="không phải")
    assert tells(error, identity.WRONG_PASSPHRASE)
    assert "không bị mất" in error.message.vi


def test_a_passphrase_that_was_not_entered_is_not_called_wrong(
    pki: Pki, file: Callable[[bytes], Path], now: datetime
) -> None:
    assert tells(refusal(file(pki.clerk.pkcs12()), now, passphrase=""), identity.NO_PASSPHRASE)


def test_a_file_without_a_private_key_or_without_its_certificate_says_which_is_missing(
    pki: Pki, file: Callable[[bytes], Path], now: datetime
) -> None:
    encryption = BestAvailableEncryption(PASSPHRASE.encode())
    without_key = pkcs12.serialize_key_and_certificates(None, None, pki.clerk.certificate, None, encryption)
    assert tells(refusal(file(without_key), now), identity.NO_PRIVATE_KEY)
    without_certificate = pkcs12.serialize_key_and_certificates(None, pki.clerk.key, None, None, encryption)
    assert tells(refusal(file(without_certificate), now), identity.NO_CERTIFICATE)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"0\x03\x02\x01\x03", b"\x30\x80", b"0" * (1 << 21)])
def test_another_kind_of_file_is_no_pkcs12_file(file: Callable[[bytes], Path], now: datetime, content: bytes) -> None:
    assert tells(refusal(file(content), now), identity.NOT_PKCS12)


def test_a_certificate_alone_is_no_pkcs12_file(pki: Pki, file: Callable[[bytes], Path], now: datetime) -> None:
    assert tells(refusal(file(pki.clerk.der), now), identity.NOT_PKCS12)


def test_a_missing_file_and_a_folder_cannot_be_opened(tmp_path: Path, now: datetime) -> None:
    for path in (tmp_path / "khong-co.p12", tmp_path):
        error = refusal(path, now)
        assert tells(error, identity.NOT_READABLE)
        assert str(path) in error.message.vi


def test_every_refusal_says_in_both_languages_that_nothing_is_lost() -> None:
    for message in EVERY_REFUSAL:
        assert "Chưa ký gì và số liệu không bị mất" in message.vi
        assert "Nothing was signed and nothing is lost" in message.en
    assert len({message.vi for message in EVERY_REFUSAL}) == len(EVERY_REFUSAL)
