"""The command that takes a campaign's sample through the whole work: fill, finalise, sign, pack, verify.

It sits at the same desks as everybody else; clock and identifiers are given, so that it can be repeated.
"""

from __future__ import annotations

import secrets
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
from cbc_desktop.cli.filling import BEGUN
from cbc_desktop.cli.reviewing import FINALISED
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.dossier.revision import IssueFacts, Revision
from cbc_desktop.exporting.exported import ExportResult
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.office import Office, open_catalogue, open_office
from cbc_desktop.signing.identity import load_pkcs12
from cbc_desktop.signing.signer import LocalSigner
from cbc_desktop.signing.trial import TrialFiles, make_trial_identity

NOT_EMPTY = Message(
    "Thư mục “{folder}” không trống. Hãy chọn một thư mục trống hoặc chưa có, để không ghi đè tệp nào.",
    "The folder “{folder}” is not empty. Choose an empty or a new one, so that nothing is overwritten.",
)
NO_SAMPLE = Message(
    "Đợt khảo sát “{id}” không có hồ sơ mẫu đọc được ở “{path}” ({reason}).",
    "The campaign “{id}” has no readable sample in “{path}” ({reason}).",
)
FILLED = Message("Đã nhập “{form}”: {answered} câu trả lời.", "Filled in “{form}”: {answered} answers.")
WROTE = Message("Đã ghi {path}", "Wrote {path}")
JUDGED = Message("Kiểm tra gói {how}: {verdict}", "Verifying the package {how}: {verdict}")
WITHOUT_TRUST = Message("khi chưa tin cậy nơi cấp chứng thư", "without trusting the issuer")
WITH_TRUST = Message("với chứng thư gốc thử nghiệm", "trusting the trial authority")


@dataclass(frozen=True, slots=True)
class Sample:
    """``sample/sample.toml`` of a campaign, and the folder with one JSON file a form beside it."""

    agency: str
    now: datetime
    facts: IssueFacts
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
        trial, result = _export(office, dossier, out, terminal)
        return _judge(office, result, trial, terminal)


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
        return Sample(str(content["agency"]), content["now"].astimezone(VIETNAM), facts, path.parent)
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


def _export(office: Office, dossier: OpenDossier, out: Path, terminal: Terminal) -> tuple[TrialFiles, ExportResult]:
    passphrase = secrets.token_urlsafe()
    now = office.clock.now()
    trial = make_trial_identity(out, now=now, passphrase=passphrase, agency=dossier.agency.name_vi)
    signer = LocalSigner(load_pkcs12(trial.pkcs12, passphrase, now=now))
    result = office.exporting.export(office.exporting.plan(dossier.dossier_id, out), signer, terminal.say)
    for path in (result.document, result.workbook, result.package, result.mail):
        terminal.say(WROTE.filled(path=path))
    return trial, result


def _judge(office: Office, result: ExportResult, trial: TrialFiles, terminal: Terminal) -> int:
    verdicts = []
    for how, trust in ((WITHOUT_TRUST, None), (WITH_TRUST, trial.ca_pem)):
        report = office.receiving.verify(result.package, trust)
        verdicts.append(report.verdict.value)
        terminal.say(JUDGED.filled(how=terminal.text(how), verdict=report.lines(terminal.language)[0]))
    return 0 if verdicts == ["indeterminate", "passed"] else 1
