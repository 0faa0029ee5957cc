"""The command for a form's owner: is this campaign folder in order, and if not, where in which workbook?"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Finding, Severity, has_errors, worst_first
from cbc_desktop.base.message import Message
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.engine.dependencies import dependency_graph
from cbc_desktop.forms import campaign_check
from cbc_desktop.forms.campaign_check import CheckedCampaign

MARKS = {
    Severity.ERROR: Message("LỖI", "ERROR"),
    Severity.WARNING: Message("LƯU Ý", "WARNING"),
    Severity.NOTE: Message("GHI NHẬN", "NOTE"),
}
IN_ORDER = Message("Thư mục của đợt khảo sát không có lỗi.", "The campaign's folder has no errors.")


def check_campaign(arguments: Namespace, terminal: Terminal) -> int:
    """0 without errors, else 1; warnings are printed in both cases."""
    findings = _findings(arguments.folder)
    if arguments.json:
        terminal.as_json(
            [
                {
                    "code": f.code,
                    "severity": f.severity.name.lower(),
                    "where": f.where,
                    "vi": f.message.vi,
                    "en": f.message.en,
                }
                for f in findings
            ]
        )
    else:
        for finding in findings:
            terminal.say(f"{terminal.text(MARKS[finding.severity])} {finding.where}: {terminal.text(finding.message)}")
        if not has_errors(findings):
            terminal.say(IN_ORDER)
    return 1 if has_errors(findings) else 0


def _findings(folder: Path) -> list[Finding]:
    checked = campaign_check.check_campaign(folder)
    return worst_first([*checked.findings, *_refused_by_the_engine(checked)])


def _refused_by_the_engine(checked: CheckedCampaign) -> Iterator[Finding]:
    """A form may be well written and still impossible to fill in: formulas in a circle."""
    for form_id, definition in checked.forms.items():
        try:
            dependency_graph(definition)
        except UserFacingError as error:
            yield Finding("form.circle", Severity.ERROR, f"{form_id}.xlsx", error.message)
