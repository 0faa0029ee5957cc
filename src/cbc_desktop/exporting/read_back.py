"""Reads back what was made and compares it with the store: we never hand out what we could not read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.documents.excel.data_reading import own_data_sheets
from cbc_desktop.documents.printed_form import PrintedDossier
from cbc_desktop.dossier.revision import IssueFacts, Revision
from cbc_desktop.package.archive import read_archive
from cbc_desktop.package.report import VerificationReport
from cbc_desktop.package.verifier import PackageVerifier
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import Verdict

NOT_THE_SAME = Message(
    "Gói vừa ghi vào “{path}” đọc lại không đúng ({parts}); có thể ổ đĩa hoặc USB bị lỗi. Gói đã được bỏ đi, hồ sơ vẫn "
    "còn nguyên; hãy xuất lại vào thư mục khác.",
    "The package just written to “{path}” does not read back as it should ({parts}); the disk or USB stick may be "
    "faulty. The package was discarded and the dossier is untouched; export again into another folder.",
)


def read_back(path: Path, revision: Revision, written: Mapping[str, bytes], clock: Clock) -> VerificationReport:
    """What our verifier says of the package on the disk; UserFacingError when it differs from what was meant."""
    report = PackageVerifier(TrustAnchors.none(), clock).verify(path)
    different = [*report.failed_parts, *_different(path, written)]
    if report.verdict is Verdict.FAILED or different or _without_facts(report.revision) != _without_facts(revision):
        raise UserFacingError(NOT_THE_SAME.filled(path=path, parts=", ".join(different) or path.name))
    return report


def require_same_answers(workbook: bytes, printed: PrintedDossier) -> None:
    """Whoever reads the workbook by program gets the answers of the submissions, to the letter."""
    read = own_data_sheets(workbook, printed.title)
    if read.content_digest != printed.content_digest or read.forms != {
        form.form_id: form.data for form in printed.forms
    }:
        raise BugError("the data sheets of the workbook do not give back the answers")


def _without_facts(revision: Revision | None) -> Revision | None:
    """The facts of issue may have been given since the record was printed (decision 6)."""
    return replace(revision, facts=IssueFacts()) if revision else None


def _different(path: Path, written: Mapping[str, bytes]) -> list[str]:
    found = read_archive(path).parts
    return [name for name, content in written.items() if found.get(name) != content]
