"""Commands at the receiving desk: verify."""

from __future__ import annotations

from argparse import Namespace

from cbc_desktop.cli.terminal import ProgressLine, Terminal
from cbc_desktop.office import open_receiving_desk

EXIT_CODES = {"passed": 0, "failed": 1, "indeterminate": 2}


def verify(arguments: Namespace, terminal: Terminal) -> int:
    """Exit codes of decision 14: 0 passed, 1 failed, 2 indeterminate."""
    asking = ProgressLine(terminal) if arguments.ask else None
    report = open_receiving_desk(arguments.home).verify(arguments.file, *arguments.trust, asking=asking)
    if arguments.json:
        terminal.as_json(report.to_json())
    else:
        for line in report.lines(terminal.language):
            terminal.say(line)
    return EXIT_CODES[report.verdict.value]
