"""Takes the bytes of one part out of a stranger's zip, counting while it unpacks and believing no header."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from cbc_desktop.package.archive_findings import RefusedError, archive_finding
from cbc_desktop.package.archive_limits import ArchiveLimits
from cbc_desktop.package.names import refused_name
from cbc_desktop.package.zip_records import DEFLATED, STORED, DirectoryRecord

_STEP = 64 * 1024


@dataclass(slots=True)
class Unpacker:
    """Unpacks part after part within the limits of one archive; ``unpacked`` is the sum so far, in bytes."""

    limits: ArchiveLimits
    unpacked: int = 0

    def content_of(self, record: DirectoryRecord, packed: memoryview) -> bytes:
        """Raises RefusedError. Whether the content has its checksum is left to the caller."""
        _refuse_what_is_no_ordinary_part(record)
        if len(packed) != record.packed_size:
            raise RefusedError(archive_finding("archive.truncated"))
        allowed, beyond = self._allowance(len(packed))
        content = _stored(packed, allowed) if record.method == STORED else _inflated(packed, allowed, record.name)
        if content is None:
            raise RefusedError(archive_finding(beyond, record.name))
        if len(content) != record.size:
            raise RefusedError(archive_finding("archive.header-differs", record.name))
        self.unpacked += len(content)
        return content

    def _allowance(self, packed: int) -> tuple[int, str]:
        """How many bytes this part may become, and what is wrong when it becomes more."""
        return min(
            (self.limits.part_bytes, "archive.part-too-large"),
            (self.limits.total_bytes - self.unpacked, "archive.total-too-large"),
            (max(self.limits.ratio_counts_from, self.limits.ratio * packed), "archive.bomb"),
        )


def _refuse_what_is_no_ordinary_part(record: DirectoryRecord) -> None:
    if finding := refused_name(record.name):
        raise RefusedError(finding)
    if record.encrypted:
        raise RefusedError(archive_finding("archive.encrypted", record.name))
    if not record.ordinary_file:
        raise RefusedError(archive_finding("archive.not-a-file", record.name))
    if record.method not in {STORED, DEFLATED}:
        raise RefusedError(archive_finding("archive.compression-unknown", record.name))


def _stored(packed: memoryview, allowed: int) -> bytes | None:
    return bytes(packed) if len(packed) <= allowed else None


def _inflated(packed: memoryview, allowed: int, name: str) -> bytes | None:
    """None when it becomes more than ``allowed`` bytes; raises RefusedError when it is no deflate stream."""
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    content = bytearray()
    try:
        for start in range(0, len(packed), _STEP):
            content += inflate.decompress(packed[start : start + _STEP], allowed + 1 - len(content))
            if len(content) > allowed:
                return None
    except zlib.error as error:
        raise RefusedError(archive_finding("archive.part-damaged", name)) from error
    if not inflate.eof or inflate.unused_data:
        raise RefusedError(archive_finding("archive.part-damaged", name))
    return bytes(content)
