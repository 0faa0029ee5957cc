"""Every attack is refused by name, and the honest document that it begins with is not."""

from __future__ import annotations

import pytest
from attack import Attack
from attack_list import ALL
from honest import honest, people, sealed_by, signed
from judged import judged, report_on, telling
from packages import signed_copy, with_copy, with_outgoing

from cbc_desktop.package.facts import LACKING, FactCode
from cbc_desktop.signing.verdict import Verdict


@pytest.mark.parametrize("attack", ALL, ids=str)
def test_an_attack_is_refused_by_name(attack: Attack) -> None:
    report = report_on(attack)
    assert report.verdict is attack.verdict, report.lines("en")
    assert telling(attack), report.lines("en")


def test_the_honest_package_passes() -> None:
    report = judged(honest().package())
    assert report.verdict is Verdict.PASSED, report.lines("en")
    assert [signature.verdict for signature in report.signatures] == [Verdict.PASSED, Verdict.PASSED]


def test_the_honest_package_passes_with_a_signed_copy_and_with_its_metadata() -> None:
    assert judged(with_copy(signed_copy())).verdict is Verdict.PASSED
    assert judged(with_outgoing()).verdict is Verdict.PASSED


def test_a_document_that_the_leader_signed_and_the_clerk_numbered_is_told_to_lack_a_signature_over_the_number() -> None:
    report = judged(honest().package(honest().numbered))
    assert report.verdict is Verdict.INDETERMINATE
    assert any("no signature vouches" in line for line in report.lines("en"))


@pytest.mark.parametrize("document", [honest().by_leader, honest().numbered], ids=["signed", "numbered"])
def test_a_document_that_only_the_leader_signed_is_told_to_lack_the_signature_of_the_agency(document: bytes) -> None:
    """Whether it was issued is for a person to ask."""
    for content in (honest().package(document), document):
        report = judged(content)
        assert report.verdict is Verdict.INDETERMINATE
        assert [fact.holds for fact in report.facts if fact.code is FactCode.AGENCY_SIGNED] == [None]


def test_a_document_without_number_and_date_agrees_with_nothing_and_is_told_to_lack_them() -> None:
    report = judged(with_outgoing(lambda: honest().by_leader, number="", issued=None))
    assert report.verdict is Verdict.INDETERMINATE
    assert report.lacking == LACKING
    assert not [fact for fact in report.facts if fact.code is FactCode.OUTGOING_FITS]


def test_the_agency_may_have_signed_in_any_field() -> None:
    report = judged(honest().package(signed(honest().unsigned, people().organisation)))
    assert not [fact for fact in report.facts if fact.code is FactCode.AGENCY_SIGNED]


def test_leader_and_agency_with_one_certificate_are_for_a_person_to_ask_about() -> None:
    report = judged(honest().package(sealed_by(honest().numbered, people().leader)))
    assert report.verdict is Verdict.INDETERMINATE
    assert any("one and the same certificate" in line for line in report.lines("en"))
    assert not [fact for fact in judged(honest().package()).facts if fact.code is FactCode.AGENCY_SIGNED_APART]


def test_no_two_attacks_have_the_same_name() -> None:
    assert len({str(attack) for attack in ALL}) == len(ALL)
