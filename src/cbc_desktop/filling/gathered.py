"""What filled-in workbooks bring: answers that nobody contradicts, and what a person has to decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cbc_desktop.base.findings import Finding
from cbc_desktop.base.message import Message
from cbc_desktop.engine.address import Address, RowId

FILE_REFUSED = "file-refused"
"""The code of a finding about a file of which nothing is taken."""
Names = tuple[str, ...]
"""Of files."""


@dataclass(frozen=True, slots=True)
class Version:
    """One of several answers to a question: as it is kept, as it is read, and the files that say so; () is ours."""

    lexical: str
    text: str
    files: Names


@dataclass(frozen=True, slots=True)
class Conflict:
    """Different answers to one question since the workbooks went out; ``versions[0]`` is ours."""

    address: Address
    where: Message
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class ComingRow:
    """A row that somebody added; ``texts`` by the path of their question; ``file`` is where it stands."""

    repeat: Address
    texts: Mapping[str, str]
    file: str


@dataclass(frozen=True, slots=True)
class LeavingRow:
    """A row that went out and is no longer in these files."""

    row: RowId
    where: Message
    files: Names


@dataclass(frozen=True, slots=True)
class Gathering:
    """``answers`` are in lexical form. ``findings`` say what could not be read, was left out or put right."""

    form_id: str
    answers: Mapping[Address, str]
    conflicts: tuple[Conflict, ...]
    coming: tuple[ComingRow, ...]
    leaving: tuple[LeavingRow, ...]
    findings: tuple[Finding, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.answers or self.conflicts or self.coming or self.leaving)

    @property
    def refuses_a_file(self) -> bool:
        return any(finding.code == FILE_REFUSED for finding in self.findings)
