"""The file in which one dossier goes to another computer (``.cbcd``): a database like ours, and its attached files.

Whatever comes from elsewhere is read in memory, and nothing in it is believed before it was looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.system_reasons import reason_of
from cbc_desktop.store import trouble
from cbc_desktop.store.bringing import bring
from cbc_desktop.store.database import Database, Value
from cbc_desktop.store.dossier_rows import DossierRows, read_rows
from cbc_desktop.store.files import DigestFolder
from cbc_desktop.store.forms import FormStore
from cbc_desktop.store.in_memory import blank_database, strangers_database
from cbc_desktop.store.migrations import MIGRATIONS, Migration

SUFFIX = ".cbcd"
LARGEST = 512 * 2**20
"""Bytes; a copy is held in memory. Attached files have up to 20 MB each."""
CARRIED_FILES = Migration(
    "0000_carried_files",
    "CREATE TABLE carried_file (digest TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE carried_seal (digest TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;",
)
STEPS = (CARRIED_FILES, *MIGRATIONS)
TOO_LARGE = Message(
    "“{path}” lớn hơn {megabytes} MB nên không chép được thành một tệp. Hãy chép toàn bộ dữ liệu ở trang Sao lưu; "
    "dữ liệu trên máy này không thay đổi.",
    "“{path}” is larger than {megabytes} MB and cannot be one file. Copy all data on the page of backups instead; "
    "nothing on this computer has been changed.",
)
NOT_READ = Message(
    "Không đọc được “{path}” ({reason}). Hãy kiểm tra USB hoặc thư mục rồi mở lại; "
    "dữ liệu trên máy này không thay đổi.",
    "“{path}” cannot be read ({reason}). Check the USB stick or folder and open it again; nothing on this computer has "
    "been changed.",
)


@dataclass(frozen=True, slots=True)
class WrittenCopy:
    """``missing`` are names of attached files that are not whole on this computer: the copy goes without them."""

    path: Path
    missing: tuple[str, ...]


def write_copy(database: Database, media: DigestFolder, dossier_id: str, path: Path) -> WrittenCopy:
    """Everything of one dossier in one file; UserFacingError when it is too large or the disk says no."""
    rows = read_rows(database, dossier_id)
    missing = []
    with blank_database(path, STEPS) as copy:
        bring(rows, copy, dossier_id)
        FormStore(database).hand_over(dossier_id, FormStore(copy))
        for digest, name in _files(rows).items():
            try:
                content = media.read(digest)
            except UserFacingError:
                missing.append(name)  # told at the end: the answers must not stay behind for it
            else:
                copy.execute("INSERT INTO carried_file (digest, content) VALUES (?, ?)", (str(digest), content))
        copy.execute("INSERT INTO carried_seal (digest) VALUES (?)", (seal_of(copy),))
        content = copy.content()
    if len(content) > LARGEST:
        raise UserFacingError(_too_large(path))
    write_atomically(path, content, private=False)
    return WrittenCopy(path, tuple(missing))


def read_copy(path: Path) -> Database:
    """The copy as a database in memory, its tables known to be ours; what they hold has to be looked at yet.

    UserFacingError when it cannot be read, is too large, no copy, damaged, or newer than the program.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise UserFacingError(_too_large(path))
        content = path.read_bytes()
    except OSError as error:
        raise UserFacingError(NOT_READ.filled(path=path, reason=reason_of(error))) from error
    return strangers_database(content, path, STEPS)


def require_whole(copy: Database) -> None:
    """A bit that was flipped on a stick must not become an answer; against people it proves nothing."""
    if copy.query("SELECT digest FROM carried_seal") != [(seal_of(copy),)]:
        raise UserFacingError(trouble.NO_COPY.filled(path=copy.path))


def seal_of(copy: Database) -> str:
    """A digest of all rows of all tables, whatever order they lie in."""
    tables = copy.query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
    lines = [
        f"{name}: {line}"
        for (name,) in tables
        if name != "carried_seal"
        for line in sorted(repr(tuple(map(_told, row))) for row in copy.query(f"SELECT * FROM {name}"))
    ]
    return str(Digest.of("\n".join(lines).encode()))


def _told(value: Value) -> Value:
    return str(Digest.of(value)) if isinstance(value, bytes) else value


def carried_dossier(copy: Database) -> str:
    """The identifier of the one dossier in a copy; UserFacingError when there is not exactly one."""
    found = copy.query("SELECT dossier_id FROM dossier LIMIT 2")
    if len(found) != 1:
        raise UserFacingError(trouble.NO_COPY.filled(path=copy.path))
    return str(found[0][0])


def carried_files(copy: Database) -> dict[Digest, bytes]:
    """The attached files in a copy; UserFacingError when one is not what its digest says."""
    rows = copy.query("SELECT digest, content FROM carried_file")
    files = {Digest.of(content): content for _, content in rows}
    if {str(digest) for digest in files} != {name for name, _ in rows}:
        raise UserFacingError(trouble.NO_COPY.filled(path=copy.path))
    return files


def _files(rows: DossierRows) -> dict[Digest, str]:
    """The names of all files that belong to the dossier, by digest."""
    tables = ("attachment", "submitted_attachment")
    named = (row.values for table in tables for row in rows[table])
    return {Digest(str(values["digest"])): str(values["original_name"]) for values in named}


def _too_large(path: Path) -> Message:
    return TOO_LARGE.filled(path=path, megabytes=LARGEST // 2**20)
