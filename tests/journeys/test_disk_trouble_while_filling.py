"""The disk of the data says no while somebody is filling in: what was typed stays, and is saved as soon as can be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from clerk import Clerk, OpenOffice, refused
from invented_campaign import ADDRESS, BOOKS, ROOMS, SURVEY
from lxml import etree

from cbc_desktop.dossier.states import State
from cbc_desktop.office import Office
from cbc_desktop.signing.signer import Signer

LONG = "Số 5 đường Thử Nghiệm, " * 1400
"""More than fits into what is free in the pages that the database has."""


@contextmanager
def full_disk(office: Office) -> Iterator[None]:
    """SQLite may take no further page (https://www.sqlite.org/pragma.html#pragma_max_page_count): SQLITE_FULL."""
    ((pages,),) = office.database.query("PRAGMA page_count")
    office.database.query(f"PRAGMA max_page_count = {pages}")
    try:
        yield
    finally:
        office.database.query("PRAGMA max_page_count = 1000000")


def test_an_answer_that_could_not_be_saved_is_told_kept_and_saved_with_the_next_one(
    open_lans_office: OpenOffice, signer: Signer
) -> None:
    with open_lans_office() as office:
        lan = Clerk.begins(office, signer)
        lan.answers(BOOKS, "500")
        with full_disk(office), refused("đã đầy nên chưa lưu được"):
            lan.answers(ADDRESS, LONG)
        assert lan.sees(ADDRESS) == LONG.strip()
        lan.answers(BOOKS, "501")
    with open_lans_office() as office:
        lan = Clerk.comes_back(office, signer)
        assert (lan.sees(ADDRESS), lan.sees(BOOKS)) == (LONG.strip(), "501")


def test_what_was_never_saved_is_not_there_after_the_program_ended_and_all_else_is(
    open_lans_office: OpenOffice, signer: Signer
) -> None:
    with open_lans_office() as office:
        lan = Clerk.begins(office, signer)
        lan.answers(BOOKS, "500")
        with full_disk(office), refused("đã đầy"):
            lan.answers(ADDRESS, LONG)
    with open_lans_office() as office:
        lan = Clerk.comes_back(office, signer)
        assert (lan.sees(ADDRESS), lan.sees(BOOKS)) == ("", "500")


def test_rows_added_filled_in_moved_and_deleted_while_the_disk_was_full_are_saved_afterwards(
    open_lans_office: OpenOffice, signer: Signer
) -> None:
    with open_lans_office() as office:
        lan = Clerk.begins(office, signer)
        lan.adds_row(ROOMS)
        lan.answers(f"{ROOMS}[1]/ten", "báo chí")
        with full_disk(office):
            with refused("đã đầy"):
                lan.answers(ADDRESS, LONG)
            for name in ("thiếu nhi", "ngoại văn", "bỏ đi"):
                _whatever_the_disk_says(lan, name)
            with refused("đã đầy"):
                lan.deletes_row(f"{ROOMS}[4]")
            with refused("đã đầy"):
                lan.moves_row(f"{ROOMS}[3]", 0)
        before = lan.dossier.form(SURVEY).session.save()
        lan.answers(BOOKS, "500")
    with open_lans_office() as office:
        lan = Clerk.comes_back(office, signer)
        assert lan.sees_column(ROOMS, "ten") == ["ngoại văn", "báo chí", "thiếu nhi"]
        assert lan.dossier.form(SURVEY).session.save().rows == before.rows
        assert office.database.query("PRAGMA integrity_check") == [("ok",)]


def _whatever_the_disk_says(lan: Clerk, name: str) -> None:
    with refused("đã đầy"):
        lan.adds_row(ROOMS)
    with refused("đã đầy"):
        lan.answers(f"{ROOMS}[{len(lan.sees_column(ROOMS, 'ten'))}]/ten", name)


def test_finalising_saves_first_what_could_not_be_saved_before(open_lans_office: OpenOffice, signer: Signer) -> None:
    with open_lans_office() as office:
        lan = Clerk.begins(office, signer)
        lan.fills_in()
        with full_disk(office), refused("đã đầy"):
            lan.answers(ADDRESS, LONG)
        revision = lan.finalises()
    assert LONG.strip() in etree.fromstring(revision.forms[0].submission).xpath("string()")
    with open_lans_office() as office:
        assert Clerk.comes_back(office, signer).sees(ADDRESS) == LONG.strip()


def test_a_disk_that_is_full_at_finalising_leaves_a_draft_that_can_be_finalised_later(lan: Clerk) -> None:
    lan.fills_in()
    with full_disk(lan.office):
        with refused("đã đầy"):
            lan.answers(ADDRESS, LONG)
        with refused("đã đầy"):
            lan.finalises()
    assert lan.office.filling.open(lan.dossier.dossier_id).stored.revision.state is State.DRAFT
    assert lan.finalises().number == 1
