"""The command that gives a receipt for what arrived, signed where a key is named."""

from __future__ import annotations

from argparse import Namespace
from contextlib import nullcontext

from cbc_desktop.base.message import Message
from cbc_desktop.cli.office_of import office_of
from cbc_desktop.cli.received_words import SHOWN, VERDICTS
from cbc_desktop.cli.returning import remarks_of
from cbc_desktop.cli.signing_words import opened_signer, signs
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.dossier.return_slip import Outcome
from cbc_desktop.receiving.consolidating.desk import return_remark
from cbc_desktop.receiving.reception.desk import ReceptionDesk
from cbc_desktop.receiving.reception.proposing import proposed
from cbc_desktop.store.received.arrivals import Arrival

VERDICT = Message("{name}: {verdict} khi kiểm tra.", "{name}: {verdict} when it was judged.")
COPY_ASKED = Message(
    "Không có hồ sơ đọc được nên không lập phiếu; đã soạn thư xin bản khác {path}. Gửi thư xong thì ghi lại bằng "
    "decide ask-anew {digest}.",
    "No dossier could be read, so there is no receipt; a letter that asks for another copy is in {path}. When it is "
    "sent, keep that with decide ask-anew {digest}.",
)
WRITTEN = Message("Đã ghi {path}", "Wrote {path}")


def receipt(arguments: Namespace, terminal: Terminal) -> int:
    """The slip, its signature and an e-mail draft; a letter that asks for another copy of what cannot be read."""
    remarks = remarks_of(arguments)
    with office_of(arguments) as office:
        arrival = office.reception.find(arguments.arrival)
        if arrival.dossier is None and arguments.outcome in (None, Outcome.TO_BE_CORRECTED.value):
            return _ask_for_copy(office.reception, arrival, arguments, terminal)
        if arguments.checks:
            report = office.reception.report(arrival.digest)
            remarks += proposed(report, map(return_remark, office.consolidating.remarks(arrival)))
        if arrival.verdict:
            terminal.say(VERDICT.filled(name=arrival.name, verdict=VERDICTS[arrival.verdict]))
        usual = Outcome.TO_BE_CORRECTED if remarks else Outcome.ACCEPTED
        outcome = Outcome(arguments.outcome) if arguments.outcome else usual
        receipting = office.reception.receipting
        with opened_signer(arguments, terminal, office) if signs(arguments) else nullcontext() as signer:
            given = receipting.give(arrival, outcome, remarks, arguments.by, signer)
        for path in receipting.write(given, arguments.out):
            terminal.say(WRITTEN.filled(path=path))
    return 0


def _ask_for_copy(desk: ReceptionDesk, arrival: Arrival, arguments: Namespace, terminal: Terminal) -> int:
    path = desk.write_copy_request(arrival, arguments.by, arguments.out)
    terminal.say(COPY_ASKED.filled(path=path, digest=str(arrival.digest)[:SHOWN]))
    return 0
