"""Phúc sees who has sent what, decides what counts, and takes in what comes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from keyboard import Keyboard
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from received_sample import Postman

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.office import Office
from cbc_desktop.receiving.reception.reasons import Reason
from cbc_desktop.signing.trial import make_trial_identity
from cbc_desktop.ui.kit.marks import Mark
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.receiving.arrived.deeds import Deed
from cbc_desktop.ui.receiving.arrived.page import ArrivedPage
from cbc_desktop.ui.receiving.arrived.report_page import ReportPage
from cbc_desktop.ui.receiving.arrived.sieve import Pick
from cbc_desktop.ui.receiving.room import ReceivingRoom
from cbc_desktop.ui.receiving.taking.drop_area import DropArea
from cbc_desktop.ui.receiving.taking.keyed_in_page import KeyedInPage

Enter = Callable[[], ReceivingRoom]
Libraries = dict[str, Agency]
IN_TIME = datetime(2030, 2, 27, 10, tzinfo=VIETNAM)


Wait = Callable[[ReceivingRoom], None]


def test_where_nothing_has_come_the_room_says_how_to_begin_and_keeps_no_books(enter: Enter, program: Program) -> None:
    page = enter().arrived
    assert page.empty.isVisible()
    assert page.empty.title.text() == "Chưa nhận được hồ sơ nào"
    assert page.line.files_button.hasFocus()
    assert not (program.home / "received.sqlite3").exists()


def test_where_nothing_has_come_every_way_of_taking_in_is_offered_with_the_day_of_arrival(enter: Enter) -> None:
    page = enter().arrived
    line = page.line
    assert page.empty.isVisible()
    assert line.day.isVisible()
    assert line.routes.isVisible()
    for way in (line.files_button, line.folder_button, line.online_button, line.keyed_button, line.reminders_button):
        assert way.isVisible()
    line.keyed_button.click()
    assert isinstance(page.pages.side_page, KeyedInPage)


def test_a_folder_that_is_dropped_is_taken_in_once(enter: Enter, tmp_path: Path, wait: Wait, qtbot: QtBot) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    (folder / "anh.docx").write_bytes(b"PK something else")
    (folder / "thu.eml").write_bytes(b"Subject: khong kem gi\r\n\r\nChao")
    room = enter()
    drop(room.arrived, folder)
    wait(room)
    assert room.arrived.messages.text.text().startswith("Đã xem 2 tệp: 0 tệp mới; 2 tệp để riêng (")
    room.arrived.messages.findChildren(QPushButton)[-1].click()
    assert room.arrived.sieve.pick is Pick.ASIDE
    assert sorted(names(room.arrived)) == ["anh.docx", "thu.eml"]
    assert room.arrived.panel.title.text() in ("anh.docx", "thu.eml")
    drop(room.arrived, folder)
    wait(room)
    assert room.arrived.messages.text.text() == "Đã xem 2 tệp: 0 tệp mới; 2 tệp đã có từ trước."


def test_what_is_not_there_is_told_and_changes_nothing(enter: Enter, tmp_path: Path, wait: Wait) -> None:
    room = enter()
    room.arrived.take([tmp_path / "khong-co"])
    wait(room)
    assert "khong-co" in room.arrived.messages.text.text()
    assert room.arrived.empty.isVisible()


def test_stopping_keeps_what_was_taken_in(enter: Enter, tmp_path: Path, wait: Wait, program: Program) -> None:
    for number in range(5):
        (tmp_path / f"{number}.docx").write_bytes(b"PK %d" % number)
    room = enter()
    program.tasks.progressed.connect(
        lambda told: program.tasks.cancel() if told.vi.startswith("Đang nhận tệp 2") else None,
        Qt.ConnectionType.DirectConnection,
    )
    room.arrived.take(sorted(tmp_path.glob("*.docx")))
    wait(room)
    assert room.arrived.messages.text.text().startswith("Đã dừng; những tệp đã nhận vẫn còn. Đã xem 3 tệp")
    room.arrived.sieve.choose(Pick.ASIDE)
    assert sorted(names(room.arrived)) == ["0.docx", "1.docx", "2.docx"]


def test_the_counts_leave_only_those_in_the_list_and_searching_needs_no_accents(
    enter: Enter, postman: Postman, libraries: Libraries, qtbot: QtBot
) -> None:
    postman.brings(libraries["TVM"], sent_at=IN_TIME)
    postman.brings_stranger("anh.docx", Reason.OTHER_KIND)
    page = enter().arrived
    assert [one.text() for one in page.sieve.buttons.values() if one.isVisible()] == [
        *("Đã hỏi 2", "Đã có 1", "Muộn 0", "Cần quyết định 0", "Chưa gửi 1", "Để riêng 1"),
    ]
    qtbot.mouseClick(page.sieve.buttons[Pick.MISSING], Qt.MouseButton.LeftButton)
    assert names(page) == ["Thư viện thành phố Thử"]
    assert page.panel.state.text() == "Chưa gửi gì."
    qtbot.mouseClick(page.sieve.buttons[Pick.ALL], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.sieve.search, "thu vien tinh mau")
    assert names(page) == ["Thư viện tỉnh Mẫu"]


def test_two_dossiers_in_conflict_are_compared_and_decided_with_the_keyboard_alone(
    enter: Enter, postman: Postman, libraries: Libraries, wait: Wait
) -> None:
    postman.brings(libraries["TVM"], "lan.zip", answer=52, sent_at=IN_TIME)
    postman.brings(libraries["TVM"], "hoa.zip", answer=77, dossier_id="another", sent_at=IN_TIME)
    room, keys = enter(), Keyboard()
    page, panel = room.arrived, room.arrived.panel
    assert (names(page)[0], page.table.record and page.table.record.mark) == ("Thư viện tỉnh Mẫu", Mark.UNDECIDED)
    assert keys.here is page.table
    keys.press(Qt.Key.Key_Return)
    assert keys.here is panel.arrivals
    keys.press(Qt.Key.Key_Down)
    keys.tab_to(panel.comparison.button)
    keys.press(Qt.Key.Key_Space)
    wait(room)
    (difference,) = panel.comparison.table.records.records
    assert (difference.label, difference.one, difference.other) == ("Số đầu sách", "77", "52")
    keys.alt("y")
    assert keys.here is panel.box.form.reason
    keys.press(Qt.Key.Key_Return)
    assert panel.box.form.wrong.text() == "Hãy ghi lý do, để sau này còn biết vì sao."
    keys.type("Chị Hoa xác nhận qua điện thoại.")
    keys.press(Qt.Key.Key_Return)
    wait(room)
    assert page.table.record
    assert page.table.record.state == "đã có, lần 1"
    assert page.table.record.standing
    assert page.table.record.standing.counts
    assert page.table.record.standing.counts.name == "hoa.zip"
    assert "Phúc, 02/03/2030 09:00: Chị Hoa xác nhận qua điện thoại." in said(panel.decisions)
    keys.tab_to(panel.decisions)
    keys.press(Qt.Key.Key_Space)
    wait(room)
    assert page.table.record.state == "cần quyết định"
    assert said(panel.decisions).endswith("(đã hoàn tác)")


def test_tab_leads_through_the_whole_page_and_is_seen_everywhere(
    enter: Enter, postman: Postman, libraries: Libraries
) -> None:
    postman.brings(libraries["TVM"], "lan.zip", answer=52)
    postman.brings(libraries["TVM"], "hoa.zip", answer=77, dossier_id="another")
    page, keys, seen = enter().arrived, Keyboard(), list[QWidget]()
    for _ in range(60):
        seen.append(keys.here)
        keys.press(Qt.Key.Key_Tab)
        if keys.here is seen[0]:
            break
    assert keys.here is seen[0], "Tab never comes back"
    wanted = (page.table, page.panel.arrivals, page.panel.comparison.button, page.line.files_button, page.sieve.search)
    assert [one for one in wanted if one not in seen] == []


def test_what_failed_says_why_and_a_person_may_accept_it(
    enter: Enter, postman: Postman, libraries: Libraries, wait: Wait, qtbot: QtBot
) -> None:
    postman.brings(libraries["TVM"], verdict="failed", doubts=("digest-matches",), report=postman.altered())
    room = enter()
    panel = room.arrived.panel
    assert panel.box.headline.text() == "Không đạt"
    assert "đã bị thay đổi" in said(panel.box.facts)
    qtbot.mouseClick(panel.box.facts.more, Qt.MouseButton.LeftButton)
    assert len(panel.box.facts.findChildren(QLabel)) >= 3
    decide(panel.box.buttons[Deed.ACCEPT], room, "Đã đối chiếu với bản giấy.")
    wait(room)
    assert room.arrived.table.record
    assert room.arrived.table.record.state == "đã có, lần 1"
    assert "được chấp nhận như hiện có" in panel.messages.text.text()
    assert "Đã được người nhận chấp nhận" in panel.box.cautions.text()


def test_what_nobody_in_the_register_sent_is_given_to_an_agency(
    enter: Enter, postman: Postman, wait: Wait, qtbot: QtBot
) -> None:
    postman.brings(None, "khong-ro.zip")
    room = enter()
    page, form = room.arrived, room.arrived.panel.box.form
    page.sieve.choose(Pick.DECIDE)
    page.panel.box.buttons[Deed.ASSIGN].click()
    form.decide()
    assert form.wrong.text() == "Hãy chọn cơ quan."
    QTest.keyClicks(form.search.line, "thanh pho thu")
    form.reason.setText("Theo địa chỉ thư.")
    form.decide()
    wait(room)
    page.sieve.choose(Pick.COUNTS)
    assert names(page) == ["Thư viện thành phố Thử"]


def test_of_what_cannot_be_read_it_is_kept_whom_another_copy_was_asked_of(
    enter: Enter, postman: Postman, libraries: Libraries, wait: Wait, tmp_path: Path
) -> None:
    postman.brings(libraries["TVM"])
    torn = postman.brings_stranger("hong.zip", Reason.NOT_READABLE)
    room = enter()
    page = room.arrived
    page.sieve.choose(Pick.ASIDE)
    box, form = page.panel.box, page.panel.box.form
    assert [deed for deed, one in box.buttons.items() if not one.isHidden()] == [
        *(Deed.SET_ASIDE, Deed.ASSIGN, Deed.ASK_ANEW)
    ]
    assert (box.letter_button.isVisible(), box.receipt_button.isVisible()) == (True, False)
    page.panel.write_letter(torn, tmp_path)
    assert "Đã soạn thư xin bản khác: xin-ban-khac-hong-zip-" in page.panel.messages.text.text()
    box.buttons[Deed.ASK_ANEW].click()
    form.decide()
    assert form.wrong.text() == "Hãy chọn cơ quan."
    QTest.keyClicks(form.search.line, "thanh pho thu")
    form.reason.setText("Đã gọi điện cho văn thư.")
    form.decide()
    wait(room)
    page.sieve.choose(Pick.UNUSABLE)
    assert names(page) == ["Thư viện thành phố Thử"]
    said = [one.text() for one in page.panel.decisions.findChildren(QLabel)]
    assert any("đã xin bản khác của TVT@" in one and "Đã gọi điện" in one for one in said)


def test_what_cannot_be_read_stands_with_the_agency_that_a_person_says_and_back_again(
    enter: Enter, postman: Postman, libraries: Libraries, wait: Wait
) -> None:
    postman.brings(libraries["TVM"])
    postman.brings_stranger("hong.zip", Reason.NO_DOSSIER)
    room = enter()
    page = room.arrived
    page.sieve.choose(Pick.ASIDE)
    form = page.panel.box.form
    page.panel.box.buttons[Deed.ASSIGN].click()
    QTest.keyClicks(form.search.line, "thanh pho thu")
    form.reason.setText("Bì thư ghi tên thư viện.")
    form.decide()
    wait(room)
    page.sieve.choose(Pick.UNUSABLE)
    assert names(page) == ["Thư viện thành phố Thử"]
    assert page.panel.box.headline.text() == "Không có hồ sơ đọc được"
    offered = [deed for deed, one in page.panel.box.buttons.items() if not one.isHidden()]
    assert offered == [Deed.ASSIGN, Deed.ASK_ANEW]
    (number,) = [one.number for one in postman.office.reception.decisions.all()]
    page.panel.deciding.undo(number)
    wait(room)
    page.sieve.choose(Pick.MISSING)
    assert names(page) == ["Thư viện thành phố Thử"]


def test_what_is_set_aside_no_longer_counts(enter: Enter, postman: Postman, libraries: Libraries, wait: Wait) -> None:
    postman.brings(libraries["TVM"])
    room = enter()
    decide(room.arrived.panel.box.buttons[Deed.SET_ASIDE], room, "Gửi nhầm.")
    wait(room)
    assert room.arrived.table.record
    assert room.arrived.table.record.state == "chưa dùng được"
    assert Deed.SET_ASIDE not in [deed for deed, one in room.arrived.panel.box.buttons.items() if one.isVisible()]


def test_practice_and_earnest_are_apart(enter: Enter, postman: Postman, libraries: Libraries, wait: Wait) -> None:
    postman.brings(libraries["TVM"], trial=True)
    room = enter()
    assert room.arrived.table.record
    assert room.arrived.table.record.state == "chưa gửi"
    assert "1 tệp thử nghiệm" in room.arrived.messages.text.text()
    room.scope_line.kinds.setCurrentIndex(1)
    room.scope_line.kinds.activated.emit(1)
    wait(room)
    assert room.scope_line.trial.isVisible()
    assert room.arrived.table.record.state == "đã có, lần 1"


def test_the_file_as_it_came_is_saved_under_a_safe_name(
    enter: Enter, postman: Postman, tmp_path: Path, wait: Wait
) -> None:
    source = tmp_path / "con..exe  .ZIP"
    source.write_bytes(b"PK\x03\x04 no zip")
    room = enter()
    room.arrived.take([source])
    wait(room)
    room.arrived.sieve.choose(Pick.ASIDE)
    record = room.arrived.table.record
    assert record
    assert record.aside
    room.arrived.panel.save_copy(record.aside, tmp_path / "ra")
    (saved,) = (tmp_path / "ra").iterdir()
    assert saved.read_bytes() == source.read_bytes()
    assert saved.suffix == ".zip"
    assert saved.stem.startswith("con-exe-")
    assert saved.name in room.arrived.panel.messages.text.text()


def test_the_whole_report_on_a_package_is_a_page_of_its_own(
    enter: Enter, tmp_path: Path, wait: Wait, qtbot: QtBot
) -> None:
    source = tmp_path / "goi.zip"
    source.write_bytes(b"PK\x03\x04 no zip")
    room = enter()
    room.arrived.take([source])
    wait(room)
    room.arrived.sieve.choose(Pick.ASIDE)
    room.arrived.panel.box.report_button.click()
    wait(room)
    page = room.arrived.pages.side_page
    assert isinstance(page, ReportPage)
    assert page.report
    qtbot.waitUntil(page.report.isVisible)
    assert page.report.headline.text().startswith("KHÔNG ĐẠT")
    assert "goi.zip" in said(page.report)
    Keyboard().press(Qt.Key.Key_Escape)
    qtbot.waitUntil(room.arrived.table.hasFocus)


def test_what_was_judged_with_other_certificates_is_judged_again_by_a_press(
    enter: Enter, tmp_path: Path, wait: Wait, office: Office
) -> None:
    source = tmp_path / "goi.zip"
    source.write_bytes(b"PK\x03\x04 no zip")
    room = enter()
    room.arrived.again.jobs = 0
    room.arrived.take([source])
    wait(room)
    room.arrived.sieve.choose(Pick.ASIDE)
    made = make_trial_identity(tmp_path, now=office.clock.now(), passphrase="thu")
    (candidate,) = office.trust.candidates(made.ca_pem)
    office.trust.accept(candidate, candidate.group, fingerprint=str(candidate.fingerprint), why="Để tập")
    room.arrived.messages.clear()
    room.arrived.entered()
    wait(room)
    assert room.arrived.messages.text.text().startswith("1 tệp được kiểm tra khi máy này tin cậy những chứng thư khác")
    again = next(one for one in room.arrived.messages.findChildren(QPushButton) if "Kiểm tra" in one.text())
    again.click()
    wait(room)
    assert "Đã kiểm tra lại" in room.arrived.messages.text.text()
    room.arrived.messages.clear()
    room.arrived.entered()
    wait(room)
    assert room.arrived.messages.isHidden()


def test_books_that_cannot_be_read_are_told_in_the_place_of_the_list(
    window: Callable[[], MainWindow], program: Program, qtbot: QtBot
) -> None:
    (program.home / "received.sqlite3").write_bytes(b"no database" * 100)
    room = window().enter(Room.RECEIVING)
    assert isinstance(room, ReceivingRoom)
    qtbot.waitUntil(room.arrived.trouble.isVisible)
    assert room.arrived.again_button.hasFocus()
    assert room.arrived.trouble.text.text()


def test_ten_thousand_arrivals_are_lines_and_not_widgets(
    enter: Enter, postman: Postman, libraries: Libraries, wait: Wait, qtbot: QtBot
) -> None:
    postman.brings(libraries["TVM"])
    room = enter()
    few = len(room.arrived.findChildren(QWidget))
    with postman.office.received.store().database.atomic():
        for number in range(10_000):
            postman.brings_stranger(f"{number}.docx", Reason.OTHER_KIND)
    room.arrived.entered()
    wait(room)
    room.arrived.sieve.choose(Pick.ASIDE)
    assert len(names(room.arrived)) == 10_000
    qtbot.keyClicks(room.arrived.sieve.search, "9999")
    assert names(room.arrived) == ["9999.docx"]
    assert len(room.arrived.findChildren(QWidget)) < few + 20


def drop(page: ArrivedPage, *paths: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where, no_key = QPointF(5, 5), Qt.KeyboardModifier.NoModifier
    event = QDropEvent(where, Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, no_key)
    area = page.findChild(DropArea)
    assert area is not None
    area.dropEvent(event)


def decide(button: QWidget, room: ReceivingRoom, why: str) -> None:
    button.setFocus()
    keys = Keyboard()
    keys.press(Qt.Key.Key_Space)
    assert keys.here is room.arrived.panel.box.form.reason
    keys.type(why)
    keys.press(Qt.Key.Key_Return)


def names(page: ArrivedPage) -> list[str]:
    return [line.name for line in page.table.records.records]


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
