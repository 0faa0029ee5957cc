"""The command that takes a campaign's sample through the whole work: fill, finalise, issue, verify.

It sits at the same desks as everybody else; clock and identifiers are given, so that it can be repeated.
"""

from __future__ import annotations

import tomllib
from argparse import Namespace
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cbc_desktop.base.atomic_file import disk_trouble
from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.base.message import Message
from cbc_desktop.cli.demo_issuing import Demonstration, issue_and_judge
from cbc_desktop.cli.filling import BEGUN
from cbc_desktop.cli.reviewing import FINALISED
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.dossier.revision import IssueFacts, Revision
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.office import Office, open_catalogue, open_office

NOT_EMPTY = Message(
    "Thư mục “{folder}” không trống. Hãy chọn một thư mục trống hoặc chưa có, để không ghi đè tệp nào.",
    "The folder “{folder}” is not empty. Choose an empty or a new one, so that nothing is overwritten.",
)
NO_SAMPLE = Message(
    "Đợt khảo sát “{id}” không có hồ sơ mẫu đọc được ở “{path}” ({reason}).",
    "The campaign “{id}” has no readable sample in “{path}” ({reason}).",
)
FILLED = Message("Đã nhập “{form}”: {answered} câu trả lời.", "Filled in “{form}”: {answered} answers.")


@dataclass(frozen=True, slots=True)
class Sample:
    """``sample/sample.toml`` of a campaign, and the folder with one JSON file a form beside it."""

    agency: str
    now: datetime
    facts: IssueFacts
    number: str
    folder: Path


def demo(arguments: Namespace, terminal: Terminal) -> int:
    """0 when the package passes with the trial authority trusted, and is indeterminate without it."""
    out: Path = arguments.out
    catalogue = open_catalogue(out / "home", arguments.campaigns)
    campaign = catalogue.campaign(arguments.campaign) if arguments.campaign else catalogue.campaigns()[0]
    sample = _sample(campaign)
    _make_empty(out)
    clock = FixedClock(sample.now)
    with open_office(
        out / "home", clock=clock, identifiers=SeededIdentifiers(), campaigns=arguments.campaigns, who="demo"
    ) as office:
        dossier = _fill(office, campaign, sample, terminal)
        _finalise(dossier, terminal)
        return issue_and_judge(Demonstration(office, dossier, out, sample.number, sample.folder), terminal)


def _make_empty(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise UserFacingError(NOT_EMPTY.filled(folder=folder))
    except OSError as error:
        raise disk_trouble(folder, error) from error


def _sample(campaign: Campaign) -> Sample:
    path = campaign.folder / "sample" / "sample.toml"
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        facts = IssueFacts(symbol=content["facts"]["symbol"], place=content["facts"]["place"])
        moment = content["now"].astimezone(VIETNAM)
        return Sample(str(content["agency"]), moment, facts, str(content["number"]), path.parent)
    except (OSError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise UserFacingError(NO_SAMPLE.filled(id=campaign.id, path=path, reason=error)) from error


def _fill(office: Office, campaign: Campaign, sample: Sample, terminal: Terminal) -> OpenDossier:
    dossier = office.filling.begin(campaign.id, sample.agency, trial=True)
    terminal.say(BEGUN.filled(id=dossier.dossier_id, agency=dossier.agency.name_vi))
    dossier.set_facts(sample.facts)
    for form_id in campaign.forms:
        fill_form(dossier, form_id, read_prepared(sample.folder / f"{form_id}.json"))
        terminal.say(FILLED.filled(form=form_id, answered=dossier.review([form_id]).answered))
    return dossier


def _finalise(dossier: OpenDossier, terminal: Terminal) -> Revision:
    revision = dossier.finalise()
    terminal.say(FINALISED.filled(number=revision.number, digest=revision.content_digest))
    return revision
