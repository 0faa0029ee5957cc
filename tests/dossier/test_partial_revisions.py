"""A document of some forms carries their data and no others; what it carries has a digest of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from cbc_desktop.base.digests import Digest
from cbc_desktop.dossier.digest import content_digest
from cbc_desktop.dossier.frozen_answers import frozen_answer
from cbc_desktop.dossier.identity import AgencyKey, DossierIdentity
from cbc_desktop.dossier.partial import limited_to
from cbc_desktop.dossier.revision import Attachment, FrozenForm, Remark, RemarkKind, Revision

IDENTITY = DossierIdentity("khao-sat-2030", AgencyKey.parse("01@"), "0f8e2a0e-3f0c-4c7d-9d0e-1f2a3b4c5d6e")


def frozen(form_id: str, inside: str) -> FrozenForm:
    submission = f'<data id="{form_id}" version="1">{inside}</data>'.encode()
    return FrozenForm(form_id, "1", Digest.of(b"form"), f"uuid:{form_id}", "", submission)


def attachment(name: str) -> Attachment:
    return Attachment(name, f"Tệp {name}", Digest.of(name.encode()), 1)


SURVEY = frozen("khao-sat", "<phan><tep>a.pdf</tep></phan>")
PLAN = frozen("ke-hoach", "<tep>b.pdf</tep><khan>KHAN</khan>")
REMARKS = (
    Remark("khao-sat", "", "/data/phan/tep", RemarkKind.FILES, "c.pdf"),
    Remark("ke-hoach", "", "/data/khan", RemarkKind.NOTE, "hỏi lại"),
)
BOTH = Revision(
    identity=IDENTITY,
    number=1,
    forms=(SURVEY, PLAN),
    content_digest=content_digest(
        IDENTITY, (SURVEY, PLAN), REMARKS, tuple(map(attachment, ("a.pdf", "b.pdf", "c.pdf")))
    ),
    finalised_at=datetime(2030, 1, 1, tzinfo=UTC),
    remarks=REMARKS,
    attachments=tuple(map(attachment, ("a.pdf", "b.pdf", "c.pdf"))),
)


def test_a_document_of_all_forms_carries_the_revision_itself() -> None:
    assert limited_to(BOTH, ("ke-hoach", "khao-sat")) is BOTH


def test_a_document_of_one_form_carries_its_remarks_and_the_files_that_it_names() -> None:
    survey = limited_to(BOTH, ("khao-sat",))
    assert survey.forms == (SURVEY,)
    assert survey.remarks == REMARKS[:1]
    assert [file.name for file in survey.attachments] == ["a.pdf", "c.pdf"]


def test_what_is_carried_has_the_digest_of_a_revision_that_never_had_more() -> None:
    survey = limited_to(BOTH, ("khao-sat",))
    alone = replace(survey, content_digest=content_digest(IDENTITY, (SURVEY,), survey.remarks, survey.attachments))
    assert survey == alone
    assert survey.content_digest != BOTH.content_digest


def test_an_answer_is_read_from_the_frozen_bytes_without_the_form() -> None:
    assert frozen_answer(PLAN, "/data/khan") == "KHAN"
    assert frozen_answer(SURVEY, "/data/phan/tep") == "a.pdf"
    assert frozen_answer(SURVEY, "/data/phan/khac") == ""
    assert frozen_answer(SURVEY, "/data/khac/tep") == ""
