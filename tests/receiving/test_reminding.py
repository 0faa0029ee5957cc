"""Reminders: drafts to who is missing, addressed where an address is known, in words that fit how long it has been."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.office import open_catalogue
from cbc_desktop.receiving.reception.reminding import Reminder, reminders, write_reminders
from cbc_desktop.receiving.reception.roll import Answered, RollEntry, roll

CLOCK = FixedClock(datetime(2022, 4, 2, 9, tzinfo=VIETNAM))


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Campaign:
    return open_catalogue(tmp_path_factory.mktemp("home")).campaign("837-btttt-cbc")


def reminded(
    campaign: Campaign, email: str, sender: str, today: date = date(2022, 4, 2), entered: str = ""
) -> Reminder:
    agency = replace(campaign.awaited[0], email=email)
    entries, known = [RollEntry(agency, Answered.MISSING, None)], {agency.key: entered} if entered else {}
    (one,) = reminders(campaign, entries, today, known, {agency.key: sender}, trial=False)
    return one


def test_everybody_who_is_missing_is_reminded(campaign: Campaign) -> None:
    found = reminders(campaign, roll(campaign, (), {}), date(2022, 4, 2), {}, {}, trial=False)
    assert [one.agency for one in found] == list(campaign.awaited)
    assert {one.address for one in found} == {""}


@pytest.mark.parametrize(
    ("email", "sender", "address"),
    [
        ("van.thu@mau.example", "Lan <lan@mau.example>", "van.thu@mau.example"),
        ("", "Lan <lan@mau.example>", "lan@mau.example"),
        ("không có", '"a\nb" <c@d@e>, f', ""),
        ("", "(" * 20_000, ""),
        ("", "", ""),
    ],
)
def test_the_register_knows_the_address_before_the_last_mail(
    campaign: Campaign, email: str, sender: str, address: str
) -> None:
    assert reminded(campaign, email, sender).address == address


def test_what_this_office_entered_goes_before_both(campaign: Campaign) -> None:
    told = ("van.thu@mau.example", "Lan <lan@mau.example>")
    assert reminded(campaign, *told, entered="vp@mau.example").address == "vp@mau.example"


def test_months_after_the_deadline_nobody_is_told_to_hurry(campaign: Campaign) -> None:
    soon, long_over = (
        reminded(campaign, "", "", campaign.deadline + timedelta(days=days)).body for days in (90, 1_700)
    )
    assert "sớm gửi báo cáo để kịp tổng hợp" in soon
    assert "để kịp tổng hợp" not in long_over
    assert "thông báo lý do" in long_over


def test_the_receiver_signs_and_practice_says_so(campaign: Campaign) -> None:
    entry = RollEntry(campaign.awaited[0], Answered.MISSING, None)
    (earnest,), (practice,) = (
        reminders(campaign, [entry], date(2022, 4, 2), {}, {}, trial=trial) for trial in (False, True)
    )
    assert earnest.body.endswith("Trân trọng.\n\nCục Báo chí, Bộ Thông tin và Truyền thông\n")
    assert "THỬ NGHIỆM" not in earnest.subject + earnest.body
    assert practice.subject == f"[THỬ NGHIỆM] {earnest.subject}"
    assert practice.body.startswith("THỬ NGHIỆM: ")
    assert practice.body.endswith(earnest.body)


def test_a_draft_is_addressed_only_where_an_address_is_known(campaign: Campaign, tmp_path: Path) -> None:
    known, unknown = (reminded(campaign, email, "") for email in ("van.thu@mau.example", ""))
    other = replace(unknown, agency=campaign.awaited[1])
    written = write_reminders((known, other), tmp_path, CLOCK, SeededIdentifiers())
    first, second = (message_from_bytes(path.read_bytes(), policy=policy.default) for path in written)
    assert {path.suffix for path in written} == {".eml"}
    assert (first["To"].addresses[0].addr_spec, second["To"]) == ("van.thu@mau.example", None)
    assert first["Subject"] == known.subject
    assert first.get_content().replace("\r\n", "\n") == known.body
    assert first["X-Unsent"] == "1"
