"""What an export is asked for, how its files are named, and what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from cbc_desktop.base.findings import Finding, Severity
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import ascii_name
from cbc_desktop.dossier.partial import limited_to
from cbc_desktop.dossier.revision import IssueFacts, Revision
from cbc_desktop.dossier.states import State
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.forms.campaign_documents import DocumentDef
from cbc_desktop.package.report import VerificationReport

NO_SYMBOL = Message(
    "Chưa có ký hiệu văn bản (ví dụ UBND-VX); văn bản chỉ ghi ký hiệu chung của cơ quan.",
    "There is no symbol of the document yet (such as UBND-VX); it will show the agency's general symbol only.",
)
NO_PLACE = Message(
    "Chưa có địa danh; dòng ngày, tháng của văn bản sẽ để trống chỗ này.",
    "There is no place of issue yet; the document's date line leaves it blank.",
)

ONLY_A_PART = Message(
    "Văn bản này chỉ mang một phần số liệu đã chốt; biểu mẫu còn lại không đi theo gói.",
    "This document carries only a part of the finalised answers; the other form does not go with the package.",
)


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """What is about to be exported, and where to; nothing has been written yet.

    ``revision`` is the dossier's; ``document`` one of ``documents``, as which it can leave the house.
    """

    revision: Revision
    state: State
    campaign: Campaign
    agency: Agency
    folder: Path
    trial: bool
    documents: tuple[DocumentDef, ...]
    document: DocumentDef
    replaced: IssueFacts | None = None
    """The issued document in whose place it comes."""

    @property
    def shown(self) -> Revision:
        """The part of the revision that the document holds and embeds."""
        return limited_to(self.revision, self.document.forms)

    @property
    def name(self) -> str:
        """Of the files, ASCII: ``khao-sat-2030-so-noi-vu-tinh-mau-lan-1``, and the document where others are usual."""
        which = "" if self.document is self.documents[0] else self.document.id
        words = (self.revision.identity.campaign_id, self.agency.name_vi, "lan", str(self.revision.number), which)
        return ascii_name(" ".join(words)).lower()

    def as_document(self, document_id: str) -> ExportPlan:
        """The same answers as this document, if they make it; else as they are."""
        found = (replace(self, document=one) for one in self.documents if one.id == document_id)
        return next(found, self)

    def findings(self) -> list[Finding]:
        """What the document will lack, for the person to decide before it is signed."""
        facts = self.revision.facts
        whole = {form.form_id for form in self.revision.forms} <= set(self.document.forms)
        lacking = (
            ("facts.symbol", facts.symbol, NO_SYMBOL),
            ("facts.place", facts.place, NO_PLACE),
            ("document.forms", whole, ONLY_A_PART),
        )
        return [Finding(code, Severity.WARNING, code, message) for code, value, message in lacking if not value]


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
class ExportedFiles:
    """The four files of an earlier export; a person may have moved or deleted them since."""

    document: Path
    workbook: Path
    package: Path
    mail: Path
    at: datetime
    here: bool = True
    """False for what was packed on another computer."""

    @classmethod
    def of(cls, folder: Path, package: str, at: datetime) -> ExportedFiles:
        document, workbook, package_file, mail = (
            folder / name for name in ExportedNames.of(package.removesuffix(".zip"))
        )
        return cls(document, workbook, package_file, mail, at)


@dataclass(frozen=True, slots=True)
class ExportResult:
    """The files that were written, and what our own verifier says of the package after reading it back."""

    document: Path
    workbook: Path
    package: Path
    mail: Path
    report: VerificationReport
    set_aside: tuple[Path, ...]
    """Where files of an earlier export went that had the same names."""

    @classmethod
    def of(
        cls, folder: Path, names: ExportedNames, report: VerificationReport, set_aside: Sequence[Path]
    ) -> ExportResult:
        package = folder / names.package
        return cls(
            folder / names.document,
            folder / names.workbook,
            package,
            folder / names.mail,
            replace(report, path=package),
            tuple(set_aside),
        )
