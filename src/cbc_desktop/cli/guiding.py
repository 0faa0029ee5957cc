"""The command that writes the user guide as a PDF, in the language of the command line."""

from __future__ import annotations

from argparse import Namespace

from cbc_desktop import __version__
from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.clock import SystemClock
from cbc_desktop.base.message import Message
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.documents.guide.reading import read_guide
from cbc_desktop.documents.pdf.guide import render_guide

WRITTEN = Message("Đã ghi {path}", "Wrote {path}")


def guide(arguments: Namespace, terminal: Terminal) -> int:
    content = render_guide(read_guide(terminal.language), __version__, SystemClock().now())
    write_atomically(arguments.out, content, private=False)
    terminal.say(WRITTEN.filled(path=arguments.out))
    return 0
