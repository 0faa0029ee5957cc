"""What does not come as a package: the export of an online form, and paper that Phúc keyed in himself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from invented_campaign import CAMPAIGN, PLAN, PLAN_SAMPLE, SURVEY, SURVEY_SAMPLE
from keyboard import Keyboard
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from received_sample import Postman

from cbc_desktop.dossier.return_slip import Outcome
from cbc_desktop.filling.sample import PreparedForm, fill_form
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.office import Office
from cbc_desktop.ui.receiving.answering.receipt_page import ReceiptPage
from cbc_desktop.ui.receiving.arrived.deeds import Deed
from cbc_desktop.ui.receiving.arrived.sieve import Pick
from cbc_desktop.ui.receiving.room import ReceivingRoom
from cbc_desktop.ui.receiving.taking.keyed_in_page import KeyedInPage
from cbc_desktop.ui.receiving.taking.online_page import OnlinePage

Enter = Callable[[], ReceivingRoom]
Wait = Callable[[ReceivingRoom], None]
ROWS = (
    "Dấu thời gian,Thư viện nào,Số đầu sách,Góp ý\n"
    "20/02/2030 8:00:00,Thư viện thành phố Thử,120,không\n"
    "21/02/2030 8:00:00,Thư viện Không Có,7,\n"
)


@pytest.fixture
def room(enter: Enter, postman: Postman, libraries: dict[str, Agency]) -> ReceivingRoom:
    postman.brings(libraries["TVM"])
    return enter()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "tra-loi.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_the_plan_of_an_online_forms_columns_is_seen_before_anything_is_taken(
    room: ReceivingRoom, table: Path, wait: Wait, office: Office
) -> None:
    room.arrived.take([table])
    page = online_page(room)
    wait(room)
    assert page.told.text() == (
        "2 dòng trả lời. Cơ quan ở cột “Thư viện nào”. Lúc gửi ở cột “Dấu thời gian”. 1 cột trả lời một câu của đợt "
        "khảo sát. 1 dòng không rõ cơ quan: vẫn nhận, rồi giao cho cơ quan sau."
    )
    assert shown(page) == [("Số đầu sách", "Số đầu sách"), ("Góp ý", "không lấy")]
    assert len(office.reception.arrivals(CAMPAIGN)) == 1
    page.take_button.click()
    wait(room)
    assert room.arrived.messages.text.text() == "Đã nhận 2 trong 2 dòng trả lời."
    room.arrived.sieve.choose(Pick.COUNTS)
    assert [line.name for line in room.arrived.table.records.records] == [
        "Thư viện tỉnh Mẫu",
        "Thư viện thành phố Thử",
    ]
    room.arrived.sieve.choose(Pick.DECIDE)
    assert [line.name for line in room.arrived.table.records.records] == ["Thư viện Không Có"]


def test_a_row_of_an_online_form_is_told_as_one_and_has_a_receipt(
    room: ReceivingRoom, table: Path, wait: Wait, qtbot: QtBot
) -> None:
    table.write_text(ROWS.replace("Thư viện thành phố Thử,120", "thu vien thanh pho thu,nhiều"), encoding="utf-8")
    room.arrived.take([table])
    wait(room)
    online_page(room).take_button.click()
    wait(room)
    room.arrived.show_agency("TVT@")
    wait(room)
    box = room.arrived.panel.box
    assert "0 kB" not in box.about.text()
    assert box.buttons[Deed.ACCEPT].text() == "Đã xem, c&hấp nhận…"
    box.buttons[Deed.ACCEPT].click()
    assert box.form.told.text().startswith("Bản này vẫn được tính")
    box.receipt_button.click()
    page = room.arrived.pages.side_page
    assert isinstance(page, ReceiptPage)
    qtbot.waitUntil(lambda: not page.reading.waits)
    wait(room)
    page.outcomes.lines[Outcome.TO_BE_CORRECTED].mark.click()
    page.remarks.propose_button.click()
    assert [(one.about, one.words) for one in page.remarks.remarks] == [
        ("Số đầu sách", "Không đọc được trả lời “nhiều”. Đề nghị trả lời lại câu này.")
    ]


def test_rows_of_an_online_form_taken_in_for_practice_are_found_there(
    room: ReceivingRoom, table: Path, wait: Wait, office: Office
) -> None:
    room.scope.choose(office.catalogue.campaign(CAMPAIGN), trial=True)
    wait(room)
    room.arrived.take([table])
    page = online_page(room)
    wait(room)
    assert page.told.text().startswith("Để tập: các dòng được nhận vào hồ sơ thử nghiệm. 2 dòng trả lời.")
    page.take_button.click()
    wait(room)
    assert room.arrived.messages.text.text() == "Đã nhận 2 trong 2 dòng trả lời vào hồ sơ thử nghiệm."
    assert office.reception.how_many(CAMPAIGN, trial=True) == 2
    assert "Thư viện tỉnh Mẫu" in [line.name for line in room.arrived.table.records.records]


def test_columns_are_corrected_in_a_file_that_the_page_writes(
    room: ReceivingRoom, table: Path, wait: Wait, tmp_path: Path
) -> None:
    room.arrived.ways_on.show_online(table)
    page = online_page(room)
    wait(room)
    columns = tmp_path / "cot.toml"
    page.write_columns(columns)
    assert "Dùng tệp cột" in page.messages.text.text()
    written = columns.read_text(encoding="utf-8")
    columns.write_text(written.replace('"Góp ý" = ""', f'"Góp ý" = "{SURVEY} /data/s1/dia_chi"'), encoding="utf-8")
    page.look(columns)
    wait(room)
    assert shown(page) == [("Số đầu sách", "Số đầu sách"), ("Góp ý", "Địa chỉ thư viện")]


def test_a_column_is_given_to_a_question_with_the_keyboard_and_taken_from_it(
    room: ReceivingRoom, table: Path, wait: Wait
) -> None:
    room.arrived.ways_on.show_online(table)
    page, keys = online_page(room), Keyboard()
    wait(room)
    keys.tab_to(page.columns, back=True)
    keys.press(Qt.Key.Key_Down)
    keys.tab_to(page.answer.search.line)
    keys.type("dia chi")
    keys.press(Qt.Key.Key_Return)
    wait(room)
    assert shown(page) == [("Số đầu sách", "Số đầu sách"), ("Góp ý", "Địa chỉ thư viện")]
    assert keys.here is page.columns
    assert page.columns.record
    assert page.columns.record[0] == "Góp ý"
    page.answer.leave_button.click()
    wait(room)
    assert shown(page)[1] == ("Góp ý", "không lấy")


def test_a_person_says_which_column_names_the_agencies(room: ReceivingRoom, table: Path, wait: Wait) -> None:
    room.arrived.ways_on.show_online(table)
    page = online_page(room)
    wait(room)
    page.columns.go_to(lambda column: column[0] == "Góp ý")
    page.answer.agency_button.click()
    wait(room)
    assert "Cơ quan ở cột “Góp ý”" in page.told.text()
    assert [heading for heading, _ in shown(page)] == ["Thư viện nào", "Số đầu sách"]
    assert page.seen
    assert [row.name for row in page.seen.plan.rows] == ["không", ""]


def test_a_table_that_names_no_agency_is_told_and_nothing_is_taken(
    room: ReceivingRoom, tmp_path: Path, wait: Wait
) -> None:
    path = tmp_path / "khac.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    room.arrived.ways_on.show_online(path)
    page = online_page(room)
    wait(room)
    assert "Không thấy cột nào" in page.messages.text.text()
    assert not page.take_button.isEnabled()


def test_paper_that_was_keyed_in_is_taken_with_its_scan(
    room: ReceivingRoom, office: Office, tmp_path: Path, wait: Wait, qtbot: QtBot
) -> None:
    dossier = office.filling.begin(CAMPAIGN, "TVT")
    for form_id, sample in ((SURVEY, SURVEY_SAMPLE), (PLAN, PLAN_SAMPLE)):
        fill_form(dossier, form_id, PreparedForm(Path(), **sample))
    page = keyed_in_page(room)
    page.take_button.click()
    wait(room)
    assert "chưa chốt số liệu" in page.messages.text.text()
    dossier.finalise()
    page = keyed_in_page(room)
    page.take_button.click()
    wait(room)
    assert "Cần kèm bản quét" in page.messages.text.text()
    scan = tmp_path / "ban-giay.png"
    scan.write_bytes(b"\x89PNG\r\n\x1a\n of the paper")
    page.take_scans([scan])
    page.day.setText("hôm kia")
    page.take_button.click()
    assert "không phải là ngày" in page.messages.text.text()
    page.day.setText("27/2/2030")
    page.take_button.click()
    wait(room)
    assert room.arrived.messages.text.text() == "Đã nhận bản giấy của Thư viện thành phố Thử như đã nhập."
    room.arrived.show_agency("TVT@")
    wait(room)
    record = room.arrived.table.record
    assert record
    assert (record.state, record.route) == ("đã có, lần 1", "bản giấy")
    assert "đến 27/02/2030 theo Phúc" in room.arrived.panel.box.about.text()
    assert "Đến sau hạn" not in room.arrived.panel.box.cautions.text()
    room.arrived.panel.save_copy(room.arrived.panel.arrivals.records.records[0].arrival, tmp_path / "ra")
    (saved,) = (tmp_path / "ra").iterdir()
    assert saved.read_bytes() == scan.read_bytes()


def online_page(room: ReceivingRoom) -> OnlinePage:
    page = room.arrived.pages.side_page
    assert isinstance(page, OnlinePage)
    return page


def keyed_in_page(room: ReceivingRoom) -> KeyedInPage:
    room.arrived.line.keyed_button.click()
    page = room.arrived.pages.side_page
    assert isinstance(page, KeyedInPage)
    return page


def shown(page: OnlinePage) -> list[tuple[str, str]]:
    model = page.columns.records
    return [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]
