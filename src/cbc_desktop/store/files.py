"""Files that are kept by their digest: the same content is kept once, and damage is noticed when it is read."""

from __future__ import annotations

from pathlib import Path

from cbc_desktop.base.atomic_file import disk_trouble, write_atomically
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.store.places import make_private_folder

MISSING = Message(
    "Không tìm thấy tệp đính kèm “{path}” trong thư mục dữ liệu. Hãy đính kèm lại tệp hoặc khôi phục từ bản sao lưu; "
    "các câu trả lời khác vẫn còn nguyên.",
    "The attached file “{path}” is missing from the data folder. Attach it again or restore a backup; "
    "all other answers are still there.",
)
DAMAGED = Message(
    "Tệp đính kèm “{path}” đã bị hỏng hoặc bị sửa. Hãy đính kèm lại tệp hoặc khôi phục từ bản sao lưu; "
    "các câu trả lời khác vẫn còn nguyên.",
    "The attached file “{path}” is damaged or was changed. Attach it again or restore a backup; "
    "all other answers are still there.",
)
_MARK = ".going"
_LENGTH = 64


class DigestFolder:
    """A private folder of files named by their SHA-256 digests."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, content: bytes) -> Digest:
        digest = Digest.of(content)
        if not self._holds(digest):
            make_private_folder(self._folder)
            write_atomically(self.path_of(digest), content)
        return digest

    def read(self, digest: Digest) -> bytes:
        """UserFacingError when the file is missing, cannot be read, or is no longer what was kept."""
        path = self.path_of(digest)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise UserFacingError(MISSING.filled(path=path)) from error
        if Digest.of(content) != digest:
            raise UserFacingError(DAMAGED.filled(path=path))
        return content

    def mark(self, digest: Digest) -> None:
        """To be removed, whatever happens meanwhile; UserFacingError when the disk says no."""
        write_atomically(self._mark_of(digest), b"")

    def marked(self) -> list[Digest]:
        """What was marked and is not settled yet."""
        marks = self._folder.glob(f".{'?' * _LENGTH}{_MARK}")
        return [Digest(mark.name[1:].removesuffix(_MARK)) for mark in marks]

    def settle(self, digest: Digest, *, needed: bool) -> None:
        """Removes what was marked, or lets it stay; UserFacingError when the disk says no."""
        path = self.path_of(digest)
        try:
            if not needed:
                path.unlink(missing_ok=True)
            self._mark_of(digest).unlink(missing_ok=True)
        except OSError as error:
            raise disk_trouble(path, error) from error

    def _mark_of(self, digest: Digest) -> Path:
        return self._folder / f".{digest}{_MARK}"

    def path_of(self, digest: Digest) -> Path:
        """Where what was kept lies; whoever reads it there must not believe that it is undamaged."""
        return self._folder / str(digest)

    def _holds(self, digest: Digest) -> bool:
        path = self.path_of(digest)
        return path.exists() and Digest.of_file(path) == digest
