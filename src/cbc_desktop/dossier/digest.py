"""The content digest: decides whether two revisions say the same, and chains revisions (decision 3).

It covers what was answered, remarked and attached; not when, in which order, under which instanceID or signed by whom.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from cbc_desktop.base import xml
from cbc_desktop.base.digests import Digest
from cbc_desktop.dossier.identity import DossierIdentity
from cbc_desktop.dossier.revision import Attachment, FrozenForm, Remark, RemarkKind

FORMAT = 1
"""Raised when the rule below changes, so that an old digest is never compared with one made by another rule."""


def content_digest(
    identity: DossierIdentity,
    forms: Iterable[FrozenForm],
    remarks: Iterable[Remark] = (),
    attachments: Iterable[Attachment] = (),
) -> Digest:
    """SHA-256 of the canonical JSON of the content; raises ``xml.XmlSyntaxError`` for a submission that is not XML."""
    remarks = tuple(remarks)
    content = {
        "format": FORMAT,
        "campaign": identity.campaign_id,
        "agency": str(identity.agency),
        "forms": {form.form_id: _form(form) for form in forms},
        "notes": _texts(remarks, RemarkKind.NOTE),
        "explanations": _texts(remarks, RemarkKind.EXPLANATION),
        "media": {attachment.name: str(attachment.digest) for attachment in attachments},
    }
    files = _texts(remarks, RemarkKind.FILES)
    return Digest.of(canonical_json({**content, "files": files} if files else content))


def submission_digest(submission: bytes) -> Digest:
    """SHA-256 of the exclusive C14N of the submission without its ``meta`` (instanceID, deprecatedID, times)."""
    root = xml.parse(submission)
    for child in [child for child in root if isinstance(child.tag, str) and xml.local_name(child) == "meta"]:
        root.remove(child)
    return Digest.of(xml.canonical(root))


def canonical_json(content: object) -> bytes:
    """Sorted keys, no spaces, UTF-8: equal content gives equal bytes."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _form(form: FrozenForm) -> dict[str, str]:
    return {"version": form.version, "submission": str(submission_digest(form.submission))}


def _texts(remarks: tuple[Remark, ...], kind: RemarkKind) -> list[list[str]]:
    return sorted([remark.form_id, remark.rid, remark.path, remark.text] for remark in remarks if remark.kind is kind)
