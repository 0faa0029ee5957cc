"""Nothing that a library says of somebody's file is printed: desktops keep it in a log of theirs."""

from __future__ import annotations

import subprocess
import sys

TALKING = """
import logging, sys, warnings
from cbc_desktop import __main__ as program
import cbc_desktop.cli.main

def talking(words):
    warnings.warn("Cell B2 holds 0912 345 678")
    logging.getLogger("library").error("Cell B2 holds 0912 345 678")
    return 0

cbc_desktop.cli.main.run = talking
sys.argv[1:] = ["list"]
sys.exit(program.main())
"""


def test_warnings_and_logs_of_libraries_are_not_printed() -> None:
    ended = subprocess.run([sys.executable, "-c", TALKING], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
