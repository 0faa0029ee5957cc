"""``dossier.json`` says everything about a revision, and nothing bad comes of reading a wrong one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from dossier_samples import IDENTITY, form, revisions, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import BugError
from cbc_desktop.dossier.record import DossierRecord, record_of, record_to_json
from cbc_desktop.dossier.record_reading import BadDossierRecord, record_from_json
from cbc_desktop.dossier.revision import Attachment, IssueFacts, Remark, RemarkKind, Revision

quick = settings(deadline=None, max_examples=60)
REVISION = Revision(
    identity=IDENTITY,
    number=2,
    forms=(form({"q1": "93"}),),
    content_digest=Digest.of(b"content"),
    finalised_at=datetime(2026, 8, 24, 9, 30, tzinfo=VIETNAM),
    replaces=Digest.of(b"before"),
    remarks=(Remark("survey", "r1", "/data/t/q2", RemarkKind.EXPLANATION, "Tăng do sáp nhập"),),
    attachments=(Attachment("ke-hoach-1f2e.pdf", "Kế hoạch.pdf", Digest.of(b"plan"), 4),),
    facts=IssueFacts("12", "UBND-VX", date(2026, 8, 25), "Hà Nội", None),
)


def recorded(revision: Revision) -> DossierRecord:
    return record_of(
        revision, agency_name="UBND tỉnh Mẫu", program_version="0.1.0", file_name=lambda form_id: f"{form_id}.xml"
    )


def changed(*place: str | int, to: Any) -> bytes:
    """The sample's JSON with one value replaced."""
    content = json.loads(record_to_json(recorded(REVISION)))
    inner = content
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = to
    return json.dumps(content).encode()


@quick
@given(revisions, texts, st.booleans())
def test_what_is_written_is_read_back_the_same(revision: Revision, agency: str, trial: bool) -> None:
    record = record_of(
        revision, agency_name=agency, program_version="1", file_name=lambda form_id: f"{form_id}.xml", trial=trial
    )
    assert record_from_json(record_to_json(record)) == record


@quick
@given(revisions)
def test_record_and_submissions_together_are_the_revision(revision: Revision) -> None:
    submissions = {f"{form.form_id}.xml": form.submission for form in revision.forms}
    assert record_from_json(record_to_json(recorded(revision))).revision(submissions) == revision


def test_people_can_read_it() -> None:
    text = record_to_json(recorded(REVISION)).decode()
    assert text.startswith('{\n  "format": 1,\n  "program_version": "0.1.0",\n  "trial": false,\n')
    assert '"key": "15@2025-07-01"' in text
    assert '"name": "UBND tỉnh Mẫu"' in text
    assert '"finalised_at": "2026-08-24T09:30:00+07:00"' in text
    assert '"text": "Tăng do sáp nhập"' in text


def test_a_record_of_a_newer_program_is_refused_with_the_advice_to_update() -> None:
    with pytest.raises(BadDossierRecord) as refusal:
        record_from_json(changed("format", to=2))
    assert "Update the program" in refusal.value.message.en
    assert "cập nhật phần mềm" in refusal.value.message.vi


WRONG_VALUES = [
    (("format",), "1"),
    (("format",), True),
    (("format",), 0),
    (("campaign",), None),
    (("campaign",), "half a pair: \ud800"),
    (("agency",), []),
    (("agency", "key"), "15"),
    (("agency", "key"), "15@yesterday"),
    (("revision",), 0),
    (("revision",), 1.5),
    (("revision",), 2**60),
    (("replaces",), "abc"),
    (("content_digest",), "A" * 64),
    (("finalised_at",), "2026-08-24T09:30:00"),
    (("finalised_at",), "soon"),
    (("trial",), "no"),
    (("forms",), {}),
    (("forms", 0), "survey"),
    (("forms", 0, "file"), "../survey.xml"),
    (("forms", 0, "file"), ".hidden"),
    (("forms", 0, "file"), "a\\b.xml"),
    (("forms", 0, "sha256"), ""),
    (("remarks", 0, "kind"), "joke"),
    (("remarks", 0, "text"), 1),
    (("attachments", 0, "size"), -1),
    (("attachments", 0, "name"), "c:plan.pdf"),
    (("facts", "date"), "2026-02-30"),
    (("facts", "sent"), 0),
    (("facts", "parent_agency"), ["Bộ Mẫu"]),
]


@pytest.mark.parametrize(("place", "value"), WRONG_VALUES, ids=str)
def test_a_wrong_field_is_named_in_both_languages(place: tuple[str | int, ...], value: object) -> None:
    with pytest.raises(BadDossierRecord) as refusal:
        record_from_json(changed(*place, to=value))
    assert str(place[0]) in refusal.value.message.vi
    assert str(place[0]) in refusal.value.message.en


@pytest.mark.parametrize("part", ["forms", "attachments"])
def test_one_name_for_two_things_is_refused(part: str) -> None:
    one = json.loads(record_to_json(recorded(REVISION)))[part][0]
    with pytest.raises(BadDossierRecord):
        record_from_json(changed(part, to=[one, one]))


def test_two_forms_in_one_file_are_refused_on_either_side() -> None:
    one = json.loads(record_to_json(recorded(REVISION)))["forms"][0]
    with pytest.raises(BadDossierRecord):
        record_from_json(changed("forms", to=[one, one | {"id": "plan"}]))
    two = replace(REVISION, forms=(form({}), form({}, form_id="plan")))
    with pytest.raises(BugError):
        record_of(two, agency_name="", program_version="", file_name=lambda _: "same.xml")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"\xff\xfe",
        b'{"format": NaN}',
        b'{"format": 1, "format": 2}',
        b'{"format": ' + b"9" * 5000 + b"}",
        b"[" * 100_000,
    ],
)
def test_what_is_no_record_at_all_is_told_and_never_a_crash(content: bytes) -> None:
    with pytest.raises(BadDossierRecord):
        record_from_json(content)


@quick
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=3))
def test_damaged_bytes_give_a_record_or_the_one_error(position: int, damage: bytes) -> None:
    content = record_to_json(recorded(REVISION))
    place = position % len(content)
    try:
        record = record_from_json(content[:place] + damage + content[place + len(damage) :])
    except BadDossierRecord:
        return
    assert isinstance(record, DossierRecord)


def test_what_a_later_program_adds_within_the_format_is_read_over() -> None:
    assert record_from_json(changed("added_later", to={"a": 1})) == recorded(REVISION)


def test_a_record_from_before_parent_agencies_were_kept_is_read_as_having_none() -> None:
    content = json.loads(record_to_json(recorded(REVISION)))
    del content["facts"]["parent_agency"]
    assert record_from_json(json.dumps(content).encode()) == recorded(REVISION)
