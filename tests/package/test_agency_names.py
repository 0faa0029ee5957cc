"""Names of an agency as certificates have them, and names that only look like it."""

from __future__ import annotations

import pytest

from cbc_desktop.package.agency_names import Fit, deceptive_letter, fit

AGENCY = "Ủy ban nhân dân tỉnh Cao Bằng"


def fit_of(*organisations: str, holder: str = "Nông Thị Ví Dụ", agency: str = AGENCY) -> Fit:
    return fit((holder, *organisations), holder, agency)[0]


@pytest.mark.parametrize(
    "name",
    [
        AGENCY,
        "UBND tỉnh Cao Bằng",
        "UBND TỈNH CAO BẰNG",
        "UBND tinh Cao Bang",
        "Uỷ ban nhân dân tỉnh Cao Bằng",
        "Uy ban nhan dan tinh Cao Bang",
        "Sở Tư pháp - UBND tỉnh Cao Bằng",
        "Văn phòng, UBND tỉnh Cao Bằng",
        "Ủy  ban nhân dân  tỉnh Cao Bằng ",
    ],
)
def test_an_agency_is_known_by_the_names_that_offices_give_it(name: str) -> None:
    assert fit_of(name) is Fit.FITS
    assert fit_of("Tổ chức", name) is Fit.FITS


def test_the_agencys_own_certificate_has_its_name_as_that_of_the_holder() -> None:
    assert fit_of(holder="UBND tỉnh Cao Bằng") is Fit.FITS


@pytest.mark.parametrize("name", ["Ủy ban nhân dân tỉnh Cao Băng", "UBND tỉnh Cao Bẳng", "UBND tỉnh CaoBằng"])
def test_a_name_with_other_accents_or_spaces_is_only_nearly_the_agencys(name: str) -> None:
    assert fit_of(name) is Fit.NEARLY


@pytest.mark.parametrize(
    "name", ["UBND tỉnh Bắc Kạn", "UBND thành phố Cao Bằng", "Văn phòng UBND tỉnh Cao Bằng", "HĐND tỉnh Cao Bằng", "-"]
)
def test_another_agency_is_another_one(name: str) -> None:
    assert fit((AGENCY[:3], name), AGENCY[:3], AGENCY) == (Fit.DIFFERENT, name)


def test_a_certificate_with_nothing_but_a_persons_name_names_no_agency() -> None:
    assert fit_of() is Fit.UNNAMED


def test_another_agencys_own_certificate_names_another_agency() -> None:
    other = "Ủy ban nhân dân tỉnh Bắc Kạn"
    assert fit((other, other), other, AGENCY) == (Fit.DIFFERENT, other)


@pytest.mark.parametrize("letter", ["\u0430", "\u03bf", "\uff41", "\u200b", "\u00ad", "\u202e"])
def test_a_letter_of_another_script_or_one_that_nobody_sees_is_found(letter: str) -> None:
    assert deceptive_letter(f"UBND tỉnh C{letter}o Bằng") == letter


@pytest.mark.parametrize(
    "name", [AGENCY, "UBND tinh Cao Bang", "Đỗ Thị Ước, 3/2022 (số 1)", "Министерство", "", "Sở TT&TT"]
)
def test_honest_names_deceive_nobody(name: str) -> None:
    assert deceptive_letter(name) == ""


def test_a_name_without_end_is_looked_at_for_a_moment_only() -> None:
    assert fit_of(" " * 1_000_000 + "-", *(["x - " * 1_000_000] * 3)) is Fit.DIFFERENT
