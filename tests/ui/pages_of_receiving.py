"""How a person gets to each page of the receiving room."""

from __future__ import annotations

import atexit
import shutil
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import gettempdir, mkdtemp

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from received_sample import receive_sample, revision_of
from sample_window import folder_of, pause, wait, window_of

from cbc_desktop.dossier.return_slip import Outcome
from cbc_desktop.office import open_catalogue
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.ui.consolidating.page import ConsolidatingPage
from cbc_desktop.ui.main_window import Room
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.receiving.answering.receipt_page import ReceiptPage
from cbc_desktop.ui.receiving.answering.reminders_page import RemindersPage
from cbc_desktop.ui.receiving.arrived.deeds import Deed
from cbc_desktop.ui.receiving.arrived.page import ArrivedPage
from cbc_desktop.ui.receiving.arrived.sieve import Pick
from cbc_desktop.ui.receiving.room import ReceivingRoom
from cbc_desktop.ui.receiving.sections import Section

sys.path.append(str(Path(__file__).parent.parent / "consolidating"))
from kept_arrivals import keep_arrivals
from many_offices import ManyOffices, Round

ONLINE = (
    "Dấu thời gian,Tên cơ quan,1.6. Tổng số người làm công tác truyền thông tại thời điểm chốt số liệu,Ghi chú thêm\n"
    "25/03/2022 14:05:33,Bộ Y tế,12,không\n"
    "25/03/2022 15:05:33,Sở Y tế,3,\n"
)
ADDRESSES = {1: "van.thu@mau.example", 2: "vp.ubnd@thu.example"}
"""Of agencies that are missing, by their place in the list."""
_OF_NO_OFFICE = gettempdir()
SENDERS = (0, 3, 12, 18, 30, 34, 45, 71, 80)
"""The places of those whose answers are consolidated, among all who were asked."""


def receiving(program: Program) -> None:
    window_of(program).enter(Room.RECEIVING)


def arrived(program: Program) -> None:
    """Two packages of one agency that are in conflict, compared, and a decision that is begun."""
    page = _arrived(program)
    page.panel.comparison.compare()
    wait(program)
    page.panel.box.buttons[Deed.CHOOSE].click()


def assigning(program: Program) -> None:
    """A package of an agency that nobody knows."""
    page = _arrived(program)
    page.sieve.choose(Pick.DECIDE)
    page.table.selectRow(1)
    page.panel.box.buttons[Deed.ASSIGN].click()


def set_aside(program: Program) -> None:
    _arrived(program).sieve.choose(Pick.ASIDE)


def receipt(program: Program) -> None:
    """What is to be corrected, with what the cross-checks propose."""
    page = _arrived(program)
    page.sieve.search.setText("lang son")
    page.table.selectRow(0)
    page.panel.box.receipt_button.click()
    shown = page.pages.side_page
    assert isinstance(shown, ReceiptPage)
    while program.tasks.running or shown.reading.waits:
        pause(20)
    shown.outcomes.lines[Outcome.TO_BE_CORRECTED].mark.click()
    shown.remarks.take_proposed()
    shown.key.wanted.click()


def reminders(program: Program) -> None:
    """To two of those who are missing an address was entered."""
    page = _arrived(program)
    desk = window_of(program).around.office.reception
    missing = desk.reminders("837-btttt-cbc")
    desk.addresses.keep({missing[place].agency: address for place, address in ADDRESSES.items()})
    page.line.reminders_button.click()
    shown = page.pages.side_page
    assert isinstance(shown, RemindersPage)
    while program.tasks.running or shown.waits:
        pause(20)


def online(program: Program) -> None:
    """A column that answers a question, one that does not, and a row of nobody known."""
    path = folder_of(program) / "bieu-mau.csv"
    path.write_text(ONLINE, encoding="utf-8")
    _arrived(program).ways_on.show_online(path)
    wait(program)


def keyed_in(program: Program) -> None:
    _arrived(program).line.keyed_button.click()


def _arrived(program: Program) -> ArrivedPage:
    office = window_of(program).around.office
    receive_sample(office, revision_of(office, "20"))
    room = window_of(program).enter(Room.RECEIVING)
    assert isinstance(room, ReceivingRoom)
    while program.tasks.running or room.arrived.reading.waits:
        pause(20)
    return room.arrived


def consolidating(program: Program) -> None:
    """What will count, and what waits for a person to decide."""
    _consolidating_page(program)


def consolidated(program: Program) -> None:
    """An indicator with its groups of agencies, and those behind the first of them."""
    page = _consolidating_page(program)
    page.show_results(_consolidated())
    QTest.keyClick(page.results.indicators.list.tree, Qt.Key.Key_End)


def consolidated_question(program: Program) -> None:
    """Answers in words, one of which is too long for its cell."""
    page = _consolidating_page(program)
    page.show_results(_consolidated())
    page.results.turn_to(page.results.questions)
    page.results.questions.list.search.setText("3.14")


def _consolidating_page(program: Program) -> ConsolidatingPage:
    program.preferences.keep_consolidated_folder("tong-hop-837-btttt-cbc", folder_of(program) / "tong-hop")
    answers = _survey_round().counted
    rival = replace(answers[1], dossier_id="ff" * 16, arrival=answers[0].content_digest)
    other = replace(rival, content_digest=answers[0].content_digest)
    keep_arrivals(window_of(program).around.office, (*answers, other))
    room = window_of(program).enter(Room.RECEIVING)
    assert isinstance(room, ReceivingRoom)
    page = room.turn_to(Section.CONSOLIDATING)
    assert isinstance(page, ConsolidatingPage)
    pause(20)
    wait(program)
    return page


@cache
def _survey_round() -> Round:
    catalogue = open_catalogue(_beside() / "home")
    campaign = catalogue.campaign("837-btttt-cbc")
    offices = ManyOffices(campaign, [catalogue.form(campaign, form) for form in campaign.forms])
    counted = tuple(offices.counted([campaign.awaited[place] for place in SENDERS]))
    return Round(catalogue, offices, campaign.awaited, counted)


@cache
def _consolidated() -> Consolidated:
    return _survey_round().consolidated(_beside() / "out")


@cache
def _beside() -> Path:
    """For what is made once for all pictures, whichever office is open meanwhile."""
    folder = Path(mkdtemp(dir=_OF_NO_OFFICE))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def refused(program: Program) -> None:
    """A file that is no package."""
    stranger = folder_of(program) / "thu.zip"
    stranger.write_bytes(b"PK not a zip")
    _verify(program, stranger)


def undecided(program: Program) -> None:
    _verify(program, _package(program))


def passed(program: Program) -> None:
    desk = window_of(program).around.office.trust
    (trial,) = desk.candidates(next(folder_of(program).glob("*.pem")))
    desk.accept(trial, trial.group, fingerprint=str(trial.fingerprint), why="Để tập")
    _verify(program, _package(program))


def _verify(program: Program, path: Path) -> None:
    window_of(program).enter(Room.RECEIVING).take_file(path)
    wait(program)


def _package(program: Program) -> Path:
    return next((folder_of(program) / "out").glob("*.zip"))
