"""The house stays as ARCHITECTURE.md draws it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import code_map
import feature_table
from code_map import SOURCE, first_sentence
from written_parts import ROOT

TOP_LEVEL_FOLDERS = {"src", "resources", "forms", "tests", "installer"}


def test_floors_and_doors_are_kept() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_code_map_is_that_of_the_code() -> None:
    assert code_map.PART.read() == code_map.code_map(), "renew it: make code-map"


def test_the_feature_table_is_that_of_the_code() -> None:
    assert feature_table.PART.read() == feature_table.feature_table(), "renew it: make code-map"


def test_every_module_says_in_one_sentence_what_it_is_for() -> None:
    assert [path for path in SOURCE.rglob("*.py") if not first_sentence(path)] == []


def test_no_further_folder_at_the_top() -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    folders = {name.split("/")[0] for name in tracked if "/" in name}
    assert {folder for folder in folders if not folder.startswith(".")} <= TOP_LEVEL_FOLDERS
