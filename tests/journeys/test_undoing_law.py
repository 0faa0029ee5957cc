"""The law of undoing: whatever was done, undoing all of it is the beginning, and doing it again the end."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from clerk import Clerk
from deeds import DEEDS, Deed, rooms
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_campaign import ROOMS, SURVEY

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.dossier.revision import Remark
from cbc_desktop.engine.saved_form import SavedForm
from cbc_desktop.filling.references import row, table
from cbc_desktop.office import open_office
from cbc_desktop.signing.signer import Signer

State = tuple[SavedForm, tuple[Remark, ...]]


def test_undoing_everything_is_the_beginning_and_doing_it_again_the_end(
    converted: Path, campaigns: Path, clock: FixedClock, signer: Signer
) -> None:
    @settings(max_examples=60, deadline=None)
    @given(st.lists(DEEDS, max_size=10), st.booleans())
    def law(deeds: list[Deed], goes_home: bool) -> None:
        with tempfile.TemporaryDirectory() as folder:
            home, identifiers = Path(folder), SeededIdentifiers()
            shutil.copytree(converted / "cache", home / "cache")

            def state(lan: Clerk) -> State:
                return lan.dossier.form(SURVEY).session.save(), lan.dossier.remarks(SURVEY)

            with open_office(home, clock=clock, identifiers=identifiers, campaigns=campaigns, who="Lan") as office:
                lan = Clerk.begins(office, signer)
                beginning = state(lan)
                for deed in deeds:
                    deed(lan)
                end = state(lan)
                if goes_home:
                    lan = Clerk.comes_back(office, signer)
                while lan.dossier.undo():
                    pass
                assert state(lan) == beginning
                assert state(Clerk.comes_back(office, signer)) == beginning
                while lan.dossier.redo():
                    pass
                assert state(lan) == end
                assert state(Clerk.comes_back(office, signer)) == end

    law()


def test_a_row_is_where_it_was_among_rows_that_were_squeezed_in(lan: Clerk) -> None:
    """More rows than a gap has numbers for: the store numbers them anew, which must not matter."""
    for _ in range(2):
        lan.adds_row(ROOMS)
    last = rooms(lan)[-1]
    session = lan.dossier.form(SURVEY).session
    for _ in range(60):
        lan.dossier.add_rows(SURVEY, table(session, ROOMS), 1, before=last)
    order = rooms(lan)
    lan.deletes_row(f"{ROOMS}[31]")
    lan.dossier.undo()
    assert rooms(lan) == order
    assert row(session, f"{ROOMS}[31]").id == order[30]
