"""What leaves: a zip that every program opens and that is the same each time."""

from __future__ import annotations

import io
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zip_surgery import NOON, PARTS, honest

from cbc_desktop.base.errors import BugError
from cbc_desktop.package.archive import build_archive, first_difference, read_archive, write_package
from cbc_desktop.package.layout import CONTAINER_SIGNATURE, MANIFEST, MIMETYPE, SUMS
from cbc_desktop.package.manifest import Manifest


def test_the_same_parts_in_any_order_give_the_same_bytes() -> None:
    assert build_archive(dict(reversed(PARTS.items())), NOON) == honest()


def test_the_moment_counts_and_not_the_time_zone_it_is_told_in() -> None:
    assert build_archive(PARTS, NOON.astimezone(UTC)) == honest()
    assert build_archive(PARTS, NOON.replace(hour=13)) != honest()


@pytest.mark.parametrize("year", [1, 1979, 2108, 9999])
def test_a_moment_that_zip_cannot_tell_still_gives_an_archive(year: int) -> None:
    archive = build_archive(PARTS, datetime(year, 1, 1, tzinfo=UTC))
    assert not read_archive(archive).findings


def test_parts_lie_in_the_order_of_the_layout_with_mimetype_first() -> None:
    with zipfile.ZipFile(io.BytesIO(build_archive(PARTS, NOON, b"signature"))) as archive:
        assert archive.namelist() == [
            MIMETYPE,
            "bao-cao.pdf",
            "bao-cao.xlsx",
            "submissions/khao-sat.xml",
            "dossier.json",
            "media/anh-1.jpg",
            SUMS,
            MANIFEST,
            CONTAINER_SIGNATURE,
        ]


def test_mimetype_stands_at_byte_38_where_file_programs_look_for_it() -> None:
    assert honest()[30:].startswith(b"mimetypeapplication/vnd.etsi.asic-e+zip")


def test_pythons_zipfile_finds_nothing_wrong() -> None:
    with zipfile.ZipFile(io.BytesIO(honest())) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in PARTS} == PARTS
        assert archive.getinfo("dossier.json").date_time == (2022, 3, 15, 12, 0, 0)


def test_unzip_and_sha256sum_agree(tmp_path: Path) -> None:
    write_package(tmp_path / "goi.zip", honest())
    tested = subprocess.run(["unzip", "-t", "goi.zip"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (tested.returncode, tested.stdout.count(" OK")) == (0, 8), tested.stdout
    subprocess.run(["unzip", "-q", "goi.zip"], cwd=tmp_path, check=True)
    summed = subprocess.run(["sha256sum", "-c", SUMS], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (summed.returncode, summed.stdout.count(": OK")) == (0, 5), summed.stdout


def test_what_was_built_is_read_back_without_a_finding() -> None:
    read = read_archive(honest())
    assert not read.findings
    assert {name: read.parts[name] for name in PARTS} == PARTS


def test_without_a_signature_the_manifest_announces_none() -> None:
    unsigned = read_archive(honest())
    assert Manifest.from_xml(unsigned.parts[MANIFEST]).signature == ""
    assert CONTAINER_SIGNATURE not in unsigned.parts


def test_with_a_signature_the_manifest_that_was_signed_is_the_one_inside() -> None:
    signed = read_archive(build_archive(PARTS, NOON, b"signature"))
    assert signed.parts[MANIFEST] == Manifest.of(PARTS, signed=True).to_xml()
    assert signed.parts[CONTAINER_SIGNATURE] == b"signature"


@pytest.mark.parametrize("name", ["../x.pdf", "ảnh.pdf", "media/NUL", "elsewhere/x.txt", "BAO-CAO.pdf"])
def test_a_name_that_we_would_refuse_is_never_written(name: str) -> None:
    with pytest.raises(BugError):
        build_archive({**PARTS, name: b""}, NOON)


names = st.from_regex(r"[a-z0-9][a-z0-9-]{0,12}\.(jpg|png|pdf|docx)", fullmatch=True).map("media/{}".format)


@given(st.dictionaries(names, st.binary(max_size=200), max_size=6))
def test_whatever_is_put_in_comes_out(media: dict[str, bytes]) -> None:
    parts = {**PARTS, **media}
    archive = build_archive(parts, NOON)
    read = read_archive(archive)
    assert not read.findings
    assert {name: read.parts[name] for name in parts} == parts
    assert first_difference(archive, read.parts, NOON) is None


@given(st.data())
def test_every_changed_byte_is_a_finding_or_a_difference(data: st.DataObject) -> None:
    archive = honest()
    position = data.draw(st.integers(0, len(archive) - 1))
    value = data.draw(st.integers(0, 255).filter(lambda value: value != archive[position]))
    changed = archive[:position] + bytes([value]) + archive[position + 1 :]
    read = read_archive(changed)
    assert read.findings or first_difference(changed, read.parts, NOON) is not None


def test_a_changed_timestamp_is_a_difference_that_names_its_part() -> None:
    archive = bytearray(honest())
    archive[archive.index(b"dossier.json") - 30 + 10] ^= 1
    read = read_archive(bytes(archive))
    assert not read.findings
    assert first_difference(bytes(archive), read.parts, NOON) == "dossier.json"
