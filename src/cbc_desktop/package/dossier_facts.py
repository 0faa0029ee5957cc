"""Facts about the dossier itself: the record, and whether submissions and attachments are those that it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cbc_desktop.base import xml
from cbc_desktop.base.digests import Digest
from cbc_desktop.dossier.digest import content_digest
from cbc_desktop.dossier.record import DossierRecord, FormRecord
from cbc_desktop.dossier.record_reading import BadDossierRecord, record_from_json
from cbc_desktop.dossier.revision import Attachment, Revision
from cbc_desktop.package.archive_limits import LARGEST_TEXT
from cbc_desktop.package.facts import Fact, FactCode
from cbc_desktop.package.layout import RECORD, media_part, submission_part

MOST_ANSWERS, MOST_ATTRIBUTES = 300_000, 1_000
"""Elements of one submission, and attributes of one of them, which take time by their square; honest ones have some
ten thousand, and three."""


@dataclass(frozen=True, slots=True)
class DossierFiles:
    """The files of one dossier by their own names; ``media`` is None where they do not travel (inside a PDF)."""

    record: bytes
    submissions: Mapping[str, bytes]
    media: Mapping[str, bytes] | None


@dataclass(frozen=True, slots=True)
class JudgedDossier:
    """What could be read: ``revision`` is None when a submission is missing or not the one that is meant."""

    facts: tuple[Fact, ...]
    record: DossierRecord | None = None
    revision: Revision | None = None


def dossier_in(embedded: Mapping[str, bytes]) -> DossierFiles:
    """The dossier's files inside a PDF; the record must be among them. Attachments do not travel there."""
    submissions = {name: content for name, content in embedded.items() if name.endswith(".xml")}
    return DossierFiles(embedded[RECORD], submissions, None)


def judged_dossier(files: DossierFiles) -> JudgedDossier:
    if len(files.record) > LARGEST_TEXT:
        return JudgedDossier((Fact.of(FactCode.RECORD_READABLE, False, RECORD, "too-large"),))
    try:
        record = record_from_json(files.record)
    except BadDossierRecord as error:
        return JudgedDossier((Fact(FactCode.RECORD_READABLE, RECORD, False, error.message),))
    facts = [Fact.of(FactCode.RECORD_READABLE, True, RECORD), _consistency(record)]
    submissions = [_submission_fact(form, files.submissions.get(form.file)) for form in record.forms]
    facts += submissions
    facts += [_media_fact(attachment, files.media) for attachment in record.attachments]
    if not all(fact.holds for fact in submissions):
        return JudgedDossier(tuple(facts), record)
    revision = record.revision(files.submissions)
    return JudgedDossier((*facts, _content_fact(revision)), record, revision)


def names_in(record: DossierRecord) -> frozenset[str]:
    """The parts of a package that this record names."""
    submissions = {submission_part(form.file) for form in record.forms}
    return frozenset(submissions | {media_part(attachment.name) for attachment in record.attachments})


def _consistency(record: DossierRecord) -> Fact:
    """The first revision replaces nothing, every later one names what it replaces (decision 3)."""
    chained = (record.replaces is None) == (record.number == 1)
    reason = "" if record.forms else "no-forms"
    holds = chained and bool(record.forms)
    return Fact.of(FactCode.REVISION_CONSISTENT, holds, RECORD, reason, number=record.number)


def _submission_fact(form: FormRecord, submission: bytes | None) -> Fact:
    wrong = _what_is_wrong(form, submission)
    return Fact.of(FactCode.SUBMISSION_MATCHES, not wrong, submission_part(form.file), wrong)


def _what_is_wrong(form: FormRecord, submission: bytes | None) -> str:
    """The reason, as the sentences name it; "" when nothing is wrong."""
    if submission is None:
        return "missing"
    if len(submission) > LARGEST_TEXT:
        return "too-large"
    if Digest.of(submission) != form.digest:
        return "digest"
    try:
        root = xml.parse(submission)
        if _is_endless(root):
            return "too-large"
        xml.canonical(root)  # without a canonical form it has no content digest either
    except xml.XmlSyntaxError:
        return "unreadable"
    if (root.get("id"), root.get("version", "")) != (form.form_id, form.version):
        return "form"
    named = _meta(root, "instanceID"), _meta(root, "deprecatedID")
    return "" if named == (form.instance_id, form.deprecated_id) else "instance"


def _is_endless(root: xml.Element) -> bool:
    return any(
        number > MOST_ANSWERS or len(node.attrib) > MOST_ATTRIBUTES for number, node in enumerate(root.iter(), start=1)
    )


def _meta(root: xml.Element, name: str) -> str:
    """A leaf of the submission's ``meta`` block, in whatever namespace (ODK XForms, "Metadata"); "" without one."""
    for block in (child for child in root.iterchildren("{*}meta")):
        for leaf in block.iterchildren(f"{{*}}{name}"):
            return (leaf.text or "").strip()
    return ""


def _content_fact(revision: Revision) -> Fact:
    actual = content_digest(revision.identity, revision.forms, revision.remarks, revision.attachments)
    return Fact.of(FactCode.CONTENT_DIGEST_RIGHT, actual == revision.content_digest, RECORD)


def _media_fact(attachment: Attachment, media: Mapping[str, bytes] | None) -> Fact:
    part = media_part(attachment.name)
    if media is None:
        return Fact.of(FactCode.MEDIA_MATCHES, None, part)
    content = media.get(attachment.name)
    if content is None:
        return Fact.of(FactCode.MEDIA_MATCHES, False, part, "missing")
    same = len(content) == attachment.size and Digest.of(content) == attachment.digest
    return Fact.of(FactCode.MEDIA_MATCHES, same, part)
