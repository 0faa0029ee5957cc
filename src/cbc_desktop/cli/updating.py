"""The command that shows what a newer version of its forms makes of a draft, and carries it over when asked."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter

from cbc_desktop.base.message import Message
from cbc_desktop.cli.office_of import office_of
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.filling.form_update import Fate
from cbc_desktop.filling.update_words import FATE_TITLES
from cbc_desktop.filling.updating_desk import UpdateLine

NOTHING_NEWER = Message(
    "Hồ sơ đang dùng đúng phiên bản biểu mẫu trên máy này.", "The dossier has the forms that this computer has."
)
WOULD_BE = Message("Chưa thay đổi gì; thêm --take để chuyển.", "Nothing has been changed; --take carries it over.")
DONE = Message("Đã chuyển sang phiên bản mới của biểu mẫu.", "The dossier now has the new version of its forms.")


def update(arguments: Namespace, terminal: Terminal) -> int:
    """Without ``--take`` nothing is changed; answers that are kept are only counted."""
    with office_of(arguments) as office:
        dossier_id = office.filling.find(arguments.dossier).identity.dossier_id
        plan = office.updating.plan(dossier_id, terminal.language)
        if not plan.forms:
            terminal.say(NOTHING_NEWER)
            return 0
        for line in plan.lines:
            if line.fate is not Fate.KEPT:
                terminal.say(_said(line, terminal))
        for fate, count in Counter(line.fate for line in plan.lines).items():
            terminal.say(f"{count:6} {terminal.text(FATE_TITLES[fate])}")
        if arguments.take:
            office.updating.take(plan)
        terminal.say(DONE if arguments.take else WOULD_BE)
    return 0


def _said(line: UpdateLine, terminal: Terminal) -> str:
    place = " › ".join(filter(None, map(terminal.text, (line.page, line.table, line.label))))
    to = terminal.text(line.to)
    return f"{terminal.text(FATE_TITLES[line.fate])}: {place}: {line.text}{f' → {to}' if to else ''}"
