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

    @property
    def placed(self) -> Message:
        """The sentence with its place in front."""
        return Message(f"{self.where}: {self.message.vi}", f"{self.where}: {self.message.en}")


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: finding.severity)


def has_errors(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def listed(message: Message, findings: Iterable[Finding], **facts: object) -> Message:
    """``message`` with a line for each finding, its place first, where it says ``{findings}``."""
    return message.filled(findings=Message.joined((finding.placed for finding in findings), "\n"), **facts)
