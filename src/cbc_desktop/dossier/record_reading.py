"""Reads ``dossier.json`` from anybody: every field is judged before it becomes a value.

Whatever the bytes are, nothing but ``BadDossierRecord`` is raised.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NoReturn, TypeVar

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
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
_LARGEST_NUMBER = 2**53 - 1
_Value = TypeVar("_Value")


class BadDossierRecord(UserFacingError):  # noqa: N818 - named after the fact
    """The bytes are not a record that this program understands; the message says why."""


def record_from_json(content: bytes) -> DossierRecord:
    """The record; raises BadDossierRecord for everything else, a newer format included."""
    fields = _Fields(_parsed(content), "")
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
        finalised_at=fields.converted("finalised_at", _moment),
        program_version=fields.text("program_version"),
        trial=fields.truth("trial"),
        forms=_forms(fields),
        remarks=tuple(map(_remark, fields.each("remarks"))),
        attachments=_attachments(fields),
        facts=_facts(fields.inside("facts")),
    )


class _Fields:
    """The fields of one JSON object, with the place of the object for messages."""

    def __init__(self, content: object, place: str) -> None:
        if not isinstance(content, dict):
            _refuse(place or "{}")
        self._content: dict[str, Any] = content
        self._place = place

    def text(self, name: str) -> str:
        value = self._content.get(name)
        return value if isinstance(value, str) and _is_unicode(value) else self._wrong(name)

    def number(self, name: str, smallest: int = 0) -> int:
        value = self._content.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or not smallest <= value <= _LARGEST_NUMBER:
            self._wrong(name)
        return value

    def truth(self, name: str) -> bool:
        value = self._content.get(name)
        return value if isinstance(value, bool) else self._wrong(name)

    def converted(self, name: str, convert: Callable[[str], _Value]) -> _Value:
        text = self.text(name)
        try:
            return convert(text)
        except ValueError:
            return self._wrong(name)

    def optional(self, name: str, convert: Callable[[str], _Value]) -> _Value | None:
        return None if self._content.get(name) is None else self.converted(name, convert)

    def inside(self, name: str) -> _Fields:
        return _Fields(self._content.get(name), self._placed(name))

    def each(self, name: str) -> tuple[_Fields, ...]:
        values = self._content.get(name)
        if not isinstance(values, list):
            self._wrong(name)
        return tuple(_Fields(value, f"{self._placed(name)}[{index}]") for index, value in enumerate(values))

    def _placed(self, name: str) -> str:
        return f"{self._place}.{name}" if self._place else name

    def _wrong(self, name: str) -> NoReturn:
        _refuse(self._placed(name))


def _parsed(content: bytes) -> object:
    try:
        return json.loads(content.decode("utf-8"), object_pairs_hook=_object, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise BadDossierRecord(NOT_JSON) from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Two values under one name could be read differently by two programs: refused."""
    content = dict(pairs)
    if len(content) < len(pairs):
        raise ValueError("a name occurs twice")
    return content


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _forms(fields: _Fields) -> tuple[FormRecord, ...]:
    forms = tuple(map(_form, fields.each("forms")))
    _refuse_twice("forms", [form.form_id for form in forms])
    _refuse_twice("forms", [form.file for form in forms])
    return forms


def _attachments(fields: _Fields) -> tuple[Attachment, ...]:
    attachments = tuple(map(_attachment, fields.each("attachments")))
    _refuse_twice("attachments", [attachment.name for attachment in attachments])
    return attachments


def _form(fields: _Fields) -> FormRecord:
    return FormRecord(
        form_id=fields.text("id"),
        version=fields.text("version"),
        form_digest=fields.converted("form_digest", Digest),
        instance_id=fields.text("instance_id"),
        deprecated_id=fields.text("deprecated_id"),
        file=fields.converted("file", _file_name),
        digest=fields.converted("sha256", Digest),
    )


def _remark(fields: _Fields) -> Remark:
    return Remark(
        form_id=fields.text("form"),
        rid=fields.text("rid"),
        path=fields.text("path"),
        kind=fields.converted("kind", RemarkKind),
        text=fields.text("text"),
    )


def _attachment(fields: _Fields) -> Attachment:
    return Attachment(
        name=fields.converted("name", _file_name),
        original_name=fields.text("original_name"),
        digest=fields.converted("sha256", Digest),
        size=fields.number("size"),
    )


def _facts(fields: _Fields) -> IssueFacts:
    return IssueFacts(
        number=fields.text("number"),
        symbol=fields.text("symbol"),
        date=fields.optional("date", date.fromisoformat),
        place=fields.text("place"),
        sent=fields.optional("sent", date.fromisoformat),
    )


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a moment needs its offset from UTC")
    return moment


def _file_name(text: str) -> str:
    if not _FILE_NAME.fullmatch(text):
        raise ValueError("not a plain file name")
    return text


def _is_unicode(text: str) -> bool:
    """JSON can escape half a surrogate pair, which no file and no database could hold."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def _refuse_twice(place: str, names: list[str]) -> None:
    if len(set(names)) < len(names):
        _refuse(place)


def _refuse(place: str) -> NoReturn:
    raise BadDossierRecord(WRONG_FIELD.filled(field=place))
