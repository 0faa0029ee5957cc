"""What the widgets of an open dossier are told, and when an answer is on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.dossier.revision import RemarkKind
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.changes import NOTHING, ChangeSet
from cbc_desktop.office import Office, open_office
from cbc_desktop.ui.dossier.controller import DossierController

FORM, PEOPLE = "khao-sat-nhanh", Address("", "/data/s1/q1_06")
TABLE = Address("", "/data/s1/q1_10/t1")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path, who="lan") as opened:
        yield opened


@pytest.fixture
def controller(qtbot: QtBot, office: Office) -> DossierController:
    return DossierController(office.filling.begin("837-btttt-cbc", "04"), office.clock)


def stored(office: Office, address: Address) -> str:
    rows = office.database.query("SELECT lexical FROM answer WHERE rid = ? AND path = ?", (address.row, address.path))
    return str(rows[0][0]) if rows else ""


def test_what_is_typed_is_shown_at_once_and_saved_after_a_pause(
    qtbot: QtBot, office: Office, controller: DossierController
) -> None:
    told: list[ChangeSet] = []
    controller.changed.connect(lambda _form, changes: told.append(changes))
    controller.type(FORM, PEOPLE, "27")
    assert PEOPLE in told[0].values
    assert (stored(office, PEOPLE), controller.saving.saved_at) == ("", None)
    qtbot.waitUntil(lambda: controller.saving.saved_at is not None)
    assert (stored(office, PEOPLE), controller.saving.unsaved_since) == ("27", None)


def test_leaving_a_field_saves_without_a_pause(office: Office, controller: DossierController) -> None:
    controller.type(FORM, PEOPLE, "27")
    assert controller.leave()
    assert stored(office, PEOPLE) == "27"


def test_while_the_disk_refuses_the_window_says_so_and_goes_on_trying(
    qtbot: QtBot, office: Office, controller: DossierController, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cbc_desktop.ui.dossier.controller.TRY_AGAIN", 20)
    impatient = DossierController(controller.dossier, office.clock)
    office.database.query("PRAGMA query_only = 1")
    impatient.type(FORM, PEOPLE, "27")
    assert not impatient.leave()
    assert impatient.saving.trouble is not None
    assert impatient.saving.unsaved_since is not None
    office.database.query("PRAGMA query_only = 0")
    qtbot.waitUntil(lambda: impatient.saving.trouble is None)
    assert stored(office, PEOPLE) == "27"


def test_a_verb_that_the_disk_refuses_is_shown_all_the_same(office: Office, controller: DossierController) -> None:
    told: list[ChangeSet] = []
    controller.changed.connect(lambda _form, changes: told.append(changes))
    office.database.query("PRAGMA query_only = 1")
    changes = controller.perform(FORM, lambda: controller.dossier.add_rows(FORM, TABLE, 1))
    assert (len(changes.rows_added), told) == (1, [changes])
    assert controller.saving.trouble is not None


def test_what_the_desk_refuses_is_told(office: Office, controller: DossierController) -> None:
    refused: list[Message] = []
    controller.refused.connect(refused.append)
    assert not controller.step(controller.dossier.finalise)
    assert not controller.remark(FORM, PEOPLE, lambda: controller.dossier.explain(FORM, PEOPLE, "vì sao"))
    assert "Chưa chốt được số liệu" in refused[0].vi
    assert refused[1].en.startswith("There is no warning here")


def test_undoing_jumps_to_what_was_taken_back(office: Office, controller: DossierController) -> None:
    jumps: list[tuple[str, Address]] = []
    did: list[Message] = []
    controller.jump.connect(lambda form, address: jumps.append((form, address)))
    controller.did.connect(did.append)
    controller.type(FORM, PEOPLE, "27")
    controller.undo()
    assert (stored(office, PEOPLE), jumps) == ("", [(FORM, PEOPLE)])
    assert did[0].vi.startswith("Đã hoàn tác")
    controller.redo()
    assert stored(office, PEOPLE) == "27"
    controller.redo()
    assert len(did) == 2


def test_an_undo_that_the_disk_refuses_is_told_and_leaves_nothing_unsaved(
    office: Office, controller: DossierController
) -> None:
    refused: list[Message] = []
    controller.refused.connect(refused.append)
    controller.perform(FORM, lambda: controller.dossier.answer(FORM, PEOPLE, "27"))
    office.database.query("PRAGMA query_only = 1")
    controller.undo()
    assert [message.en.split(",")[0].split("”")[-1] for message in refused] == [" may not be written"]
    assert (controller.saving.trouble, controller.dossier.has_unsaved) == (None, False)
    office.database.query("PRAGMA query_only = 0")
    controller.undo()
    assert stored(office, PEOPLE) == ""


def test_a_step_that_waits_for_the_disk_is_told(office: Office, controller: DossierController) -> None:
    refused: list[Message] = []
    controller.refused.connect(refused.append)
    controller.type(FORM, PEOPLE, "27")
    office.database.query("PRAGMA query_only = 1")
    controller.undo()
    assert not controller.step(controller.dossier.finalise)
    assert len(refused) == 2
    assert refused[0] == controller.saving.trouble


def test_answers_of_a_step_that_the_disk_refuses_are_shown_and_wait(
    office: Office, controller: DossierController
) -> None:
    told: list[ChangeSet] = []
    controller.changed.connect(lambda _form, changes: told.append(changes))
    office.database.query("PRAGMA query_only = 1")
    assert controller.step(lambda: controller.dossier.answer(FORM, PEOPLE, "27"))
    assert PEOPLE in told[0].values
    assert controller.saving.trouble is not None
    office.database.query("PRAGMA query_only = 0")
    assert controller.leave()
    assert stored(office, PEOPLE) == "27"


def test_a_note_that_the_disk_refuses_is_shown_and_saved_later(office: Office, controller: DossierController) -> None:
    office.database.query("PRAGMA query_only = 1")
    assert controller.remark(FORM, PEOPLE, lambda: controller.dossier.note(FORM, PEOPLE, "Đã đối chiếu"))
    assert controller.remark_text(FORM, PEOPLE, RemarkKind.NOTE) == "Đã đối chiếu"
    assert controller.saving.trouble is not None
    office.database.query("PRAGMA query_only = 0")
    assert controller.leave()
    assert office.database.query("SELECT text FROM remark") == [("Đã đối chiếu",)]


def test_an_action_with_an_error_in_the_middle_is_drawn_as_it_was(
    office: Office, controller: DossierController
) -> None:
    told: list[ChangeSet] = []
    row = controller.perform(FORM, lambda: controller.dossier.add_rows(FORM, TABLE, 1)).rows_added[0]
    controller.changed.connect(lambda _form, changes: told.append(changes))

    def goes_wrong() -> ChangeSet:
        with controller.dossier.together(FORM):
            controller.dossier.delete_row(FORM, row)
            raise UserFacingError(Message("Tệp bị hỏng.", "The file is damaged."))

    assert controller.perform(FORM, goes_wrong) == NOTHING
    assert [changes.rows_added for changes in told] == [(row,)]


def test_what_is_typed_meanwhile_does_not_hide_that_the_disk_refuses(
    office: Office, controller: DossierController
) -> None:
    office.database.query("PRAGMA query_only = 1")
    controller.type(FORM, PEOPLE, "2")
    controller.leave()
    before = controller.saving
    controller.type(FORM, PEOPLE, "27")
    assert controller.saving == before
    assert before.trouble is not None


def test_a_verb_that_had_nothing_to_do_saves_nothing(office: Office, controller: DossierController) -> None:
    office.database.query("PRAGMA query_only = 1")
    controller.type(FORM, PEOPLE, "27")
    controller.perform(FORM, lambda: NOTHING)
    assert controller.saving.trouble is not None
    assert controller.dossier.has_unsaved
