"""The command that salvages a damaged database: what can be read comes into a new one, the damaged file is kept."""

from __future__ import annotations

from argparse import Namespace

from cbc_desktop.base.clock import SystemClock
from cbc_desktop.base.message import Message
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.store.backups import DOSSIERS, RECEIVED
from cbc_desktop.store.salvaging.salvage import salvage as salvage_file
from cbc_desktop.store.salvaging.salvage import told_salvaged
from cbc_desktop.store.salvaging.table_words import TABLE_WORDS

CAME_OVER = Message("{rows:>8}  {what}", "{rows:>8}  {what}")
_LEFT_SOMETHING = 1


def salvage(arguments: Namespace, terminal: Terminal) -> int:
    """1 when something could not be read."""
    series = RECEIVED if arguments.received else DOSSIERS
    done = salvage_file(arguments.home / series.database, SystemClock().now())
    for table, rows in done.rows.items():
        if rows:
            terminal.say(CAME_OVER.filled(rows=rows, what=TABLE_WORDS[table]))
    terminal.say(told_salvaged(done))
    return _LEFT_SOMETHING if done.unread else 0
