"""Dossiers from the first draft to the revision that replaces what was handed over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.dossier.identity import AgencyKey, DossierIdentity
from cbc_desktop.dossier.revision import Attachment, FrozenForm, IssueFacts, Remark, RemarkKind, Revision
from cbc_desktop.dossier.states import Action, State
from cbc_desktop.engine.address import Address
from cbc_desktop.store.answers import AnswerChange, AnswerStore
from cbc_desktop.store.database import Database
from cbc_desktop.store.dossiers import ALREADY_THERE, DossierStore
from cbc_desktop.store.instances import FormInstance, InstanceStore
from cbc_desktop.store.submissions import SubmissionStore

FACTS = IssueFacts("12", "UBND-VX", date(2026, 8, 25), "Hà Nội", date(2026, 8, 26), "Bộ Mẫu")


def frozen(form: FormInstance) -> FrozenForm:
    return FrozenForm(
        form.form_id, form.version, form.form_digest, form.instance_id, form.deprecated_id, b"<data>\r\n\xc4\x91</data>"
    )


def revision_of(dossiers: DossierStore, identity: DossierIdentity, clock: FixedClock, *forms: FormInstance) -> Revision:
    draft = dossiers.get(identity.dossier_id).revision
    return Revision(
        identity=identity,
        number=draft.number,
        forms=tuple(map(frozen, forms)),
        content_digest=Digest.of(f"content {draft.number}".encode()),
        finalised_at=clock.now(),
        replaces=draft.replaces,
        remarks=(Remark("survey", "r1", "/data/t/q", RemarkKind.EXPLANATION, "Tăng do sáp nhập"),),
        attachments=(Attachment("ke-hoach-1f2e.pdf", "Kế hoạch.pdf", Digest.of(b"plan"), 4),),
        facts=draft.facts,
    )


def finalise(database: Database, dossiers: DossierStore, submissions: SubmissionStore, revision: Revision) -> None:
    with database.atomic():
        submissions.add(revision)
        dossiers.move(revision.identity.dossier_id, Action.FINALISE, "lan")


@pytest.fixture
def finalised(
    database: Database,
    dossiers: DossierStore,
    submissions: SubmissionStore,
    identity: DossierIdentity,
    clock: FixedClock,
    survey: FormInstance,
    plan: FormInstance,
) -> Revision:
    """The survey alone is finalised; the plan may follow (decision 9)."""
    revision = revision_of(dossiers, identity, clock, survey)
    finalise(database, dossiers, submissions, revision)
    return revision


def test_a_new_dossier_is_a_draft_of_revision_one(dossiers: DossierStore, identity: DossierIdentity) -> None:
    stored = dossiers.get(identity.dossier_id)
    assert (stored.identity, stored.agency_name, stored.trial) == (identity, "UBND tỉnh Mẫu", False)
    assert (stored.revision.number, stored.revision.state, stored.revision.replaces) == (1, State.DRAFT, None)
    assert stored.changed_at == stored.created_at


def test_an_agency_has_one_dossier_for_a_campaign_and_one_to_try_things_out(
    dossiers: DossierStore, identity: DossierIdentity
) -> None:
    with pytest.raises(UserFacingError) as refusal:
        dossiers.create(replace(identity, dossier_id="another"), "UBND tỉnh Mẫu")
    assert refusal.value.message == ALREADY_THERE
    dossiers.create(replace(identity, dossier_id="trial"), "UBND tỉnh Mẫu", trial=True)
    dossiers.create(replace(identity, agency=AgencyKey("15"), dossier_id="old agency"), "UBND tỉnh cũ")
    assert len(dossiers.all()) == 3


def test_a_dossier_is_found_by_campaign_and_agency(dossiers: DossierStore, identity: DossierIdentity) -> None:
    found = dossiers.find("837", identity.agency)
    assert found is not None
    assert found.identity == identity
    assert dossiers.find("837", AgencyKey("15")) is None
    assert dossiers.find("838", identity.agency) is None
    assert dossiers.find("837", identity.agency, trial=True) is None


def test_the_list_puts_the_last_changed_first(
    dossiers: DossierStore,
    identity: DossierIdentity,
    survey: FormInstance,
    plan: FormInstance,
    answers: AnswerStore,
    clock: FixedClock,
) -> None:
    clock.advance(60)
    dossiers.create(replace(identity, agency=AgencyKey("16"), dossier_id="second"), "UBND")
    clock.advance(60)
    answers.write(survey.key, [AnswerChange(Address("", "/data/q1"), "1")], "lan")
    answers.write(plan.key, [AnswerChange(Address("", "/data/q1"), "1")], "lan")
    first, second = dossiers.all()
    assert (first.identity, first.changed_at) == (identity, clock.now())
    assert second.identity.dossier_id == "second"


def test_a_finalised_revision_comes_back_whole(
    dossiers: DossierStore, submissions: SubmissionStore, identity: DossierIdentity, finalised: Revision
) -> None:
    assert submissions.load(identity.dossier_id, 1) == finalised
    stored = dossiers.get(identity.dossier_id).revision
    assert (stored.state, stored.content_digest) == (State.FINALISED, finalised.content_digest)
    assert stored.finalised_at == finalised.finalised_at


def test_facts_of_issue_may_be_set_after_finalising(
    dossiers: DossierStore, submissions: SubmissionStore, identity: DossierIdentity, finalised: Revision
) -> None:
    dossiers.set_facts(identity.dossier_id, FACTS)
    assert submissions.load(identity.dossier_id, 1) == replace(finalised, facts=FACTS)


@pytest.mark.parametrize("table", ["submission", "submitted_remark", "submitted_attachment", "transition"])
def test_what_was_frozen_is_written_once(database: Database, finalised: Revision, table: str) -> None:
    for sql in (f"UPDATE {table} SET revision = revision", f"DELETE FROM {table}"):
        with pytest.raises(BugError):
            database.execute(sql)
    with pytest.raises(BugError):
        database.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")


def test_damage_in_a_submission_is_noticed_when_it_is_read(
    database: Database, submissions: SubmissionStore, identity: DossierIdentity, finalised: Revision
) -> None:
    database.execute("DROP TRIGGER submission_is_never_changed")
    database.execute("UPDATE submission SET content = X'3C64617461202F3E'")
    with pytest.raises(UserFacingError):
        submissions.load(identity.dossier_id, 1)


def test_a_revision_is_frozen_once_and_only_as_the_draft_that_it_is(
    database: Database,
    submissions: SubmissionStore,
    dossiers: DossierStore,
    identity: DossierIdentity,
    clock: FixedClock,
    survey: FormInstance,
) -> None:
    revision = revision_of(dossiers, identity, clock, survey)
    for wrong in (replace(revision, number=2), replace(revision, replaces=Digest.of(b"other"))):
        with pytest.raises(BugError):
            submissions.add(wrong)
    finalise(database, dossiers, submissions, revision)
    with pytest.raises(BugError):
        submissions.add(revision)


def test_nothing_is_finalised_without_submissions(dossiers: DossierStore, identity: DossierIdentity) -> None:
    with pytest.raises(BugError):
        dossiers.move(identity.dossier_id, Action.FINALISE, "lan")


def test_a_draft_cannot_be_loaded_as_a_revision(submissions: SubmissionStore, identity: DossierIdentity) -> None:
    for number in (1, 2):
        with pytest.raises(BugError):
            submissions.load(identity.dossier_id, number)


def test_each_step_is_remembered_and_a_forbidden_one_changes_nothing(
    dossiers: DossierStore, identity: DossierIdentity, finalised: Revision
) -> None:
    assert dossiers.move(identity.dossier_id, Action.SIGN, "lãnh đạo") is State.SIGNED_BY_LEADER
    with pytest.raises(UserFacingError):
        dossiers.move(identity.dossier_id, Action.ACCEPT, "lan")
    assert dossiers.get(identity.dossier_id).revision.state is State.SIGNED_BY_LEADER
    assert [(step.action, step.after, step.who) for step in dossiers.transitions(identity.dossier_id)] == [
        (Action.FINALISE, State.FINALISED, "lan"),
        (Action.SIGN, State.SIGNED_BY_LEADER, "lãnh đạo"),
    ]


def test_reopening_leads_to_a_draft_of_the_next_revision_that_replaces_this_one(
    dossiers: DossierStore, identity: DossierIdentity, identifiers: SeededIdentifiers, finalised: Revision
) -> None:
    dossiers.set_facts(identity.dossier_id, FACTS)
    reopened = dossiers.reopen(identity.dossier_id, identifiers, "lan")
    assert (reopened.revision.number, reopened.revision.state) == (2, State.DRAFT)
    assert reopened.revision.replaces == finalised.content_digest
    assert reopened.revision.facts == IssueFacts(symbol="UBND-VX", place="Hà Nội", parent_agency="Bộ Mẫu")
    first, _ = dossiers.revisions(identity.dossier_id)
    assert (first.state, first.facts) == (State.REOPENED, FACTS)


def test_the_forms_that_were_submitted_get_a_new_instance_id_and_the_others_keep_theirs(
    database: Database,
    dossiers: DossierStore,
    identity: DossierIdentity,
    identifiers: SeededIdentifiers,
    finalised: Revision,
    survey: FormInstance,
    plan: FormInstance,
) -> None:
    dossiers.reopen(identity.dossier_id, identifiers, "lan")
    again, other = InstanceStore(database).of(identity.dossier_id)
    assert again.key == survey.key
    assert again.deprecated_id == survey.instance_id
    assert again.instance_id.startswith("uuid:")
    assert again.instance_id != survey.instance_id
    assert other == plan


def test_answers_are_still_there_after_reopening_and_both_revisions_can_be_loaded(
    database: Database,
    dossiers: DossierStore,
    submissions: SubmissionStore,
    answers: AnswerStore,
    identity: DossierIdentity,
    identifiers: SeededIdentifiers,
    clock: FixedClock,
    survey: FormInstance,
    finalised: Revision,
) -> None:
    answers.write(survey.key, [AnswerChange(Address("", "/data/q1"), "93")], "lan")
    dossiers.reopen(identity.dossier_id, identifiers, "lan")
    assert [answer.lexical for answer in answers.load(survey.key).answers] == ["93"]
    second = revision_of(dossiers, identity, clock, *InstanceStore(database).of(identity.dossier_id))
    finalise(database, dossiers, submissions, second)
    assert submissions.load(identity.dossier_id, 2) == second
    assert submissions.load(identity.dossier_id, 1) == finalised


def test_a_draft_cannot_be_reopened_and_move_never_reopens(
    dossiers: DossierStore, identity: DossierIdentity, identifiers: SeededIdentifiers, finalised: Revision
) -> None:
    with pytest.raises(BugError):
        dossiers.move(identity.dossier_id, Action.REOPEN, "lan")
    dossiers.reopen(identity.dossier_id, identifiers, "lan")
    with pytest.raises(UserFacingError):
        dossiers.reopen(identity.dossier_id, identifiers, "lan")
    assert len(dossiers.revisions(identity.dossier_id)) == 2


def test_a_form_may_be_filled_in_with_a_newer_version(
    database: Database, survey: FormInstance, plan: FormInstance, identity: DossierIdentity
) -> None:
    instances = InstanceStore(database)
    instances.set_form(survey.key, "2", Digest.of(b"survey 2"))
    assert instances.find(identity.dossier_id, "survey") == replace(
        survey, version="2", form_digest=Digest.of(b"survey 2")
    )
    assert instances.find(identity.dossier_id, "plan") == plan


def test_a_dossier_or_form_that_is_not_there_is_our_mistake(
    database: Database, dossiers: DossierStore, identity: DossierIdentity
) -> None:
    with pytest.raises(BugError):
        dossiers.get("nowhere")
    with pytest.raises(BugError):
        dossiers.set_facts("nowhere", FACTS)
    with pytest.raises(BugError):
        InstanceStore(database).find(identity.dossier_id, "plan")
    with pytest.raises(BugError):
        InstanceStore(database).add("nowhere", "plan", "1", Digest.of(b""), "uuid:1")
