"""Commands for a form's owner: is this form, or this campaign folder, in order, and if not, where in which workbook?"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from cbc_desktop.base.findings import Finding, Severity, has_errors, worst_first
from cbc_desktop.base.message import Message
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.forms import campaign_check
from cbc_desktop.forms.campaign_check import CheckedCampaign
from cbc_desktop.workbench import checking

MARKS = {
    Severity.ERROR: Message("LỖI", "ERROR"),
    Severity.WARNING: Message("LƯU Ý", "WARNING"),
    Severity.NOTE: Message("GHI NHẬN", "NOTE"),
}
FORM_IN_ORDER = Message(
    "Biểu mẫu “{title}” không có lỗi. Các loại câu hỏi:", "The form “{title}” has no errors. Its questions:"
)
IN_ORDER = Message("Thư mục của đợt khảo sát không có lỗi.", "The campaign's folder has no errors.")


def check_campaign(arguments: Namespace, terminal: Terminal) -> int:
    """0 without errors, else 1; warnings are printed in both cases."""
    findings = _findings(arguments.folder)
    if arguments.json:
        terminal.as_json(_as_json(findings))
    else:
        _tell(findings, IN_ORDER, terminal)
    return 1 if has_errors(findings) else 0


def check_form(arguments: Namespace, terminal: Terminal) -> int:
    """0 without errors, else 1; tells which kinds of questions the form asks."""
    checked = checking.check_form(arguments.form)
    if arguments.json:
        told = {"title": checked.title, "languages": checked.languages, "questions": dict(checked.kinds)}
        terminal.as_json({**told, "findings": _as_json(checked.findings)})
        return 1 if has_errors(checked.findings) else 0
    _tell(checked.findings, FORM_IN_ORDER.filled(title=checked.title), terminal)
    for kind, count in checked.kinds:
        terminal.say(f"{count:5} {kind}")
    return 1 if has_errors(checked.findings) else 0


def _as_json(findings: Sequence[Finding]) -> list[dict[str, str]]:
    return [
        {"code": f.code, "severity": f.severity.name.lower(), "where": f.where, "vi": f.message.vi, "en": f.message.en}
        for f in findings
    ]


def _tell(findings: Sequence[Finding], in_order: Message, terminal: Terminal) -> None:
    for finding in findings:
        terminal.say(f"{terminal.text(MARKS[finding.severity])} {finding.where}: {terminal.text(finding.message)}")
    if not has_errors(findings):
        terminal.say(in_order)


def _findings(folder: Path) -> list[Finding]:
    checked = campaign_check.check_campaign(folder)
    return worst_first([*checked.findings, *_seen_above(checked)])


def _seen_above(checked: CheckedCampaign) -> Iterator[Finding]:
    seen = [
        finding
        for form_id, definition in checked.forms.items()
        for finding in checking.seen_by_the_engine(definition, f"{form_id}.xlsx", checked.places[form_id])
    ]
    yield from seen
    if not has_errors(seen):
        yield from checking.refused_by_the_tables(checked)
