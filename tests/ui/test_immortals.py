"""The window lives longer than a few thousand calls of Qt, in every Python that is promised."""

from __future__ import annotations

import subprocess
import sys

CALLS = """
import cbc_desktop.ui
from PySide6.QtCore import QCoreApplication, QObject

application, child = QCoreApplication([]), QObject()
for _ in range(300_000):
    application.sendPostedEvents()
    child.signalsBlocked()
    child.isWidgetType()
"""


def test_python_survives_many_calls_that_answer_nothing_yes_or_no() -> None:
    done = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
