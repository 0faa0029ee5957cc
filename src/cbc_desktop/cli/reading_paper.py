"""The command that reads dossiers back from scans of their printed pages."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from cbc_desktop.base.message import Message
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.office import open_receiving_desk

if TYPE_CHECKING:
    from cbc_desktop.package.paper.reading import PaperReading

EXIT_CODES = {"whole": 0, "contradictory": 1, "incomplete": 2}
SEVERAL = Message("Trên các trang này có {count} bản in khác nhau.", "These pages are of {count} different printings.")
WRITTEN = Message("Đã ghi {path}", "Wrote {path}")


def read_paper(arguments: Namespace, terminal: Terminal) -> int:
    """Exit codes of decision 14: 0 whole, 1 contradictory or no scan, 2 something is missing."""
    reading = open_receiving_desk().read_paper(arguments.scans, terminal.trouble)
    for notice in reading.notices:
        terminal.trouble(notice)
    if arguments.json:
        terminal.as_json([report.to_json() for report in reading.reports])
    else:
        _tell(reading, terminal)
    _write(reading, arguments, terminal)
    return EXIT_CODES[reading.state.value]


def _tell(reading: PaperReading, terminal: Terminal) -> None:
    if len(reading.reports) > 1:
        terminal.say(SEVERAL.filled(count=len(reading.reports)))
    for report in reading.reports:
        for line in report.lines(terminal.language):
            terminal.say(line)


def _write(reading: PaperReading, arguments: Namespace, terminal: Terminal) -> None:
    from cbc_desktop.receiving.paper_files import write_paper

    for report in reading.reports if arguments.out else ():
        for path in write_paper(report, arguments.out):
            terminal.trouble(WRITTEN.filled(path=path))
