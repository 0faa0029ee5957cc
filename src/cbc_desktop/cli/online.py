"""The command that takes in the export of an online form: which column answers what is shown first."""

from __future__ import annotations

from argparse import Namespace

from cbc_desktop.base.message import Message
from cbc_desktop.cli.office_of import office_of
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.receiving.reception.online_columns import column_lines, quoted
from cbc_desktop.receiving.reception.online_sheet import OnlinePlan

AGENCY = Message("# cột tên cơ quan", "# the agency's name")
SENT = Message("# cột thời điểm gửi", "# when it was sent")
HOW = Message(
    "# Có thể ghi các dòng trên vào một tệp, sửa, rồi dùng --columns. Cột để trống không được lấy.",
    "# These lines may go into a file, be corrected, and come back with --columns. Blank ones are left out.",
)
NOBODYS = Message("# dòng {number}: không có cơ quan “{name}”", "# row {number}: there is no agency “{name}”")
WHOSE = Message("# dòng {number}: “{name}” là {agency}", "# row {number}: “{name}” is {agency}")
ROWS = Message("# {rows} dòng trả lời", "# {rows} rows of answers")
TAKEN = Message("Đã nhận {new} trong {rows} dòng trả lời.", "Took in {new} of {rows} rows of answers.")
TAKEN_TRIAL = Message(
    "Đã nhận {new} trong {rows} dòng trả lời vào hồ sơ thử nghiệm; xem bằng received --trial.",
    "Took in {new} of {rows} rows of answers for practice; see them with received --trial.",
)


def online(arguments: Namespace, terminal: Terminal) -> int:
    """What it says without ``--take`` is a file of columns."""
    with office_of(arguments) as office:
        desk = office.reception
        plan = desk.look_at_online(arguments.file, arguments.campaign, arguments.columns)
        if not arguments.take:
            _show(plan, terminal)
            return 0
        taken = desk.take_online(plan, arguments.campaign, trial=arguments.trial)
    terminal.say((TAKEN_TRIAL if arguments.trial else TAKEN).filled(new=len(taken), rows=len(plan.rows)))
    return 0


def _show(plan: OnlinePlan, terminal: Terminal) -> None:
    terminal.say(f"agency = {quoted(plan.agency_column)} {terminal.text(AGENCY)}")
    terminal.say(f"sent = {quoted(plan.sent_column)} {terminal.text(SENT)}")
    terminal.say("[columns]")
    for line in column_lines(plan):
        terminal.say(line)
    terminal.say(HOW)
    for row in plan.rows:
        words, agency = (WHOSE, row.agency.name_vi) if row.agency else (NOBODYS, "")
        terminal.say(words.filled(number=row.number, name=" ".join(row.name.split()), agency=agency))
    terminal.say(ROWS.filled(rows=len(plan.rows)))
