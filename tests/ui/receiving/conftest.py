"""The window of the department of libraries, which asked three libraries; what came of them is put into its books."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from received_sample import Postman, revision_of

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.filling.sample import PreparedForm, fill_form
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.office import Office, open_office
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.receiving.room import ReceivingRoom

sys.path.append(str(Path(__file__).parents[2] / "journeys"))
from invented_campaign import AGENCY, CAMPAIGN, PLAN, PLAN_SAMPLE, SURVEY, SURVEY_SAMPLE, make_campaign

REMINDER = """
[reminder]
subject = "Đôn đốc gửi báo cáo theo Công văn số {letter}"
body = "Kính gửi: {agency}. Hạn gửi là ngày {deadline}."
"""
RECEIVED_ON = datetime(2030, 3, 2, 9, tzinfo=VIETNAM)
"""Two days after the deadline."""


@pytest.fixture(scope="session")
def campaigns(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("campaigns")
    with (make_campaign(folder) / "campaign.toml").open("a", encoding="utf-8") as campaign:
        campaign.write(REMINDER)
    return folder


@pytest.fixture(scope="session")
def sender(campaigns: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Revision]:
    """The home of a library, in which the forms were read once, and what it finalised."""
    home = tmp_path_factory.mktemp("sender")
    with open_office(home, clock=FixedClock(RECEIVED_ON), identifiers=SeededIdentifiers(), campaigns=campaigns) as lans:
        dossier = lans.filling.begin(CAMPAIGN, AGENCY)
        for form_id, sample in ((SURVEY, SURVEY_SAMPLE), (PLAN, PLAN_SAMPLE)):
            fill_form(dossier, form_id, PreparedForm(Path(), **sample))
        dossier.finalise()
        return home, revision_of(lans, AGENCY)


@pytest.fixture
def opened(campaigns: Path) -> Callable[[Path], AbstractContextManager[Office]]:
    clock, identifiers = FixedClock(RECEIVED_ON), SeededIdentifiers(9)
    return partial(open_office, clock=clock, identifiers=identifiers, campaigns=campaigns, who="Phúc")


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, program: Program, sender: tuple[Path, Revision]
) -> Callable[[], MainWindow]:
    """Of the department, as in the other tests of the window."""
    shutil.copytree(sender[0] / "cache", program.home / "cache")

    def present() -> MainWindow:
        if program.window is None:
            program.start()
        assert isinstance(program.window, MainWindow)
        return program.window

    return present


@pytest.fixture
def office(window: Callable[[], MainWindow]) -> Office:
    return window().around.office


@pytest.fixture
def postman(office: Office, sender: tuple[Path, Revision]) -> Postman:
    return Postman(office, sender[1].forms, CAMPAIGN, b"so_sach")


@pytest.fixture
def libraries(office: Office) -> dict[str, Agency]:
    """Those that were asked, by code."""
    return {agency.code: agency for agency in office.catalogue.campaign(CAMPAIGN).awaited}


@pytest.fixture
def enter(window: Callable[[], MainWindow], wait: Callable[[ReceivingRoom], None]) -> Callable[[], ReceivingRoom]:
    """Enters the room, and waits until it has read what is there."""

    def entered() -> ReceivingRoom:
        room = window().enter(Room.RECEIVING)
        assert isinstance(room, ReceivingRoom)
        room.arrived.intake.jobs = 0
        wait(room)
        return room

    return entered


@pytest.fixture
def wait(qtbot: QtBot, program: Program) -> Callable[[ReceivingRoom], None]:
    """Until nothing is read or done any more."""

    def until_idle(room: ReceivingRoom) -> None:
        page = room.arrived
        qtbot.waitUntil(lambda: not (program.tasks.running or page.reading.waits or page.panel.remarks.waits))

    return until_idle
