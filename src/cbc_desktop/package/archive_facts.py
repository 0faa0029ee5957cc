"""Facts about the container: its structure, its parts, and the digests that it gives of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.findings import Finding
from cbc_desktop.package.archive import first_difference
from cbc_desktop.package.facts import Fact, FactCode
from cbc_desktop.package.layout import MANIFEST, SUMS, Role, data_names, in_order, names_of, role_of
from cbc_desktop.package.manifest import Manifest, UnreadableManifestError, digests_from_sums, revision_in

_REQUIRED: Mapping[Role, str] = {
    Role.DOCUMENT: "*.pdf",
    Role.WORKBOOK: "*.xlsx",
    Role.SUBMISSION: "submissions/*.xml",
    Role.RECORD: "dossier.json",
    Role.SUMS: SUMS,
    Role.MANIFEST: MANIFEST,
}
_ONLY_ONE = {Role.DOCUMENT, Role.WORKBOOK}


def soundness(findings: tuple[Finding, ...]) -> list[Fact]:
    """Each finding of the reader is a fact that does not hold."""
    wrong = [Fact(FactCode.ARCHIVE_SOUND, finding.where, False, finding.message) for finding in findings]
    return wrong or [Fact.of(FactCode.ARCHIVE_SOUND, True)]


def canonical_form(archive: bytes, parts: Mapping[str, bytes], finalised_at: datetime) -> Fact:
    """The archive is rebuilt from its parts: one changed byte of its own structure is noticed too."""
    different = first_difference(archive, parts, finalised_at)
    if different is None:
        return Fact.of(FactCode.ARCHIVE_CANONICAL, True)
    return Fact.of(FactCode.ARCHIVE_CANONICAL, False, different, reason="" if different else "end")


def presence(parts: Mapping[str, bytes]) -> list[Fact]:
    counts = {role: len(names_of(role, parts)) for role in _REQUIRED}
    missing = [Fact.of(FactCode.PART_PRESENT, False, _REQUIRED[role]) for role, count in counts.items() if not count]
    several = [
        Fact.of(FactCode.PART_PRESENT, False, _REQUIRED[role], "several") for role in _ONLY_ONE if counts[role] > 1
    ]
    return missing + several or [Fact.of(FactCode.PART_PRESENT, True)]


def strangers(parts: Mapping[str, bytes], of_the_dossier: frozenset[str] | None) -> list[Fact]:
    """Parts without a place, and submissions and media beside ``of_the_dossier``; None when no record could be read."""
    found = [
        Fact.of(FactCode.UNEXPECTED_PART, False, name) for name in in_order(parts) if _strange(name, of_the_dossier)
    ]
    return found or [Fact.of(FactCode.UNEXPECTED_PART, True)]


def manifest_facts(parts: Mapping[str, bytes]) -> list[Fact]:
    """What the ASiC manifest lists against what there is; nothing when there is no manifest (see ``presence``)."""
    if MANIFEST not in parts:
        return []
    try:
        manifest = Manifest.from_xml(parts[MANIFEST])
    except UnreadableManifestError:
        return [Fact.of(FactCode.MANIFEST_READABLE, False, MANIFEST)]
    listed = manifest.digests()
    covered = [name for name in in_order(parts) if name in {SUMS, *data_names(parts)}]
    return [*_completeness(listed, covered, parts), *_revision(manifest, parts), *_digests(listed, parts)]


def sums_facts(parts: Mapping[str, bytes]) -> list[Fact]:
    """The same for ``SHA256SUMS``, which people check without our program."""
    if SUMS not in parts:
        return []
    try:
        listed = digests_from_sums(parts[SUMS])
    except UnreadableManifestError:
        return [Fact.of(FactCode.SUMS_READABLE, False, SUMS)]
    actual = {name: Digest.of(parts[name]) for name in data_names(parts)}
    wrong = [name for name in in_order({*listed, *actual}) if listed.get(name) != actual.get(name)]
    return [Fact.of(FactCode.SUMS_MATCH, False, name) for name in wrong] or [Fact.of(FactCode.SUMS_MATCH, True)]


def _strange(name: str, of_the_dossier: frozenset[str] | None) -> bool:
    role = role_of(name)
    if role in {Role.SUBMISSION, Role.MEDIA}:
        return of_the_dossier is not None and name not in of_the_dossier
    return role is None


def _completeness(listed: Mapping[str, Digest], covered: list[str], parts: Mapping[str, bytes]) -> list[Fact]:
    missing = [
        Fact.of(FactCode.MANIFEST_COMPLETE, False, name, "missing") for name in in_order(listed) if name not in parts
    ]
    unlisted = [Fact.of(FactCode.MANIFEST_COMPLETE, False, name) for name in covered if name not in listed]
    return missing + unlisted or [Fact.of(FactCode.MANIFEST_COMPLETE, True)]


def _revision(manifest: Manifest, parts: Mapping[str, bytes]) -> list[Fact]:
    """Nothing for a manifest that names no revision, as older programs wrote it."""
    if manifest.revision is None or manifest.revision == revision_in(parts):
        return []
    return [Fact.of(FactCode.MANIFEST_COMPLETE, False, MANIFEST, "revision", number=manifest.revision.number)]


def _digests(listed: Mapping[str, Digest], parts: Mapping[str, bytes]) -> Iterator[Fact]:
    for name in in_order(listed):
        if name in parts:
            yield Fact.of(FactCode.DIGEST_MATCHES, Digest.of(parts[name]) == listed[name], name)
