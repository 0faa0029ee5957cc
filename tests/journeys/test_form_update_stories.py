"""A form is changed while dossiers are filled in: they open as they were, and go over to the new version when asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from clerk import Clerk
from command_line import Command
from invented_campaign import (
    ADDRESS,
    AGENCY,
    BOOKS,
    BUDGET,
    END_GROUP,
    PLAN,
    ROOMS,
    SEATS,
    SURVEY,
    SURVEY_ROWS,
    Row,
    make_campaign,
    question,
    write_form,
)

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.filling.form_update import Fate
from cbc_desktop.filling.updating_desk import UpdatePlan
from cbc_desktop.office import Office, open_office
from cbc_desktop.signing.signer import Signer

NEW_ADDRESS = "/data/s4/dia_chi"
MAIL = "/data/s1/thu_dien_tu"


def newer_rows() -> list[Row]:
    """Fewer books are allowed, no seats are asked for, the address stands elsewhere, and there is a new question."""
    rows = [dict(row) for row in SURVEY_ROWS]
    by_name = {row.get("name"): row for row in rows}
    by_name["so_sach"]["constraint"] = ". < 10"
    by_name["phong_doc"] |= question("text", "thu_dien_tu", "Thư điện tử", "E-mail") | {"default": "chua-co"}
    address = by_name["dia_chi"]
    rows = [row for row in rows if row.get("name") not in ("so_cho", "dia_chi")]
    rows.insert(rows.index(by_name["chuc_vu"]), address)
    return rows


class Computer:
    """One computer of the office, whose forms somebody changes between two starts of the program."""

    def __init__(self, folder: Path, clock: FixedClock, signer: Signer) -> None:
        self.home, self.clock, self.signer = folder / "home", clock, signer
        self.campaign = make_campaign(folder / "campaigns")

    @contextmanager
    def started(self) -> Iterator[Office]:
        with open_office(self.home, who="lan", clock=self.clock, campaigns=self.campaign.parent) as office:
            yield office

    def gets_new_forms(self, rows: list[Row] | None = None) -> None:
        write_form(self.campaign / f"{SURVEY}.xlsx", SURVEY, "Phiếu mới", rows or newer_rows())


@pytest.fixture
def computer(tmp_path: Path, clock: FixedClock, signer: Signer) -> Computer:
    return Computer(tmp_path, clock, signer)


@pytest.fixture
def filled(computer: Computer) -> str:
    """The dossier that was filled in with the old forms; its identifier."""
    with computer.started() as office:
        lan = Clerk.begins(office, computer.signer)
        lan.fills_in()
        lan.notes(ADDRESS, "Địa chỉ mới từ tháng 3.")
        return lan.dossier.dossier_id


def fates(plan: UpdatePlan) -> dict[str, Fate]:
    return {line.label.vi: line.fate for line in plan.lines if line.fate is not Fate.KEPT}


def test_a_draft_opens_in_the_version_in_which_it_was_begun(computer: Computer, filled: str) -> None:
    computer.gets_new_forms()
    with computer.started() as office:
        lan = Clerk.comes_back(office, computer.signer)
        assert lan.sees(SEATS) == "1200"
        assert lan.dossier.form(SURVEY).session.definition.title != "Phiếu mới"
        assert office.updating.outdated(lan.dossier) == (SURVEY,)


def test_what_becomes_of_every_answer_is_shown_before_anything_is_changed(computer: Computer, filled: str) -> None:
    computer.gets_new_forms()
    with computer.started() as office:
        plan = office.updating.plan(filled)
        assert fates(plan) == {
            "Số chỗ ngồi": Fate.GONE,
            "Có phòng đọc không?": Fate.GONE,
            "Số đầu sách": Fate.MARKED,
            "Địa chỉ thư viện": Fate.MOVED,
        }
        assert [line.text for line in plan.lines if line.fate is Fate.GONE] == ["Có", "1.200"]
        assert [line.to.vi for line in plan.lines if line.fate is Fate.MOVED] == ["Người ký"]
        kept = [line.label.vi for line in plan.lines if line.fate is Fate.KEPT]
        assert kept.count("Số máy") == 2
        assert Clerk.comes_back(office, computer.signer).sees(SEATS) == "1200"


def test_a_draft_goes_over_and_its_history_keeps_what_left_the_form(computer: Computer, filled: str) -> None:
    computer.gets_new_forms()
    with computer.started() as office:
        office.updating.take(office.updating.plan(filled))
        lan = Clerk.comes_back(office, computer.signer)
        assert (lan.sees(NEW_ADDRESS), lan.sees(BUDGET)) == ("Số 5 đường Thử Nghiệm, phường Mẫu", "1250.5")
        assert lan.sees(MAIL) == "chua-co"
        assert lan.sees_column(ROOMS, "so_may") == ["12", "30"]
        assert BOOKS in lan.sees_problems()
        assert [remark.text for remark in lan.dossier.remarks(SURVEY) if remark.path == NEW_ADDRESS] == [
            "Địa chỉ mới từ tháng 3."
        ]
        key = lan.dossier.form(SURVEY).instance.key
        left = [change.before for change in office.store.answers.history(key) if change.address.path == SEATS]
        assert left[-1] == "1200"
        assert office.updating.outdated(lan.dossier) == ()
        assert not lan.dossier.can_undo
        assert office.backups.all()
        lan.answers(BOOKS, "5")
    with computer.started() as office:
        assert Clerk.comes_back(office, computer.signer).sees(BOOKS) == "5"


def test_a_table_that_was_renamed_inside_keeps_its_rows_and_one_that_is_gone_loses_them(
    computer: Computer, filled: str
) -> None:
    rows = [dict(row) for row in SURVEY_ROWS]
    start = next(place for place, row in enumerate(rows) if row.get("name") == "g_phong")
    end = rows.index(END_GROUP, start)
    table = rows[start : end + 1]
    computer.gets_new_forms([*rows[:start], *rows[end + 1 :], *table])
    with computer.started() as office:
        plan = office.updating.plan(filled)
        assert [line.text for line in plan.lines if line.fate is Fate.MOVED][:2] == ["Phòng thiếu nhi", "12"]
        office.updating.take(plan)
        lan = Clerk.comes_back(office, computer.signer)
        assert lan.sees_column("/data/g_phong/phong", "ten") == ["Phòng thiếu nhi", "Phòng ngoại văn"]
    computer.gets_new_forms([row for row in rows if row not in table or row == END_GROUP][: start + 1])


def test_other_forms_of_the_dossier_stay_as_they_are(computer: Computer, filled: str) -> None:
    computer.gets_new_forms()
    with computer.started() as office:
        assert office.updating.plan(filled).forms == (SURVEY,)
        office.updating.take(office.updating.plan(filled))
        assert Clerk.comes_back(office, computer.signer).dossier.form(PLAN).session.definition.id == PLAN


def test_a_finalised_dossier_is_printed_in_its_own_version_and_not_carried_over(
    computer: Computer, filled: str, tmp_path: Path
) -> None:
    with computer.started() as office:
        Clerk.comes_back(office, computer.signer).finalises()
    computer.gets_new_forms()
    with computer.started() as office:
        lan = Clerk.comes_back(office, computer.signer)
        assert office.updating.outdated(lan.dossier) == ()
        with pytest.raises(UserFacingError, match="Open it again"):
            office.updating.plan(filled)
        assert lan.exports(tmp_path / "ra").document.is_file()


def test_a_copy_brings_its_own_version_of_the_forms(computer: Computer, filled: str, tmp_path: Path) -> None:
    with computer.started() as office:
        copied = office.carrying.copy_out(filled, tmp_path).path
    computer.gets_new_forms()
    computer.home = tmp_path / "other-home"
    with computer.started() as office:
        copy = office.carrying.look_at(copied)
        office.carrying.take(copy)
        copy.close()
        assert Clerk.comes_back(office, computer.signer).sees(SEATS) == "1200"


def test_the_command_shows_first_and_carries_over_when_asked(computer: Computer, filled: str, cbc: Command) -> None:
    computer.gets_new_forms()
    with computer.started() as office:
        Clerk.comes_back(office, computer.signer)
    options = ("--home", str(computer.home), "--campaigns", str(computer.campaign.parent))
    shown = cbc(*options, "update", AGENCY).out
    assert "Số chỗ ngồi: 1.200" in shown
    assert "--take" in shown
    assert "→ Người ký" in cbc(*options, "update", AGENCY, "--take").out
    assert "đúng phiên bản" in cbc(*options, "update", AGENCY).out
