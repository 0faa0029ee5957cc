"""Lan takes over what her library answered two years ago: shown first, one step to undo, nothing overwritten."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from clerk import Clerk
from invented_campaign import (
    ADDRESS,
    AGENCY,
    BOOKS,
    BUDGET,
    CAMPAIGN,
    FILES,
    OTHER_AGENCY,
    PLAN,
    PLAN_SAMPLE,
    READING_ROOM,
    ROOMS,
    SEATS,
    SURVEY,
    SURVEY_ROWS,
    SURVEY_SAMPLE,
    TASKS,
    make_campaign,
    write_form,
)

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.cli.main import run
from cbc_desktop.engine.address import Address
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.prefill_desk import PrefillPlan
from cbc_desktop.filling.sample import PreparedForm, fill_form
from cbc_desktop.office import Office, open_catalogue, open_office
from cbc_desktop.signing.signer import Signer

EARLIER = "thu-vien-2028"
ASSIGNMENTS = "/data/g_giao/giao"


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The campaign, and the one before it: its budget was a text, and its seats stood in another group."""
    folder = tmp_path_factory.mktemp("rounds")
    made = make_campaign(folder)
    earlier = shutil.copytree(made, folder / EARLIER)
    campaign = earlier / "campaign.toml"
    campaign.write_text(campaign.read_text(encoding="utf-8").replace(CAMPAIGN, EARLIER), encoding="utf-8")
    rows = [{**row, "type": "text"} if row.get("name") == "kinh_phi" else row for row in SURVEY_ROWS]
    seats = next(row for row in rows if row.get("name") == "so_cho")
    rows.remove(seats)
    rows.insert(next(place for place, row in enumerate(rows) if row.get("name") == "s4") + 1, seats)
    write_form(earlier / f"{SURVEY}.xlsx", SURVEY, "Phiếu kiểm kê thư viện", rows)
    return folder


@pytest.fixture(scope="module")
def read_once(rounds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("read")
    catalogue = open_catalogue(home, rounds)
    for campaign in (CAMPAIGN, EARLIER):
        for form_id in (SURVEY, PLAN):
            catalogue.form(catalogue.campaign(campaign), form_id)
    return home / "cache"


@pytest.fixture
def office(nobodys_data: Path, rounds: Path, read_once: Path, clock: FixedClock) -> Iterator[Office]:
    shutil.copytree(read_once, nobodys_data / "cache")
    with open_office(nobodys_data, clock=clock, identifiers=SeededIdentifiers(), campaigns=rounds, who="Lan") as office:
        yield office


@pytest.fixture
def earlier(office: Office) -> OpenDossier:
    """What the library answered then."""
    dossier = office.filling.begin(EARLIER, AGENCY)
    moved = {reference.replace(SEATS, "/data/s4/so_cho"): text for reference, text in SURVEY_SAMPLE["answers"].items()}
    tables = SURVEY_SAMPLE["tables"]
    fill_form(dossier, SURVEY, PreparedForm(Path(), answers=moved, tables=tables))
    fill_form(dossier, PLAN, PreparedForm(Path(), **PLAN_SAMPLE))
    return dossier


@pytest.fixture
def lan(office: Office, earlier: OpenDossier, signer: Signer) -> Clerk:
    return Clerk.begins(office, signer)


def planned(lan: Clerk) -> PrefillPlan:
    (source,) = lan.office.prefilling.sources(lan.dossier.dossier_id)
    return lan.office.prefilling.plan(lan.dossier.dossier_id, lan.office.filling.open(source.identity.dossier_id))


def prefilled(lan: Clerk) -> Clerk:
    """Lan after she has taken what was shown, at the dossier opened again."""
    lan.office.prefilling.take(planned(lan))
    return Clerk(lan.office, lan.signer, lan.office.filling.open(lan.dossier.dossier_id))


def test_what_would_be_taken_is_shown_and_nothing_is_changed(lan: Clerk) -> None:
    lines = planned(lan).lines
    shown = [(line.page.vi, line.label.vi, line.table.vi, line.text) for line in lines]
    assert ("Hiện trạng thư viện", "Số đầu sách", "", "52") in shown
    assert ("Hiện trạng thư viện", "Có phòng đọc không?", "", "Có") in shown
    assert ("Hiện trạng thư viện", "Số máy", "Các phòng máy, dòng 2", "30") in shown
    assert lan.office.filling.open(lan.dossier.dossier_id).form(SURVEY).session.value(lan_at(lan, BOOKS)) == ""


def lan_at(lan: Clerk, reference: str) -> Address:
    return lan.dossier.form(SURVEY).session.locate(reference)


def test_answers_and_rows_are_taken_by_name_and_type(lan: Clerk) -> None:
    count = len(planned(lan).lines)
    assert lan.office.prefilling.take(planned(lan)) == count
    again = Clerk(lan.office, lan.signer, lan.office.filling.open(lan.dossier.dossier_id))
    assert (again.sees(BOOKS), again.sees(READING_ROOM)) == ("52", "CO")
    assert again.sees(SEATS) == "1200", "the question stands in another group now, and was hidden before"
    assert again.sees(BUDGET) == "", "a text then, a number now"
    assert again.sees_column(ROOMS, "ten") == ["Phòng thiếu nhi", "Phòng ngoại văn"]
    assert again.sees_remarks() == [], "notes and explanations were about that year"


def test_references_to_rows_follow_their_rows(lan: Clerk) -> None:
    again = prefilled(lan)
    again.turns_to(PLAN)
    tasks = again.dossier.form(PLAN).session.tree.repeat(again.dossier.form(PLAN).session.locate(TASKS)).rows
    assert again.sees_column(ASSIGNMENTS, "viec_nao") == [tasks[0].id]


def test_nothing_that_is_there_is_overwritten(lan: Clerk) -> None:
    lan.answers(BOOKS, "5200")
    lan.adds_row(ROOMS)
    lan.answers(f"{ROOMS}[1]/ten", "Phòng mới")
    again = prefilled(lan)
    assert again.sees(BOOKS) == "5200"
    assert again.sees_column(ROOMS, "ten") == ["Phòng mới"], "a table in which she has begun otherwise stays hers"
    assert again.sees(ADDRESS) == SURVEY_SAMPLE["answers"][ADDRESS]


def test_a_row_that_was_begun_is_completed(lan: Clerk) -> None:
    lan.adds_row(ROOMS)
    lan.answers(f"{ROOMS}[1]/ten", "Phòng ngoại văn")
    lan.adds_row(ROOMS)
    again = prefilled(lan)
    assert again.sees_column(ROOMS, "ten") == ["Phòng ngoại văn", "Phòng thiếu nhi"]
    assert again.sees_column(ROOMS, "so_may") == ["30", "12"]


def test_the_history_tells_where_it_comes_from_and_one_step_takes_a_form_back(lan: Clerk) -> None:
    again = prefilled(lan)
    (line,) = again.dossier.history(SURVEY, lan_at(again, BOOKS))
    assert line.who == f"Lan ← {EARLIER} (1)"
    again.dossier.undo()
    again.dossier.undo()
    assert (again.sees(BOOKS), again.sees_column(ROOMS, "ten")) == ("", [])
    assert not again.dossier.can_undo


def test_taking_it_twice_takes_nothing_more(lan: Clerk) -> None:
    prefilled(lan)
    assert planned(lan).lines == ()


def test_files_stay_behind(lan: Clerk, earlier: OpenDossier, tmp_path: Path) -> None:
    document = tmp_path / "quyet-dinh.pdf"
    document.write_bytes(b"%PDF-1.7 cu\n%%EOF")
    session = earlier.form(SURVEY).session
    added = earlier.add_row(SURVEY, session.locate(FILES)).rows_added[0]
    earlier.attach(SURVEY, session.row(added).within[f"{FILES}/noi_dung"].address, document)
    assert prefilled(lan).sees_column(FILES, "noi_dung") == []


def test_only_dossiers_of_the_same_agency_are_sources_and_trials_of_trials_only(office: Office) -> None:
    office.filling.begin(EARLIER, OTHER_AGENCY)
    office.filling.begin(CAMPAIGN, AGENCY, trial=True)
    own = office.filling.begin(EARLIER, AGENCY)
    real = office.filling.begin(CAMPAIGN, AGENCY)
    assert [one.identity.dossier_id for one in office.prefilling.sources(real.dossier_id)] == [own.dossier_id]


def test_an_agency_takes_over_from_the_one_that_it_followed(office: Office) -> None:
    """TVC was merged into TVM at the end of 2029; a dossier of it can only be there from before."""
    old = office.filling.begin(EARLIER, OTHER_AGENCY)
    office.database.execute("UPDATE dossier SET agency = 'TVC@' WHERE dossier_id = ?", (old.dossier_id,))
    real = office.filling.begin(CAMPAIGN, AGENCY)
    assert [one.identity.dossier_id for one in office.prefilling.sources(real.dossier_id)] == [old.dossier_id]


def test_on_the_command_line_it_is_shown_first_and_taken_when_asked_for(
    lan: Clerk, rounds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home, dossier_id = lan.office.database.path.parent, lan.dossier.dossier_id
    words = ["--home", str(home), "--campaigns", str(rounds), "prefill", dossier_id]
    lan.office.database.close()
    assert run(words) == 0
    assert "Hiện trạng thư viện › Số đầu sách: 52" in capsys.readouterr().out
    assert run([*words, "--take"]) == 0
    assert "Đã lấy" in capsys.readouterr().out
    assert run(words) == 0
    assert "Có thể lấy 0 câu trả lời" in capsys.readouterr().out
    assert run([*words, "--from", "khong-co"]) == 1
    assert "không có hồ sơ khác" in capsys.readouterr().err
