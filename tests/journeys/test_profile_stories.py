"""Lan keeps what the library's documents say each time, and chooses it for the next one, over nothing unasked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from clerk import Clerk, OpenOffice, refused
from invented_campaign import AGENCY, CAMPAIGN, OTHER_AGENCY, SIGNATORY, SURVEY

from cbc_desktop.dossier.identity import AgencyKey
from cbc_desktop.dossier.profile import AgencyProfile, Signatory
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.dossier.states import State
from cbc_desktop.engine.address import Address
from cbc_desktop.filling.profile_desk import warnings_of
from cbc_desktop.forms.authority import AuthorityForm
from cbc_desktop.office import Office
from cbc_desktop.signing.signer import Signer

KEY = AgencyKey(AGENCY)
AUTHORITY, POSITION, UNIT = "/data/s4/quyen_han", "/data/s4/chuc_vu", "/data/s4/don_vi"
DIRECTOR = Signatory("Lê Văn Giả", "Giám đốc")
DEPUTY = Signatory("Trần Thị Thử", "Phó Giám đốc", AuthorityForm.FOR_HEAD)
SURVEY_837 = "khao-sat-nhanh"


@pytest.fixture
def clerk(office: Office, signer: Signer) -> Clerk:
    return Clerk.begins(office, signer)


@pytest.fixture
def profile(office: Office) -> AgencyProfile:
    blank = office.profiles.blank(KEY)
    return office.profiles.keep(
        replace(
            blank,
            name="Thư viện",
            parent_agency="Sở Văn hóa tỉnh Mẫu",
            place="Mẫu",
            symbol="TVM-NV",
            drafting_unit="Phòng Nghiệp vụ",
            head="Giám đốc",
            signatories=(DIRECTOR, DEPUTY),
        )
    )


def use(clerk: Clerk, profile: AgencyProfile, signatory: Signatory | None, *, replacing: bool = False) -> list[str]:
    """What is there and says something else, in Vietnamese."""
    desk = clerk.office.profiles
    plan = desk.plan(clerk.dossier, profile, signatory, replacing=replacing)
    desk.apply(clerk.dossier, plan)
    return [f"{line.label.vi}: {line.before} → {line.after}" for line in plan.differing]


def signs(clerk: Clerk) -> tuple[str, str, str]:
    return clerk.sees(SIGNATORY), clerk.sees(AUTHORITY), clerk.sees(POSITION)


def test_a_chosen_profile_fills_in_head_and_signature_and_one_step_takes_the_answers_back(
    clerk: Clerk, profile: AgencyProfile
) -> None:
    assert use(clerk, profile, DEPUTY) == []
    assert signs(clerk) == ("Trần Thị Thử", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert clerk.sees(UNIT) == "Phòng Nghiệp vụ"
    facts = clerk.dossier.stored.revision.facts
    assert (facts.place, facts.symbol, facts.parent_agency) == ("Mẫu", "TVM-NV", "Sở Văn hóa tỉnh Mẫu")
    clerk.dossier.undo()
    assert (*signs(clerk), clerk.sees(UNIT)) == ("", "", "", "")
    clerk.dossier.redo()
    assert signs(clerk) == ("Trần Thị Thử", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")


def test_what_is_there_stays_until_she_says_that_it_is_to_be_replaced(clerk: Clerk, profile: AgencyProfile) -> None:
    clerk.answers(SIGNATORY, "Bế Văn Mẫu")
    clerk.dossier.set_facts(IssueFacts(place="Thử"))
    assert use(clerk, profile, DEPUTY) == ["Địa danh: Thử → Mẫu", "Họ và tên: Bế Văn Mẫu → Trần Thị Thử"]
    assert signs(clerk) == ("Bế Văn Mẫu", "", "")
    assert clerk.sees(UNIT) == "Phòng Nghiệp vụ"
    assert clerk.dossier.stored.revision.facts.place == "Thử"
    use(clerk, profile, DEPUTY, replacing=True)
    assert signs(clerk) == ("Trần Thị Thử", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert clerk.dossier.stored.revision.facts.place == "Mẫu"
    clerk.dossier.undo()
    assert signs(clerk) == ("Bế Văn Mẫu", "", "")


def test_the_head_who_signs_instead_of_a_deputy_needs_no_authority(clerk: Clerk, profile: AgencyProfile) -> None:
    use(clerk, profile, DEPUTY)
    use(clerk, profile, DIRECTOR, replacing=True)
    assert signs(clerk) == ("Lê Văn Giả", "", "GIÁM ĐỐC")


def test_what_is_there_in_other_capitals_is_the_same(clerk: Clerk, profile: AgencyProfile) -> None:
    for reference, text in ((SIGNATORY, "Trần Thị Thử"), (AUTHORITY, "KT. Giám đốc"), (POSITION, "Phó Giám đốc")):
        clerk.answers(reference, text)
    assert use(clerk, profile, DEPUTY) == []
    assert signs(clerk) == ("Trần Thị Thử", "KT. Giám đốc", "Phó Giám đốc")


def test_after_finalising_only_the_facts_follow_a_profile(clerk: Clerk, profile: AgencyProfile) -> None:
    clerk.fills_in()
    clerk.finalises()
    assert use(clerk, profile, DIRECTOR, replacing=True) == []
    assert clerk.state is State.FINALISED
    assert clerk.sees(SIGNATORY) == "Trần Thị Thử"
    assert clerk.dossier.stored.revision.facts.symbol == "TVM-NV"


def test_the_facts_of_the_only_profile_stand_in_a_new_dossier_and_of_two_none(
    office: Office, signer: Signer, profile: AgencyProfile
) -> None:
    begun = Clerk.begins(office, signer).dossier
    facts = begun.stored.revision.facts
    assert facts == IssueFacts(symbol="TVM-NV", place="Mẫu", parent_agency="Sở Văn hóa tỉnh Mẫu")
    office.profiles.keep(office.profiles.blank(KEY))
    trial = office.filling.begin(CAMPAIGN, AGENCY, trial=True)
    assert trial.stored.revision.facts == IssueFacts()


def test_the_place_in_the_register_stands_in_a_new_dossier_where_no_profile_has_another(office: Office) -> None:
    begun = office.filling.begin("837-btttt-cbc", "04")
    assert begun.stored.revision.facts == IssueFacts(place="Cao Bằng")
    profile = office.profiles.blank(begun.stored.identity.agency)
    assert profile.place == "Cao Bằng"
    office.profiles.keep(replace(profile, place="", symbol="UBND-VX"))
    practice = office.filling.begin("837-btttt-cbc", "04", trial=True)
    assert practice.stored.revision.facts == IssueFacts(symbol="UBND-VX", place="Cao Bằng")


def test_a_filled_in_dossier_is_kept_as_a_profile_and_again_it_stays_one(clerk: Clerk) -> None:
    clerk.fills_in()
    clerk.dossier.set_facts(IssueFacts(number="45", symbol="TVM-NV", place="Mẫu"))
    desk = clerk.office.profiles
    kept = desk.keep_from(clerk.dossier)
    assert (kept.name, kept.symbol, kept.place, kept.drafting_unit) == ("Mẫu 1", "TVM-NV", "Mẫu", "Phòng Nghiệp vụ")
    assert [one.is_like(DEPUTY) for one in kept.signatories] == [True]
    assert kept.head == "GIÁM ĐỐC"
    assert desk.keep_from(clerk.dossier) == kept
    clerk.answers(SIGNATORY, "Bế Văn Mẫu")
    assert [one.name for one in desk.keep_from(clerk.dossier).signatories] == ["Trần Thị Thử", "Bế Văn Mẫu"]
    clerk.dossier.set_facts(IssueFacts(place="Thử"))
    assert desk.keep_from(clerk.dossier).name == "Mẫu 2"
    assert desk.keep_from(clerk.dossier, "Mẫu 1").place == "Thử"
    assert [one.name for one in desk.of(KEY)] == ["Mẫu 1", "Mẫu 2"]


def test_a_dossier_that_says_nothing_is_no_profile(clerk: Clerk) -> None:
    with refused("chưa có ký hiệu, địa danh hay người ký"):
        clerk.office.profiles.keep_from(clerk.dossier)


def test_a_profile_is_tidied_and_refused_without_a_name_or_with_what_cannot_be_printed(
    office: Office, profile: AgencyProfile
) -> None:
    desk = office.profiles
    odd = Signatory(" Trần  Thị Thử", "Phó\nGiám đốc", AuthorityForm.FREE, ("TL. GIÁM ĐỐC ", " "))
    kept = desk.keep(replace(profile, place=" Mẫu ", signatories=(odd,)))
    assert kept.place == "Mẫu"
    assert kept.signatories == (Signatory("Trần Thị Thử", "Phó Giám đốc", AuthorityForm.FREE, ("TL. GIÁM ĐỐC",)),)
    with refused("Mẫu cần có tên"):
        desk.keep(replace(profile, name=" "))
    with refused("Không in được ký tự"):
        desk.keep(replace(profile, signatories=(Signatory("Thử ☃"),)))
    assert desk.of(KEY) == (kept,)


def test_a_removed_profile_comes_back_when_it_is_kept_again(office: Office, profile: AgencyProfile) -> None:
    office.profiles.remove(profile)
    assert office.profiles.all() == ()
    with refused("không có mẫu “Thư viện”"):
        office.profiles.named(KEY, "Thư viện")
    office.profiles.keep(profile)
    assert office.profiles.named(KEY, "") == profile
    events = [entry.event for entry in office.store.journal.entries()]
    assert events == ["profile_kept", "profile_removed", "profile_kept"]


def test_a_signatory_whose_lines_are_not_whole_is_not_put_into_a_dossier(clerk: Clerk, profile: AgencyProfile) -> None:
    lacking = replace(profile, head="")
    with refused("còn thiếu chức danh người đứng đầu"):
        use(clerk, lacking, DEPUTY)
    assert signs(clerk) == ("", "", "")


def test_another_agencys_profile_is_not_used(office: Office, signer: Signer, profile: AgencyProfile) -> None:
    other = Clerk(office, signer, office.filling.begin(CAMPAIGN, OTHER_AGENCY))
    with refused("là của cơ quan khác"):
        use(other, profile, DEPUTY)


def test_a_title_before_the_name_is_warned_of_and_kept(office: Office) -> None:
    (warning,) = warnings_of(Signatory("TS. Trần Thị Thử"))
    assert "học hàm, học vị (“TS.”)" in warning.vi
    assert warnings_of(DEPUTY) == ()


def test_a_deputy_of_a_peoples_committee_answers_the_whole_question_of_who_signs(office: Office) -> None:
    """In the survey of campaign 837, which asks for the form of signing by itself."""
    dossier = office.filling.begin("837-btttt-cbc", "04")
    desk, key = office.profiles, dossier.stored.identity.agency
    deputy = Signatory("Hoàng Văn Mẫu", "Phó Chủ tịch", AuthorityForm.ON_BEHALF_FOR_HEAD)
    profile = desk.keep(replace(desk.blank(key), signatories=(deputy,)))
    desk.apply(dossier, desk.plan(dossier, profile, deputy))
    said = dossier.form(SURVEY_837).session
    answers = [said.value(Address("", f"/data/s4/q4_08/{name}")) for name in ("hinh_thuc_ky", "quyen_han", "chuc_vu")]
    assert answers == ["KT", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert desk.keep_from(dossier) == profile


def test_what_a_profile_brought_is_still_there_tomorrow(
    open_lans_office: OpenOffice, signer: Signer, home: Path
) -> None:
    with open_lans_office() as office:
        clerk = Clerk.begins(office, signer)
        blank = office.profiles.blank(KEY)
        profile = office.profiles.keep(replace(blank, parent_agency="Sở Mẫu", signatories=(DIRECTOR,)))
        use(clerk, profile, DIRECTOR)
    with open_lans_office() as office:
        clerk = Clerk.comes_back(office, signer)
        assert clerk.dossier.stored.revision.facts.parent_agency == "Sở Mẫu"
        assert signs(clerk) == ("Lê Văn Giả", "", "GIÁM ĐỐC")
        assert office.profiles.of(KEY) == (profile,)
        assert clerk.dossier.history(SURVEY, Address("", SIGNATORY))[0].who == "Lan"
