"""Where each part of a package lies: the ASiC-E container of ETSI EN 319 162-1, 4.4, with our parts in it.

``mimetype``, ``<name>.pdf``, ``<name>.xlsx``, ``submissions/<form>.xml``, ``dossier.json``, ``outgoing.xml``,
``media/<name>``, ``scans/<name>``, ``signed/<name>``, ``SHA256SUMS``, ``META-INF/ASiCManifest001.xml`` and, when the
container is signed, ``META-INF/signature001.p7s``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from pathlib import PurePosixPath

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.text import ascii_name
from cbc_desktop.package.names import refused_name

MIMETYPE = "mimetype"
MIMETYPE_CONTENT = b"application/vnd.etsi.asic-e+zip"
RECORD = "dossier.json"
OUTGOING = "outgoing.xml"
SUBMISSIONS = "submissions/"
MEDIA = "media/"
SCANS = "scans/"
SIGNED_COPIES = "signed/"
SUMS = "SHA256SUMS"
MANIFEST = "META-INF/ASiCManifest001.xml"
CONTAINER_SIGNATURE = "META-INF/signature001.p7s"


class Role(Enum):
    """What a part is for, in the order in which parts lie in the archive."""

    MIMETYPE = "mimetype"
    DOCUMENT = "document"
    """The signed PDF: the authority (decision 7)."""
    WORKBOOK = "workbook"
    SUBMISSION = "submission"
    RECORD = "record"
    OUTGOING = "outgoing document"
    """What document systems register of it."""
    MEDIA = "media"
    SCAN = "scan"
    """Of the paper, signed or stamped by hand."""
    SIGNED_COPY = "signed copy"
    """Of an attached PDF, with the agency's signature."""
    SUMS = "sums"
    MANIFEST = "manifest"
    CONTAINER_SIGNATURE = "container signature"


DATA_ROLES = (
    *(Role.DOCUMENT, Role.WORKBOOK, Role.SUBMISSION, Role.RECORD),
    *(Role.OUTGOING, Role.MEDIA, Role.SCAN, Role.SIGNED_COPY),
)
EMBEDDED_ROLES = (Role.WORKBOOK, Role.SUBMISSION, Role.RECORD)
"""What the signed PDF embeds; attachments are vouched for by their digests in the record."""

_ORDER: dict[Role | None, int] = {role: position for position, role in enumerate((*Role, None))}
_PATTERNS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.MIMETYPE, re.compile(re.escape(MIMETYPE))),
    (Role.RECORD, re.compile(re.escape(RECORD))),
    (Role.OUTGOING, re.compile(re.escape(OUTGOING))),
    (Role.SUMS, re.compile(re.escape(SUMS))),
    (Role.MANIFEST, re.compile(re.escape(MANIFEST))),
    (Role.CONTAINER_SIGNATURE, re.compile(re.escape(CONTAINER_SIGNATURE))),
    (Role.DOCUMENT, re.compile(r"[^/]+\.pdf")),
    (Role.WORKBOOK, re.compile(r"[^/]+\.xlsx")),
    (Role.SUBMISSION, re.compile(re.escape(SUBMISSIONS) + r"[^/]+\.xml")),
    (Role.MEDIA, re.compile(re.escape(MEDIA) + r"[^/]+")),
    (Role.SCAN, re.compile(re.escape(SCANS) + r"[^/]+")),
    (Role.SIGNED_COPY, re.compile(re.escape(SIGNED_COPIES) + r"[^/]+")),
)
_MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xml": "application/xml",
    ".json": "application/json",
    ".p7s": "application/pkcs7-signature",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".csv": "text/csv",
    ".txt": "text/plain",
    "": "text/plain",
}


def role_of(name: str) -> Role | None:
    """What the part is for, None when packages have no place for it."""
    return next((role for role, pattern in _PATTERNS if pattern.fullmatch(name)), None)


def media_type_of(name: str) -> str:
    """From a table of our own: the system's differs from machine to machine, and manifests must repeat."""
    return _MEDIA_TYPES.get(PurePosixPath(name).suffix.casefold(), "application/octet-stream")


def in_order(names: Iterable[str]) -> list[str]:
    """The names as they lie in the archive; strangers come last."""
    return sorted(names, key=lambda name: (_ORDER[role_of(name)], name))


def names_of(role: Role, names: Iterable[str]) -> list[str]:
    return sorted(name for name in names if role_of(name) is role)


def data_names(names: Iterable[str]) -> list[str]:
    """The parts that people made; what remains is the container's own."""
    return [name for name in in_order(names) if role_of(name) in DATA_ROLES]


def submission_file(form_id: str) -> str:
    """The file name of a form's submission; an id that is no ordinary name gets one from its letters and digest."""
    name = f"{form_id}.xml"
    if form_id[:1].isalnum() and "/" not in form_id and refused_name(name) is None:
        return name
    return f"{ascii_name(form_id)[:60] or 'form'}-{str(Digest.of(form_id.encode()))[:8]}.xml"


def submission_part(file: str) -> str:
    """Where a submission lies; ``file`` is its name in the record and in the PDF."""
    return f"{SUBMISSIONS}{file}"


def media_part(attachment: str) -> str:
    return f"{MEDIA}{attachment}"


def scan_part(file: str) -> str:
    return f"{SCANS}{file}"


def signed_copy_part(attachment: str) -> str:
    """``attachment`` is the name that the attached file itself has in ``media/``."""
    return f"{SIGNED_COPIES}{attachment}"


def place_of_embedded(name: str) -> str:
    """Where a file that the PDF embeds lies in the package; "" for what has no place there."""
    places = (folder + name for folder in ("", SUBMISSIONS))
    return next((place for place in places if role_of(place) in EMBEDDED_ROLES), "")


def embedded_name(name: str) -> str:
    """The name of a part inside the PDF, where viewers save attachments side by side in one folder."""
    return PurePosixPath(name).name
