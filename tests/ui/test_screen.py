"""Where there is no screen, the program says so in both languages and ends; no signal, no word of Qt's alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cbc_desktop.ui import screen

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")


@pytest.mark.slow
def test_without_a_screen_the_program_says_so_in_both_languages(tmp_path: Path) -> None:
    without = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in without}
    words = [sys.executable, "-m", "cbc_desktop", "--home", str(tmp_path)]
    ended = subprocess.run(words, env=environment, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert (ended.returncode, ended.stdout) == (64, "")
    assert ended.stderr == f"{screen.NO_SCREEN.vi}\n{screen.NO_SCREEN.en}\n"


def test_what_the_system_lacks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "X11_LIBRARIES", ("libc.so.6", "libxcb-nowhere.so.0"))
    monkeypatch.setattr(screen, "_plugin", lambda: "libqxcb-nowhere.so")
    told = screen.why_no_window({"DISPLAY": ":0"})
    assert told == screen.NO_LIBRARY.filled(libraries="libxcb-nowhere.so.0")


@pytest.mark.parametrize("environment", [{"QT_QPA_PLATFORM": "offscreen"}, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_where_no_x11_is_used_nothing_of_it_is_asked_for(environment: dict[str, str]) -> None:
    assert screen.why_no_window(environment) is None
