"""The covering letter says what is known of its own issue, and leaves the rest to the clerk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.digests import Digest
from cbc_desktop.documents.printed_form import OfficialDocument
from cbc_desktop.dossier.identity import AgencyKey, DossierIdentity
from cbc_desktop.dossier.revision import IssueFacts, Revision
from cbc_desktop.exporting.official_document import Answers, official_document
from cbc_desktop.forms.campaign import read_campaign

CAMPAIGN = read_campaign(Path(__file__).parents[2] / "forms" / "837-btttt-cbc")
KNOWN = IssueFacts(number="45", symbol="UBND-VX", date=date(2022, 3, 5), place="Cao Bằng", parent_agency="Bộ Mẫu")


def letter(facts: IssueFacts, agency: str = "04@") -> OfficialDocument:
    return document("cong-van", facts, agency)


def document(name: str, facts: IssueFacts, agency: str = "04@") -> OfficialDocument:
    """The campaign's document of this name before anything is answered."""
    identity = DossierIdentity(CAMPAIGN.id, AgencyKey.parse(agency), "0f8e2a0e-3f0c-4c7d-9d0e-1f2a3b4c5d6e")
    revision = Revision(identity, 1, (), Digest.of(b""), datetime(2022, 3, 25, tzinfo=VIETNAM), facts=facts)
    chosen = replace(next(one for one in CAMPAIGN.documents if one.id == name), body=None)
    return official_document(chosen, CAMPAIGN, CAMPAIGN.agencies.require(agency), revision, Answers())


def test_number_symbol_date_and_place_that_the_clerk_has_given_are_in_the_letter() -> None:
    known = letter(KNOWN)
    assert (known.number, known.symbol, known.place) == ("45", "UBND-VX", "Cao Bằng")
    assert known.parent_agency == "Bộ Mẫu"
    assert known.date == "ngày 05 tháng 3 năm 2022"


def test_what_the_clerk_has_not_given_is_blank_and_the_symbol_is_that_of_the_agency() -> None:
    unknown = letter(IssueFacts())
    assert (unknown.number, unknown.date, unknown.place) == ("", "", "")
    assert unknown.symbol == "UBND"


def test_a_letter_after_a_plan_has_not_the_symbol_of_the_plan() -> None:
    assert document("ke-hoach", replace(KNOWN, symbol="KH-UBND")).symbol == "KH-UBND"
    assert letter(replace(KNOWN, symbol="KH-UBND")).symbol == "UBND"
    assert letter(replace(KNOWN, symbol="KHĐT-TH")).symbol == "KHĐT-TH"


def test_a_number_is_known_before_the_date() -> None:
    known = letter(replace(KNOWN, date=None))
    assert (known.number, known.date) == ("45", "")


def test_the_letterhead_has_the_lines_of_the_register_and_the_sentences_have_the_plain_name() -> None:
    academy = letter(KNOWN, "VASS@")
    assert academy.letterhead == ("Viện Hàn lâm", "Khoa học xã hội", "Việt Nam")
    assert academy.agency == "Viện Hàn lâm Khoa học xã hội Việt Nam"
    assert any(academy.agency in paragraph for paragraph in academy.paragraphs)


def test_the_text_of_a_draft_marks_the_places_of_what_is_not_answered_yet() -> None:
    decision = document("quyet-dinh", KNOWN)
    assert decision.subject == "Về việc ban hành Kế hoạch …"
    assert decision.paragraphs[0] == "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch …."
    assert decision.recipients[-1] == "Lưu: VT"
