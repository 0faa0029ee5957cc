"""What commands say when they cannot do what was asked: why, and what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command_line import Command
from invented_campaign import AGENCY, CAMPAIGN, ROOMS, SURVEY


@pytest.fixture
def begun(cbc: Command) -> Command:
    assert cbc("new", CAMPAIGN, AGENCY).code == 0
    return cbc


def test_a_computer_without_dossiers_is_told_as_such(cbc: Command) -> None:
    assert cbc("show", "99", SURVEY, lang="en").err == "There is no dossier “99”: this machine has none yet.\n"


def test_a_dossier_for_practice_is_named_in_the_language_of_the_person(cbc: Command) -> None:
    cbc("new", CAMPAIGN, AGENCY, "--trial")
    assert ", for practice)" in cbc("show", "99", SURVEY, lang="en").err
    assert ", THỬ NGHIỆM)" in cbc("show", "99", SURVEY).err


def test_a_campaign_without_a_sample_is_told_with_what_to_do(cbc: Command, campaigns: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "campaigns"
    shutil.copytree(campaigns, elsewhere)
    for sample in elsewhere.rglob("sample.toml"):
        sample.unlink()
    words = ("--campaigns", elsewhere, "demo", "--campaign", CAMPAIGN, "--out", tmp_path / "ra")
    said = cbc(*words, lang="en").err
    assert "(there is no such file or folder). Choose another one with --campaign" in said
    assert "Errno" not in said


def test_an_empty_table_is_told_as_such(begun: Command, tmp_path: Path) -> None:
    empty = tmp_path / "trong.csv"
    empty.write_text("", encoding="utf-8")
    for words in (("take-table", AGENCY, SURVEY, ROOMS, empty), ("online", empty, CAMPAIGN)):
        said = begun(*words, lang="en")
        assert (said.code, "The file “trong.csv” is empty" in said.err) == (1, True)


def test_a_certificate_file_that_is_not_there_is_told_before_its_passphrase_is_asked_for(
    cbc: Command, campaigns: Path, tmp_path: Path
) -> None:
    missing = tmp_path / "khong-co.p12"
    (campaign,) = campaigns.iterdir()
    said = cbc("publish-campaign", campaign, "--out", tmp_path / "moi.cbcu", "--p12", missing, lang="en")
    assert f"“{missing}”" in said.err
    assert "there is no such file or folder" in said.err


def test_a_table_that_is_not_asked_is_told_as_such(begun: Command, tmp_path: Path) -> None:
    said = begun("split", AGENCY, SURVEY, "/data/s1/so_cho", "--out", tmp_path / "tep.xlsx", lang="en").err
    assert "This part is not asked" in said
