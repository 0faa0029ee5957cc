"""The command that takes a campaign's sample through the whole work: fill, finalise, issue, verify.

It sits at the same desks as everybody else; clock and identifiers are given, so that it can be repeated.
"""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from cbc_desktop.base.atomic_file import disk_trouble
from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.base.message import Message
from cbc_desktop.cli.demo_issuing import Demonstration, issue_and_judge
from cbc_desktop.cli.reviewing import FINALISED
from cbc_desktop.cli.sample_dossier import fill_sample, sample_of
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.office import open_catalogue, open_office

NOT_EMPTY = Message(
    "Thư mục “{folder}” không trống. Hãy chọn một thư mục trống hoặc chưa có, để không ghi đè tệp nào.",
    "The folder “{folder}” is not empty. Choose an empty or a new one, so that nothing is overwritten.",
)


def demo(arguments: Namespace, terminal: Terminal) -> int:
    """0 when the package passes with the trial authority trusted, and is indeterminate without it."""
    out: Path = arguments.out
    catalogue = open_catalogue(out / "home", arguments.campaigns)
    campaign = catalogue.campaign(arguments.campaign) if arguments.campaign else catalogue.campaigns()[0]
    sample = sample_of(campaign)
    _make_empty(out)
    clock = FixedClock(sample.now)
    with open_office(
        out / "home", clock=clock, identifiers=SeededIdentifiers(), campaigns=arguments.campaigns, who="demo"
    ) as office:
        dossier = fill_sample(office, campaign, sample, terminal)
        _finalise(dossier, terminal)
        return issue_and_judge(Demonstration(office, dossier, out, sample.number, sample.folder), terminal)


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
