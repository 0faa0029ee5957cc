"""What arrives: archives that were damaged, packed again, or made to do harm."""

from __future__ import annotations

import io
import stat
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zip_surgery import PARTS, honest, renamed, with_field, zipped

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.package.archive import read_archive
from cbc_desktop.package.archive_limits import ArchiveLimits
from cbc_desktop.package.layout import MIMETYPE, MIMETYPE_CONTENT

SMALL = ArchiveLimits(
    archive_bytes=100_000, parts=20, part_bytes=50_000, total_bytes=80_000, ratio=50, ratio_counts_from=1000
)


def codes(archive: bytes, limits: ArchiveLimits = SMALL) -> set[str]:
    return {finding.code for finding in read_archive(archive, limits).findings}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../evil", "archive.name-traversal"),
        ("media/../../x", "archive.name-traversal"),
        ("./x", "archive.name-traversal"),
        ("/etc/passwd", "archive.name-absolute"),
        ("C:/x.txt", "archive.name-drive"),
        ("c:x.txt", "archive.name-drive"),
        ("media/CON", "archive.name-reserved"),
        ("media/nul.txt", "archive.name-reserved"),
        ("Com1.jpg", "archive.name-reserved"),
        ("media/NUL .txt", "archive.name-reserved"),
        ("media/a.", "archive.name-trailing"),
        ("media/a ", "archive.name-trailing"),
        ("media./a", "archive.name-trailing"),
        ("media/ảnh.jpg", "archive.name-not-ascii"),
        ("media/a?.jpg", "archive.name-odd"),
        ("media/a:b", "archive.name-odd"),
        ("media/", "archive.name-odd"),
        ("media//a", "archive.name-odd"),
        ("media/" + "a" * 200, "archive.name-odd"),
    ],
)
def test_a_name_that_leaves_the_package_or_means_something_else_is_refused(name: str, code: str) -> None:
    read = read_archive(zipped({name: b"x"}))
    assert code in {finding.code for finding in read.findings}
    assert set(read.parts) == {MIMETYPE}


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (b"media\\anh-1.jpg", "archive.name-backslash"),
        (b"media/anh\x00.jpg..", "archive.name-trailing"),
        (b"media/a\x1b[2J.jpg", "archive.name-odd"),
        (b"media/\xe1nh-1.jpg", "archive.name-not-ascii"),
    ],
)
def test_a_name_that_no_zip_program_writes_is_refused_and_shown_without_harm(bad: bytes, code: str) -> None:
    bad = bad.ljust(len("media/anh-1.jpg"), b".")[: len("media/anh-1.jpg")]
    findings = read_archive(renamed(honest(), "media/anh-1.jpg", bad)).findings
    assert code in {finding.code for finding in findings}
    assert all(finding.message.vi.isprintable() and finding.where.isprintable() for finding in findings)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("second", ["dossier.json", "DOSSIER.json", "Dossier.JSON"])
def test_two_parts_of_one_name_are_a_finding_letter_case_aside(second: str) -> None:
    assert "archive.name-duplicate" in codes(zipped([("dossier.json", b"{}"), (second, b"[]")]))


def test_a_symbolic_link_is_refused() -> None:
    link = zipfile.ZipInfo("media/link.jpg")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    read = read_archive(zipped([(link, b"/etc/passwd")]))
    assert [finding.code for finding in read.findings] == ["archive.not-a-file"]
    assert "media/link.jpg" not in read.parts


@pytest.mark.parametrize("flag", [0x0001, 0x0041, 0x2000])
def test_an_encrypted_part_is_refused(flag: int) -> None:
    archive = with_field(honest(), "dossier.json", local=6, central=8, form="<H", value=flag)
    assert "archive.encrypted" in codes(archive)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_unknown_compression_is_refused(method: int) -> None:
    assert "archive.compression-unknown" in codes(zipped({"dossier.json": b"{}"}, method))


def test_deflated_parts_are_read_although_we_never_write_them() -> None:
    read = read_archive(zipped(PARTS, zipfile.ZIP_DEFLATED))
    assert not read.findings
    assert read.parts == {MIMETYPE: MIMETYPE_CONTENT, **PARTS}


def test_a_zip_bomb_is_given_up_while_unpacking() -> None:
    bomb = zipped({"media/zeros.bin": bytes(40_000_000)}, zipfile.ZIP_DEFLATED)
    limits = ArchiveLimits(part_bytes=10**9, total_bytes=10**9, ratio=100, ratio_counts_from=1000)
    tracemalloc.start()
    found = codes(bomb, limits)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found == {"archive.bomb"}
    assert peak < 20_000_000


def test_a_part_that_claims_to_be_small_is_still_counted() -> None:
    bomb = zipped({"media/zeros.bin": bytes(60_000)}, zipfile.ZIP_DEFLATED)
    lying = with_field(bomb, "media/zeros.bin", local=22, central=24, form="<L", value=10)
    assert codes(lying, ArchiveLimits(part_bytes=50_000)) == {"archive.part-too-large"}


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    lying = with_field(zipped({"a.pdf": b"abc"}, 8), "a.pdf", local=22, central=24, form="<L", value=4)
    assert codes(lying) == {"archive.header-differs"}


def test_parts_that_are_too_large_together_are_not_all_opened() -> None:
    read = read_archive(zipped({f"media/{n}.bin": bytes(45_000) for n in range(2)}), SMALL)
    assert [finding.code for finding in read.findings] == ["archive.total-too-large"]
    assert "media/0.bin" in read.parts
    assert "media/1.bin" not in read.parts


def test_too_many_parts_are_not_opened() -> None:
    assert codes(zipped({f"media/{n}": b"" for n in range(20)})) == {"archive.too-many-parts"}


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "large.zip"
    path.write_bytes(bytes(100_001))
    read = read_archive(path, SMALL)
    assert [finding.code for finding in read.findings] == ["archive.too-large"]


def test_bytes_before_the_archive_are_noticed_with_offsets_repaired_or_not() -> None:
    assert "archive.bytes-before" in codes(b"#!/bin/sh\n" + honest())
    file = io.BytesIO(b"#!/bin/sh\n")
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(MIMETYPE, MIMETYPE_CONTENT)
    assert "archive.bytes-before" in codes(file.getvalue())


@pytest.mark.parametrize("after", [b"\0", b"more", honest()[:50]])
def test_bytes_after_the_archive_are_noticed_and_the_parts_still_read(after: bytes) -> None:
    read = read_archive(honest() + after)
    assert [finding.code for finding in read.findings] == ["archive.bytes-after"]
    assert read.parts["dossier.json"] == b"{}"


def test_an_archive_comment_is_foreign_data() -> None:
    file = io.BytesIO(honest())
    with zipfile.ZipFile(file, "a") as archive:
        archive.comment = b"hello"
    assert "archive.bytes-after" in codes(file.getvalue())


def test_bytes_between_parts_are_noticed() -> None:
    archive = zipped({"a.pdf": b"abc"})
    end = len(archive) - 22
    directory = struct.unpack_from("<L", archive, end + 16)[0]
    moved = archive[:directory] + b"hidden" + archive[directory:end]
    moved += archive[end : end + 16] + struct.pack("<LH", directory + 6, 0)
    assert codes(moved) == {"archive.bytes-between"}


def test_two_directory_records_for_the_same_bytes_overlap() -> None:
    archive = zipped({"media/a.bin": b"abc", "media/b.bin": b"abc"})
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        first = opened.getinfo("media/a.bin").header_offset
    overlapping = with_field(archive, "media/b.bin", local=None, central=42, form="<L", value=first)
    overlapping = overlapping[: overlapping.rindex(b"media/b.bin")] + b"media/a.bin" + overlapping[-22:]
    assert {"archive.overlap", "archive.bytes-between", "archive.name-duplicate"} <= codes(overlapping)


def test_a_part_that_reaches_into_the_directory_overlaps_it() -> None:
    archive = zipped({"a.pdf": b"abc"})
    longer = with_field(archive, "a.pdf", local=18, central=20, form="<L", value=30)
    assert "archive.overlap" in codes(longer)


def test_a_header_that_contradicts_the_directory_is_a_finding() -> None:
    archive = honest()
    start = archive.index(b"dossier.json")
    assert "archive.header-differs" in codes(archive[:start] + b"dossier.jsom" + archive[start + 12 :])


def test_a_part_that_lost_its_checksum_is_named_and_kept() -> None:
    read = read_archive(honest().replace(b"a picture", b"b picture"))
    assert [(finding.code, finding.where) for finding in read.findings] == [("archive.part-damaged", "media/anh-1.jpg")]
    assert read.parts["media/anh-1.jpg"] == b"\xff\xd8 b picture"


def test_a_broken_deflate_stream_is_a_finding() -> None:
    archive = bytearray(zipped({"a.pdf": b"abc" * 100}, zipfile.ZIP_DEFLATED))
    start = archive.index(b"a.pdf") + 5
    archive[start : start + 4] = b"\xff\xff\xff\xff"
    assert codes(bytes(archive)) == {"archive.part-damaged"}


def test_bytes_behind_a_deflate_stream_are_a_finding() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as opened:
        opened.writestr(MIMETYPE, MIMETYPE_CONTENT)
        opened.writestr("a.pdf", b"\x03\x00more")  # an empty deflate stream and something behind it
    archive = with_field(file.getvalue(), "a.pdf", local=8, central=10, form="<H", value=8)
    assert codes(archive) == {"archive.part-damaged"}


@pytest.mark.parametrize("length", [0, 1, 4, 21, 22, 100, len(honest()) - 1])
def test_a_truncated_archive_is_a_finding(length: int) -> None:
    read = read_archive(honest()[:length])
    expected = "archive.truncated" if length >= 4 else "archive.not-an-archive"
    assert [finding.code for finding in read.findings] == [expected]
    assert not read.parts


def test_something_else_is_not_an_archive() -> None:
    assert codes(b"%PDF-1.7\n" + bytes(200)) == {"archive.not-an-archive"}


@pytest.mark.parametrize(("offset", "form", "value"), [(4, "<H", 1), (10, "<H", 0xFFFF), (16, "<L", 0xFFFFFFFF)])
def test_volumes_and_zip64_are_refused(offset: int, form: str, value: int) -> None:
    archive = bytearray(honest())
    struct.pack_into(form, archive, len(archive) - 22 + offset, value)
    assert codes(bytes(archive)) == {"archive.unusual"}


@pytest.mark.parametrize("count", [0, 1, 7])
def test_a_directory_that_miscounts_its_records_is_damaged(count: int) -> None:
    archive = bytearray(honest())
    struct.pack_into("<2H", archive, len(archive) - 22 + 8, count, count)
    assert codes(bytes(archive)) == {"archive.directory-damaged"}


def test_a_directory_record_that_reaches_beyond_the_file_is_damaged() -> None:
    archive = with_field(honest(), "META-INF/ASiCManifest001.xml", local=None, central=30, form="<H", value=60_000)
    assert codes(archive) == {"archive.directory-damaged"}


def test_a_part_that_reaches_beyond_the_file_is_refused() -> None:
    archive = with_field(honest(), "dossier.json", local=18, central=20, form="<L", value=1_000_000)
    read = read_archive(archive)
    assert {"archive.truncated", "archive.overlap"} <= {finding.code for finding in read.findings}
    assert "dossier.json" not in read.parts


def test_a_part_that_would_begin_beyond_the_file_is_refused() -> None:
    archive = with_field(honest(), "dossier.json", local=None, central=42, form="<L", value=1_000_000)
    assert "archive.header-differs" in codes(archive)


def test_a_directory_that_would_begin_before_the_file_is_damaged() -> None:
    archive = bytearray(honest())
    struct.pack_into("<L", archive, len(archive) - 22 + 12, len(archive))
    assert codes(bytes(archive)) == {"archive.directory-damaged"}


def test_mimetype_must_come_first_unpacked_and_right() -> None:
    def made(*pairs: tuple[str, bytes, int]) -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for name, content, method in pairs:
                archive.writestr(name, content, method)
        return file.getvalue()

    assert codes(made(("a.pdf", b"x", 0))) == {"archive.mimetype-missing"}
    assert codes(made(("a.pdf", b"x", 0), (MIMETYPE, MIMETYPE_CONTENT, 0))) == {"archive.mimetype-missing"}
    assert codes(made((MIMETYPE, MIMETYPE_CONTENT, 8))) == {"archive.mimetype-missing"}
    assert codes(made((MIMETYPE, b"application/zip", 0))) == {"archive.mimetype-wrong"}
    assert codes(made()) == {"archive.mimetype-missing"}


def test_a_missing_file_and_a_folder_are_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError) as missing:
        read_archive(tmp_path / "none.zip")
    assert "none.zip" in missing.value.message.vi
    with pytest.raises(UserFacingError):
        read_archive(tmp_path)


@given(st.binary(max_size=300))
def test_no_bytes_whatever_raise(content: bytes) -> None:
    assert read_archive(content, SMALL).findings


@given(st.data())
def test_no_mutation_whatever_raises(data: st.DataObject) -> None:
    archive = bytearray(zipped(PARTS, zipfile.ZIP_DEFLATED))
    for _ in range(data.draw(st.integers(1, 8))):
        position = data.draw(st.integers(0, len(archive) - 1))
        action = data.draw(st.sampled_from(["set", "cut", "insert"]))
        if action == "set":
            archive[position] = data.draw(st.integers(0, 255))
        elif action == "cut":
            del archive[position : position + data.draw(st.integers(1, 40))]
        else:
            archive[position:position] = data.draw(st.binary(max_size=40))
        if not archive:
            break
    read_archive(bytes(archive), SMALL)
