"""``dossier.json``: what a revision says about itself, as it is embedded in the signed PDF and read back from it.

The submissions are not inside: the record names each with its digest, and ``revision`` puts the two together. What
depends on the PDF itself cannot be inside either.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import BugError
from cbc_desktop.dossier.identity import DossierIdentity
from cbc_desktop.dossier.revision import Attachment, FrozenForm, IssueFacts, Remark, Revision

FORMAT = 1
"""Raised when an older program could no longer read the record rightly."""


@dataclass(frozen=True, slots=True)
class FormRecord:
    """One form of the revision: ``file`` is the submission's name beside the record, ``digest`` that of its bytes."""

    form_id: str
    version: str
    form_digest: Digest
    instance_id: str
    deprecated_id: str
    file: str
    digest: Digest


@dataclass(frozen=True, slots=True)
class DossierRecord:
    """A revision without its submissions, and who made the record with which program."""

    identity: DossierIdentity
    agency_name: str
    number: int
    replaces: Digest | None
    content_digest: Digest
    finalised_at: datetime
    program_version: str
    trial: bool
    """True when nothing in it is meant: sample answers, or signed with a trial certificate."""
    forms: tuple[FormRecord, ...]
    remarks: tuple[Remark, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    facts: IssueFacts = field(default_factory=IssueFacts)

    def revision(self, submissions: Mapping[str, bytes]) -> Revision:
        """The revision whole; ``submissions`` by file name, already compared with their digests by the caller."""
        return Revision(
            identity=self.identity,
            number=self.number,
            forms=tuple(_frozen(form, submissions[form.file]) for form in self.forms),
            content_digest=self.content_digest,
            finalised_at=self.finalised_at,
            replaces=self.replaces,
            remarks=self.remarks,
            attachments=self.attachments,
            facts=self.facts,
        )


def record_of(
    revision: Revision,
    *,
    agency_name: str,
    program_version: str,
    file_name: Callable[[str], str],
    trial: bool = False,
) -> DossierRecord:
    """``file_name`` gives the plain name of a submission's file from its form id; where files lie is the package's."""
    forms = tuple(_form_record(form, file_name(form.form_id)) for form in revision.forms)
    if len({form.file for form in forms}) < len(forms):
        raise BugError("two forms of the dossier would have the same file name")
    return DossierRecord(
        identity=revision.identity,
        agency_name=agency_name,
        number=revision.number,
        replaces=revision.replaces,
        content_digest=revision.content_digest,
        finalised_at=revision.finalised_at,
        program_version=program_version,
        trial=trial,
        forms=forms,
        remarks=revision.remarks,
        attachments=revision.attachments,
        facts=revision.facts,
    )


def record_to_json(record: DossierRecord) -> bytes:
    """Readable JSON in UTF-8, always in the same order: the same record gives the same bytes."""
    content = {
        "format": FORMAT,
        "program_version": record.program_version,
        "trial": record.trial,
        "campaign": record.identity.campaign_id,
        "agency": {"key": str(record.identity.agency), "name": record.agency_name},
        "dossier": record.identity.dossier_id,
        "revision": record.number,
        "replaces": _text_or_null(record.replaces),
        "content_digest": str(record.content_digest),
        "finalised_at": record.finalised_at.isoformat(),
        "forms": [_form_json(form) for form in record.forms],
        "remarks": [_remark_json(remark) for remark in record.remarks],
        "attachments": [_attachment_json(attachment) for attachment in record.attachments],
        "facts": _facts_json(record.facts),
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _form_record(form: FrozenForm, file: str) -> FormRecord:
    return FormRecord(
        form.form_id,
        form.version,
        form.form_digest,
        form.instance_id,
        form.deprecated_id,
        file,
        Digest.of(form.submission),
    )


def _frozen(form: FormRecord, submission: bytes) -> FrozenForm:
    return FrozenForm(form.form_id, form.version, form.form_digest, form.instance_id, form.deprecated_id, submission)


def _form_json(form: FormRecord) -> dict[str, Any]:
    return {
        "id": form.form_id,
        "version": form.version,
        "form_digest": str(form.form_digest),
        "instance_id": form.instance_id,
        "deprecated_id": form.deprecated_id,
        "file": form.file,
        "sha256": str(form.digest),
    }


def _remark_json(remark: Remark) -> dict[str, Any]:
    return {
        "form": remark.form_id,
        "rid": remark.rid,
        "path": remark.path,
        "kind": remark.kind.value,
        "text": remark.text,
    }


def _attachment_json(attachment: Attachment) -> dict[str, Any]:
    return {
        "name": attachment.name,
        "original_name": attachment.original_name,
        "sha256": str(attachment.digest),
        "size": attachment.size,
    }


def _facts_json(facts: IssueFacts) -> dict[str, Any]:
    return {
        "number": facts.number,
        "symbol": facts.symbol,
        "date": facts.date.isoformat() if facts.date else None,
        "place": facts.place,
        "sent": facts.sent.isoformat() if facts.sent else None,
        "parent_agency": facts.parent_agency,
    }


def _text_or_null(value: Digest | None) -> str | None:
    return None if value is None else str(value)
