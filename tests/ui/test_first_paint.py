"""The window is painted before anything heavy is loaded, and says how long that took."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cbc_desktop.office import open_office

pytestmark = pytest.mark.slow

HEAVY = {
    *("pyxform", "pyhanko", "pkcs11", "cryptography", "reportlab", "openpyxl", "pikepdf", "PySide6.QtPdf"),
    "cbc_desktop.engine.session",
}
PROGRAM = """
import json, sys
from cbc_desktop.__main__ import main
sys.argv[1:] = ["--first-paint"]
code = main()
json.dump([code, sorted(sys.modules)], sys.stdout)
"""


def test_nothing_heavy_is_loaded_before_the_first_paint(nobodys_data: Path) -> None:
    with open_office(nobodys_data) as office:
        office.filling.begin(office.filling.campaigns()[0].id, "04")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "CBC_DESKTOP_HOME": str(nobodys_data)},
    )
    milliseconds, told = done.stdout.splitlines()
    code, modules = json.loads(told)
    assert code == 0
    assert 0 < int(milliseconds) < 60_000
    assert set(modules) & HEAVY == set()


def test_the_window_opens_on_the_data_that_are_named(tmp_path: Path) -> None:
    home = tmp_path / "other data"
    subprocess.run(
        [sys.executable, "-m", "cbc_desktop", "--home", str(home), "--first-paint"],
        check=True,
        capture_output=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert (home / "cbc.sqlite3").is_file()
