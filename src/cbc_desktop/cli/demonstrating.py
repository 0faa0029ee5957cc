"""The command that takes a campaign's sample through the whole work: fill, finalise, issue, verify; then the round.

It sits at the same desks as everybody else; clock and identifiers are given, so that it can be repeated.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from cbc_desktop.base.atomic_file import disk_trouble
from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.base.message import Message
from cbc_desktop.cli.demo_issuing import Demonstration, issue, judge_twice
from cbc_desktop.cli.demo_round.holding import RoundDemonstration, hold_round, offices_at_work
from cbc_desktop.cli.demo_round.offices import read_round
from cbc_desktop.cli.reviewing import FINALISED
from cbc_desktop.cli.sample_dossier import Sample, fill_sample, sample_of
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.office import CACHE, Office, open_catalogue, open_office
from cbc_desktop.signing.trial_services import TrialServices, trial_services

NOT_EMPTY = Message(
    "Thư mục “{folder}” không trống. Hãy chọn một thư mục trống hoặc chưa có, để không ghi đè tệp nào.",
    "The folder “{folder}” is not empty. Choose an empty or a new one, so that nothing is overwritten.",
)
LOOK = Message(
    "Xem trong cửa sổ của nơi nhận (hồ sơ thử nghiệm): cbc-desktop --home {home}",
    "Look at it in the receiver's window (dossiers for practice): cbc-desktop --home {home}",
)
TAKES_RECEIPT = Message("{agency} mở phiếu {file}:", "{agency} opens the receipt {file}:")


def demo(arguments: Namespace, terminal: Terminal) -> int:
    """0 when the package passes with the trial authority trusted, and is indeterminate without it.

    Where the sample has more offices, their round follows, unless one office was asked for ``alone``.
    """
    out: Path = arguments.out
    catalogue = open_catalogue(out / "home", arguments.campaigns)
    campaign = catalogue.campaign(arguments.campaign) if arguments.campaign else catalogue.campaigns()[0]
    sample = sample_of(campaign)
    _make_empty(out)
    clock, others = FixedClock(sample.now), None if arguments.alone else read_round(sample.folder)
    at_desk = partial(
        open_office, out / "home", identifiers=SeededIdentifiers(), campaigns=arguments.campaigns, who="demo"
    )
    with at_desk(clock=clock) as office, trial_services(clock) as services:
        dossier = fill_sample(office, campaign, sample, terminal)
        _finalise(dossier, terminal)
        shown = Demonstration(office, dossier, out, sample.number, sample.folder)
        if others is None:
            return judge_twice(shown, issue(shown, services, terminal), terminal)
        cache, trusted = out / "home" / CACHE, shown.authority
        in_round = RoundDemonstration(others, campaign, arguments.campaigns, out, cache, services.authority, trusted)
        code, receipts = _in_a_round(shown, services, in_round, sample, terminal)
    with at_desk(clock=FixedClock(others.received[-1])) as office:
        _take_receipt(office, receipts[sample.agency], terminal)
    terminal.say(LOOK.filled(home=in_round.receiver.home))
    return code


def _in_a_round(
    shown: Demonstration, services: TrialServices, in_round: RoundDemonstration, sample: Sample, terminal: Terminal
) -> tuple[int, Mapping[str, Path]]:
    """With the receipts; the other offices are at work while this one is shown."""
    with ThreadPoolExecutor(1) as beside:
        sent = beside.submit(offices_at_work, in_round)
        result = issue(shown, services, terminal)
        code = judge_twice(shown, result, terminal)
        return code, hold_round(in_round, sent.result(), [(sample.now, result.mail)], terminal)


def _take_receipt(office: Office, slip: Path, terminal: Terminal) -> None:
    """The office that was shown first reads what the receiver says of its report."""
    taken = office.filling.take_return(slip)
    terminal.say(TAKES_RECEIPT.filled(agency=taken.slip.agency_name, file=slip.name))
    for told in taken.told:
        terminal.say(f"  {terminal.text(told)}")


def _make_empty(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise UserFacingError(NOT_EMPTY.filled(folder=folder))
    except OSError as error:
        raise disk_trouble(folder, error) from error


def _finalise(dossier: OpenDossier, terminal: Terminal) -> Revision:
    revision = dossier.finalise()
    terminal.say(FINALISED.filled(number=revision.number, digest=revision.content_digest))
    return revision
