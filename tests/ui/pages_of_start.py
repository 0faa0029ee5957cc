"""How a person gets to the list of dossiers and what is behind it, the settings and the help."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace

from older_form import begun_with_an_older_form
from published_update import published_update
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sample_window import OTHERS, folder_of, keep_profile, open_sample, wait, window_of

from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.office import Office
from cbc_desktop.signing.trial import make_trial_identity
from cbc_desktop.ui.main_window import Room
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.setup.room import SetupRoom
from cbc_desktop.ui.start.backups_page import BackupsPage
from cbc_desktop.ui.start.copy_page import CopyPage
from cbc_desktop.ui.start.new_dossier import NewDossierPage
from cbc_desktop.ui.start.room import StartRoom
from cbc_desktop.ui.trust.page import TrustPage


def start(program: Program) -> None:
    """The list of dossiers, which the window begins with."""


def new_dossier(program: Program) -> None:
    room = window_of(program).enter(Room.DOSSIERS)
    assert isinstance(room, StartRoom)
    room.begin()
    page = room.pages.currentWidget()
    assert isinstance(page, NewDossierPage)
    page.search.line.setText("thua thien")


def backups(program: Program) -> None:
    room = window_of(program).enter(Room.DOSSIERS)
    assert isinstance(room, StartRoom)
    room.show_backups()
    page = room.pages.currentWidget()
    assert isinstance(page, BackupsPage)
    page.make()


def copy(program: Program) -> None:
    """A dossier that was changed here and on another computer."""
    office, home = window_of(program).around.office, folder_of(program)
    stored = next(one for one in office.filling.dossiers() if one.identity.agency.code == "04")
    out = office.carrying.copy_out(stored.identity.dossier_id, home / "usb").path
    shutil.copytree(home / "cache", home / "there" / "cache")
    with open_sample(home / "there") as there:
        there.carrying.take(there.carrying.look_at(out))
        _answer(there, "04", {"/data/s1/q1_06": "30", "/data/s1/q1_07": "22", "/data/s1/q1_08": "4"})
        back = there.carrying.copy_out(stored.identity.dossier_id, home / "usb" / "back").path
    _answer(office, "04", {"/data/s1/q1_06": "28"})
    room = window_of(program).enter(Room.DOSSIERS)
    assert isinstance(room, StartRoom)
    room.carrying.look_at(back)
    wait(program)
    page = room.pages.currentWidget()
    assert isinstance(page, CopyPage)
    QTest.keyClick(page.table, Qt.Key.Key_Space)


def prefill(program: Program) -> None:
    """A trial that was only begun, beside the same agency's dossier."""
    window = window_of(program)
    office = window.around.office
    desk = replace(office, identifiers=SeededIdentifiers(2)).filling
    begun = desk.begin(desk.campaigns()[0].id, "04", trial=True)
    window.around.routes.prefill.emit(begun.dossier_id)
    wait(program)


def _answer(office: Office, agency: str, answers: Mapping[str, str]) -> None:
    dossier = office.filling.open(office.filling.find(agency).identity.dossier_id)
    form_id = dossier.campaign.forms[0]
    dossier.answer_all(form_id, {dossier.form(form_id).session.locate(one): text for one, text in answers.items()})


def update(program: Program) -> None:
    """A draft whose survey was changed after it was begun."""
    window = window_of(program)
    office = window.around.office
    stored = office.filling.find("04")
    begun_with_an_older_form(office, stored.identity.dossier_id)
    window.around.routes.update.emit(stored.identity.dossier_id)
    wait(program)


def setup(program: Program) -> None:
    window_of(program).enter(Room.SETUP)


def forms_update(program: Program) -> None:
    """A newer version of the campaign, looked at and not taken."""
    office, folder = window_of(program).around.office, folder_of(program) / "published"
    folder.mkdir()
    begun_with_an_older_form(office, office.filling.find("04").identity.dossier_id)
    room = window_of(program).enter(Room.SETUP)
    assert isinstance(room, SetupRoom)
    room.show_forms_update(published_update(office, folder))
    wait(program)


def profiles(program: Program) -> None:
    """Two signatories, one of whom has a title before the name and an image of the signature; and a seal."""
    window = window_of(program)
    keep_profile(window.around.office, *OTHERS)
    window.around.routes.profiles.emit()


def trust(program: Program) -> None:
    """A certificate that is trusted, and another one of the same name that somebody is asked about."""
    window = window_of(program)
    desk, folder = window.around.office.trust, folder_of(program)
    (trial,) = desk.candidates(next(folder.glob("*.pem")))
    desk.accept(trial, trial.group, fingerprint=str(trial.fingerprint), why="Để tập")
    (folder / "khac").mkdir()
    other = make_trial_identity(folder / "khac", now=window.around.office.clock.now(), passphrase="thu").ca_pem
    window.around.routes.trust.emit()
    page = window.findChild(TrustPage)
    assert page is not None
    page.offer(other)


def help_(program: Program) -> None:
    window_of(program).enter(Room.HELP)
