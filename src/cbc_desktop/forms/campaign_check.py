"""Everything that is wrong in the folder of a campaign, for its owner, with file, sheet, row and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Finding, Severity, worst_first
from cbc_desktop.base.message import Message
from cbc_desktop.forms.agencies import AgencyRegister
from cbc_desktop.forms.agency_rows import REGISTER, read_rows
from cbc_desktop.forms.campaign import Campaign, campaign_with, read_file
from cbc_desktop.forms.campaign_entries import CAMPAIGN_FILE
from cbc_desktop.forms.catalogue import read_workbook_file
from cbc_desktop.forms.definition import FormDefinition
from cbc_desktop.forms.external import read_external
from cbc_desktop.forms.indicators import INDICATORS_FILE, Indicators, read_indicators
from cbc_desktop.forms.reading import ReadForm
from cbc_desktop.forms.workbook_places import WorkbookPlaces
from cbc_desktop.forms.xlsform import read_workbook

NO_SUCH_QUESTION = Message(
    "Mục “{entry}” chỉ tới câu hỏi “{path}” của biểu mẫu “{form}”, nhưng không có câu hỏi này. Hãy sửa đường dẫn.",
    "“{entry}” points to the question “{path}” of the form “{form}”, which does not exist. Correct the path.",
)
_POSITION = re.compile(r"\[[^]]*\]")
OTHER_ID = Message(
    "Biểu mẫu này tự gọi là “{found}” (form_id) nhưng tệp tên là “{form}”. Hãy đặt cho trùng nhau.",
    "This form calls itself “{found}” (form_id), but its file is named “{form}”. Make them the same.",
)

OVER_BEFORE_IT_BEGINS = Message(
    "Hạn gửi (deadline {deadline:%d/%m/%Y}) sớm hơn ngày lấy danh mục cơ quan (register_date {begin:%d/%m/%Y}): ai "
    "cũng trễ hạn ngay từ đầu. Hãy xem lại hai ngày này.",
    "The deadline {deadline:%Y-%m-%d} is before the register_date {begin:%Y-%m-%d}: everybody would be late from the "
    "beginning. Look at both days again.",
)


@dataclass(frozen=True, slots=True)
class CheckedCampaign:
    """All findings, errors first, and the forms that have none, by id: floors above have more to say about those.

    ``campaign`` is None where its file cannot be read; it has no agencies here.
    """

    findings: tuple[Finding, ...]
    forms: Mapping[str, FormDefinition] = field(default_factory=dict)
    places: Mapping[str, WorkbookPlaces] = field(default_factory=dict)
    """Of each of those forms in its workbook."""
    campaign: Campaign | None = None
    indicators: Indicators = field(default_factory=Indicators)


def check_campaign(folder: Path) -> CheckedCampaign:
    """Without an error the folder can be used, as far as its forms are read and not yet filled in."""
    register = _check_register(folder)
    try:
        campaign = campaign_with(AgencyRegister(()), folder)
    except UserFacingError as error:
        broken = Finding("campaign.file", Severity.ERROR, str(folder / CAMPAIGN_FILE), error.message)
        return CheckedCampaign((broken, *register))
    findings = [*register, *_check_days(campaign)]
    read: dict[str, ReadForm] = {}
    for form_id in campaign.forms:
        findings.extend(_check_form(campaign, form_id, read))
    forms = {form_id: form.definition for form_id, form in read.items() if form.definition is not None}
    findings.extend(_check_paths(campaign, forms))
    indicators = Indicators()
    try:
        indicators = read_indicators(folder)
        findings.extend(_check_questions(campaign, forms, indicators))
    except UserFacingError as error:
        findings.append(Finding("campaign.indicators", Severity.ERROR, INDICATORS_FILE, error.message))
    places = {form_id: form.places for form_id, form in read.items()}
    return CheckedCampaign(tuple(worst_first(findings)), forms, places, campaign, indicators)


def _check_register(folder: Path) -> tuple[Finding, ...]:
    try:
        return read_rows(read_file(folder, REGISTER)).findings
    except UserFacingError as error:
        return (Finding("campaign.register", Severity.ERROR, REGISTER, error.message),)


def _check_days(campaign: Campaign) -> Iterator[Finding]:
    if campaign.deadline < campaign.register_date:
        message = OVER_BEFORE_IT_BEGINS.filled(deadline=campaign.deadline, begin=campaign.register_date)
        yield Finding("campaign.days", Severity.WARNING, f"{CAMPAIGN_FILE} [deadline]", message)


def _check_form(campaign: Campaign, form_id: str, read: dict[str, ReadForm]) -> Iterator[Finding]:
    workbook = campaign.folder / f"{form_id}.xlsx"
    try:
        form = read_workbook(read_workbook_file(workbook), workbook.name)
    except UserFacingError as error:
        yield Finding("campaign.form", Severity.ERROR, CAMPAIGN_FILE, error.message)
        return
    yield from form.findings
    if form.definition is None:
        return
    read[form_id] = form
    if form.definition.id != form_id:
        message = OTHER_ID.filled(found=form.definition.id, form=form_id)
        yield Finding("campaign.form-id", Severity.ERROR, f"{workbook.name} [settings, 2, form_id]", message)
    yield from _check_external(campaign, form.definition, workbook.name)


def _check_external(campaign: Campaign, form: FormDefinition, workbook: str) -> Iterator[Finding]:
    for instance in form.instances:
        if instance.source:
            try:
                read_external(instance, campaign.folder)
            except UserFacingError as error:
                yield Finding("campaign.external", Severity.ERROR, workbook, error.message)


def _check_paths(campaign: Campaign, forms: dict[str, FormDefinition]) -> Iterator[Finding]:
    """The questions that campaign.toml points to must exist; forms with errors were reported before."""
    pointers = {
        (f"{document.id}: {entry}", place.form, place.path)
        for document in campaign.documents
        for entry, place in document.paths()
    }
    for entry, form_id, path in sorted(pointers):
        if not _is_there(campaign, forms, form_id, path):
            message = NO_SUCH_QUESTION.filled(entry=entry, path=path, form=form_id)
            yield Finding("campaign.path", Severity.ERROR, CAMPAIGN_FILE, message)


def _check_questions(campaign: Campaign, forms: dict[str, FormDefinition], indicators: Indicators) -> Iterator[Finding]:
    """Those that checks send back; a path that a query completes is judged without the positions of rows."""
    for check in indicators.checks:
        if check.question is None:
            continue
        form_id, path = check.question.form, _POSITION.sub("", check.question.path)
        if "{" not in path and not _is_there(campaign, forms, form_id, path):
            message = NO_SUCH_QUESTION.filled(entry=f"{check.id}: question", path=path, form=form_id)
            yield Finding("campaign.path", Severity.ERROR, INDICATORS_FILE, message)


def _is_there(campaign: Campaign, forms: dict[str, FormDefinition], form_id: str, path: str) -> bool:
    """Also in a form that could not be read."""
    if form_id in forms:
        return any(node.path == path for node in forms[form_id].nodes())
    return form_id in campaign.forms
