"""The way of a package to its receiver: words for an e-mail, copies on a stick; nothing is ever sent by the program."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cbc_desktop.base.atomic_file import disk_trouble, write_atomically
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Finding, Severity
from cbc_desktop.base.message import Message
from cbc_desktop.exporting.desk import ExportingDesk
from cbc_desktop.exporting.exported import ExportedFiles
from cbc_desktop.exporting.lacking import told_lacking
from cbc_desktop.exporting.mail_words import MailWords, mail_words
from cbc_desktop.exporting.steps import COPIED_OUT, MAIL_OPENED
from cbc_desktop.exporting.taking_back import is_trial
from cbc_desktop.package.archive import read_file

MAIL_LIMIT = 25 * 1024**2
"""Bytes of a whole message that most mail servers still take; in a message files grow by a third (RFC 2045, 6.8)."""
_GROWTH = 4 / 3

NOT_EXPORTED = Message(
    "Hồ sơ chưa được đóng gói nên chưa có gì để gửi. Hãy đóng gói trước.",
    "The dossier has not been packed, so there is nothing to send yet. Pack it first.",
)
PACKED_ELSEWHERE = Message(
    "Gói được lập trên máy khác nên các tệp không có ở máy này. Hãy gửi từ máy đó, hoặc đóng gói lại ở đây.",
    "The package was made on another computer, so its files are not on this one. Send it from there, or pack it again "
    "here.",
)
CHANGED_SINCE = Message(
    "“{name}” không còn như khi được lập: tệp đã bị sửa hoặc thay. Chưa chép gì; hãy đóng gói lại.",
    "“{name}” is not as it was made: it was changed or replaced. Nothing was copied; pack it again.",
)
NOT_THE_SAME = Message(
    "“{path}” đọc lại không giống tệp gốc: USB hoặc ổ đĩa có thể bị hỏng. Bản chép đã được bỏ; hãy dùng USB khác.",
    "“{path}” does not read back as the original: the stick or disk may be faulty. The copy was removed; use another "
    "stick.",
)
TOO_LARGE_FOR_MAIL = Message(
    "Thư kèm gói sẽ nặng khoảng {size} MB; nhiều hộp thư chỉ nhận đến {limit} MB. Nên chép vào USB hoặc gửi qua hệ "
    "thống văn bản.",
    "With the package the e-mail will have about {size} MB; many mailboxes take {limit} MB at most. Better copy it to "
    "a USB stick, or send it by the document system.",
)


@dataclass(frozen=True, slots=True)
class CopiedOut:
    """``set_aside``: where other files of the same names went."""

    copies: tuple[Path, ...]
    set_aside: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class HandingOff:
    """Over the last export of a dossier's latest revision; what was done with it stands in the journal."""

    exporting: ExportingDesk

    def words(self, dossier_id: str) -> MailWords:
        """For a mail program that does not open the draft: to be pasted."""
        files = self._files(dossier_id)
        plan = self.exporting.plan(dossier_id, files.package.parent)
        return mail_words(plan, files.package.name, trial=is_trial(read_file(files.document)))

    def findings(self, dossier_id: str) -> list[Finding]:
        """What to think of before the package is sent."""
        package = self._files(dossier_id).package
        return [*self._lacking(dossier_id, package), *_too_large(package)]

    def _lacking(self, dossier_id: str, package: Path) -> Iterator[Finding]:
        if lacking := self.exporting.last_lacking(dossier_id):
            yield Finding("package.lacking", Severity.WARNING, package.name, told_lacking(lacking))

    def copy_out(self, dossier_id: str, folder: Path) -> CopiedOut:
        """Document, workbook and package on a stick, each read back from it and compared.

        What lies there under the same names and differs is kept under another. Raises UserFacingError when the
        package is no longer as it was made, or the stick is full or faulty.
        """
        files = self._files(dossier_id)
        contents = {path.name: read_file(path) for path in (files.package, files.document, files.workbook)}
        digest = self.exporting.last_digest(dossier_id)
        if str(Digest.of(contents[files.package.name])) != digest:
            raise UserFacingError(CHANGED_SINCE.filled(name=files.package.name))
        with self.exporting.stages.staged(folder) as stage:
            for name, content in contents.items():
                if not _is_there(folder / name, content):
                    _copy(stage.folder / name, content)
        self._record(dossier_id, COPIED_OUT, {"folder": str(folder), "digest": digest})
        return CopiedOut(tuple(folder / name for name in contents), tuple(stage.set_aside))

    def opened_mail(self, dossier_id: str) -> None:
        """Records that the draft was opened in a mail program; whether it was sent only a receipt tells."""
        self._record(dossier_id, MAIL_OPENED, {"package": self._files(dossier_id).package.name})

    def _files(self, dossier_id: str) -> ExportedFiles:
        files = self.exporting.last_export(dossier_id)
        if files is None:
            raise UserFacingError(NOT_EXPORTED)
        if not files.here:
            raise UserFacingError(PACKED_ELSEWHERE)
        return files

    def _record(self, dossier_id: str, event: str, facts: dict[str, str]) -> None:
        with self.exporting.database.atomic():
            self.exporting.store.journal.record(event, self.exporting.who, dossier_id, facts)


def _too_large(package: Path) -> Iterator[Finding]:
    size = package.stat().st_size * _GROWTH if package.is_file() else 0
    if size > MAIL_LIMIT:
        message = TOO_LARGE_FOR_MAIL.filled(size=round(size / 1024**2), limit=MAIL_LIMIT // 1024**2)
        yield Finding("mail.too-large", Severity.WARNING, package.name, message)


def _is_there(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content) and _read_from_disk(path) == content


def _copy(path: Path, content: bytes) -> None:
    write_atomically(path, content, private=False)
    if _read_from_disk(path) != content:
        raise UserFacingError(NOT_THE_SAME.filled(path=path.name))


def _read_from_disk(path: Path) -> bytes:
    """Not from the system's memory, where the system can be asked for that."""
    try:
        with path.open("rb") as file:
            if hasattr(os, "posix_fadvise"):
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
            return file.read()
    except OSError as error:
        raise disk_trouble(path, error) from error
