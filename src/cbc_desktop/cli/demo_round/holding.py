"""Holds the round: the offices work side by side, their files find their way, and the receiver answers."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.cli.demo_issuing import AGENCY, LEADER
from cbc_desktop.cli.demo_round.offices import Round, SendingOffice
from cbc_desktop.cli.demo_round.receiving import Receiver, give_receipts, take_in, tell_all
from cbc_desktop.cli.demo_round.sending import PracticeKeys, SenderOrder, Sent, send
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.receiving.reception.workers import Lost, Workers
from cbc_desktop.signing.trial import signer_in_file
from cbc_desktop.signing.trial_authority import TrialAuthority

OFFICES = "offices"
RECEIVER_FILE = "thu-nghiem-noi-nhan.p12"
LONGEST_SECONDS = 600.0
AT_WORK = Message("— {count} cơ quan khác lập và gửi báo cáo —", "— {count} other offices report —")
HAS_SENT = Message("  {agency}: {files}", "  {agency}: {files}")


@dataclass(frozen=True, slots=True)
class RoundDemonstration:
    """``cache`` has the forms as they were read before, ``trusted`` the certificate of the ``authority``."""

    round: Round
    campaign: Campaign
    campaigns: Path | None
    out: Path
    cache: Path
    authority: TrialAuthority
    trusted: Path

    @property
    def receiver(self) -> Receiver:
        return Receiver(self.campaign.id, self.campaigns, self.round.receiver, self.out, self.trusted)

    def name_of(self, office: SendingOffice) -> str:
        return self.campaign.agencies.find(office.agency, self.campaign.register_date).name_vi


def offices_at_work(demo: RoundDemonstration) -> dict[str, Sent | Lost]:
    """What became of each office, by its code; as many work at once as there are cores."""
    workers = Workers(send, os.cpu_count() or 1, lambda _: LONGEST_SECONDS)
    return {order.office.agency: answer for order, answer in workers.answers(_orders(demo))}


def hold_round(
    demo: RoundDemonstration,
    found: Mapping[str, Sent | Lost],
    first: Sequence[tuple[datetime, Path]],
    terminal: Terminal,
) -> Mapping[str, Path]:
    """The receipts by code of the agency; ``first`` is what the office sent that was shown before, and when."""
    _deliver(demo, first)
    sending = [office for office in demo.round.offices if office.sent]
    terminal.say(AT_WORK.filled(count=len(sending)))
    for office in sending:
        files = _files(found[office.agency])
        terminal.say(HAS_SENT.filled(agency=demo.name_of(office), files=", ".join(file.name for file in files)))
        _deliver(demo, [(one.at, file) for one, file in zip(office.sent, files, strict=True)])
    *_, consolidated = [take_in(demo.receiver, moment, terminal) for moment in demo.round.received]
    last = demo.round.received[-1]
    with demo.receiver.at_work(last) as department:
        tell_all(department, consolidated, [one.agency for one in demo.round.offices], terminal)
        holder = demo.authority.signer(demo.round.receiver, AGENCY)
        with signer_in_file(demo.out / RECEIVER_FILE, holder, demo.round.receiver, now=last) as signer:
            return give_receipts(department, consolidated, demo.receiver, signer, terminal)


def _orders(demo: RoundDemonstration) -> Iterator[SenderOrder]:
    for number, office in enumerate(demo.round.offices, start=2):
        if office.sent:
            yield SenderOrder(
                campaign_id=demo.campaign.id,
                campaigns=demo.campaigns,
                form=demo.round.form,
                document=demo.round.document,
                office=office,
                folder=demo.out / OFFICES / office.agency.lower(),
                cache=demo.cache,
                seed=number,
                keys=_keys(demo, office),
            )


def _keys(demo: RoundDemonstration, office: SendingOffice) -> PracticeKeys:
    name, passphrase = demo.name_of(office), secrets.token_urlsafe()
    leader, agency = (demo.authority.signer(name, who).pkcs12(name, passphrase) for who in (LEADER, AGENCY))
    return PracticeKeys(leader, agency, passphrase)


def _files(answer: Sent | Lost) -> tuple[Path, ...]:
    if isinstance(answer, Lost):
        raise BugError(f"an office of the demonstration came to no end: {answer}")
    if answer.trouble is not None:
        raise UserFacingError(answer.trouble)
    return answer.files


def _deliver(demo: RoundDemonstration, sent: Sequence[tuple[datetime, Path]]) -> None:
    """Each file where the receiver finds it when it is taken in next."""
    for at, file in sent:
        moment = next(moment for moment in demo.round.received if moment >= at)
        write_atomically(demo.receiver.inbox(moment) / file.name, file.read_bytes(), private=False)
