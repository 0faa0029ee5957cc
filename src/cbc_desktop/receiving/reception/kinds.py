"""What a file is, by its first bytes, and by its name where those do not tell."""

from __future__ import annotations

from enum import Enum
from pathlib import PurePath

HEAD_BYTES = 1024
"""So many bytes from the beginning are enough."""


class FileKind(Enum):
    PACKAGE = "package"
    PDF = "pdf"
    IMAGE = "image"
    MAIL = "mail"
    OTHER = "other"


_OTHER_ZIPS = frozenset({".xlsx", ".xlsm", ".docx", ".pptx", ".ods", ".odt", ".odp", ".jar", ".apk", ".epub"})
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")
_BY_NAME = {".zip": FileKind.PACKAGE, ".pdf": FileKind.PDF, ".eml": FileKind.MAIL}
"""A package that lost its beginning is still judged as one, so that it is said what is wrong with it."""
_NOBODYS = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})


def kind_of(name: str, head: bytes) -> FileKind:
    suffix = PurePath(name).suffix.casefold()
    if head.startswith(b"PK") and suffix not in _OTHER_ZIPS:
        return FileKind.PACKAGE
    if head[:HEAD_BYTES].lstrip().startswith(b"%PDF-"):
        return FileKind.PDF
    if head.startswith(_IMAGES):
        return FileKind.IMAGE
    return _BY_NAME.get(suffix, FileKind.OTHER)


def is_nobodys(name: str) -> bool:
    """What systems and programs leave in folders by themselves."""
    return name.casefold() in _NOBODYS or name.startswith((".", "~$"))
