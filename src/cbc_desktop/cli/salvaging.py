"""The command that salvages a damaged database: what can be read comes into a new one, the damaged file is kept."""

from __future__ import annotations

from argparse import Namespace

from cbc_desktop.base.clock import SystemClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.cli.restoring import series_asked, word_of
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.store.backups import backups_in
from cbc_desktop.store.salvaging.salvage import require_damaged, told_salvaged
from cbc_desktop.store.salvaging.salvage import salvage as salvage_file
from cbc_desktop.store.salvaging.table_words import TABLE_WORDS

CAME_OVER = Message("{rows:>8}  {what}", "{rows:>8}  {what}")
BACKUP_FIRST = Message(
    "Có bản sao lưu lúc {moment:%d/%m/%Y %H:%M:%S}. Nên khôi phục bản đó: cbc-desktop restore --latest{received}. Vẫn "
    "muốn cứu tệp hỏng: cbc-desktop salvage --anyway{received}. Chưa có gì thay đổi.",
    "There is a backup of {moment:%d/%m/%Y %H:%M:%S}. It is better to put that back: cbc-desktop restore "
    "--latest{received}. To salvage the damaged file nevertheless: cbc-desktop salvage --anyway{received}. Nothing has "
    "been changed.",
)
_LEFT_SOMETHING = 1


def salvage(arguments: Namespace, terminal: Terminal) -> int:
    """1 when something could not be read, or when there is a backup and nobody said to go on."""
    series = series_asked(arguments)
    path = arguments.home / series.database
    require_damaged(path)
    backups = backups_in(arguments.home, series)
    if backups and not arguments.anyway:
        raise UserFacingError(BACKUP_FIRST.filled(moment=backups[0].made_at, received=word_of(series)))
    done = salvage_file(path, SystemClock().now())
    for table, rows in done.rows.items():
        if rows:
            terminal.say(CAME_OVER.filled(rows=rows, what=TABLE_WORDS[table]))
    terminal.say(told_salvaged(done))
    return _LEFT_SOMETHING if done.unread else 0
