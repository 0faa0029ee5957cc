"""The guards in tests/conftest.py catch what they are there for; each is tried in a test run of its own."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).parent.parent / "conftest.py"

ASKS_THE_NETWORK = """
import contextlib, socket

def test_it():
    with contextlib.suppress(OSError):
        socket.create_connection(("192.0.2.1", 9))
"""
LOGS_A_WARNING = """
import logging

def test_it():
    logging.getLogger("somebody").warning("the disk is nearly full")
"""
NAMES_THE_DATA_FOLDER = """
from cbc_desktop.base.paths import default_home

def test_it(tmp_path_factory):
    assert default_home().is_relative_to(tmp_path_factory.getbasetemp())
"""


def outcomes(test: str, folder: Path) -> set[str]:
    """What pytest says of a test beside our conftest: passed, failed, error."""
    shutil.copy(CONFTEST, folder)
    (folder / "test_it.py").write_text(test)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return set(re.findall(r"passed|failed|error", done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("test", [ASKS_THE_NETWORK, LOGS_A_WARNING])
def test_what_is_forbidden_is_an_error_of_a_test_that_passed(test: str, tmp_path: Path) -> None:
    assert outcomes(test, tmp_path) == {"passed", "error"}


def test_the_data_of_who_runs_the_tests_are_out_of_reach(tmp_path: Path) -> None:
    assert outcomes(NAMES_THE_DATA_FOLDER, tmp_path) == {"passed"}
