"""Phúc answers the libraries: receipts for what came, and reminders to those of which nothing has come."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from invented_campaign import CAMPAIGN
from keyboard import Keyboard
from pki import make_pki
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from received_sample import Postman
from soft_token import PIN, SoftTokens

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.dossier.return_slip import Outcome
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.office import Office
from cbc_desktop.signing.trial import make_trial_identity
from cbc_desktop.ui.issuing.ways import Way
from cbc_desktop.ui.kit.marks import Mark
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.receiving.answering.receipt_page import ReceiptPage
from cbc_desktop.ui.receiving.answering.reminders_page import RemindersPage
from cbc_desktop.ui.receiving.arrived.sieve import Pick
from cbc_desktop.ui.receiving.room import ReceivingRoom

Enter = Callable[[], ReceivingRoom]
Wait = Callable[[ReceivingRoom], None]
CROWDED = "Phòng ngoại văn có 30 máy, nhiều hơn 20."
TAKEN = datetime(2030, 2, 27, 10, tzinfo=VIETNAM)


@pytest.fixture
def room(enter: Enter, postman: Postman, libraries: dict[str, Agency], wait: Wait) -> ReceivingRoom:
    """What came of one library is there, and chosen."""
    postman.brings(libraries["TVM"], sent_at=TAKEN)
    entered = enter()
    wait(entered)
    return entered


@pytest.fixture
def receipt(room: ReceivingRoom, qtbot: QtBot, wait: Wait) -> ReceiptPage:
    """The page on which one is written for it, with all that it can be about."""
    room.arrived.panel.box.receipt_button.click()
    page = room.arrived.pages.side_page
    assert isinstance(page, ReceiptPage)
    qtbot.waitUntil(lambda: not page.reading.waits)
    wait(room)
    return page


def test_what_does_not_fit_together_is_told_when_an_arrival_is_looked_at(room: ReceivingRoom, qtbot: QtBot) -> None:
    qtbot.waitUntil(room.arrived.panel.remarks.isVisible)
    assert room.arrived.panel.remarks.told.text() == f"• {CROWDED}"


def test_a_receipt_that_accepts_is_two_files_and_stands_beside_the_arrival(
    room: ReceivingRoom, receipt: ReceiptPage, tmp_path: Path, wait: Wait
) -> None:
    assert receipt.title.text() == "Phiếu cho Thư viện tỉnh Mẫu, lần 1"
    assert receipt.by.text() == "Vụ Thư viện, Bộ Mẫu"
    assert not receipt.outcomes.is_chosen
    assert not receipt.remarks.isVisible()
    receipt.give(tmp_path / "phieu")
    assert "Hãy chọn tiếp nhận hay trả lại" in receipt.messages.text.text()
    receipt.outcomes.lines[Outcome.ACCEPTED].mark.click()
    receipt.give(tmp_path / "phieu")
    wait(room)
    assert [path.suffix for path in receipt.written] == [".json", ".eml"]
    assert "Đã lập phiếu" in receipt.messages.text.text()
    receipt.back_button.click()
    wait(room)
    assert room.arrived.panel.receipts.told.text() == (
        "Đã tiếp nhận · 02/03/2030 09:00 · Vụ Thư viện, Bộ Mẫu · không ký số"
    )


def test_what_was_returned_waits_for_a_corrected_version_until_one_comes(
    room: ReceivingRoom,
    receipt: ReceiptPage,
    tmp_path: Path,
    wait: Wait,
    postman: Postman,
    libraries: dict[str, Agency],
    office: Office,
) -> None:
    receipt.outcomes.lines[Outcome.TO_BE_CORRECTED].mark.click()
    receipt.remarks.propose_button.click()
    receipt.give(tmp_path / "phieu")
    wait(room)
    receipt.back_button.click()
    wait(room)
    (line,) = (one for one in room.arrived.table.records.records if one.key == libraries["TVM"].key)
    assert (line.state, line.mark) == ("đã trả lại, chờ bản sửa", Mark.RETURNED)
    assert "bản này vẫn được tính" in room.arrived.panel.state.text()
    assert room.arrived.sieve.buttons[Pick.RETURNED].text() == "Chờ bản sửa 1"
    (first,) = office.received.store().arrivals.of_campaign(CAMPAIGN, trial=False)
    assert first.dossier
    postman.brings(libraries["TVM"], number=2, replaces=first.dossier.content_digest, answer=12)
    room.arrived.entered()
    wait(room)
    assert not room.arrived.sieve.buttons[Pick.RETURNED].isVisible()


def test_questions_are_found_and_remarked_upon_with_the_keyboard(
    room: ReceivingRoom, receipt: ReceiptPage, tmp_path: Path, wait: Wait
) -> None:
    keys = Keyboard()
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Down)
    assert not receipt.outcomes.is_chosen
    keys.press(Qt.Key.Key_Space)
    assert receipt.outcomes.way is Outcome.TO_BE_CORRECTED
    keys.tab_to(receipt.remarks.search.line)
    keys.type("so dau sach")
    keys.press(Qt.Key.Key_Return)
    assert keys.here is receipt.remarks.words
    keys.type("Thấp hơn năm trước.")
    keys.press(Qt.Key.Key_Return)
    keys.tab_to(receipt.remarks.words)
    keys.type("Gửi lại sớm.")
    keys.press(Qt.Key.Key_Return)
    receipt.remarks.propose_button.click()
    assert [(one.about, one.words) for one in receipt.remarks.remarks] == [
        ("Số đầu sách", "Thấp hơn năm trước."),
        ("", "Gửi lại sớm."),
        ("Số máy (Các phòng máy, dòng 2)", CROWDED),
    ]
    receipt.remarks.table.selectRow(1)
    keys.press(Qt.Key.Key_Delete)
    receipt.give(tmp_path / "phieu")
    wait(room)
    slip = json.loads(receipt.written[0].read_bytes())
    assert [one["words"] for one in slip["questions"]] == ["Thấp hơn năm trước.", CROWDED]


def test_what_asks_for_corrections_says_which(
    room: ReceivingRoom, receipt: ReceiptPage, tmp_path: Path, wait: Wait
) -> None:
    receipt.outcomes.lines[Outcome.TO_BE_CORRECTED].mark.click()
    receipt.give(tmp_path / "phieu")
    wait(room)
    assert "ít nhất một ý kiến" in receipt.messages.text.text()
    assert not (tmp_path / "phieu").exists()


def test_what_failed_can_only_be_returned_and_its_faults_are_proposed(
    enter: Enter, postman: Postman, libraries: dict[str, Agency], wait: Wait, qtbot: QtBot
) -> None:
    postman.brings(libraries["TVM"], verdict="failed", doubts=("digest-matches",), report=postman.altered())
    room = enter()
    wait(room)
    room.arrived.panel.box.receipt_button.click()
    page = room.arrived.pages.side_page
    assert isinstance(page, ReceiptPage)
    qtbot.waitUntil(lambda: not page.reading.waits)
    wait(room)
    assert "không đạt khi kiểm tra" in page.obstacle.text()
    assert page.outcomes.way is Outcome.TO_BE_CORRECTED
    assert not page.outcomes.lines[Outcome.ACCEPTED].isVisible()
    page.remarks.propose_button.click()
    assert "du-lieu/khao-sat-nhanh.xml" in page.remarks.remarks[0].words


def test_a_receipt_is_signed_where_a_certificate_is_chosen(
    room: ReceivingRoom, receipt: ReceiptPage, tmp_path: Path, qtbot: QtBot, program: Program, office: Office
) -> None:
    receipt.outcomes.lines[Outcome.ACCEPTED].mark.click()
    receipt.key.wanted.click()
    receipt.give(tmp_path / "phieu")
    assert "Hãy chọn tệp chứng thư" in receipt.messages.text.text()
    clock = office.clock
    made = make_trial_identity(tmp_path, now=clock.now(), passphrase="thu", agency="Vụ Thư viện")
    receipt.key.use(made.pkcs12)
    receipt.key.passphrase.setText("thu")
    receipt.give(tmp_path / "phieu")
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert [path.suffix for path in receipt.written] == [".json", ".p7s", ".eml"]
    assert receipt.key.passphrase.text() == ""


@pytest.mark.slow
def test_a_receipt_is_signed_with_a_token(
    receipt: ReceiptPage,
    tmp_path: Path,
    qtbot: QtBot,
    program: Program,
    office: Office,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pki = make_pki(office.clock.now())
    SoftTokens.made(tmp_path / "softhsm", monkeypatch).token("Vụ", pki.leader, authorities=(pki.authority,))
    receipt.outcomes.lines[Outcome.ACCEPTED].mark.click()
    receipt.key.wanted.click()
    receipt.key.ways.lines[Way.TOKEN].mark.click()
    qtbot.waitUntil(lambda: not program.tasks.running, timeout=20_000)
    receipt.key.token.pin.setText(PIN)
    receipt.give(tmp_path / "phieu")
    qtbot.waitUntil(lambda: not program.tasks.running, timeout=20_000)
    assert [path.suffix for path in receipt.written] == [".json", ".p7s", ".eml"]


def test_reminders_are_copied_one_by_one_or_written_all_at_once(
    room: ReceivingRoom, tmp_path: Path, qtbot: QtBot, wait: Wait
) -> None:
    room.arrived.line.reminders_button.click()
    page = room.arrived.pages.side_page
    assert isinstance(page, RemindersPage)
    qtbot.waitUntil(lambda: not page.waits)
    wait(room)
    assert [one.agency.code for one in page.table.records.records] == ["TVT"]
    words = "Kính gửi: Thư viện thành phố Thử. Hạn gửi là ngày 28/02/2030.\n\nVụ Thư viện, Bộ Mẫu\n"
    assert page.body.toPlainText() == words
    assert page.count.text().startswith("1 cơ quan chưa gửi, trong đó 0 có địa chỉ thư. Địa chỉ ghi ở đây")
    page.copy_button.click()
    assert QApplication.clipboard().text().startswith("Đôn đốc gửi báo cáo theo Công văn số 12/BM-VTV\n\nKính gửi")
    page.write(tmp_path / "don-doc")
    assert [path.name for path in (tmp_path / "don-doc").iterdir()] == ["TVT-thu-vien-thanh-pho-thu.eml"]
    assert "Đã ghi 1 thư" in page.messages.text.text()
    page.back_button.click()
    wait(room)
    assert room.arrived.table.isVisible()
    assert room.arrived.table.hasFocus()
