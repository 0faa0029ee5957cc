"""A round is over before a dossier is finalised: the reason is asked for while it can be given, and is sent."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.cli.main import run
from cbc_desktop.filling.lateness import Lateness, lateness
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.office import Office, open_office
from cbc_desktop.signing.signer import Signer

SURVEY = "khao-sat-nhanh"
REASON = "Chờ số liệu của ba huyện"
AFTERWARDS = datetime(2022, 4, 6, 8, tzinfo=VIETNAM)


def lans_office(folder: Path) -> AbstractContextManager[Office]:
    return open_office(folder / "lan", clock=FixedClock(AFTERWARDS), identifiers=SeededIdentifiers(), who="Lan")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with lans_office(tmp_path) as opened:
        yield opened


@pytest.fixture
def dossier(office: Office) -> OpenDossier:
    return filled_in(office)


def filled_in(office: Office) -> OpenDossier:
    opened = office.filling.begin("837-btttt-cbc", "04")
    fill_form(opened, SURVEY, read_prepared(opened.campaign.folder / "sample" / f"{SURVEY}.json"))
    opened.set_facts(replace(opened.stored.revision.facts, symbol="UBND-VX", place="Cao Bằng"))
    return opened


def late(dossier: OpenDossier) -> Lateness:
    found = lateness(dossier, AFTERWARDS.date())
    assert found is not None
    return found


def explain(dossier: OpenDossier, reason: str) -> None:
    address = late(dossier).address
    assert address is not None
    dossier.explain(SURVEY, address, reason)


def test_nobody_is_late_on_the_last_day_nor_when_the_day_of_sending_is_known(dossier: OpenDossier) -> None:
    last = dossier.campaign.deadline
    assert lateness(dossier, last) is None
    assert lateness(dossier, last + timedelta(days=1)) is not None
    dossier.set_facts(replace(dossier.stored.revision.facts, sent=last))
    assert lateness(dossier, last + timedelta(days=1)) is None


def test_the_reason_is_asked_for_before_finalising_and_is_not_compulsory(dossier: OpenDossier) -> None:
    asked = late(dossier)
    assert (asked.label.vi, asked.settled) == ("4.9. Ngày gửi báo cáo", False)
    assert "30/03/2022" in asked.message.vi
    dossier.finalise([SURVEY])
    assert lateness(dossier, AFTERWARDS.date()) is None


def test_the_reason_is_printed_and_settles_what_the_form_says_of_the_day_of_sending(
    office: Office, dossier: OpenDossier, signer: Signer, tmp_path: Path
) -> None:
    explain(dossier, REASON)
    assert late(dossier).settled
    dossier.finalise([SURVEY])
    plan = office.exporting.plan(dossier.dossier_id, tmp_path / "out")
    result = office.exporting.export(plan, signer, lambda _: None)
    text = subprocess.run(["pdftotext", "-raw", result.document, "-"], capture_output=True, check=True).stdout.decode()
    assert f"4.9. Ngày gửi báo cáo: … Giải trình: {REASON}" in " ".join(text.split())
    office.exporting.hand_over(dossier.dossier_id, AFTERWARDS.date())
    dossier.look_again()
    (sent_late,) = (line for line in dossier.review().warnings if line.label.vi == "4.9. Ngày gửi báo cáo")
    assert sent_late.settled
    with pytest.raises(UserFacingError):
        dossier.explain(SURVEY, sent_late.address, "Lý do khác")


def test_the_command_line_tells_it_in_the_review_and_once_more_when_nobody_said_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with lans_office(tmp_path) as office:
        filled_in(office)
    words = ["--home", str(tmp_path / "lan")]
    run([*words, "review", "04", "--forms", SURVEY])
    place = "QUÁ HẠN   khao-sat-nhanh /data/s4/q4_09 4.9. Ngày gửi báo cáo: Hạn gửi 30/03/2022"
    assert place in capsys.readouterr().out
    assert run([*words, "finalise", "04", "--forms", SURVEY]) == 0
    assert "chưa nêu lý do chậm" in capsys.readouterr().err
