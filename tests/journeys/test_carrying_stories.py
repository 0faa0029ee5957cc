"""One dossier on two computers: Lan begins it, Huy goes on, and whatever both did is told and decided by a person."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from clerk import Clerk, OpenOffice, refused
from invented_campaign import ADDRESS, AGENCY, BOOKS, CAMPAIGN, FILES, PLAN, READING_ROOM, ROOMS, SEATS, SURVEY
from test_strangers_copies import change

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.dossier.states import State
from cbc_desktop.filling.carrying import ReceivedCopy
from cbc_desktop.office import Office, open_office
from cbc_desktop.signing.signer import Signer
from cbc_desktop.store.standing import Standing


@dataclass
class Desk:
    """A person at a computer of her own; the clock goes on a minute before everything she does with copies."""

    office: Office
    signer: Signer
    stick: Path
    clock: FixedClock

    @property
    def clerk(self) -> Clerk:
        return Clerk.comes_back(self.office, self.signer)

    def copies_out(self) -> Path:
        self.clock.advance(60)
        (stored,) = self.office.filling.dossiers()
        return self.office.carrying.copy_out(stored.identity.dossier_id, self.stick).path

    def looks_at(self, copy: Path) -> ReceivedCopy:
        return self.office.carrying.look_at(copy)

    def takes(self, copy: Path) -> None:
        self.clock.advance(60)
        self.office.carrying.take(self.looks_at(copy))

    def joins(self, copy: Path, *references: str) -> None:
        """Takes the differences at these places."""
        self.clock.advance(60)
        looked_at = self.looks_at(copy)
        chosen = [one for one in looked_at.differences if one.address.path in references]
        self.office.carrying.join(looked_at, chosen)


@pytest.fixture
def huys_home(tmp_path: Path, converted: Path) -> Path:
    home = tmp_path / "huy"
    shutil.copytree(converted / "cache", home / "cache")
    return home


@pytest.fixture
def desks(
    home: Path, huys_home: Path, campaigns: Path, clock: FixedClock, signer: Signer, tmp_path: Path
) -> Iterator[tuple[Desk, Desk]]:
    with ExitStack() as closing:

        def desk(where: Path, who: str, seed: int) -> Desk:
            identifiers = SeededIdentifiers(seed)
            opened = open_office(where, clock=clock, identifiers=identifiers, campaigns=campaigns, who=who)
            return Desk(closing.enter_context(opened), signer, tmp_path / "usb", clock)

        yield desk(home, "Lan", 1), desk(huys_home, "Huy", 2)


@pytest.fixture
def lan(desks: tuple[Desk, Desk]) -> Desk:
    """Lan has begun the dossier and answered a little."""
    lan, _ = desks
    clerk = Clerk.begins(lan.office, lan.signer)
    clerk.answers(BOOKS, "5200")
    clerk.adds_row(ROOMS)
    clerk.answers(f"{ROOMS}[1]/ten", "Phòng thiếu nhi")
    clerk.notes(BOOKS, "Theo sổ kiểm kê")
    return lan


@pytest.fixture
def huy(desks: tuple[Desk, Desk], lan: Desk) -> Desk:
    """Huy has taken what Lan has begun."""
    _, huy = desks
    huy.takes(lan.copies_out())
    return huy


def told(copy: ReceivedCopy) -> list[tuple[str, str, str]]:
    return [(one.label.vi, one.before, one.after) for one in copy.differences]


def test_a_dossier_is_taken_whole_with_its_history_and_what_can_be_undone(huy: Desk) -> None:
    clerk = huy.clerk
    assert clerk.sees(BOOKS) == "5200"
    assert clerk.sees_column(ROOMS, "ten") == ["Phòng thiếu nhi"]
    assert clerk.sees_remarks() == [(BOOKS, "note", "Theo sổ kiểm kê")]
    (line, *_) = clerk.dossier.history(SURVEY, clerk.dossier.form(SURVEY).session.locate(f"{ROOMS}[1]/ten"))
    assert (line.who, line.after) == ("Lan", "Phòng thiếu nhi")
    clerk.dossier.undo()
    clerk.dossier.undo()
    assert clerk.sees_remarks() == []
    assert clerk.sees_column(ROOMS, "ten") == [""]


def test_what_a_profile_brought_goes_along_and_the_profile_stays(lan: Desk, desks: tuple[Desk, Desk]) -> None:
    _, huy = desks
    clerk, profiles = lan.clerk, lan.office.profiles
    blank = profiles.blank(clerk.dossier.stored.identity.agency)
    profile = profiles.keep(replace(blank, parent_agency="Sở Mẫu", place="Mẫu"))
    profiles.apply(clerk.dossier, profiles.plan(clerk.dossier, profile, None))
    huy.takes(lan.copies_out())
    assert huy.clerk.dossier.stored.revision.facts == IssueFacts(place="Mẫu", parent_agency="Sở Mẫu")
    assert huy.office.profiles.all() == ()


def test_attached_files_go_along(lan: Desk, desks: tuple[Desk, Desk], tmp_path: Path) -> None:
    _, huy = desks
    document = tmp_path / "Quyết định.pdf"
    document.write_bytes(b"%PDF-1.7 quyet dinh\n%%EOF")
    lan.clerk.adds_row(FILES)
    lan.clerk.attaches(f"{FILES}[1]/noi_dung", document)
    huy.takes(lan.copies_out())
    (name,) = huy.clerk.sees_column(FILES, "noi_dung")
    assert huy.clerk.dossier.attached(name)[1] == b"%PDF-1.7 quyet dinh\n%%EOF"


def test_a_copy_goes_without_a_file_that_is_missing_and_says_so(lan: Desk, home: Path, tmp_path: Path) -> None:
    document = tmp_path / "Quyết định.pdf"
    document.write_bytes(b"%PDF-1.7 quyet dinh\n%%EOF")
    lan.clerk.adds_row(FILES)
    lan.clerk.attaches(f"{FILES}[1]/noi_dung", document)
    for kept in (home / "media").iterdir():
        kept.unlink()
    (stored,) = lan.office.filling.dossiers()
    written = lan.office.carrying.copy_out(stored.identity.dossier_id, lan.stick)
    assert written.missing == ("Quyết định.pdf",)
    assert lan.looks_at(written.path).standing is Standing.SAME


def test_what_huy_went_on_with_comes_back_to_lan(lan: Desk, huy: Desk) -> None:
    huy.clerk.answers(ADDRESS, "Phố Mẫu")
    back = lan.looks_at(huy.copies_out())
    assert back.standing is Standing.NEWER
    assert told(back) == [("Địa chỉ thư viện", "Phố Mẫu", "")]
    lan.office.carrying.take(back)
    assert lan.clerk.sees(ADDRESS) == "Phố Mẫu"
    assert len(lan.office.backups.all()) == 1
    assert huy.looks_at(lan.copies_out()).standing is Standing.SAME


def test_an_older_copy_brings_nothing(lan: Desk, huy: Desk) -> None:
    copy = huy.copies_out()
    lan.clerk.answers(ADDRESS, "Phố Mẫu")
    looked_at = lan.looks_at(copy)
    assert looked_at.standing is Standing.OLDER
    assert not looked_at.can_be_taken
    assert not looked_at.can_be_joined


def test_what_both_did_is_told_and_she_decides_question_by_question(lan: Desk, huy: Desk) -> None:
    lan.clerk.answers(BOOKS, "5300")
    lan.clerk.answers(SEATS, "40")
    huy.clerk.answers(BOOKS, "5400")
    huy.clerk.answers(ADDRESS, "Phố Mẫu")
    huy.clerk.adds_row(ROOMS)
    huy.clerk.answers(f"{ROOMS}[2]/ten", "Phòng ngoại văn")
    copy = lan.looks_at(huy.copies_out())
    assert copy.standing is Standing.APART
    assert told(copy) == [
        ("Số đầu sách", "5.400", "5.300"),
        ("Địa chỉ thư viện", "Phố Mẫu", ""),
        ("Các phòng máy", "Phòng ngoại văn", ""),
    ]
    lan.joins(copy.path, ADDRESS, ROOMS)
    assert (lan.clerk.sees(BOOKS), lan.clerk.sees(SEATS), lan.clerk.sees(ADDRESS)) == ("5300", "40", "Phố Mẫu")
    assert lan.clerk.sees_column(ROOMS, "ten") == ["Phòng thiếu nhi", "Phòng ngoại văn"]


def test_what_was_decided_once_is_not_asked_again(lan: Desk, huy: Desk) -> None:
    lan.clerk.answers(BOOKS, "5300")
    huy.clerk.answers(BOOKS, "5400")
    copy = huy.copies_out()
    lan.joins(copy)
    assert lan.looks_at(copy).standing is Standing.OLDER
    back = huy.looks_at(lan.copies_out())
    assert back.standing is Standing.NEWER
    huy.office.carrying.take(back)
    assert huy.clerk.sees(BOOKS) == "5300"
    assert lan.looks_at(huy.copies_out()).standing is Standing.SAME


def test_what_was_joined_is_one_step_to_undo_for_each_form_and_everybody_stays_in_the_history(
    lan: Desk, huy: Desk
) -> None:
    lan.clerk.answers(BOOKS, "5300")
    huy.clerk.answers(BOOKS, "5400")
    huy.clerk.notes(BOOKS, "Đếm lại")
    huy.clerk.adds_row(ROOMS)
    lan.joins(huy.copies_out(), BOOKS, ROOMS)
    clerk = lan.clerk
    assert (clerk.sees(BOOKS), clerk.sees_remarks()) == ("5400", [(BOOKS, "note", "Đếm lại")])
    lines = clerk.dossier.history(SURVEY, clerk.dossier.form(SURVEY).session.locate(BOOKS))
    assert [(line.who, line.after) for line in lines if line.remark is None] == [
        ("Lan", "5.400"),
        ("Huy", "5.400"),
        ("Lan", "5.300"),
        ("Lan", "5.200"),
    ]
    clerk.dossier.undo()
    assert (clerk.sees(BOOKS), clerk.sees_remarks()) == ("5300", [(BOOKS, "note", "Theo sổ kiểm kê")])
    assert clerk.sees_column(ROOMS, "ten") == ["Phòng thiếu nhi"]


def test_both_forms_are_joined_at_once(lan: Desk, huy: Desk) -> None:
    lan.clerk.answers(BOOKS, "5300")
    clerk = huy.clerk
    clerk.answers(BOOKS, "5400")
    clerk.turns_to(PLAN)
    clerk.answers("/data/ten_kh", "Kế hoạch")
    lan.joins(huy.copies_out(), BOOKS, "/data/ten_kh")
    clerk = lan.clerk
    assert clerk.sees(BOOKS) == "5400"
    first, second = clerk.dossier.undo(), clerk.dossier.undo()
    assert {undone.form_id for undone in (first, second) if undone} == {SURVEY, PLAN}


def test_with_a_row_comes_what_stands_beside_it(lan: Desk, huy: Desk) -> None:
    lan.clerk.answers(BOOKS, "5300")
    huy.clerk.adds_row(ROOMS)
    huy.clerk.notes(f"{ROOMS}[2]/ten", "Mới mở")
    lan.joins(huy.copies_out(), ROOMS)
    assert (f"{ROOMS}/ten", "note", "Mới mở") in lan.clerk.sees_remarks()
    lan.clerk.dossier.undo()
    assert lan.clerk.sees_remarks() == [(BOOKS, "note", "Theo sổ kiểm kê")]


def test_a_row_that_the_other_deleted_is_hers_to_delete(lan: Desk, huy: Desk) -> None:
    lan.clerk.answers(BOOKS, "5300")
    huy.clerk.deletes_row(f"{ROOMS}[1]")
    copy = lan.looks_at(huy.copies_out())
    assert ("Các phòng máy", "", "Phòng thiếu nhi") in told(copy)
    lan.joins(copy.path, ROOMS)
    assert lan.clerk.sees_column(ROOMS, "ten") == []
    lan.clerk.dossier.undo()
    assert lan.clerk.sees_column(ROOMS, "ten") == ["Phòng thiếu nhi"]


def test_an_answer_to_a_question_that_is_hidden_here_is_taken_with_what_shows_it(lan: Desk, huy: Desk) -> None:
    lan.clerk.answers(BOOKS, "5300")
    huy.clerk.answers(READING_ROOM, "CO")
    huy.clerk.answers(SEATS, "40")
    lan.joins(huy.copies_out(), READING_ROOM, SEATS)
    assert (lan.clerk.sees(READING_ROOM), lan.clerk.sees(SEATS)) == ("CO", "40")


def test_a_revision_that_was_finalised_elsewhere_is_taken_with_its_state(lan: Desk, huy: Desk) -> None:
    clerk = huy.clerk
    clerk.fills_in()
    frozen = clerk.finalises()
    copy = lan.looks_at(huy.copies_out())
    assert (copy.standing, copy.can_be_taken) == (Standing.NEWER, True)
    lan.office.carrying.take(copy)
    assert lan.clerk.state is State.FINALISED
    assert lan.office.store.submissions.load(lan.clerk.dossier.dossier_id, 1) == frozen


def test_a_finalised_revision_never_gives_way_to_a_draft(lan: Desk, huy: Desk) -> None:
    clerk = lan.clerk
    clerk.fills_in()
    frozen = clerk.finalises()
    huy.clerk.answers(ADDRESS, "Phố Mẫu")
    copy = lan.looks_at(huy.copies_out())
    assert (copy.standing, copy.can_be_taken, copy.can_be_joined) == (Standing.APART, False, False)
    lan.clerk.dossier.reopen()
    lan.joins(copy.path, ADDRESS)
    assert lan.clerk.sees(ADDRESS) == "Phố Mẫu"
    assert lan.office.store.submissions.load(lan.clerk.dossier.dossier_id, 1) == frozen


def test_a_draft_that_went_on_may_give_way_to_what_was_finalised(lan: Desk, huy: Desk) -> None:
    lan.clerk.answers(ADDRESS, "Phố Mẫu")
    huy.clerk.fills_in()
    huy.clerk.finalises()
    copy = lan.looks_at(huy.copies_out())
    assert (copy.standing, copy.can_be_taken, copy.can_be_joined) == (Standing.APART, True, False)
    lan.office.carrying.take(copy)
    clerk = lan.clerk
    assert clerk.state is State.FINALISED
    lines = clerk.dossier.history(SURVEY, clerk.dossier.form(SURVEY).session.locate(ADDRESS))
    assert "Phố Mẫu" in {line.after for line in lines}
    assert huy.looks_at(lan.copies_out()).standing is Standing.NEWER


def test_facts_of_issue_that_differ_are_a_conflict_too(lan: Desk, huy: Desk) -> None:
    for desk, number in ((lan, "45"), (huy, "46")):
        clerk = desk.clerk
        clerk.dossier.set_facts(IssueFacts(number=number))
    copy = huy.copies_out()
    assert lan.looks_at(copy).standing is Standing.APART
    lan.joins(copy)
    assert lan.looks_at(copy).standing is Standing.OLDER
    huy.takes(lan.copies_out())
    assert huy.clerk.dossier.stored.revision.facts.number == "45"


def test_another_dossier_of_the_same_agency_is_told(desks: tuple[Desk, Desk], lan: Desk) -> None:
    _, huy = desks
    Clerk.begins(huy.office, huy.signer)
    copy = huy.looks_at(lan.copies_out())
    assert copy.standing is Standing.NEW
    assert copy.rival is not None
    assert not copy.can_be_taken


def test_a_dossier_whose_campaign_is_not_installed_is_not_taken(
    lan: Desk, tmp_path: Path, open_lans_office: OpenOffice
) -> None:
    copy = lan.copies_out()
    with open_office(tmp_path / "elsewhere") as elsewhere, refused(CAMPAIGN):
        elsewhere.carrying.look_at(copy)
    assert AGENCY not in copy.name


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE change SET path = '/data/unknown' WHERE kind = 'answer'",
        "UPDATE change SET rid = 'nobody' WHERE kind = 'answer'",
        "UPDATE change SET rid = 'nobody' WHERE kind = 'row added'",
        "UPDATE change SET kind = 'row removed', before = after, after = '' WHERE kind = 'row added'",
        "UPDATE change SET instance = 3 - instance",
    ],
)
def test_steps_that_do_not_fit_the_form_are_not_taken_by_halves(desks: tuple[Desk, Desk], lan: Desk, sql: str) -> None:
    """As after another version of the form, whose questions and rows the log tells of."""
    _, huy = desks
    lan.clerk.deletes_row(f"{ROOMS}[1]")
    copy = lan.copies_out()
    change(copy, sql)
    huy.takes(copy)
    dossier = huy.clerk.dossier
    before = dossier.form(SURVEY).session.save()
    with refused("không hoàn tác hay làm lại được nữa"):
        while dossier.undo():
            before = dossier.form(SURVEY).session.save()
    assert (dossier.form(SURVEY).session.save(), dossier.has_unsaved) == (before, False)


def test_a_note_beside_a_question_that_the_form_no_longer_has_is_in_nobodys_way(
    desks: tuple[Desk, Desk], lan: Desk
) -> None:
    _, huy = desks
    copy = lan.copies_out()
    change(copy, "UPDATE remark SET path = '/data/unknown'")
    huy.takes(copy)
    assert huy.clerk.sees_remarks() == []
    assert huy.clerk.review.lines
