"""A program that crashes leaves no copy of its memory, whatever it was started for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CRASHING = """
import os, resource, signal, sys
most = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (most, most))
from cbc_desktop import __main__ as program
sys.argv[1:] = {words}
import cbc_desktop.cli.main, cbc_desktop.ui.application
crash = lambda *_, **__: os.kill(os.getpid(), signal.SIGSEGV)
cbc_desktop.cli.main.run = cbc_desktop.ui.application.open_window = crash
program.main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="crashes as Unix does")
@pytest.mark.parametrize("words", [["list"], []])
def test_neither_the_window_nor_a_command_that_crashes_leaves_a_core_dump(words: list[str], tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", CRASHING.format(words=words)], cwd=tmp_path, check=False)
    assert ended.returncode < 0
    assert list(tmp_path.iterdir()) == []
