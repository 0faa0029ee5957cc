"""The register of agencies as a campaign writes it, and the lines in which a name heads a letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.forms.agencies import Agency, AgencyRegister

REGISTER = Path(__file__).parents[2] / "forms" / "837-btttt-cbc" / "agencies.csv"
HEADER = "key,code,name_vi,name_en,kind,valid_from,valid_to,symbol,successor"


def only_agency(header: str, letterhead: str) -> Agency:
    row = f"TVM@,TVM,Thư viện tỉnh Mẫu,Library of Mau,municipality,,,TVM,{letterhead}"
    (agency,) = AgencyRegister.of_csv(f"{header}\n{row}\n".encode()).agencies
    return agency


def test_a_letterhead_has_the_lines_that_the_register_gives() -> None:
    agency = only_agency(f"{HEADER},letterhead", ",Thư viện | tỉnh Mẫu")
    assert agency.letterhead == ("Thư viện", "tỉnh Mẫu")


@pytest.mark.parametrize(
    ("header", "cell"), [(HEADER, ""), (f"{HEADER},letterhead", ","), (f"{HEADER},letterhead", "")]
)
def test_without_lines_in_the_register_the_letterhead_is_the_name(header: str, cell: str) -> None:
    assert only_agency(header, cell).letterhead == ("Thư viện tỉnh Mẫu",)


def test_the_letterheads_of_the_campaign_say_the_names_of_its_agencies_word_for_word() -> None:
    agencies = AgencyRegister.of_csv(REGISTER.read_bytes()).agencies
    assert len(agencies) == 122
    assert [agency.key for agency in agencies if " ".join(agency.letterhead) != agency.name_vi] == []


def test_the_letterhead_of_a_peoples_committee_has_its_place_on_the_second_line() -> None:
    agencies = AgencyRegister.of_csv(REGISTER.read_bytes()).agencies
    committees = [agency for agency in agencies if agency.kind in ("province", "municipality")]
    assert {agency.letterhead[0] for agency in committees} == {"Ủy ban nhân dân"}
    assert {len(agency.letterhead) for agency in committees} == {2}


def test_a_comment_above_the_names_of_the_columns_is_told_as_one() -> None:
    with pytest.raises(UserFacingError) as refused:
        AgencyRegister.of_csv(f"# agencies.csv\n{HEADER}\n".encode())
    assert "agencies.csv [1]: Row 1 of agencies.csv seems to be a comment (“# agencies.csv”)" in str(
        refused.value.message.en
    )
