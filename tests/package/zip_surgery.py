"""Archives that no honest program makes: for tests of what a reader must notice."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping
from datetime import datetime

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.package.archive import build_archive
from cbc_desktop.package.layout import MIMETYPE, MIMETYPE_CONTENT

NOON = datetime(2022, 3, 15, 12, 0, 0, tzinfo=VIETNAM)
PARTS = {
    "bao-cao.pdf": b"%PDF-1.7 a document",
    "bao-cao.xlsx": b"PK a workbook",
    "submissions/khao-sat.xml": b"<data id='khao-sat'/>",
    "dossier.json": b"{}",
    "media/anh-1.jpg": b"\xff\xd8 a picture",
}


def honest() -> bytes:
    return build_archive(PARTS, NOON)


def zipped(entries: Mapping[str, bytes] | list[tuple[str | zipfile.ZipInfo, bytes]], method: int = 0) -> bytes:
    """By Python's own zipfile, with our mimetype first; a list may hold a name twice."""
    pairs = list(entries.items()) if isinstance(entries, Mapping) else entries
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(MIMETYPE, MIMETYPE_CONTENT)
        for name, content in pairs:
            archive.writestr(name, content, method)
    return file.getvalue()


def renamed(archive: bytes, name: str, other: bytes) -> bytes:
    """The same archive with a name of the same length in its place, in both headers."""
    assert len(name) == len(other)
    assert archive.count(name.encode()) >= 2
    return archive.replace(name.encode(), other)


def with_field(archive: bytes, name: str, *, local: int | None, central: int, form: str, value: int) -> bytes:
    """One header field of a part overwritten: offsets from the beginning of the local and of the central record."""
    changed = bytearray(archive)
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        start = opened.getinfo(name).header_offset
    if local is not None:
        struct.pack_into(form, changed, start + local, value)
    struct.pack_into(form, changed, archive.rindex(name.encode()) - 46 + central, value)
    return bytes(changed)
