"""Commands for what is returned: the receiver writes a slip, the sender takes it in and settles its questions."""

from __future__ import annotations

from argparse import Namespace

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.cli.office_of import office_of, open_dossier
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.dossier.return_slip import slip_to_json
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.returned import ReturnedQuestion
from cbc_desktop.office import open_receiving_desk, open_returning_desk
from cbc_desktop.receiving.returning import ReturnRemark

WRITTEN = Message(
    "Đã lập phiếu trả lại {count} mục của “{agency}”, bản lần {number}: {path}",
    "Wrote a slip that returns {count} remarks to “{agency}”, revision {number}: {path}",
)
TAKEN_BEFORE = Message("Phiếu này đã được nhận trước đây.", "This slip was taken in before.")
NOT_HERE = Message("không còn trong bản đang nhập", "not in the draft (any more)")
SETTLED, OPEN = Message("đã sửa xong", "settled"), Message("chưa sửa", "open")
REMARK = Message("ý kiến khi tiếp nhận", "remark on what was accepted")
NOTHING_RETURNED = Message("Không có mục nào bị trả lại.", "Nothing was returned.")
NO_SUCH_NUMBER = Message(
    "Không có mục bị trả lại số {number}; hiện có {count} mục. Chạy lệnh không có --settle để xem danh sách.",
    "There is no returned question {number}; there are {count}. Run the command without --settle to see them.",
)


def write_return(arguments: Namespace, terminal: Terminal) -> int:
    """Of the receiver: verifies the package and writes the slip."""
    report = open_receiving_desk(arguments.home).verify(arguments.file)
    remarks = remarks_of(arguments)
    desk = open_returning_desk(arguments.home, arguments.campaigns)
    slip = desk.slip(report, remarks, arguments.by)
    write_atomically(arguments.out, slip_to_json(slip), private=False)
    facts = {"agency": slip.agency_name, "number": slip.number, "path": arguments.out}
    terminal.say(WRITTEN.filled(count=len(slip.questions), **facts))
    return 0


def remarks_of(arguments: Namespace) -> list[ReturnRemark]:
    """Those on questions, then those on the whole."""
    remarks = [ReturnRemark(words, form, reference) for form, reference, words in arguments.question or []]
    return remarks + [ReturnRemark(words) for words in arguments.whole or []]


def take_return(arguments: Namespace, terminal: Terminal) -> int:
    """Of the sender: keeps the slip beside the revision that it means, and lists what is to be dealt with."""
    with office_of(arguments) as office:
        taken = office.filling.take_return(arguments.file)
        for told in (TAKEN_BEFORE,) if taken.again else taken.told:
            terminal.say(told)
        _list(office.filling.open(taken.dossier_id), terminal)
    return 0


def returned(arguments: Namespace, terminal: Terminal) -> int:
    """Lists what was returned; ``--settle N`` says that the N-th is dealt with. 1 while something is open."""
    with office_of(arguments) as office:
        dossier = open_dossier(office, arguments.dossier)
        if arguments.settle is not None:
            _settle(dossier, arguments.settle)
        return _list(dossier, terminal)


def _settle(dossier: OpenDossier, number: int) -> None:
    questions = dossier.returned_questions()
    if not 1 <= number <= len(questions):
        raise UserFacingError(NO_SUCH_NUMBER.filled(number=number, count=len(questions)))
    dossier.settle_returned(questions[number - 1])


def _list(dossier: OpenDossier, terminal: Terminal) -> int:
    questions = dossier.returned_questions()
    for number, question in enumerate(questions, start=1):
        terminal.say(f"{number:3} {_line(dossier, question, terminal)}")
    if not questions:
        terminal.say(NOTHING_RETURNED)
    return 1 if any(question.waits for question in questions) else 0


def _line(dossier: OpenDossier, question: ReturnedQuestion, terminal: Terminal) -> str:
    where = "" if question.address is None else dossier.form(question.form_id).session.reference(question.address)
    unsettled = REMARK if question.accepted else OPEN
    state = terminal.text(SETTLED if question.settled else unsettled)
    gone = f" ({terminal.text(NOT_HERE)})" if question.is_unknown else ""
    named = " ".join(part for part in (question.form_id, where, terminal.text(question.label)) if part)
    return f"[{state}] {named}{gone}: {question.words}"
