"""Reading the certificates somebody trusts."""

from __future__ import annotations

from pathlib import Path

import pytest
from asn1crypto import cms
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from pki import Pki

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.signing.signature_facts import AnchorGroup
from cbc_desktop.signing.trust import TrustAnchors, as_pem


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
        cms.ContentInfo({"content_type": "data", "content": b"no bag"}).dump(),
        b" " * (4 * 2**20 + 1),
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


@pytest.mark.parametrize("encoding", [Encoding.PEM, Encoding.DER])
def test_the_certificates_of_a_bag_are_read_each_once(pki: Pki, encoding: Encoding) -> None:
    bag = pkcs7.serialize_certificates([pki.authority.certificate, pki.stranger.certificate], encoding)
    assert TrustAnchors.from_pem(bag).certificates == {pki.authority.der, pki.stranger.der}


def test_anchors_of_two_sources_keep_their_groups() -> None:
    ours = TrustAnchors.grouped({b"one": AnchorGroup.STATE, b"two": AnchorGroup.OWN})
    both = TrustAnchors(frozenset({b"two", b"three"})).joined(ours)
    assert both.certificates == {b"one", b"two", b"three"}
    assert [both.group_of(der) for der in (b"one", b"two", b"three")] == [
        AnchorGroup.STATE,
        AnchorGroup.OWN,
        AnchorGroup.GIVEN,
    ]


def test_what_is_written_as_pem_is_read_back(pki: Pki) -> None:
    assert TrustAnchors.from_pem(as_pem([pki.authority.der, pki.stranger.der])).certificates == {
        pki.authority.der,
        pki.stranger.der,
    }
