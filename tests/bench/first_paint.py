"""From the start of the process to the first paint of the window with one dossier, against a bare window of Qt."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.bench.material import NOW, Material
from tests.bench.measuring import ROUNDS, Comparison

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.office import open_office

FLOOR = "a bare QMainWindow"
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.show()
from cbc_desktop.ui.first_paint import FirstPaint
FirstPaint(window, lambda milliseconds: (print(milliseconds, flush=True), application.quit()))
application.exec()
"""
LAUNCHER = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE)
told = process.stdout.read().decode().strip()
_, status, usage = os.wait4(process.pid, 0)
print(told, usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""A small process in between: Linux counts to a process what the one that started it had in memory."""


@dataclass(frozen=True)
class Painted:
    """One start of a window, in seconds and in bytes of memory at most."""

    seconds: float
    most_memory: int


def comparison(material: Material) -> Comparison:
    ours, bare = started_in_turns(material)
    best_ours, best_bare = (min(painted.seconds for painted in starts) for starts in (ours, bare))
    return Comparison("first paint", "window", FLOOR, best_ours, best_bare)


def started_in_turns(material: Material) -> tuple[list[Painted], list[Painted]]:
    """Our window with one dossier, and a bare one."""
    with tempfile.TemporaryDirectory(dir=material.folder) as folder:
        home = Path(folder)
        with open_office(home, clock=FixedClock(NOW)) as office:
            office.filling.begin(office.filling.campaigns()[0].id, "04")
        pairs = [
            (_started(home, "-m", "cbc_desktop", "--first-paint"), _started(home, "-c", BARE)) for _ in range(ROUNDS)
        ]
    return [ours for ours, _ in pairs], [bare for _, bare in pairs]


def _started(home: Path, *words: str) -> Painted:
    surroundings = {**os.environ, "CBC_DESKTOP_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", LAUNCHER, sys.executable, *words]
    told = subprocess.run(command, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    milliseconds, kibibytes = told.stdout.split()
    return Painted(float(milliseconds) / 1000, int(kibibytes) * 1024)
