"""Facts about somebody's form, answers or package: collected, sorted and shown, never raised."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from cbc_desktop.base.message import Message


class Severity(IntEnum):
    """How much a finding weighs; the worst comes first."""

    ERROR = 0
    WARNING = 1
    NOTE = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact: a stable code for machines, the place, and a sentence for people."""

    code: str
    severity: Severity
    where: str
    message: Message


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: finding.severity)


def has_errors(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def listed(message: Message, findings: Iterable[Finding], **facts: object) -> Message:
    """``message`` with a line for each finding, its place first, where it says ``{findings}``."""
    places = list(findings)
    return Message(
        message.vi.format(findings="\n".join(f"{f.where}: {f.message.vi}" for f in places), **facts),
        message.en.format(findings="\n".join(f"{f.where}: {f.message.en}" for f in places), **facts),
    )
