"""Everything that is wrong in the folder of a campaign, for its owner, with file, sheet, row and column."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Finding, Severity, worst_first
from cbc_desktop.base.message import Message
from cbc_desktop.forms.campaign import Campaign, read_campaign
from cbc_desktop.forms.definition import FormDefinition
from cbc_desktop.forms.external import read_external
from cbc_desktop.forms.library import MISSING_WORKBOOK
from cbc_desktop.forms.xlsform import read_workbook

NO_SUCH_QUESTION = Message(
    "Mục “{entry}” chỉ tới câu hỏi “{path}” của biểu mẫu “{form}”, nhưng không có câu hỏi này. Hãy sửa đường dẫn.",
    "“{entry}” points to the question “{path}” of the form “{form}”, which does not exist. Correct the path.",
)
OTHER_ID = Message(
    "Biểu mẫu này tự gọi là “{found}” (form_id) nhưng tệp tên là “{form}”. Hãy đặt cho trùng nhau.",
    "This form calls itself “{found}” (form_id), but its file is named “{form}”. Make them the same.",
)


def check_campaign(folder: Path) -> list[Finding]:
    """All findings, errors first; no finding means that the campaign can be used."""
    try:
        campaign = read_campaign(folder)
    except UserFacingError as error:
        return [Finding("campaign.file", Severity.ERROR, str(folder / "campaign.toml"), error.message)]
    findings: list[Finding] = []
    forms: dict[str, FormDefinition] = {}
    for form_id in campaign.forms:
        findings.extend(_check_form(campaign, form_id, forms))
    findings.extend(_check_paths(campaign, forms))
    return worst_first(findings)


def _check_form(campaign: Campaign, form_id: str, forms: dict[str, FormDefinition]) -> Iterator[Finding]:
    workbook = campaign.folder / f"{form_id}.xlsx"
    if not workbook.is_file():
        yield Finding("campaign.form", Severity.ERROR, "campaign.toml", MISSING_WORKBOOK.filled(path=workbook))
        return
    form = read_workbook(workbook.read_bytes(), workbook.name)
    yield from form.findings
    if form.definition is None:
        return
    forms[form_id] = form.definition
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
    signatory, unit = campaign.cover.signatory, campaign.cover.drafting_unit
    pointers = (
        ("cover.signatory.name", signatory.form, signatory.name),
        ("cover.signatory.authority", signatory.form, signatory.authority),
        ("cover.signatory.position", signatory.form, signatory.position),
        ("cover.drafting_unit.path", unit.form, unit.path),
    )
    for entry, form_id, path in pointers:
        if form_id in forms:
            found = any(node.path == path for node in forms[form_id].nodes())
        else:
            found = form_id in campaign.forms
        if not found:
            message = NO_SUCH_QUESTION.filled(entry=entry, path=path, form=form_id)
            yield Finding("campaign.path", Severity.ERROR, "campaign.toml", message)
