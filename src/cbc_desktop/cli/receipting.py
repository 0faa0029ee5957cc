"""The command that gives a receipt for what arrived, signed where a key is named."""

from __future__ import annotations

from argparse import Namespace
from contextlib import nullcontext

from cbc_desktop.base.message import Message
from cbc_desktop.cli.office_of import office_of
from cbc_desktop.cli.received_words import VERDICTS
from cbc_desktop.cli.returning import remarks_of
from cbc_desktop.cli.signing_words import opened_signer, signs
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.dossier.return_slip import Outcome
from cbc_desktop.receiving.consolidating.desk import return_remark
from cbc_desktop.receiving.reception.proposing import proposed

VERDICT = Message("{name}: {verdict} khi kiểm tra.", "{name}: {verdict} when it was judged.")
WRITTEN = Message("Đã ghi {path}", "Wrote {path}")


def receipt(arguments: Namespace, terminal: Terminal) -> int:
    """The slip, its signature and an e-mail draft."""
    remarks = remarks_of(arguments)
    with office_of(arguments) as office:
        arrival = office.reception.find(arguments.arrival)
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
