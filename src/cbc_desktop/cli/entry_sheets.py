"""Commands that send a part of a form out as a workbook, and take what comes back."""

from __future__ import annotations

from argparse import Namespace

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.message import Message
from cbc_desktop.cli.office_of import office_of, open_dossier
from cbc_desktop.cli.reviewing import require_forms
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.filling.splitting import split_off

WRITTEN = Message(
    "Đã ghi {path}. Gửi tệp này cho đơn vị điền.", "Wrote {path}. Send this file to those who fill it in."
)


def split(arguments: Namespace, terminal: Terminal) -> int:
    from cbc_desktop.documents.excel.entry.workbook import render_entry_workbook  # loads openpyxl and reportlab

    with office_of(arguments) as office:
        dossier = open_dossier(office, arguments.dossier)
        require_forms(dossier, [arguments.form])
        session = dossier.form(arguments.form).session
        parts = [session.locate(reference) for reference in arguments.ref]
        book = split_off(dossier, arguments.form, parts, made=office.clock.now(), made_by=office.who)
        write_atomically(arguments.out, render_entry_workbook(book), private=False)
        terminal.say(WRITTEN.filled(path=arguments.out))
    return 0
