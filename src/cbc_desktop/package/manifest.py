"""What a package says it holds: names, media types and digests, as an ASiC manifest and as ``SHA256SUMS``.

The manifest is that of ETSI EN 319 162-1, A.4 (DataObjectReference), with the revision as an extension of ours;
``SHA256SUMS`` says the same to ``sha256sum -c``.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass

from cbc_desktop.base import xml
from cbc_desktop.base.digests import Digest
from cbc_desktop.dossier.record_reading import BadDossierRecord, record_from_json
from cbc_desktop.package.archive_limits import LARGEST_TEXT
from cbc_desktop.package.layout import CONTAINER_SIGNATURE, RECORD, SUMS, data_names, in_order, media_type_of

ASIC = "http://uri.etsi.org/02918/v1.2.1#"
DSIG = "http://www.w3.org/2000/09/xmldsig#"
CBC = "urn:cbc-desktop:package"
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"

_SUMS_LINE = re.compile(r"([0-9a-f]{64}) [ *]([^\n]+)")


class UnreadableManifestError(Exception):
    """The manifest or the list of sums is not what we write; the text says why, for the log."""


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """One part: what a receiver can check without knowing what it is."""

    name: str
    media_type: str
    digest: Digest


@dataclass(frozen=True, slots=True)
class ManifestRevision:
    """Which revision the package holds; ``replaces`` is the content digest of the one before, None for the first."""

    number: int
    content: Digest
    replaces: Digest | None


@dataclass(frozen=True, slots=True)
class Manifest:
    """The parts in the order of the archive; ``signature`` names the container's signature, "" without one.

    ``revision`` is None where the package has no readable record, and in packages of older programs.
    """

    entries: tuple[ManifestEntry, ...]
    signature: str = ""
    revision: ManifestRevision | None = None

    @classmethod
    def of(cls, parts: Mapping[str, bytes], *, signed: bool) -> Manifest:
        """The manifest over the data parts and the ``SHA256SUMS`` that belongs to them."""
        covered = {name: parts[name] for name in data_names(parts)}
        covered[SUMS] = sums_of(parts)
        entries = tuple(
            ManifestEntry(name, media_type_of(name), Digest.of(covered[name])) for name in in_order(covered)
        )
        return cls(entries, CONTAINER_SIGNATURE if signed else "", revision_in(parts))

    @classmethod
    def from_xml(cls, content: bytes) -> Manifest:
        """Raises UnreadableManifestError."""
        root = _parsed(content)
        entries = tuple(_entry(node) for node in root.iterchildren(f"{{{ASIC}}}DataObjectReference"))
        signature = root.find(f"{{{ASIC}}}SigReference")
        return cls(entries, "" if signature is None else signature.get("URI", ""), _revision(root))

    def to_xml(self) -> bytes:
        """SigReference is there only when the container is signed, so that a removed signature is missed."""
        root = xml.element(f"{{{ASIC}}}ASiCManifest", namespaces={"asic": ASIC, "ds": DSIG, "cbc": CBC})
        if self.signature:
            attributes = {"URI": self.signature, "MimeType": media_type_of(self.signature)}
            xml.SubElement(root, f"{{{ASIC}}}SigReference", attributes)
        for entry in self.entries:
            attributes = {"URI": entry.name, "MimeType": entry.media_type}
            reference = xml.SubElement(root, f"{{{ASIC}}}DataObjectReference", attributes)
            xml.SubElement(reference, f"{{{DSIG}}}DigestMethod", {"Algorithm": SHA256})
            xml.SubElement(reference, f"{{{DSIG}}}DigestValue").text = _base64(entry.digest)
        if self.revision:
            _add_revision(root, self.revision)
        return xml.serialise(root)

    def digests(self) -> dict[str, Digest]:
        return {entry.name: entry.digest for entry in self.entries}


def revision_in(parts: Mapping[str, bytes]) -> ManifestRevision | None:
    """As the record among the parts says it."""
    try:
        record = record_from_json(parts.get(RECORD, b""))
    except BadDossierRecord:
        return None
    return ManifestRevision(record.number, record.content_digest, record.replaces)


def sums_of(parts: Mapping[str, bytes]) -> bytes:
    """``SHA256SUMS`` over every data part, for ``sha256sum -c``."""
    return "".join(f"{Digest.of(parts[name])}  {name}\n" for name in data_names(parts)).encode("ascii")


def digests_from_sums(content: bytes) -> dict[str, Digest]:
    """Raises UnreadableManifestError."""
    _refuse_endless(content)
    try:
        lines = content.decode("ascii").splitlines()
    except UnicodeDecodeError as error:
        raise UnreadableManifestError("not ASCII") from error
    digests: dict[str, Digest] = {}
    for line in lines:
        match = _SUMS_LINE.fullmatch(line)
        if match is None or match[2] in digests:
            raise UnreadableManifestError(f"line {len(digests) + 1}")
        digests[match[2]] = Digest(match[1])
    return digests


def _add_revision(root: xml.Element, revision: ManifestRevision) -> None:
    extensions = xml.SubElement(root, f"{{{ASIC}}}ASiCManifestExtensions")
    extension = xml.SubElement(extensions, f"{{{ASIC}}}Extension", {"Critical": "false"})
    attributes = {"Number": str(revision.number), "ContentDigest": str(revision.content)}
    if revision.replaces:
        attributes["Replaces"] = str(revision.replaces)
    xml.SubElement(extension, f"{{{CBC}}}Revision", attributes)


def _revision(root: xml.Element) -> ManifestRevision | None:
    node = root.find(f"{{{ASIC}}}ASiCManifestExtensions/{{{ASIC}}}Extension/{{{CBC}}}Revision")
    if node is None:
        return None
    try:
        replaces = node.get("Replaces")
        digest = Digest(node.get("ContentDigest", ""))
        return ManifestRevision(int(node.get("Number", "")), digest, Digest(replaces) if replaces else None)
    except ValueError as error:
        raise UnreadableManifestError("a revision that cannot be read") from error


def _refuse_endless(content: bytes) -> None:
    if len(content) > LARGEST_TEXT:
        raise UnreadableManifestError("too large")


def _parsed(content: bytes) -> xml.Element:
    _refuse_endless(content)
    try:
        root = xml.parse(content)
    except xml.XmlSyntaxError as error:
        raise UnreadableManifestError(str(error)) from error
    if root.tag != f"{{{ASIC}}}ASiCManifest":
        raise UnreadableManifestError(f"root element {root.tag}")
    names = [node.get("URI") for node in root.iterchildren(f"{{{ASIC}}}DataObjectReference")]
    if len(names) != len(set(names)):
        raise UnreadableManifestError("a part is listed twice")
    return root


def _entry(node: xml.Element) -> ManifestEntry:
    method = node.find(f"{{{DSIG}}}DigestMethod")
    if method is None or method.get("Algorithm") != SHA256:
        raise UnreadableManifestError("a digest that is not SHA-256")
    return ManifestEntry(node.get("URI", ""), node.get("MimeType", ""), _digest(node))


def _digest(node: xml.Element) -> Digest:
    text = node.findtext(f"{{{DSIG}}}DigestValue") or ""
    try:
        return Digest(base64.b64decode(text, validate=True).hex())
    except (binascii.Error, ValueError) as error:
        raise UnreadableManifestError("a digest that cannot be read") from error


def _base64(digest: Digest) -> str:
    return base64.b64encode(bytes.fromhex(digest.hexadecimal)).decode("ascii")
