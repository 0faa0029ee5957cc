"""Commands that carry one dossier from computer to computer: copy it out, take a copy in."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.cli.office_of import office_of
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.filling.carrying import CarryingDesk, ReceivedCopy
from cbc_desktop.filling.copy_words import told
from cbc_desktop.filling.difference_words import BLANK
from cbc_desktop.filling.since_sent import Difference

UNDECIDED = 2
COPIED = Message("Đã chép hồ sơ vào {path}", "The dossier was copied to {path}")
MISSING_FILE = Message(
    "Tệp đính kèm “{name}” đã mất hoặc hỏng trên máy này nên bản chép không có tệp đó.",
    "The attached file “{name}” is missing or damaged on this computer, so the copy is without it.",
)
TAKEN = Message("Đã nhận bản chép.", "The copy was taken.")
JOINED = Message(
    "Đã lấy {count} chỗ của bản chép; các chỗ còn lại giữ của máy này.",
    "{count} places were taken from the copy; all others stay as they are here.",
)
DECIDE = Message(
    "Chưa thay đổi gì. Chạy lại với --theirs (lấy tất cả của bản chép), --mine (giữ tất cả của máy này) hoặc "
    "--take SỐ … (chỉ lấy các chỗ đó).",
    "Nothing has been changed. Run it again with --theirs (all as in the copy), --mine (all as here) or "
    "--take NUMBER … (only these).",
)
NO_SUCH_NUMBER = Message(
    "Không có chỗ khác nhau số {number}. Có {count} chỗ, đánh số từ 1. Chưa thay đổi gì.",
    "There is no difference {number}. There are {count}, numbered from 1. Nothing has been changed.",
)


def copy_out(arguments: Namespace, terminal: Terminal) -> int:
    """0 also when the copy had to go without a file, which is told."""
    with office_of(arguments) as office:
        stored = office.filling.find(arguments.dossier)
        written = office.carrying.copy_out(stored.identity.dossier_id, arguments.out)
    for name in written.missing:
        terminal.trouble(MISSING_FILE.filled(name=name))
    terminal.say(COPIED.filled(path=written.path))
    return 0


def take_in(arguments: Namespace, terminal: Terminal) -> int:
    """2 when the dossier was changed on both computers and nobody has decided yet; 1 when it cannot be taken."""
    with office_of(arguments) as office:
        desk = office.carrying
        copy = desk.look_at(arguments.file, terminal.language)
        terminal.say(f"{copy.theirs.stored.agency_name}: {terminal.text(told(copy))}")
        for number, difference in enumerate(copy.differences, start=1):
            terminal.say(f"{number:4} {_line(copy, difference, terminal)}")
        try:
            return _decided(desk, copy, arguments, terminal)
        finally:
            copy.close()


def _decided(desk: CarryingDesk, copy: ReceivedCopy, arguments: Namespace, terminal: Terminal) -> int:
    if copy.can_be_joined:
        return _join(desk, copy, arguments, terminal)
    if not copy.can_be_taken:
        return 0 if copy.nothing_to_take else 1
    if copy.needs_decision and not arguments.theirs:
        terminal.say(DECIDE)
        return UNDECIDED
    desk.take(copy)
    terminal.say(TAKEN)
    return 0


def _join(desk: CarryingDesk, copy: ReceivedCopy, arguments: Namespace, terminal: Terminal) -> int:
    chosen = _chosen(copy.differences, arguments)
    if chosen is None:
        terminal.say(DECIDE)
        return UNDECIDED
    desk.join(copy, chosen)
    terminal.say(JOINED.filled(count=len(chosen)))
    return 0


def _chosen(differences: Sequence[Difference], arguments: Namespace) -> Sequence[Difference] | None:
    """None when nothing was decided."""
    if arguments.theirs:
        return differences
    if arguments.mine:
        return ()
    if not arguments.take:
        return None
    for number in arguments.take:
        if not 1 <= number <= len(differences):
            raise UserFacingError(NO_SUCH_NUMBER.filled(number=number, count=len(differences)))
    return [differences[number - 1] for number in arguments.take]


def _line(copy: ReceivedCopy, one: Difference, terminal: Terminal) -> str:
    """What is here, then what is in the copy."""
    assert copy.mine is not None
    reference = copy.mine.form(one.form_id).session.reference(one.address)
    here, there = (text or terminal.text(BLANK) for text in (one.after, one.before))
    return f"{one.form_id} {reference} {terminal.text(one.label)}: {here} → {there}"
