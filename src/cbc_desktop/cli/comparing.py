"""The command that says what a reopened dossier changes against the revision that was sent."""

from __future__ import annotations

from argparse import Namespace

from cbc_desktop.base.message import Message
from cbc_desktop.cli.office_of import office_of, open_dossier
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.filling.difference_words import difference_words
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.since_sent import Difference

NEVER_SENT = Message(
    "Hồ sơ chưa có bản nào đã chốt trước bản này, nên không có gì để so sánh.",
    "There is no earlier finalised revision, so there is nothing to compare with.",
)
COMPARED = Message("So với bản lần {number}: {count} chỗ khác.", "Against revision {number}: {count} differences.")
NEW_FORM = Message("{form}: chưa có trong bản lần {number}", "{form}: not in revision {number}")


def changes(arguments: Namespace, terminal: Terminal) -> int:
    """Always 0: to differ is no fault."""
    with office_of(arguments) as office:
        dossier = open_dossier(office, arguments.dossier)
        found = dossier.changes_since_sent()
        if found is None:
            terminal.say(NEVER_SENT)
            return 0
        for difference in found.differences:
            terminal.say(_line(dossier, difference, terminal))
        for form_id in found.new_forms:
            terminal.say(NEW_FORM.filled(form=form_id, number=found.number))
        terminal.say(COMPARED.filled(number=found.number, count=len(found.differences)))
    return 0


def _line(dossier: OpenDossier, one: Difference, terminal: Terminal) -> str:
    reference = dossier.form(one.form_id).session.reference(one.address)
    return f"{one.form_id} {reference} {terminal.text(one.label)}: {terminal.text(difference_words(one))}"
