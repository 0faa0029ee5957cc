"""What a package says it holds, in XML and as a list for sha256sum."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zip_surgery import PARTS

from cbc_desktop.base.digests import Digest
from cbc_desktop.package.layout import CONTAINER_SIGNATURE, SUMS, data_names
from cbc_desktop.package.manifest import (
    Manifest,
    ManifestRevision,
    UnreadableManifestError,
    digests_from_sums,
    sums_of,
)

XML = Manifest.of(PARTS, signed=True).to_xml()


@pytest.mark.parametrize("signed", [True, False])
def test_a_manifest_survives_its_xml(signed: bool) -> None:
    manifest = Manifest.of(PARTS, signed=signed)
    assert Manifest.from_xml(manifest.to_xml()) == manifest


def test_a_manifest_covers_every_data_part_and_the_list_of_sums() -> None:
    manifest = Manifest.of(PARTS, signed=False)
    assert [entry.name for entry in manifest.entries] == [*data_names(PARTS), SUMS]
    assert manifest.digests()["dossier.json"] == Digest.of(b"{}")
    assert manifest.digests()[SUMS] == Digest.of(sums_of(PARTS))


def test_a_manifest_speaks_the_words_of_etsi() -> None:
    text = XML.decode()
    assert 'xmlns:asic="http://uri.etsi.org/02918/v1.2.1#"' in text
    assert f'<asic:SigReference URI="{CONTAINER_SIGNATURE}" MimeType="application/pkcs7-signature"/>' in text
    assert '<asic:DataObjectReference URI="bao-cao.pdf" MimeType="application/pdf">' in text
    assert 'Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"' in text


def test_a_manifest_says_which_revision_it_is_and_which_it_replaces() -> None:
    manifest = Manifest((), "", ManifestRevision(2, Digest.of(b"hai"), Digest.of(b"mot")))
    again = Manifest.from_xml(manifest.to_xml())
    assert again == manifest
    first = replace(manifest, revision=ManifestRevision(1, Digest.of(b"mot"), None))
    assert Manifest.from_xml(first.to_xml()) == first
    with pytest.raises(UnreadableManifestError):
        Manifest.from_xml(manifest.to_xml().replace(b'Number="2"', b'Number="hai"'))


def test_sums_survive_their_text() -> None:
    digests = digests_from_sums(sums_of(PARTS))
    assert digests == {name: Digest.of(content) for name, content in PARTS.items()}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<a",
        b"<other/>",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        XML.replace(b"xmlenc#sha256", b"xmlenc#sha512"),
        XML.replace(b"DigestValue>", b"DigestValues>"),
        XML.replace(b"=</ds:DigestValue>", b"</ds:DigestValue>"),
        XML.replace(b"bao-cao.xlsx", b"bao-cao.pdf"),
    ],
)
def test_a_manifest_that_we_would_not_write_is_unreadable(content: bytes) -> None:
    with pytest.raises(UnreadableManifestError):
        Manifest.from_xml(content)


@pytest.mark.parametrize(
    "content",
    [
        "ệ".encode(),
        b"abc  dossier.json\n",
        b"\n",
        f"{Digest.of(b'')} dossier.json\n".encode(),
        f"{Digest.of(b'')}  a\n{Digest.of(b'')}  a\n".encode(),
    ],
)
def test_sums_that_we_would_not_write_are_unreadable(content: bytes) -> None:
    with pytest.raises(UnreadableManifestError):
        digests_from_sums(content)


@given(st.binary(max_size=200))
def test_no_bytes_make_a_manifest_raise_anything_else(content: bytes) -> None:
    for read in (Manifest.from_xml, digests_from_sums):
        try:
            read(content)
        except UnreadableManifestError:
            continue
