"""What was done with a dossier is told deed by deed: number, package and day of sending, also of earlier revisions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from clerk import MORNING, Clerk, OpenOffice
from command_line import Command
from invented_campaign import AGENCY, CAMPAIGN

from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.exporting.deeds import deeds
from cbc_desktop.office import Office
from cbc_desktop.signing.signer import Signer
from cbc_desktop.store.journal import JournalEntry

FIRST = IssueFacts(number="45", symbol="TVM-NV", place="Mẫu", date=date(2030, 2, 11))
SECOND = IssueFacts(number="46", symbol="TVM-NV", place="Mẫu", date=date(2030, 2, 13))


@pytest.fixture
def sent_and_corrected(open_lans_office: OpenOffice, signer: Signer, tmp_path: Path) -> str:
    """Sent with a number, reopened, and signed and numbered once more."""
    with open_lans_office() as office:
        lan = Clerk(office, signer, office.filling.begin(CAMPAIGN, AGENCY))
        lan.fills_in()
        signed_and_numbered(office, lan, FIRST)
        dossier_id = lan.dossier.dossier_id
        office.issuing.seal(dossier_id, signer, lambda _: None)
        office.issuing.package(office.issued.plan(dossier_id, tmp_path / "goi"), None, lambda _: None)
        office.exporting.hand_over(dossier_id, date(2030, 2, 12))
        lan.dossier.look_again()
        lan.dossier.reopen()
        signed_and_numbered(office, lan, SECOND)
        return dossier_id


def signed_and_numbered(office: Office, lan: Clerk, facts: IssueFacts) -> None:
    lan.finalises()
    dossier_id = lan.dossier.dossier_id
    office.issuing.sign(office.exporting.plan(dossier_id, Path()), lan.signer, lambda _: None)
    office.issuing.number(dossier_id, facts)
    lan.dossier.look_again()


def test_each_numbering_packing_and_sending_is_told_under_its_revision(sent_and_corrected: str, cbc: Command) -> None:
    told = cbc("issued", sent_and_corrected).out
    first, second = told.removeprefix("Lần 1:\n").split("Lần 2:\n")
    begun = ("Đã chốt số", "“Người ký THỬ", "Đã điền: số", "“Người ký THỬ", "Đã đóng gói:", "Đã ghi nhận")
    assert tuple(" ".join(line.split()[2:5]) for line in first.splitlines()) == begun
    assert "Đã điền: số 45/TVM-NV, ngày 11/02/2030 (Lan)" in first
    assert "-lan-1.zip (Lan)" in first
    assert "Đã ghi nhận gửi ngày 12/02/2030 (Lan)" in first
    assert "Đã điền: số 46/TVM-NV, ngày 13/02/2030 (Lan)" in second
    assert "Đã đóng gói" not in second
    assert "Revision 2:" in cbc("issued", sent_and_corrected, lang="en").out


def entry(event: str, **facts: str) -> JournalEntry:
    return JournalEntry(MORNING, "Lan", event, "", facts)


def test_a_dossier_that_is_carried_away_was_not_sent() -> None:
    assert not deeds([entry("copied_out", file="ho-so.cbcd"), entry("facts_given", place="Mẫu")])
    (deed,) = deeds([entry("copied_out", folder="E:/", digest="ab")])
    assert deed.what.vi == "Đã chép vào E:/"


def test_what_was_packed_in_one_go_was_signed_too() -> None:
    (packed,) = deeds([entry("exported", package="goi.zip", digest="ab", folder="E:/")])
    assert packed.what.vi == "Đã ký và đóng gói: goi.zip"


def test_a_slip_about_an_earlier_revision_is_told_under_that_one() -> None:
    told = deeds([entry("reopened", revision="2"), entry("returned", revision="1"), entry("sign", signer="A")])
    assert [(deed.revision, deed.entry.event) for deed in told] == [(1, "returned"), (2, "reopened"), (2, "sign")]
