"""The command that shows, or takes, what an earlier dossier of the same agency answers."""

from __future__ import annotations

from argparse import Namespace

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.cli.office_of import office_of
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.filling.prefill_desk import PrefillLine
from cbc_desktop.office import Office

NO_SOURCE = Message(
    "Trên máy này không có hồ sơ khác của cơ quan này để lấy số liệu. Nếu hồ sơ trước ở máy khác, hãy chép sang rồi "
    "nhận bằng lệnh take-in.",
    "There is no other dossier of this agency on this computer. If an earlier one is on another computer, copy it "
    "and take it in with take-in.",
)
WOULD_BE_TAKEN = Message(
    "Có thể lấy {count} câu trả lời từ hồ sơ {campaign} (lần {number}). Chưa thay đổi gì; thêm --take để lấy.",
    "{count} answers can be taken from the dossier {campaign} (revision {number}). Nothing has been changed; --take "
    "takes them.",
)
TAKEN = Message(
    "Đã lấy {count} câu trả lời từ hồ sơ {campaign} (lần {number}). Hãy xem lại; có thể hoàn tác.",
    "{count} answers were taken from the dossier {campaign} (revision {number}). Look them over; it can be undone.",
)


def prefill(arguments: Namespace, terminal: Terminal) -> int:
    """Nothing is overwritten; without ``--take`` nothing is changed."""
    with office_of(arguments) as office:
        dossier_id = office.filling.find(arguments.dossier).identity.dossier_id
        source = office.filling.open(_source(office, dossier_id, arguments.source))
        plan = office.prefilling.plan(dossier_id, source, terminal.language)
        count = len(plan.lines)
        for line in plan.lines:
            terminal.say(_said(line, terminal))
        if arguments.take:
            count = office.prefilling.take(plan)
        revision = source.stored.revision
        told = TAKEN if arguments.take else WOULD_BE_TAKEN
        terminal.say(told.filled(count=count, campaign=source.campaign.id, number=revision.number))
    return 0


def _source(office: Office, dossier_id: str, reference: str) -> str:
    """The dossier that is named, or the one that was changed last."""
    sources = [one.identity.dossier_id for one in office.prefilling.sources(dossier_id)]
    found = [one for one in sources if one.startswith(reference)]
    if not found:
        raise UserFacingError(NO_SOURCE)
    return found[0]


def _said(line: PrefillLine, terminal: Terminal) -> str:
    place = " › ".join(filter(None, map(terminal.text, (line.page, line.table, line.label))))
    return f"{line.form_id} {place}: {line.text}"
