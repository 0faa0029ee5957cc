"""The law of copies: whatever two people did apart, taking all of it leaves both with the same, and nothing is lost."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from clerk import Clerk
from deeds import DEEDS, Deed
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_campaign import SURVEY

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.engine.nodes import RowNode
from cbc_desktop.office import Office, open_office
from cbc_desktop.signing.signer import Signer
from cbc_desktop.store.dossier_rows import read_rows
from cbc_desktop.store.standing import Standing

Seen = tuple[dict[str, str], list[str], list[tuple[str, str, str]]]


def seen(clerk: Clerk) -> Seen:
    """What is on show: answers, the order of rows, and what stands beside them."""
    session = clerk.dossier.form(SURVEY).session
    answers = {f"{leaf.address}": leaf.string_value() for leaf in session.leaves() if leaf.relevant}
    rows = [node.id for node in session.tree.walk() if isinstance(node, RowNode) and node.relevant]
    return answers, rows, clerk.sees_remarks()


def logged(clerk: Clerk) -> Counter[tuple[object, ...]]:
    rows = read_rows(clerk.office.database, clerk.dossier.dossier_id)["change"]
    return Counter(tuple(value for column, value in row.values.items() if column != "edit") for row in rows)


def test_whatever_both_did_both_have_the_same_in_the_end_and_the_history_has_everything(
    converted: Path, campaigns: Path, clock: FixedClock, signer: Signer
) -> None:
    @settings(max_examples=25, deadline=None)
    @given(*[st.lists(DEEDS, max_size=size) for size in (4, 6, 6)], st.booleans())
    def law(before: list[Deed], lans: list[Deed], huys: list[Deed], undoes: bool) -> None:
        with tempfile.TemporaryDirectory() as folder, ExitStack() as closing:

            def office(who: str, seed: int) -> Office:
                home = Path(folder) / who
                shutil.copytree(converted / "cache", home / "cache")
                opened = open_office(
                    home, clock=clock, identifiers=SeededIdentifiers(seed), campaigns=campaigns, who=who
                )
                return closing.enter_context(opened)

            def goes_to(one: Office, other: Office) -> Standing:
                """The dossier is copied and all of it is taken."""
                clock.advance(60)
                (stored,) = one.filling.dossiers()
                path = one.carrying.copy_out(stored.identity.dossier_id, Path(folder)).path
                copy = other.carrying.look_at(path)
                if copy.can_be_joined:
                    other.carrying.join(copy, copy.differences)
                elif copy.can_be_taken:
                    other.carrying.take(copy)
                copy.close()
                return copy.standing

            here, there = office("Lan", 1), office("Huy", 2)
            lan = Clerk.begins(here, signer)
            for deed in before:
                deed(lan)
            assert goes_to(here, there) is Standing.NEW
            huy = Clerk.comes_back(there, signer)
            assert seen(huy) == seen(lan)
            for clerk, deeds in ((lan, lans), (huy, huys)):
                for deed in deeds:
                    clock.advance(1)
                    deed(clerk)
            if undoes:
                huy.dossier.undo()
            everything, alone = logged(lan) | logged(huy), seen(lan)
            standing = goes_to(there, here)
            lan = Clerk.comes_back(here, signer)
            assert seen(lan) == (seen(huy) if standing in (Standing.APART, Standing.NEWER) else alone)
            assert goes_to(here, there) in (Standing.SAME, Standing.NEWER)
            huy = Clerk.comes_back(there, signer)
            assert seen(huy) == seen(lan)
            assert everything <= logged(lan) == logged(huy)
            assert goes_to(there, here) is goes_to(here, there) is Standing.SAME
            while huy.dossier.undo():
                pass

    law()
