"""Reads ``dossier.json`` from anybody: every field is judged before it becomes a value.

Whatever the bytes are, nothing but ``BadDossierRecord`` is raised.
"""

from __future__ import annotations

import re
from datetime import date

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.json_fields import JsonFields, NotJsonError, WrongFieldError
from cbc_desktop.base.message import Message
from cbc_desktop.dossier.identity import AgencyKey, DossierIdentity
from cbc_desktop.dossier.record import FORMAT, DossierRecord, FormRecord
from cbc_desktop.dossier.revision import Attachment, IssueFacts, Remark, RemarkKind

NOT_JSON = Message(
    "Tệp “dossier.json” không đọc được, có thể đã bị hỏng. Hãy đề nghị đơn vị gửi lại gói hồ sơ.",
    "“dossier.json” cannot be read; it may be damaged. Ask the sender to send the package again.",
)
NEWER = Message(
    "Hồ sơ này được tạo bằng phiên bản mới hơn của phần mềm (định dạng {format}). Hãy cập nhật phần mềm rồi mở lại.",
    "This dossier was made by a newer version of the program (format {format}). Update the program and open it again.",
)
WRONG_FIELD = Message(
    "Tệp “dossier.json” không đúng ở mục “{field}”. Hãy đề nghị đơn vị gửi lại gói hồ sơ.",
    "“dossier.json” is not right at “{field}”. Ask the sender to send the package again.",
)

_FILE_NAME = re.compile(r"(?!\.)[^/\\:\x00-\x1f]{1,200}")


class BadDossierRecord(UserFacingError):  # noqa: N818 - named after the fact
    """The bytes are not a record that this program understands; the message says why."""


def record_from_json(content: bytes) -> DossierRecord:
    """The record; raises BadDossierRecord for everything else, a newer format included."""
    try:
        return _record(JsonFields.of(content))
    except NotJsonError as error:
        raise BadDossierRecord(NOT_JSON) from error
    except WrongFieldError as error:
        raise BadDossierRecord(WRONG_FIELD.filled(field=error.field)) from error


def _record(fields: JsonFields) -> DossierRecord:
    if fields.number("format", smallest=1) > FORMAT:
        raise BadDossierRecord(NEWER.filled(format=fields.number("format")))
    agency = fields.inside("agency")
    return DossierRecord(
        identity=DossierIdentity(
            fields.text("campaign"), agency.converted("key", AgencyKey.parse), fields.text("dossier")
        ),
        agency_name=agency.text("name"),
        number=fields.number("revision", smallest=1),
        replaces=fields.optional("replaces", Digest),
        content_digest=fields.converted("content_digest", Digest),
        finalised_at=fields.moment("finalised_at"),
        program_version=fields.text("program_version"),
        trial=fields.truth("trial"),
        forms=_forms(fields),
        remarks=tuple(map(_remark, fields.each("remarks"))),
        attachments=_attachments(fields),
        facts=_facts(fields.inside("facts")),
    )


def _forms(fields: JsonFields) -> tuple[FormRecord, ...]:
    forms = tuple(map(_form, fields.each("forms")))
    fields.require_different("forms", [form.form_id for form in forms])
    fields.require_different("forms", [form.file for form in forms])
    return forms


def _attachments(fields: JsonFields) -> tuple[Attachment, ...]:
    attachments = tuple(map(_attachment, fields.each("attachments")))
    fields.require_different("attachments", [attachment.name for attachment in attachments])
    return attachments


def _form(fields: JsonFields) -> FormRecord:
    return FormRecord(
        form_id=fields.text("id"),
        version=fields.text("version"),
        form_digest=fields.converted("form_digest", Digest),
        instance_id=fields.text("instance_id"),
        deprecated_id=fields.text("deprecated_id"),
        file=fields.converted("file", _file_name),
        digest=fields.converted("sha256", Digest),
    )


def _remark(fields: JsonFields) -> Remark:
    return Remark(
        form_id=fields.text("form"),
        rid=fields.text("rid"),
        path=fields.text("path"),
        kind=fields.converted("kind", RemarkKind),
        text=fields.text("text"),
    )


def _attachment(fields: JsonFields) -> Attachment:
    return Attachment(
        name=fields.converted("name", _file_name),
        original_name=fields.text("original_name"),
        digest=fields.converted("sha256", Digest),
        size=fields.number("size"),
    )


def _facts(fields: JsonFields) -> IssueFacts:
    return IssueFacts(
        number=fields.text("number"),
        symbol=fields.text("symbol"),
        date=fields.optional("date", date.fromisoformat),
        place=fields.text("place"),
        sent=fields.optional("sent", date.fromisoformat),
        parent_agency=fields.optional("parent_agency", str) or "",  # records from before it have none
    )


def _file_name(text: str) -> str:
    if not _FILE_NAME.fullmatch(text):
        raise ValueError("not a plain file name")
    return text
