"""The sample that a campaign ships: whose answers they are, when, and the dossier that is filled in with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.nested_text import parsed_toml
from cbc_desktop.base.system_reasons import reason_of
from cbc_desktop.cli.filling import BEGUN
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.office import Office

NO_SAMPLE = Message(
    "Đợt khảo sát “{id}” không có hồ sơ mẫu đọc được ở “{path}” ({reason}). Hãy chọn đợt khác bằng --campaign (lệnh "
    "campaigns liệt kê các đợt), hoặc bổ sung tệp này.",
    "The campaign “{id}” has no readable sample in “{path}” ({reason}). Choose another one with --campaign (the "
    "command campaigns lists them), or add this file.",
)
WRONG_ENTRY = Message("một mục bị thiếu hoặc sai kiểu", "an entry is missing or of the wrong kind")
FILLED = Message("Đã nhập “{form}”: {answered} câu trả lời.", "Filled in “{form}”: {answered} answers.")


@dataclass(frozen=True, slots=True)
class Sample:
    """``sample/sample.toml`` of a campaign, and the folder with one JSON file a form beside it."""

    agency: str
    now: datetime
    facts: IssueFacts
    number: str
    folder: Path


def sample_of(campaign: Campaign) -> Sample:
    """UserFacingError when the campaign ships none that can be read."""
    path = campaign.folder / "sample" / "sample.toml"
    try:
        content = parsed_toml(path.read_text(encoding="utf-8"))
        facts = IssueFacts(symbol=content["facts"]["symbol"], place=content["facts"]["place"])
        moment = content["now"].astimezone(VIETNAM)
        return Sample(str(content["agency"]), moment, facts, str(content["number"]), path.parent)
    except (OSError, KeyError, ValueError, TypeError, AttributeError) as error:
        reason = reason_of(error) if isinstance(error, OSError | UnicodeError) else WRONG_ENTRY
        raise UserFacingError(NO_SAMPLE.filled(id=campaign.id, path=path, reason=reason)) from error


def fill_sample(office: Office, campaign: Campaign, sample: Sample, terminal: Terminal) -> OpenDossier:
    """A new dossier for practice, with the answers of every form."""
    dossier = office.filling.begin(campaign.id, sample.agency, trial=True)
    terminal.say(BEGUN.filled(id=dossier.dossier_id, agency=dossier.agency.name_vi))
    dossier.set_facts(sample.facts)
    for form_id in campaign.forms:
        fill_form(dossier, form_id, read_prepared(sample.folder / f"{form_id}.json"))
        terminal.say(FILLED.filled(form=form_id, answered=dossier.review([form_id]).answered))
    return dossier
