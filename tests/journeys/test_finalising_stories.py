"""Finalising and reopening, told as it happens to Lan."""

from __future__ import annotations

from datetime import date

from clerk import NUMBERED, Clerk, OpenOffice, refused
from invented_campaign import (
    BOOKS,
    BUDGET,
    CAMPAIGN,
    OTHER_AGENCY,
    PLAN,
    READING_ROOM,
    ROOMS,
    SEATS,
    SIGNATORY,
    SURVEY,
)
from lxml import etree

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.dossier.revision import FrozenForm, IssueFacts, RemarkKind
from cbc_desktop.dossier.states import State
from cbc_desktop.signing.signer import Signer


def submitted(form: FrozenForm, path: str) -> list[str]:
    """What the frozen submission holds at a path, as lxml reads it."""
    steps = "/".join(f"*[local-name()='{name}']" for name in path.strip("/").split("/"))
    return [node.text or "" for node in etree.fromstring(form.submission).xpath(f"/{steps}")]


def test_finalising_with_missing_answers_is_refused_and_says_what_is_missing(lan: Clerk) -> None:
    lan.answers(SIGNATORY, "Trần Thị Thử")
    with refused("còn 3 lỗi và 0 cảnh báo") as told:
        lan.finalises(SURVEY)
    assert f"- {BOOKS} Số đầu sách" in told[0].vi
    assert f"- {READING_ROOM} Is there a reading room?" in told[0].en
    assert SIGNATORY not in told[0].vi
    assert (lan.state, lan.sees(SIGNATORY)) == (State.DRAFT, "Trần Thị Thử")


def test_a_long_list_of_what_is_missing_is_cut_and_says_how_much_more_there_is(lan: Clerk) -> None:
    for _ in range(12):
        lan.adds_row(ROOMS)
    with refused("… và 8 mục khác") as told:
        lan.finalises(SURVEY)
    assert "… and 8 more" in told[0].en


def test_an_unexplained_warning_stands_in_the_way_until_it_is_explained(lan: Clerk) -> None:
    lan.fills_in()
    lan.explains(BOOKS, " ")
    with refused("còn 0 lỗi và 1 cảnh báo"):
        lan.finalises()
    lan.explains(BOOKS, "Kho sách bị lũ cuốn.")
    revision = lan.finalises()
    assert [(one.kind, one.text) for one in revision.remarks if one.path == BOOKS] == [
        (RemarkKind.EXPLANATION, "Kho sách bị lũ cuốn.")
    ]


def test_a_finalised_revision_holds_both_forms_as_they_were_answered(lan: Clerk, clock: FixedClock) -> None:
    lan.fills_in()
    revision = lan.finalises()
    survey, plan = revision.forms
    assert (survey.form_id, plan.form_id) == (SURVEY, PLAN)
    assert submitted(survey, BOOKS) == ["52"]
    assert submitted(survey, f"{ROOMS}/ten") == ["Phòng thiếu nhi", "Phòng ngoại văn"]
    assert submitted(survey, "/data/meta/instanceID") == [survey.instance_id]
    assert (revision.number, revision.replaces, revision.finalised_at) == (1, None, clock.now())
    assert survey.deprecated_id == plan.deprecated_id == ""
    assert lan.state is State.FINALISED


def test_an_answer_that_no_longer_applies_is_not_submitted(lan: Clerk) -> None:
    lan.fills_in()
    lan.answers(READING_ROOM, "KHONG")
    (survey, _) = lan.finalises().forms
    assert lan.sees(SEATS) == "1200"
    assert submitted(survey, SEATS) in ([], [""])


def test_a_finalised_dossier_cannot_be_changed(lan: Clerk) -> None:
    lan.fills_in()
    before = lan.finalises()
    for change in (
        lambda: lan.answers(BOOKS, "53"),
        lambda: lan.adds_row(ROOMS),
        lambda: lan.deletes_row(f"{ROOMS}[1]"),
        lambda: lan.moves_row(f"{ROOMS}[1]", 1),
        lambda: lan.notes(BOOKS, "nhầm"),
        lambda: lan.explains(BOOKS, "nhầm"),
        lambda: lan.finalises(),
    ):
        with refused("đã chốt số liệu nên không sửa được"):
            change()
    assert lan.office.store.submissions.load(lan.dossier.dossier_id, 1) == before
    assert lan.sees(BOOKS) == "52"


def test_facts_of_issue_are_given_after_finalising_and_leave_the_content_as_it_is(lan: Clerk) -> None:
    lan.fills_in()
    digest = lan.finalises().content_digest
    lan.dossier.set_facts(IssueFacts(number="45", symbol="TVM-NV", date=date(2030, 2, 11), place="Mẫu"))
    revision = lan.office.store.submissions.load(lan.dossier.dossier_id, 1)
    assert revision.facts.date == date(2030, 2, 11)
    assert revision.content_digest == digest
    assert lan.sees("/data/s0/so_van_ban") == "45/TVM-NV"


def test_a_reopened_dossier_is_the_next_revision_and_replaces_the_one_before(lan: Clerk) -> None:
    lan.fills_in()
    first = lan.finalises()
    lan.dossier.set_facts(NUMBERED)
    lan.dossier.reopen()
    assert (lan.state, lan.dossier.stored.revision.number) == (State.DRAFT, 2)
    lan.answers(BOOKS, "152")
    second = lan.finalises()
    assert (second.number, second.replaces) == (2, first.content_digest)
    assert [form.deprecated_id for form in second.forms] == [form.instance_id for form in first.forms]
    assert submitted(second.forms[0], "/data/meta/deprecatedID") == [first.forms[0].instance_id]
    assert not {form.instance_id for form in first.forms} & {form.instance_id for form in second.forms}
    assert lan.office.store.submissions.load(lan.dossier.dossier_id, 1).forms == first.forms


def test_a_form_that_was_sent_is_not_left_out_of_the_next_revision_unasked(lan: Clerk) -> None:
    lan.fills_in()
    lan.finalises()
    lan.dossier.reopen()
    assert (lan.dossier.left_out([SURVEY]), lan.dossier.left_out()) == ((PLAN,), ())
    with refused(f"Bản gửi lần trước có biểu mẫu “{PLAN}”"):
        lan.finalises(SURVEY)
    assert lan.state is State.DRAFT
    revision = lan.dossier.finalise([SURVEY], leaving_out=True)
    assert [form.form_id for form in revision.forms] == [SURVEY]


def test_a_form_that_was_never_sent_may_wait_for_another_revision(lan: Clerk) -> None:
    lan.fills_in()
    lan.finalises(SURVEY)
    lan.dossier.reopen()
    assert lan.dossier.left_out([SURVEY]) == ()
    assert lan.finalises(SURVEY).number == 2


def test_a_reopened_dossier_keeps_symbol_and_place_and_forgets_the_number(lan: Clerk) -> None:
    lan.fills_in()
    lan.dossier.set_facts(NUMBERED)
    lan.finalises()
    lan.dossier.reopen()
    assert lan.dossier.stored.revision.facts == IssueFacts(symbol="TVM-NV", place="Mẫu")
    assert lan.sees("/data/s0/so_van_ban") == ""


def test_a_revision_that_says_the_same_is_the_same_by_its_content_digest(lan: Clerk) -> None:
    lan.fills_in()
    first = lan.finalises()
    lan.dossier.reopen()
    lan.answers(BUDGET, "1250.6")
    lan.answers(BUDGET, "1250.5")
    second = lan.finalises()
    assert second.content_digest == first.content_digest == second.replaces


def test_the_survey_goes_alone_and_the_plan_follows_as_the_next_revision(lan: Clerk) -> None:
    lan.fills_in(SURVEY)
    first = lan.finalises(SURVEY)
    assert [form.form_id for form in first.forms] == [SURVEY]
    lan.dossier.reopen()
    lan.fills_in(PLAN)
    second = lan.finalises()
    survey, plan = second.forms
    assert (second.number, second.replaces) == (2, first.content_digest)
    assert survey.deprecated_id == first.forms[0].instance_id
    assert plan.deprecated_id == ""


def test_finalising_a_form_that_is_not_there_is_refused(lan: Clerk) -> None:
    lan.fills_in()
    with refused("Chưa chọn biểu mẫu nào"):
        lan.finalises("phieu-khac")


def test_three_revisions_are_a_chain_after_coming_back_each_time(open_lans_office: OpenOffice, signer: Signer) -> None:
    revisions = []
    for number in (1, 2, 3):
        with open_lans_office() as office:
            if number == 1:
                lan = Clerk.begins(office, signer)
                lan.fills_in()
            else:
                lan = Clerk.comes_back(office, signer)
                lan.dossier.reopen()
                lan.answers(BUDGET, f"{number}.5")
            revisions.append(lan.finalises())
    with open_lans_office() as office:
        dossier_id = Clerk.comes_back(office, signer).dossier.dossier_id
        kept = [office.store.submissions.load(dossier_id, number) for number in (1, 2, 3)]
        events = [entry.event for entry in office.store.journal.of(dossier_id)]
    assert kept == revisions
    assert [one.replaces for one in kept] == [None, kept[0].content_digest, kept[1].content_digest]
    assert [submitted(one.forms[0], BUDGET) for one in kept] == [["1250.5"], ["2.5"], ["3.5"]]
    assert events == ["begun", "finalised", "reopened", "finalised", "reopened", "finalised"]


def test_a_draft_cannot_be_reopened(lan: Clerk) -> None:
    with refused("Chưa thể mở lại để sửa"):
        lan.dossier.reopen()
    assert lan.dossier.stored.revision.number == 1


def test_a_dossier_begun_for_practice_stays_one(lan: Clerk) -> None:
    practice = lan.office.filling.begin(CAMPAIGN, OTHER_AGENCY, trial=True)
    assert (practice.stored.trial, lan.dossier.stored.trial) == (True, False)
    assert lan.office.filling.open(practice.dossier_id).stored.trial


def test_a_revision_without_the_form_that_names_the_signatory_is_refused(lan: Clerk) -> None:
    lan.fills_in(SURVEY, PLAN)
    with refused("phải có người ký"):
        lan.finalises(PLAN)
