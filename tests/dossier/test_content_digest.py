"""Whether two revisions say the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from dossier_samples import IDENTITY, answers, attachments, form, forms, remarks, submission
from hypothesis import given, settings
from hypothesis import strategies as st

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.xml import XmlSyntaxError
from cbc_desktop.dossier.digest import canonical_json, content_digest, submission_digest
from cbc_desktop.dossier.identity import AgencyKey
from cbc_desktop.dossier.revision import Attachment, FrozenForm, Remark, RemarkKind

quick = settings(deadline=None, max_examples=60)
many_remarks = st.lists(remarks, max_size=4)
many_attachments = st.lists(attachments, max_size=4, unique_by=lambda attachment: attachment.name)


@quick
@given(forms, many_remarks, many_attachments, st.randoms())
def test_it_does_not_depend_on_any_order(
    forms: list[FrozenForm], remarks: list[Remark], attachments: list[Attachment], random: object
) -> None:
    before = content_digest(IDENTITY, forms, remarks, attachments)
    for values in (forms, remarks, attachments):
        random.shuffle(values)  # type: ignore[attr-defined]
    assert content_digest(IDENTITY, forms, remarks, attachments) == before


@quick
@given(answers, st.sampled_from(["uuid:1", "uuid:2"]), st.sampled_from(["2026-08-24", ""]))
def test_instance_id_and_times_make_no_difference(answers: dict[str, str], instance_id: str, started: str) -> None:
    first = form(answers)
    again = replace(first, instance_id=instance_id, submission=submission(answers, instance_id, started))
    assert content_digest(IDENTITY, [again]) == content_digest(IDENTITY, [first])


@quick
@given(answers, answers)
def test_two_sets_of_answers_have_one_digest_only_when_they_are_the_same(
    one: dict[str, str], other: dict[str, str]
) -> None:
    same = list(one.items()) == list(other.items())
    assert (content_digest(IDENTITY, [form(one)]) == content_digest(IDENTITY, [form(other)])) is same


@quick
@given(remarks, remarks)
def test_another_remark_makes_a_difference(one: Remark, other: Remark) -> None:
    digest = content_digest(IDENTITY, [form({})], [one])
    assert digest != content_digest(IDENTITY, [form({})])
    assert (digest == content_digest(IDENTITY, [form({})], [other])) is (one == other)


@quick
@given(attachments, st.binary(max_size=8))
def test_another_content_of_an_attachment_makes_a_difference(attachment: Attachment, content: bytes) -> None:
    other = replace(attachment, digest=Digest.of(content))
    digest = content_digest(IDENTITY, [form({})], [], [attachment])
    assert digest != content_digest(IDENTITY, [form({})])
    assert (digest == content_digest(IDENTITY, [form({})], [], [other])) is (attachment.digest == other.digest)


def test_campaign_agency_and_version_belong_to_the_content_and_the_dossiers_own_name_does_not() -> None:
    digest = content_digest(IDENTITY, [form({"q": "1"})])
    assert digest != content_digest(replace(IDENTITY, campaign_id="838"), [form({"q": "1"})])
    assert digest != content_digest(replace(IDENTITY, agency=AgencyKey("15")), [form({"q": "1"})])
    assert digest != content_digest(IDENTITY, [form({"q": "1"}, version="2")])
    assert digest == content_digest(replace(IDENTITY, dossier_id="another"), [form({"q": "1"})])


def test_an_explanation_is_not_a_note() -> None:
    note = Remark("survey", "", "/data/q", RemarkKind.NOTE, "số liệu ước tính")
    explanation = replace(note, kind=RemarkKind.EXPLANATION)
    assert content_digest(IDENTITY, [form({})], [note]) != content_digest(IDENTITY, [form({})], [explanation])


def test_how_the_same_xml_is_written_makes_no_difference() -> None:
    written = b'<?xml version="1.0"?><data id="s"  version=\'1\'><q></q><!-- remark --><meta/></data>'
    assert submission_digest(written) == submission_digest(b'<data version="1" id="s"><q/></data>')


def test_the_meta_of_openrosa_is_left_out_as_well_and_a_question_named_meta_further_inside_is_not() -> None:
    plain = submission_digest(b"<data><g><meta>1</meta></g></data>")
    other = b'<data xmlns:orx="http://openrosa.org/xforms"><g><meta>1</meta></g><orx:meta><orx:a/></orx:meta></data>'
    assert submission_digest(other) == plain
    assert submission_digest(b"<data><g><meta>2</meta></g></data>") != plain


@pytest.mark.parametrize("content", [b"", b"<data>", b'<data xmlns="relative"/>', b"<!DOCTYPE data><data/>"])
def test_what_is_no_submission_is_an_error_of_its_xml(content: bytes) -> None:
    with pytest.raises(XmlSyntaxError):
        submission_digest(content)


def test_canonical_json_is_the_same_for_ever() -> None:
    assert canonical_json({"đ": [1, None], "a": "ệ"}) == '{"a":"ệ","đ":[1,null]}'.encode()


def test_the_rule_in_full() -> None:
    note = Remark("survey", "r1", "/data/t/q", RemarkKind.NOTE, "ước tính")
    media = Attachment("a.pdf", "Báo cáo.pdf", Digest.of(b"a"), 1)
    submitted = Digest.of(b'<data id="survey" version="1"><q>1</q></data>')
    content = (
        '{"agency":"15@2025-07-01","campaign":"837-BTTTT-CBC","explanations":[],"format":1,'
        f'"forms":{{"survey":{{"submission":"{submitted}","version":"1"}}}},'
        f'"media":{{"a.pdf":"{media.digest}"}},"notes":[["survey","r1","/data/t/q","ước tính"]]}}'
    )
    assert content_digest(IDENTITY, [form({"q": "1"})], [note], [media]) == Digest.of(content.encode())
