"""The records of a zip file, to and from bytes (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16)."""

from __future__ import annotations

import stat
import struct
import zlib
from dataclasses import dataclass
from datetime import datetime

from cbc_desktop.base.clock import VIETNAM

STORED = 0
DEFLATED = 8
END_SIZE = 22
END_SIGNATURE = b"PK\x05\x06"
LOCAL_SIGNATURE = b"PK\x03\x04"

_CENTRAL_SIGNATURE = b"PK\x01\x02"
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION_NEEDED = 20
_MADE_ON_UNIX = (3 << 8) | _VERSION_NEEDED
_ORDINARY_FILE = (stat.S_IFREG | 0o644) << 16
_DOS_EPOCH = datetime(1980, 1, 1, tzinfo=VIETNAM)
_LAST_DOS_YEAR = 2107
_ENCRYPTED = 0x0001 | 0x0040 | 0x2000  # APPNOTE 4.4.4: traditional, strong, masked header values


class BrokenRecordError(Exception):
    """The bytes are not the record that should lie here."""


@dataclass(frozen=True, slots=True)
class StoredPart:
    """One part as we write it: never compressed, so that its bytes do not depend on a zlib version."""

    name: str
    content: bytes
    moment: datetime

    def local_header(self) -> bytes:
        name = self.name.encode("ascii")
        return _LOCAL.pack(LOCAL_SIGNATURE, _VERSION_NEEDED, *self._common(), len(name), 0) + name

    def central_record(self, offset: int) -> bytes:
        name = self.name.encode("ascii")
        versions = (_MADE_ON_UNIX, _VERSION_NEEDED)
        rest = (len(name), 0, 0, 0, 0, _ORDINARY_FILE, offset)
        return _CENTRAL.pack(_CENTRAL_SIGNATURE, *versions, *self._common(), *rest) + name

    def _common(self) -> tuple[int, ...]:
        """Flags, method, time, date, checksum and both sizes, as both headers have them."""
        size = len(self.content)
        return 0, STORED, *_dos_time(self.moment), zlib.crc32(self.content), size, size


@dataclass(frozen=True, slots=True)
class DirectoryRecord:
    """What the directory at the end says of one part; everything in it is a stranger's claim."""

    raw_name: bytes
    flags: int
    method: int
    checksum: int
    packed_size: int
    size: int
    attributes: int
    offset: int

    @property
    def name(self) -> str:
        """For people and for the rules of names: bytes outside ASCII stay letters outside ASCII."""
        return self.raw_name.decode("utf-8", "replace")

    @property
    def encrypted(self) -> bool:
        return bool(self.flags & _ENCRYPTED)

    @property
    def ordinary_file(self) -> bool:
        """False for symbolic links, folders and devices; programs on Windows leave the Unix mode empty."""
        return stat.S_IFMT(self.attributes >> 16) in {0, stat.S_IFREG}


@dataclass(frozen=True, slots=True)
class EndRecord:
    """Where the directory lies; ``ordinary`` is False for several disks and for ZIP64."""

    count: int
    directory_size: int
    directory_offset: int
    comment_length: int
    ordinary: bool


def end_record(count: int, directory_size: int, directory_offset: int) -> bytes:
    return _END.pack(END_SIGNATURE, 0, 0, count, count, directory_size, directory_offset, 0)


def read_end_record(content: bytes, position: int) -> EndRecord:
    """Raises BrokenRecordError."""
    fields = _unpacked(_END, END_SIGNATURE, content, position)
    disk, directory_disk, here, count, size, offset, comment = fields
    ordinary = disk == directory_disk == 0 and here == count < 0xFFFF and max(size, offset) < 0xFFFFFFFF
    return EndRecord(count, size, offset, comment, ordinary)


def read_directory_record(content: bytes, position: int) -> tuple[DirectoryRecord, int]:
    """The record and where the next one begins; raises BrokenRecordError."""
    fields = _unpacked(_CENTRAL, _CENTRAL_SIGNATURE, content, position)
    _, _, flags, method, _, _, checksum, packed, size, name_length, extra, comment, _, _, attributes, offset = fields
    name_start = position + _CENTRAL.size
    name = content[name_start : name_start + name_length]
    following = name_start + name_length + extra + comment
    if following > len(content):
        raise BrokenRecordError("the directory ends too early")
    return DirectoryRecord(name, flags, method, checksum, packed, size, attributes, offset), following


def content_start(content: bytes, record: DirectoryRecord, position: int) -> int:
    """Where a part's bytes begin; raises BrokenRecordError when its own header is not there or says otherwise."""
    fields = _unpacked(_LOCAL, LOCAL_SIGNATURE, content, position)
    _, flags, method, _, _, checksum, packed, size, name_length, extra = fields
    name_start = position + _LOCAL.size
    name = content[name_start : name_start + name_length]
    claimed = (record.raw_name, record.flags, record.method, record.checksum, record.packed_size, record.size)
    if (name, flags, method, checksum, packed, size) != claimed:
        raise BrokenRecordError("a part's header differs from the directory")
    return name_start + name_length + extra


def _unpacked(record: struct.Struct, signature: bytes, content: bytes, position: int) -> tuple[int, ...]:
    try:
        found, *fields = record.unpack_from(content, position)
    except struct.error as error:
        raise BrokenRecordError("the file ends too early") from error
    if found != signature:
        raise BrokenRecordError("another record")
    return tuple(fields)


def _dos_time(moment: datetime) -> tuple[int, int]:
    """Time and date of APPNOTE 4.4.6, told in Vietnam's time zone; what zip cannot tell becomes 1980."""
    if not _DOS_EPOCH.year < moment.year < _LAST_DOS_YEAR:
        moment = _DOS_EPOCH
    local = moment.astimezone(VIETNAM)
    time = local.hour << 11 | local.minute << 5 | local.second // 2
    return time, (local.year - _DOS_EPOCH.year) << 9 | local.month << 5 | local.day
