"""Reads a stranger's zip: everything odd is a finding, nothing is believed, memory is bounded.

Stricter than zip programs: parts must lie one after the other from the first byte to the directory, and each part's
header must say what the directory says, because programs differ in whom they believe.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from cbc_desktop.base.findings import Finding
from cbc_desktop.package.archive_findings import RefusedError, archive_finding
from cbc_desktop.package.archive_limits import ArchiveLimits
from cbc_desktop.package.layout import MIMETYPE, MIMETYPE_CONTENT
from cbc_desktop.package.names import duplicate_names
from cbc_desktop.package.zip_records import (
    END_SIGNATURE,
    END_SIZE,
    LOCAL_SIGNATURE,
    STORED,
    BrokenRecordError,
    DirectoryRecord,
    EndRecord,
    content_start,
    read_directory_record,
    read_end_record,
)
from cbc_desktop.package.zip_unpacking import Unpacker

_LONGEST_COMMENT = 0xFFFF


@dataclass(frozen=True, slots=True)
class _Directory:
    """Where the directory starts, its records, and by how many bytes everything lies later than they say."""

    start: int
    shift: int
    records: tuple[DirectoryRecord, ...]


@dataclass(frozen=True, slots=True)
class _PlacedPart:
    """A part and where it lies: its header from ``start``, its bytes from ``content`` up to ``end``."""

    record: DirectoryRecord
    start: int
    content: int
    end: int


def parts_of(content: bytes, limits: ArchiveLimits, findings: list[Finding]) -> dict[str, bytes]:
    """The parts that can be read; what is wrong is added to ``findings``."""
    try:
        end = _end_of_directory(content, findings)
        directory = _directory(content, end, limits)
    except RefusedError as refused:
        findings.append(refused.finding)
        return {}
    findings.extend(duplicate_names(record.name for record in directory.records))
    placed = _placed(content, directory, findings)
    findings.extend(_surprises_between(placed, directory.start))
    parts = _unpacked(content, placed, limits, findings)
    findings.extend(_mimetype_findings(placed, parts))
    return parts


def _end_of_directory(content: bytes, findings: list[Finding]) -> int:
    """Where the last record begins; bytes after it are a finding, its absence is a refusal."""
    position = len(content) - END_SIZE
    if position >= 0 and content.startswith(END_SIGNATURE, position):
        return position
    position = content.rfind(END_SIGNATURE, max(0, position - _LONGEST_COMMENT), max(0, position + 4))
    if position < 0:
        begins_well = content.startswith(LOCAL_SIGNATURE)
        raise RefusedError(archive_finding("archive.truncated" if begins_well else "archive.not-an-archive"))
    findings.append(archive_finding("archive.bytes-after"))
    return position


def _directory(content: bytes, end: int, limits: ArchiveLimits) -> _Directory:
    try:
        last = read_end_record(content, end)
        if not last.ordinary:
            raise RefusedError(archive_finding("archive.unusual"))
        if last.count > limits.parts:
            raise RefusedError(archive_finding("archive.too-many-parts"))
        return _directory_records(content, end, last)
    except BrokenRecordError as error:
        raise RefusedError(archive_finding("archive.directory-damaged")) from error


def _directory_records(content: bytes, end: int, last: EndRecord) -> _Directory:
    """Raises BrokenRecordError when the records do not fill the directory exactly."""
    start = end - last.directory_size
    if start < last.directory_offset:
        raise BrokenRecordError("the directory lies before its place")
    records = []
    position = start
    for _ in range(last.count):
        record, position = read_directory_record(content, position)
        records.append(record)
    if position != end:
        raise BrokenRecordError("the directory has another size")
    return _Directory(start, start - last.directory_offset, tuple(records))


def _placed(content: bytes, directory: _Directory, findings: list[Finding]) -> list[_PlacedPart]:
    """The parts in the order in which they lie."""
    placed = []
    for record in directory.records:
        start = record.offset + directory.shift
        try:
            begin = content_start(content, record, start)
        except BrokenRecordError:
            findings.append(archive_finding("archive.header-differs", record.name))
            continue
        placed.append(_PlacedPart(record, start, begin, begin + record.packed_size))
    return sorted(placed, key=lambda part: part.start)


def _surprises_between(placed: Sequence[_PlacedPart], directory_start: int) -> list[Finding]:
    """Parts that overlap each other or the directory, and bytes that belong to no part."""
    findings = []
    expected = 0
    for start, end, name in [*((part.start, part.end, part.record.name) for part in placed), (directory_start, 0, "")]:
        if start < expected:
            findings.append(archive_finding("archive.overlap", name))
        elif start > expected:
            findings.append(archive_finding("archive.bytes-between" if expected else "archive.bytes-before"))
        expected = max(expected, end)
    return findings


def _unpacked(
    content: bytes, placed: Sequence[_PlacedPart], limits: ArchiveLimits, findings: list[Finding]
) -> dict[str, bytes]:
    """A part that lost its checksum is kept: its digest names it once more."""
    parts: dict[str, bytes] = {}
    unpacker = Unpacker(limits)
    whole = memoryview(content)
    for part in placed:
        name = part.record.name
        try:
            parts[name] = unpacker.content_of(part.record, whole[part.content : part.end])
        except RefusedError as refused:
            findings.append(refused.finding)
            continue
        if zlib.crc32(parts[name]) != part.record.checksum:
            findings.append(archive_finding("archive.part-damaged", name))
    return parts


def _mimetype_findings(placed: Sequence[_PlacedPart], parts: dict[str, bytes]) -> list[Finding]:
    """EN 319 162-1, A.1: ``mimetype`` comes first and is not compressed."""
    first = placed[0].record if placed else None
    if first is None or first.name != MIMETYPE or first.method != STORED:
        return [archive_finding("archive.mimetype-missing", MIMETYPE)]
    if parts.get(MIMETYPE) != MIMETYPE_CONTENT:
        return [archive_finding("archive.mimetype-wrong", MIMETYPE)]
    return []
