"""What an export is asked for, how its files are named, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from cbc_desktop.dossier.revision import Revision
from cbc_desktop.dossier.states import State
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.package.report import VerificationReport


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """What is about to be exported, and where to; nothing has been written yet."""

    revision: Revision
    state: State
    campaign: Campaign
    agency: Agency
    folder: Path
    trial: bool


class ExportedNames(NamedTuple):
    """The names of the files of one export, side by side in one folder."""

    document: str
    workbook: str
    package: str
    mail: str

    @classmethod
    def of(cls, name: str) -> ExportedNames:
        return cls(*(f"{name}.{suffix}" for suffix in ("pdf", "xlsx", "zip", "eml")))


@dataclass(frozen=True, slots=True)
class ExportResult:
    """The files that were written, and what our own verifier says of the package after reading it back."""

    document: Path
    workbook: Path
    package: Path
    mail: Path
    report: VerificationReport

    @classmethod
    def of(cls, folder: Path, names: ExportedNames, report: VerificationReport) -> ExportResult:
        package = folder / names.package
        return cls(
            folder / names.document,
            folder / names.workbook,
            package,
            folder / names.mail,
            replace(report, path=package),
        )
