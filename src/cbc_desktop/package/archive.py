"""The zip of a package: the same parts give the same bytes, and what arrives is read as if it came from an enemy.

Parts are stored, never compressed. The PDF and the workbook are compressed in themselves, and only so is every byte
of the archive determined by its parts: another zlib compresses differently, and deflate ignores some bits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.base.findings import Finding
from cbc_desktop.base.message import Message
from cbc_desktop.base.system_reasons import reason_of
from cbc_desktop.package.archive_findings import archive_finding
from cbc_desktop.package.archive_limits import STANDARD, ArchiveLimits
from cbc_desktop.package.layout import (
    CONTAINER_SIGNATURE,
    DATA_ROLES,
    MANIFEST,
    MIMETYPE,
    MIMETYPE_CONTENT,
    SUMS,
    in_order,
    role_of,
)
from cbc_desktop.package.manifest import Manifest, sums_of
from cbc_desktop.package.names import duplicate_names, refused_name
from cbc_desktop.package.zip_reading import parts_of
from cbc_desktop.package.zip_records import StoredPart, end_record

NOT_FOUND = Message(
    "Không tìm thấy tệp “{path}”. Hãy kiểm tra lại tên tệp, hoặc cắm lại ổ đĩa chứa tệp rồi mở lại.",
    "The file “{path}” was not found. Check its name, or connect the disk that holds it, and open it again.",
)
NOT_READ = Message(
    "Không đọc được tệp “{path}” ({reason}). Tệp không bị thay đổi; hãy sao chép tệp sang thư mục khác rồi mở lại.",
    "The file “{path}” could not be read ({reason}). It was not changed; copy it to another folder and open it again.",
)


@dataclass(frozen=True, slots=True)
class ReadArchive:
    """What could be read of an archive, and what is wrong with it."""

    parts: Mapping[str, bytes]
    findings: tuple[Finding, ...] = ()


def build_archive(
    parts: Mapping[str, bytes], finalised_at: datetime, container_signature: bytes | None = None
) -> bytes:
    """The whole package around its data parts, byte for byte the same for the same parts and moment.

    ``container_signature`` is a detached CAdES signature over ``Manifest.of(parts, signed=True).to_xml()``.
    """
    _insist_on_good_names(parts)
    whole = {**parts, MIMETYPE: MIMETYPE_CONTENT, SUMS: sums_of(parts)}
    whole[MANIFEST] = Manifest.of(parts, signed=container_signature is not None).to_xml()
    if container_signature is not None:
        whole[CONTAINER_SIGNATURE] = container_signature
    return stored_zip(whole, finalised_at)


def stored_zip(parts: Mapping[str, bytes], moment: datetime) -> bytes:
    """These parts and no others; the same parts and moment give the same bytes."""
    return b"".join(piece for _, piece in _pieces(parts, moment))


def write_package(path: Path, archive: bytes) -> None:
    """Write it or leave what was there; raises UserFacingError when the disk says no."""
    write_atomically(path, archive, private=False)


def read_archive(source: Path | bytes, limits: ArchiveLimits = STANDARD) -> ReadArchive:
    """The parts and what is wrong; raises UserFacingError only when the file is not there or the disk fails."""
    content = source if isinstance(source, bytes) else read_file(source, limits)
    if len(content) > limits.archive_bytes:
        return ReadArchive({}, (archive_finding("archive.too-large"),))
    findings: list[Finding] = []
    parts = parts_of(content, limits, findings)
    return ReadArchive(parts, tuple(findings))


def read_file(path: Path, limits: ArchiveLimits = STANDARD) -> bytes:
    """The bytes of a file, one more than the limit when it is larger; raises UserFacingError."""
    try:
        with path.open("rb") as file:
            return file.read(limits.archive_bytes + 1)
    except FileNotFoundError as error:
        raise UserFacingError(NOT_FOUND.filled(path=path)) from error
    except OSError as error:
        raise UserFacingError(NOT_READ.filled(path=path, reason=reason_of(error))) from error


def first_difference(archive: bytes, parts: Mapping[str, bytes], moment: datetime) -> str | None:
    """The first part at which the archive is not what we would have written; "" for its end, None when it is."""
    seen = memoryview(archive)
    position = 0
    for name, piece in _pieces(parts, moment):
        if seen[position : position + len(piece)] != piece:
            return name
        position += len(piece)
    return None if position == len(archive) else ""


def _pieces(parts: Mapping[str, bytes], moment: datetime) -> Iterator[tuple[str, bytes]]:
    """The archive from beginning to end, each piece with the part that it belongs to."""
    stored = [StoredPart(name, parts[name], moment) for name in in_order(parts)]
    offsets = []
    position = 0
    for part in stored:
        offsets.append(position)
        header = part.local_header()
        yield part.name, header
        yield part.name, part.content
        position += len(header) + len(part.content)
    records = [part.central_record(offset) for part, offset in zip(stored, offsets, strict=True)]
    for part, record in zip(stored, records, strict=True):
        yield part.name, record
    yield "", end_record(len(records), sum(map(len, records)), position)


def _insist_on_good_names(names: Mapping[str, bytes]) -> None:
    refused = [name for name in names if refused_name(name) or role_of(name) not in DATA_ROLES]
    if refused or duplicate_names(names):
        raise BugError(f"a package cannot hold these names: {refused or sorted(names)}")
