"""The command that says what a reopened dossier changes against the revision that was sent."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping

from cbc_desktop.base.message import Message
from cbc_desktop.cli.office_of import office_of, open_dossier
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.since_sent import Difference, DifferenceKind

NEVER_SENT = Message(
    "Hồ sơ chưa có bản nào đã chốt trước bản này, nên không có gì để so sánh.",
    "There is no earlier finalised revision, so there is nothing to compare with.",
)
COMPARED = Message("So với bản lần {number}: {count} chỗ khác.", "Against revision {number}: {count} differences.")
NEW_FORM = Message("{form}: chưa có trong bản lần {number}", "{form}: not in revision {number}")
BLANK = Message("(trống)", "(blank)")
COMPUTED = Message("(tự tính)", "(computed)")
KIND_TITLES: Mapping[DifferenceKind, Message] = {
    DifferenceKind.ANSWER: Message("TRẢ LỜI", "ANSWER"),
    DifferenceKind.NO_LONGER_ASKED: Message("KHÔNG HỎI NỮA", "NOT ASKED NOW"),
    DifferenceKind.ROW_ADDED: Message("THÊM DÒNG", "ROW ADDED"),
    DifferenceKind.ROW_REMOVED: Message("XÓA DÒNG", "ROW REMOVED"),
    DifferenceKind.ROW_MOVED: Message("CHUYỂN DÒNG", "ROW MOVED"),
    DifferenceKind.NOTE: Message("GHI CHÚ", "NOTE"),
    DifferenceKind.EXPLANATION: Message("GIẢI TRÌNH", "EXPLANATION"),
}


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
    before, after = (text or terminal.text(BLANK) for text in (one.before, one.after))
    title, label = terminal.text(KIND_TITLES[one.kind]), terminal.text(one.label)
    computed = f" {terminal.text(COMPUTED)}" if one.computed else ""
    return f"{title:13} {one.form_id} {reference} {label}: {before} → {after}{computed}"
