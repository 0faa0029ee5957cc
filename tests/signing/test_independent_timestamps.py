"""Programs that share no code with ours agree on timestamps, status and lasting signatures: openssl, pdfsig, qpdf."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.reader import PdfFileReader
from trial_town import HOUR, NOW, Town
from verifying_programs import VALID, output_of, pdfsig_says

from cbc_desktop.signing.validation_data import ValidationData

MOMENT = ("-attime", str(int((NOW + HOUR).timestamp())))


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    return Town(tmp_path_factory.mktemp("town"))


@pytest.fixture(scope="module")
def lasting(town: Town) -> bytes:
    return town.extended(town.signed()).pdf


@pytest.fixture
def authority(town: Town, tmp_path: Path) -> Path:
    path = tmp_path / "goc.pem"
    path.write_bytes(town.authority.pem)
    return path


def tokens(pdf: bytes, folder: Path) -> list[tuple[Path, Path]]:
    """Each document timestamp's token and the bytes that it covers, as files."""
    found: list[Any] = list(PdfFileReader(BytesIO(pdf)).embedded_timestamp_signatures)
    files = []
    for place, signature in enumerate(found):
        _, length, second, rest = (int(number) for number in signature.byte_range)
        token, covered = folder / f"{place}.tst", folder / f"{place}.bin"
        token.write_bytes(signature.pkcs7_content.rstrip(b"\0"))
        covered.write_bytes(pdf[:length] + pdf[second : second + rest])
        files.append((token, covered))
    return files


def openssl_ts(token: Path, covered: Path, authority: Path) -> str:
    files = ["-in", str(token), "-token_in", "-data", str(covered), "-CAfile", str(authority)]
    return output_of("openssl", "ts", "-verify", *files, *MOMENT)


def test_openssl_verifies_both_timestamps_and_refuses_them_for_other_bytes(
    lasting: bytes, authority: Path, tmp_path: Path
) -> None:
    files = tokens(lasting, tmp_path)
    assert [("Verification: OK" in openssl_ts(*each, authority)) for each in files] == [True, True]
    (token, _), (_, other) = files
    assert "message imprint mismatch" in openssl_ts(token, other, authority)


def test_openssl_verifies_the_answer_about_the_signers_certificate(
    town: Town, lasting: bytes, authority: Path, tmp_path: Path
) -> None:
    leader = tmp_path / "lan.pem"
    leader.write_bytes(town.leader.certificate.public_bytes(Encoding.PEM))
    data = ValidationData.of(PdfFileReader(BytesIO(lasting)).root)
    said = ""
    for place, answer in enumerate(data.ocsps):
        path = tmp_path / f"{place}.ocsp"
        path.write_bytes(answer)
        asked = ["-respin", str(path), "-issuer", str(authority), "-cert", str(leader), "-CAfile", str(authority)]
        said += output_of("openssl", "ocsp", *asked, *MOMENT, "-validity_period", str(10**9))
    assert f"{leader}: good" in said
    assert "Response verify OK" in said


def test_openssl_verifies_the_list_of_revoked_certificates(town: Town, authority: Path, tmp_path: Path) -> None:
    path = tmp_path / "thu-hoi.crl"
    path.write_bytes(town.trial.answer("/crl", b""))
    said = output_of("openssl", "crl", "-inform", "DER", "-in", str(path), "-noout", "-CAfile", str(authority))
    assert "verify OK" in said
    assert isinstance(x509.load_der_x509_crl(path.read_bytes()), x509.CertificateRevocationList)


def test_pdfsig_and_qpdf_find_the_signature_sound_under_all_that_was_added(
    lasting: bytes, authority: Path, tmp_path: Path
) -> None:
    assert pdfsig_says(lasting, authority, tmp_path).count(VALID) == 1
    (tmp_path / "a.pdf").write_bytes(lasting)
    assert "No syntax or stream encoding errors" in output_of("qpdf", "--check", str(tmp_path / "a.pdf"))
