"""The law of the filling desk: whatever is done and whatever the disk says, what was acknowledged is there again.

And what was not acknowledged is still in front of the person, and is saved with the next thing that is.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from clerk import Clerk
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from invented_campaign import ADDRESS, BOOKS, READING_ROOM, ROOMS, SEATS, SURVEY

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.engine.saved_form import SavedForm
from cbc_desktop.office import open_office
from cbc_desktop.signing.signer import Signer

texts = st.sampled_from(["", "0", "52", "CO", "KHONG", "năm trăm"])
places = st.integers(0, 5)


def desk_machine(home: Path, campaigns: Path, clock: FixedClock, signer: Signer) -> type:
    """A machine whose every run is a person in a fresh home; ``home`` has the converted forms."""

    class FillingDeskMachine(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self._folder = ExitStack()
            self._home = Path(self._folder.enter_context(tempfile.TemporaryDirectory()))
            shutil.copytree(home / "cache", self._home / "cache")
            self._identifiers = SeededIdentifiers()
            self._open(Clerk.begins)

        def _open(self, comes: Callable[..., Clerk]) -> None:
            self._day = ExitStack()
            started = open_office(
                self._home, clock=clock, identifiers=self._identifiers, campaigns=campaigns, who="Lan"
            )
            self.office = self._day.enter_context(started)
            self.lan = comes(self.office, signer)
            self.acknowledged = self.shown()

        def shown(self) -> SavedForm:
            return self.lan.dossier.form(SURVEY).session.save()

        def does(self, deed: Callable[..., None], *given: object) -> None:
            try:
                deed(*given)
            except UserFacingError as error:
                assert "Không có quyền ghi" in error.message.vi  # noqa: PT017 - nothing else is in the way here
            else:
                self.acknowledged = self.shown()

        @rule(question=st.sampled_from([BOOKS, READING_ROOM, SEATS, ADDRESS]), text=texts)
        def answers(self, question: str, text: str) -> None:
            self.does(self.lan.answers, question, text)

        @rule(place=places, text=texts)
        def answers_in_a_row(self, place: int, text: str) -> None:
            if place < self.rows:
                self.does(self.lan.answers, f"{ROOMS}[{place + 1}]/ten", text)

        @rule()
        def adds_a_row(self) -> None:
            self.does(self.lan.adds_row, ROOMS)

        @rule(place=places)
        def deletes_a_row(self, place: int) -> None:
            if place < self.rows:
                self.does(self.lan.deletes_row, f"{ROOMS}[{place + 1}]")

        @rule(place=places, other=places)
        def moves_a_row(self, place: int, other: int) -> None:
            if place < self.rows and other < self.rows:
                self.does(self.lan.moves_row, f"{ROOMS}[{place + 1}]", other)

        @property
        def rows(self) -> int:
            return len(self.lan.sees_column(ROOMS, "ten"))

        @rule(refuses=st.booleans())
        def the_disk_changes(self, refuses: bool) -> None:
            self.office.database.query(f"PRAGMA query_only = {refuses:d}")

        @rule()
        def goes_home_and_comes_back(self) -> None:
            before = self.acknowledged
            self._day.close()
            self._open(Clerk.comes_back)
            assert self.shown() == before

        @precondition(lambda self: self.acknowledged != self.shown())
        @rule()
        def the_disk_may_be_written_again_and_something_is_saved(self) -> None:
            self.the_disk_changes(False)
            self.lan.answers(BOOKS, "1" if self.lan.sees(BOOKS) != "1" else "2")
            self.acknowledged = self.shown()
            self.goes_home_and_comes_back()

        @invariant()
        def the_data_are_sound(self) -> None:
            assert self.office.database.query("PRAGMA quick_check") == [("ok",)]

        def teardown(self) -> None:
            self._day.close()
            self._folder.close()

    return FillingDeskMachine


@pytest.mark.slow
def test_whatever_is_done_what_was_acknowledged_is_there_again(
    converted: Path, campaigns: Path, clock: FixedClock, signer: Signer
) -> None:
    machine = desk_machine(converted, campaigns, clock, signer)
    run_state_machine_as_test(machine, settings=settings(max_examples=30, stateful_step_count=30, deadline=None))
