"""Whatever arrives is judged without a crash, in bounded time and memory, and kept with a reason or a doubt."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from hostile_mails import mail_with
from hostile_pdfs import ring_of_forms
from mutant import Material, Mutant, mutants
from mutant_list import ALL, SLOW
from mutations import Tally, let_arrive

from cbc_desktop.signing.trust import TrustAnchors

CHEAP = {family: make for family, make in ALL.items() if family not in SLOW}


def arrived(material: Material, folder: Path, *files: Mutant, seconds: float = 120) -> Tally:
    trust = TrustAnchors.from_pem(material.mailroom.authority.pem)
    return let_arrive(files, folder, trust, jobs=2, seconds=seconds)


def test_one_of_each_kind(material: Material, tmp_path: Path) -> None:
    tally = arrived(material, tmp_path, *islice(mutants(CHEAP, material), len(CHEAP)))
    assert tally.troubles == []
    assert {family for family in CHEAP if not family.startswith("mail")} <= set(tally.families)


def test_a_page_that_would_be_drawn_for_ever_costs_its_own_answer(material: Material, tmp_path: Path) -> None:
    tally = arrived(material, tmp_path, Mutant("ring", "vong.pdf", ring_of_forms(2)), seconds=5)
    (outcome,) = tally.families["ring"].outcomes
    assert outcome in ("hangs", "died", "fault")


@pytest.mark.parametrize("date", ["Fri, 31 Dec 9999 23:59:59 -1200", "Tue, 22 Mar 99999999999 09:00:00 +0700"])
def test_a_mail_from_the_end_of_all_calendars_does_not_stop_the_run(
    material: Material, tmp_path: Path, date: str
) -> None:
    mail = Mutant("mail: dates", "ngay.eml", mail_with(material.packages[0], "goi.zip", date=date))
    tally = arrived(material, tmp_path, mail, Mutant("honest", "goi-2.zip", material.packages[1]))
    assert tally.families["mail: attached"].outcomes == {"passed": 1}
    assert tally.families["honest"].outcomes == {"passed": 1}
