"""Whose a package is by the real register: codes that were used again in 2025, and provinces that were merged."""

from __future__ import annotations

from datetime import date

import pytest

from cbc_desktop.base.paths import shipped_forms
from cbc_desktop.forms.agencies import AgencyRegister
from cbc_desktop.receiving.reception.attribution import AgencyFinder, How

REGISTER = AgencyRegister.of_csv((shipped_forms() / "837-btttt-cbc" / "agencies.csv").read_bytes())
IN_2022, IN_2026 = date(2022, 3, 9), date(2026, 3, 9)
YEN_BAI, LAO_CAI = "Ủy ban nhân dân tỉnh Yên Bái", "Ủy ban nhân dân tỉnh Lào Cai"


@pytest.mark.parametrize(
    ("day", "key", "name", "found", "how"),
    [
        (IN_2022, "15@", YEN_BAI, "15@", How.ENTRY),
        (IN_2022, "15@", "UY BAN NHAN DAN TINH YEN BAI", "15@", How.ENTRY),
        (IN_2022, "15@", LAO_CAI, "15@", How.OTHER_NAME),
        (IN_2026, "15@2025-07-01", LAO_CAI, "15@2025-07-01", How.ENTRY),
        (IN_2026, "15@", YEN_BAI, "15@2025-07-01", How.SUCCESSOR),
        (IN_2026, "10@", LAO_CAI, "15@2025-07-01", How.SUCCESSOR),
        (IN_2026, "BKHDT@", "Bộ Kế hoạch và Đầu tư", "BTC@", How.SUCCESSOR),
        (IN_2022, "15@2025-07-01", LAO_CAI, None, How.UNKNOWN),
        (IN_2022, "BDTTG@2025-03-01", "Bộ Dân tộc và Tôn giáo", "UBDT@", How.PREDECESSOR),
        (IN_2026, "15@", "Ủy ban nhân dân tỉnh Khác", None, How.UNKNOWN),
        (IN_2022, "999@", YEN_BAI, "15@", How.NAME),
        (IN_2022, "999@", "Công ty Khác", None, How.UNKNOWN),
        (IN_2022, "CBC-BTTTT@", "Cục Báo chí (Bộ Thông tin và Truyền thông)", None, How.UNKNOWN),
    ],
)
def test_an_entry_with_its_dates_says_whose_it_is(day: date, key: str, name: str, found: str | None, how: How) -> None:
    attribution = AgencyFinder(REGISTER, day).attribution(key, name)
    assert (attribution.agency.key if attribution.agency else None, attribution.how) == (found, how)


def test_all_63_provinces_of_2022_are_found_among_the_34_of_2026() -> None:
    finder = AgencyFinder(REGISTER, IN_2026)
    provinces = [one for one in REGISTER.respondents(IN_2022) if one.kind in ("province", "municipality")]
    found = {finder.attribution(one.key, one.name_vi).agency for one in provinces}
    assert (len(provinces), len(found), None in found) == (63, 34, False)


def test_under_another_name_it_is_said_what_the_file_calls_the_agency() -> None:
    assert How.OTHER_NAME.words("UBND Hà Giang").en == (
        "In the file the agency is called “UBND Hà Giang”; by the register it is this one."
    )
