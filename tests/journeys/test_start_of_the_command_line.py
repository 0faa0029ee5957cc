"""The command line starts without Qt, and what a command does not need is not loaded for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from invented_campaign import AGENCY, CAMPAIGN

pytestmark = pytest.mark.slow

HEAVY = (
    *("PySide6", "pyxform", "pyhanko", "pkcs11", "cryptography", "openpyxl", "pikepdf"),
    *("reportlab", "reportlab.platypus"),
)

PROGRAM = """
import json, sys
from cbc_desktop.__main__ import main
try:
    code = main()
except SystemExit as ended:
    code = ended.code
json.dump([code, sorted(name for name in sys.modules if "." not in name)], sys.stderr)
"""


def loaded_by(*words: object, home: Path) -> set[str]:
    """The heavy libraries that a command has loaded when it is done."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *map(str, words)],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "CBC_DESKTOP_HOME": str(home)},
    )
    code, modules = json.loads(done.stderr.splitlines()[-1])
    assert code in (0, 1, 2), done.stderr
    return set(modules) & set(HEAVY)


@pytest.mark.parametrize("words", [["--help"], ["list"], ["campaigns"], ["agencies", CAMPAIGN], ["--version"]])
def test_small_commands_load_none_of_the_large_libraries(words: list[str], home: Path, campaigns: Path) -> None:
    assert loaded_by("--campaigns", campaigns, *words, home=home) == set()


def test_filling_in_needs_no_library_that_signs_or_prints(home: Path, campaigns: Path) -> None:
    assert loaded_by("--campaigns", campaigns, "new", CAMPAIGN, AGENCY, home=home) == set()
    assert loaded_by("--campaigns", campaigns, "review", AGENCY, home=home) == set()


def test_a_form_that_was_never_read_needs_pyxform_once(nobodys_data: Path, campaigns: Path) -> None:
    words = ("--campaigns", campaigns, "new", CAMPAIGN)
    assert "pyxform" in loaded_by(*words, "TVM", home=nobodys_data)
    assert loaded_by(*words, "TVT", home=nobodys_data) == set()


def test_exporting_and_verifying_need_no_qt(home: Path, campaigns: Path, tmp_path: Path) -> None:
    demo = ("demo", "--out", tmp_path / "ra", "--campaign", CAMPAIGN)
    assert "PySide6" not in loaded_by("--campaigns", campaigns, *demo, home=home)
    (package,) = (tmp_path / "ra").glob("*.zip")
    loaded = loaded_by("verify", package, home=home)
    assert "pyhanko" in loaded
    assert not loaded & {
        "PySide6",
        "pyxform",
        "openpyxl",
        "reportlab.platypus",
    }  # it looks at glyphs, and draws nothing
