"""Reading the certificates somebody trusts."""

from __future__ import annotations

from pathlib import Path

import pytest
from pki import Pki

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.signing.trust import TrustAnchors


def test_pem_der_and_a_file_of_several_are_read_alike(pki: Pki, tmp_path: Path) -> None:
    one = TrustAnchors(frozenset({pki.authority.der}))
    assert TrustAnchors.from_pem(pki.authority.pem) == one
    assert TrustAnchors.from_pem(pki.authority.der) == one
    bundle = tmp_path / "tin-cay.pem"
    bundle.write_bytes(b"# roots\n" + pki.authority.pem + b"\n" + pki.stranger.pem + pki.authority.pem)
    assert TrustAnchors.from_pem(bundle).certificates == {pki.authority.der, pki.stranger.der}


def test_nobody_is_trusted_unless_named() -> None:
    assert TrustAnchors.none().certificates == frozenset()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"\x30\x03\x02\x01\x01",
        b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        b"-----BEGIN CERTIFICATE-----\nbroken off",
        b"-----BEGIN PUBLIC KEY-----\nMAA=\n-----END PUBLIC KEY-----\n",
    ],
)
def test_a_file_without_a_certificate_is_told_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "khong-phai.pem"
    path.write_bytes(content)
    with pytest.raises(UserFacingError) as refused:
        TrustAnchors.from_pem(path)
    assert f"“{path}” không chứa chứng thư số nào" in refused.value.message.vi
    assert f"“{path}” holds no certificate" in refused.value.message.en


def test_bytes_without_a_certificate_are_told_so_too() -> None:
    with pytest.raises(UserFacingError, match="holds no certificate"):
        TrustAnchors.from_pem(b"hello")


def test_a_file_that_cannot_be_opened_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError, match="could not be opened"):
        TrustAnchors.from_pem(tmp_path / "khong-co.pem")
