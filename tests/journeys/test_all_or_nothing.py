"""An action that cannot be done to its end, or that the disk refuses, leaves everything as it was before."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from clerk import Clerk, OpenOffice
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_campaign import ADDRESS, BOOKS, PLAN, ROOMS, SEATS, SURVEY
from test_undoing_law import DEEDS, Deed

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.base.message import Message
from cbc_desktop.dossier.revision import Remark
from cbc_desktop.engine.saved_form import SavedForm
from cbc_desktop.filling.not_saved import NotSavedError, TakenBackError
from cbc_desktop.filling.references import row, table
from cbc_desktop.office import Office, open_office
from cbc_desktop.signing.signer import Signer


@contextmanager
def disk_that_refuses(office: Office) -> Iterator[None]:
    office.database.query("PRAGMA query_only = 1")
    try:
        yield
    finally:
        office.database.query("PRAGMA query_only = 0")


def everything(lan: Clerk) -> tuple[SavedForm, tuple[Remark, ...]]:
    return lan.dossier.form(SURVEY).session.save(), lan.dossier.remarks(SURVEY)


def log_of(lan: Clerk) -> list[str]:
    history = lan.office.store.answers.history(lan.dossier.form(SURVEY).instance.key)
    return [f"{change.edit} {change.kind.value} {change.before} > {change.after}" for change in history]


def test_an_undo_that_the_disk_refuses_did_not_happen(lan: Clerk) -> None:
    lan.adds_row(ROOMS)
    lan.answers(f"{ROOMS}[1]/ten", "Phòng đọc")
    lan.deletes_row(f"{ROOMS}[1]")
    before, log = everything(lan), log_of(lan)
    with disk_that_refuses(lan.office), pytest.raises(TakenBackError) as told:
        lan.dossier.undo()
    assert "Không có quyền ghi" in told.value.message.vi
    assert told.value.changes.rows_removed
    assert (everything(lan), log_of(lan), lan.dossier.has_unsaved) == (before, log, False)
    lan.dossier.undo()
    assert lan.sees_column(ROOMS, "ten") == ["Phòng đọc"]
    assert len({line.split()[0] for line in log_of(lan)}) == len({line.split()[0] for line in log}) + 1


def test_an_undone_note_stays_when_the_disk_refuses_and_goes_when_it_does_not(lan: Clerk) -> None:
    lan.notes(BOOKS, "Ước tính")
    with disk_that_refuses(lan.office), pytest.raises(TakenBackError):
        lan.dossier.undo()
    assert lan.sees_remarks() == [(BOOKS, "note", "Ước tính")]
    lan.dossier.undo()
    assert lan.sees_remarks() == []
    with disk_that_refuses(lan.office), pytest.raises(TakenBackError):
        lan.dossier.redo()
    assert (lan.sees_remarks(), lan.dossier.can_redo) == ([], True)


def test_a_refused_undo_can_be_followed_by_other_work(open_lans_office: OpenOffice, signer: Signer) -> None:
    with open_lans_office() as office:
        lan = Clerk.begins(office, signer)
        lan.answers(BOOKS, "100")
        with disk_that_refuses(office), pytest.raises(TakenBackError):
            lan.dossier.undo()
        lan.answers(SEATS, "12")
        lan.dossier.undo()
        assert (lan.sees(BOOKS), lan.sees(SEATS)) == ("100", "")
    with open_lans_office() as office:
        lan = Clerk.comes_back(office, signer)
        assert (lan.sees(BOOKS), lan.sees(SEATS)) == ("100", "")


def test_an_action_with_an_error_in_the_middle_is_not_done_at_all(lan: Clerk) -> None:
    for number, name in ((1, "A"), (2, "B"), (3, "C")):
        lan.adds_row(ROOMS)
        lan.answers(f"{ROOMS}[{number}]/ten", name)
    lan.notes(f"{ROOMS}[2]/ten", "Đang sửa chữa")
    before, log = everything(lan), log_of(lan)
    session = lan.dossier.form(SURVEY).session

    def goes_wrong() -> None:
        with lan.dossier.together(SURVEY):
            lan.dossier.add_rows(SURVEY, table(session, ROOMS), 2, row(session, f"{ROOMS}[2]").id)
            lan.deletes_row(f"{ROOMS}[4]")
            lan.moves_row(f"{ROOMS}[1]", 2)
            lan.answers(f"{ROOMS}[1]/ten", "Z")
            lan.answers(ADDRESS, "Phố Mẫu")
            lan.notes(BOOKS, "Ước tính")
            raise UserFacingError(Message("Tệp bị hỏng.", "The file is damaged."))

    with pytest.raises(TakenBackError) as told:
        goes_wrong()
    assert told.value.message.vi == "Tệp bị hỏng."
    assert (everything(lan), log_of(lan), lan.dossier.has_unsaved) == (before, log, False)
    lan.answers(SEATS, "12")
    lan.dossier.undo()
    assert everything(lan) == before


def test_our_own_faults_in_an_action_take_it_back_as_well(lan: Clerk) -> None:
    before = everything(lan)

    def goes_wrong() -> None:
        with lan.dossier.together(SURVEY):
            lan.answers(BOOKS, "100")
            lan.dossier.add_rows(SURVEY, table(lan.dossier.form(SURVEY).session, ROOMS), 2)
            raise BugError("ours")

    with pytest.raises(BugError, match="ours"):
        goes_wrong()
    assert (everything(lan), log_of(lan)[-1:]) == (before, log_of(lan)[-1:])
    assert not lan.dossier.can_undo


def test_a_note_belongs_to_the_action_in_which_it_is_written(lan: Clerk) -> None:
    with lan.dossier.together(SURVEY):
        lan.answers(BOOKS, "100")
        lan.notes(BOOKS, "Ước tính")
        assert lan.sees_remarks() == [(BOOKS, "note", "Ước tính")]
    lan.dossier.undo()
    assert (lan.sees(BOOKS), lan.sees_remarks()) == ("", [])
    lan.dossier.redo()
    assert (lan.sees(BOOKS), lan.sees_remarks()) == ("100", [(BOOKS, "note", "Ước tính")])


def test_an_action_is_about_one_form_and_is_not_saved_by_halves(lan: Clerk) -> None:
    with lan.dossier.together(SURVEY):
        with pytest.raises(BugError, match="goes on in"):
            lan.dossier.add_row(PLAN, table(lan.dossier.form(SURVEY).session, ROOMS))
        with pytest.raises(BugError, match="half an action"):
            lan.dossier.undo()


def test_a_note_that_the_disk_refuses_waits_as_answers_do(open_lans_office: OpenOffice, signer: Signer) -> None:
    with open_lans_office() as office:
        lan = Clerk.begins(office, signer)
        with disk_that_refuses(office), pytest.raises(NotSavedError):
            lan.notes(BOOKS, "Ước tính")
        assert (lan.sees_remarks(), lan.dossier.has_unsaved) == ([(BOOKS, "note", "Ước tính")], True)
        lan.dossier.save()
    with open_lans_office() as office:
        assert Clerk.comes_back(office, signer).sees_remarks() == [(BOOKS, "note", "Ước tính")]


def test_an_action_waits_with_what_was_done_before_it(open_lans_office: OpenOffice, signer: Signer) -> None:
    with open_lans_office() as office:
        lan = Clerk.begins(office, signer)
        with disk_that_refuses(office):
            with pytest.raises(NotSavedError):
                lan.answers(BOOKS, "100")
            with pytest.raises(NotSavedError), lan.dossier.together(SURVEY):
                lan.answers(SEATS, "12")
        lan.dossier.save()
    with open_lans_office() as office:
        lan = Clerk.comes_back(office, signer)
        assert (lan.sees(BOOKS), lan.sees(SEATS)) == ("100", "12")


def _goes_wrong_after(lan: Clerk, deeds: list[Deed]) -> None:
    with lan.dossier.together(SURVEY):
        for deed in deeds:
            deed(lan)
        raise ZeroDivisionError


def test_whatever_was_done_in_an_action_that_goes_wrong_is_as_if_it_had_not_been(
    converted: Path, campaigns: Path, clock: FixedClock, signer: Signer
) -> None:
    @settings(max_examples=30, deadline=None)
    @given(st.lists(DEEDS, max_size=6), st.lists(DEEDS, max_size=4), st.lists(DEEDS, min_size=1, max_size=6))
    def law(before: list[Deed], waiting: list[Deed], inside: list[Deed]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            home, identifiers = Path(folder), SeededIdentifiers()
            shutil.copytree(converted / "cache", home / "cache")
            with open_office(home, clock=clock, identifiers=identifiers, campaigns=campaigns, who="Lan") as office:
                lan = Clerk.begins(office, signer)
                for deed in before:
                    deed(lan)
                with disk_that_refuses(office):
                    for deed in waiting:
                        with suppress(NotSavedError):
                            deed(lan)
                    state, log = everything(lan), log_of(lan)
                    with pytest.raises(ZeroDivisionError):
                        _goes_wrong_after(lan, inside)
                    assert (everything(lan), log_of(lan)) == (state, log)
                lan.dossier.save()
                assert everything(lan) == state
                assert everything(Clerk.comes_back(office, signer)) == state

    law()


def test_whatever_is_undone_while_the_disk_refuses_is_as_if_it_had_not_been(
    converted: Path, campaigns: Path, clock: FixedClock, signer: Signer
) -> None:
    @settings(max_examples=30, deadline=None)
    @given(st.lists(DEEDS, min_size=1, max_size=8), st.integers(0, 3))
    def law(deeds: list[Deed], undone: int) -> None:
        with tempfile.TemporaryDirectory() as folder:
            home, identifiers = Path(folder), SeededIdentifiers()
            shutil.copytree(converted / "cache", home / "cache")
            with open_office(home, clock=clock, identifiers=identifiers, campaigns=campaigns, who="Lan") as office:
                lan = Clerk.begins(office, signer)
                for deed in deeds:
                    deed(lan)
                for _ in range(undone):
                    lan.dossier.undo()
                state, log = everything(lan), log_of(lan)
                steps = ((lan.dossier.can_undo, lan.dossier.undo), (lan.dossier.can_redo, lan.dossier.redo))
                for step in (step for possible, step in steps if possible):
                    with disk_that_refuses(office), pytest.raises(TakenBackError):
                        step()
                    assert (everything(lan), log_of(lan)) == (state, log)

    law()
