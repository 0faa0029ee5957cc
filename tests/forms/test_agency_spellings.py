"""Offices write their names in many ways; the register finds them, and never takes one for another."""

from __future__ import annotations

from datetime import date

import pytest

from cbc_desktop.base.paths import shipped_forms
from cbc_desktop.forms.agencies import AgencyRegister, matching
from cbc_desktop.forms.agency_names import AgencyNames

OF_THE_LETTER = date(2022, 3, 10)


@pytest.fixture(scope="module")
def register() -> AgencyRegister:
    return AgencyRegister.of_csv((shipped_forms() / "837-btttt-cbc" / "agencies.csv").read_bytes())


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("UBND tỉnh Hà Giang", "02"),
        ("ubnd tinh cao bang", "04"),
        ("  Ủy ban nhân dân  tỉnh Cao Bằng. ", "04"),
        ("Hà Tĩnh", "42"),
        ("UBND Hà Tĩnh", "42"),
        ("TP. Hà Nội", "01"),
        ("UBND TP Hồ Chí Minh", "79"),
        ("Bà Rịa – Vũng Tàu", "77"),
        ("bo y te", "BYT"),
        ("btp", "BTP"),
    ],
)
def test_a_name_is_found_as_people_write_it(register: AgencyRegister, written: str, code: str) -> None:
    assert register.find(written, OF_THE_LETTER).code == code


@pytest.mark.parametrize("written", ["40", "", "tỉnh", "UBND", "Hà", "Sao Hỏa"])
def test_a_figure_or_half_a_name_is_nobodys_name(register: AgencyRegister, written: str) -> None:
    assert AgencyNames(register.respondents(OF_THE_LETTER)).named(written) is None


def test_every_agency_is_found_by_its_name_and_its_code(register: AgencyRegister) -> None:
    agencies = register.respondents(OF_THE_LETTER)
    names = AgencyNames(agencies)
    assert all(names.named(agency.name_vi) is agency for agency in agencies)
    assert all(names.coded(agency.code) is agency for agency in agencies)


def test_a_search_may_begin_as_the_names_do(register: AgencyRegister) -> None:
    assert [one.code for one in matching("ubnd cao bang", register.respondents(OF_THE_LETTER))] == ["04"]
