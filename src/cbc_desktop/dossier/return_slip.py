"""A receipt ("phiếu tiếp nhận", "phiếu trả lại"): what a receiver makes of a revision, with words about its questions.

The file is JSON of its own kind and format; an outcome that this program does not know is refused in words instead of
being taken for another. A signature lies beside the same bytes, in a file of the same name and ``.p7s``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.json_fields import JsonFields, NotJsonError, WrongFieldError
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import keepable
from cbc_desktop.dossier.identity import AgencyKey, DossierIdentity

SUFFIX, MAIL_SUFFIX = ".json", ".eml"
SUFFIXES = (SUFFIX, MAIL_SUFFIX)
"""Of the files in which a slip reaches its sender."""
KIND = "cbc-desktop/receipt"
FORMAT = 1
"""Raised when an older program could no longer read the slip rightly."""

SIGNATURE_SUFFIX = ".p7s"
MOST_BYTES = 5_000_000

NOT_A_SLIP = Message(
    "Tệp này không phải phiếu trả lại, hoặc đã bị hỏng. Hãy chọn đúng tệp phiếu trả lại (.json) do nơi nhận gửi; "
    "hồ sơ chưa bị thay đổi.",
    "This file is no return slip, or it is damaged. Choose the return slip (.json) that the receiver sent; "
    "the dossier has not been changed.",
)
WRONG_FIELD = Message(
    "Phiếu trả lại không đúng ở mục “{field}”. Hãy đề nghị nơi nhận gửi lại phiếu; hồ sơ chưa bị thay đổi.",
    "The return slip is not right at “{field}”. Ask the receiver to send it again; the dossier has not been changed.",
)
NEWER = Message(
    "Phiếu này được lập bằng phiên bản mới hơn của phần mềm. Hãy cập nhật phần mềm rồi mở lại; hồ sơ chưa bị thay đổi.",
    "This slip was made by a newer version of the program. Update the program and open it again; "
    "the dossier has not been changed.",
)


class Outcome(Enum):
    """What the receiver makes of the revision; the values are in the files."""

    ACCEPTED = "accepted"
    WITH_REMARKS = "accepted-with-remarks"
    TO_BE_CORRECTED = "to-be-corrected"


class BadReturnSlip(UserFacingError):  # noqa: N818 - named after the fact
    """The bytes are no return slip that this program understands; the message says why."""


@dataclass(frozen=True, slots=True)
class SlipQuestion:
    """What the receiver says about one question; ``label`` is how the question read there.

    ``form_id``, ``rid`` and ``path`` are those of the submission; all three are "" for the dossier as a whole.
    """

    form_id: str
    rid: str
    path: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class ReturnSlip:
    """``content_digest`` says which revision is meant beyond doubt; ``returned_by`` who returned it, in words."""

    identity: DossierIdentity
    agency_name: str
    number: int
    content_digest: Digest
    returned_by: str
    returned_at: datetime
    questions: tuple[SlipQuestion, ...]
    outcome: Outcome = Outcome.TO_BE_CORRECTED


def slip_to_json(slip: ReturnSlip) -> bytes:
    """Readable JSON in UTF-8: the same slip gives the same bytes."""
    content = {
        "kind": KIND,
        "format": FORMAT,
        "outcome": slip.outcome.value,
        "campaign": slip.identity.campaign_id,
        "agency": {"key": str(slip.identity.agency), "name": slip.agency_name},
        "dossier": slip.identity.dossier_id,
        "revision": slip.number,
        "content_digest": str(slip.content_digest),
        "returned_by": slip.returned_by,
        "returned_at": slip.returned_at.isoformat(),
        "questions": [
            {"form": one.form_id, "rid": one.rid, "path": one.path, "label": one.label, "words": one.words}
            for one in slip.questions
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def slip_from_json(content: bytes) -> ReturnSlip:
    """The slip; raises BadReturnSlip for everything else, unknown outcomes and newer formats included."""
    if len(content) > MOST_BYTES:
        raise BadReturnSlip(NOT_A_SLIP)
    try:
        fields = JsonFields.of(content)
        _require_kind(fields)
        return _slip(fields)
    except NotJsonError as error:
        raise BadReturnSlip(NOT_A_SLIP) from error
    except WrongFieldError as error:
        raise BadReturnSlip(WRONG_FIELD.filled(field=error.field)) from error


def _require_kind(fields: JsonFields) -> None:
    if fields.optional("kind", str) != KIND:
        raise BadReturnSlip(NOT_A_SLIP)
    known = {outcome.value for outcome in Outcome}
    if fields.number("format", smallest=1) > FORMAT or fields.text("outcome") not in known:
        raise BadReturnSlip(NEWER)


def _slip(fields: JsonFields) -> ReturnSlip:
    agency = fields.inside("agency")
    return ReturnSlip(
        identity=DossierIdentity(
            fields.text("campaign"), agency.converted("key", AgencyKey.parse), fields.text("dossier")
        ),
        agency_name=keepable(agency.text("name")),
        number=fields.number("revision", smallest=1),
        content_digest=fields.converted("content_digest", Digest),
        returned_by=keepable(fields.text("returned_by")),
        returned_at=fields.moment("returned_at"),
        questions=tuple(map(_question, fields.each("questions"))),
        outcome=fields.converted("outcome", Outcome),
    )


def _question(fields: JsonFields) -> SlipQuestion:
    return SlipQuestion(
        form_id=fields.text("form"),
        rid=fields.text("rid"),
        path=fields.text("path"),
        label=keepable(fields.text("label")),
        words=fields.converted("words", _said),
    )


def _said(text: str) -> str:
    words = keepable(text).strip()
    if not words:
        raise ValueError("a question is returned without a word")
    return words
