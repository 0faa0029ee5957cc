"""Who must be decided on and who sent nothing usable are told apart, wherever a consolidation is told."""

from __future__ import annotations

from io import BytesIO, StringIO
from pathlib import Path

import pytest
from many_offices import Round
from openpyxl import load_workbook

from cbc_desktop.cli.consolidating import tell_consolidated
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.receiving.consolidating.consolidated import Consolidated


@pytest.fixture(scope="module")
def names(survey_round: Round) -> tuple[str, str]:
    return survey_round.asked[0].name_vi, survey_round.asked[3].name_vi


@pytest.fixture(scope="module")
def waiting(survey_round: Round, tmp_path_factory: pytest.TempPathFactory) -> Consolidated:
    """The first agency is to be decided on, the fourth sent nothing usable; one counts."""
    undecided, pending = survey_round.asked[0].key, survey_round.asked[3].key
    out: Path = tmp_path_factory.mktemp("waiting")
    return survey_round.consolidated(out, survey_round.counted[:1], undecided={undecided}, pending={pending})


def test_the_command_warns_that_none_of_the_versions_counts(waiting: Consolidated) -> None:
    terminal = Terminal("vi", StringIO(), StringIO())
    tell_consolidated(waiting, terminal)
    said = terminal.out.getvalue().splitlines()  # type: ignore[attr-defined]
    assert "1 đã gửi nhưng chưa dùng được, 90 chưa gửi." in said[0]
    assert said[1].startswith("1 cơ quan có nhiều bản mâu thuẫn chưa quyết định: không tính bản nào.")


def test_the_workbook_says_which_is_which(waiting: Consolidated, names: tuple[str, str]) -> None:
    book = load_workbook(BytesIO(waiting.workbook.read_bytes()))
    (due,) = (sheet for sheet in book if sheet["A1"].value == "Chưa gửi, gửi muộn")
    told = {row[0]: row[3] for row in due.iter_rows(min_row=5, values_only=True)}
    assert (told[names[0]], told[names[1]]) == ("Bản mâu thuẫn, chờ quyết định", "Đã gửi, chưa dùng được")


def test_both_are_silent_in_every_figure(waiting: Consolidated, names: tuple[str, str]) -> None:
    behind = waiting.behind("bo-phan").of()
    assert {one.agency.name.vi: one.part.name for one in behind if one.agency.name.vi in names} == dict.fromkeys(
        names, "SILENT"
    )
