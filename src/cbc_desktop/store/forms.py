"""The forms that dossiers were filled in with, each version once: a dossier opens in its own, whatever is installed."""

from __future__ import annotations

from collections.abc import Iterable

from cbc_desktop.base.digests import Digest
from cbc_desktop.forms.form_source import FormSource
from cbc_desktop.store.database import Database


class FormStore:
    """Forms by the digest of their XForm XML; what was kept once is never changed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def holds(self, digest: Digest) -> bool:
        return self._database.first("SELECT 1 FROM form WHERE digest = ?", (str(digest),)) is not None

    def keep(self, source: FormSource) -> None:
        """Once is enough."""
        digest = str(source.digest)
        with self._database.atomic():
            self._database.execute("INSERT OR IGNORE INTO form (digest, xform) VALUES (?, ?)", (digest, source.xform))
            self._database.execute_many(
                "INSERT OR IGNORE INTO form_file (digest, instance, content) VALUES (?, ?, ?)",
                ((digest, name, content) for name, content in source.files.items()),
            )

    def get(self, digest: Digest) -> FormSource | None:
        """None when it is not kept, or is not what it was."""
        row = self._database.first("SELECT xform FROM form WHERE digest = ?", (str(digest),))
        files = self._database.query("SELECT instance, content FROM form_file WHERE digest = ?", (str(digest),))
        if row is None or not isinstance(row[0], bytes):
            return None
        source = FormSource(row[0], {str(name): bytes(content) for name, content in files})
        return source if source.digest == digest else None

    def used_by(self, dossier_id: str) -> Iterable[Digest]:
        """Those of the draft, and of every revision that was finalised."""
        rows = self._database.query(
            "SELECT form_digest FROM instance JOIN dossier ON dossier.id = instance.dossier WHERE dossier_id = ? "
            "UNION SELECT form_digest FROM submission JOIN revision ON revision.id = submission.revision "
            "JOIN dossier ON dossier.id = revision.dossier WHERE dossier_id = ?",
            (dossier_id, dossier_id),
        )
        return tuple(Digest(digest) for (digest,) in rows)

    def hand_over(self, dossier_id: str, other: FormStore) -> None:
        """The forms of a dossier are kept in another database too."""
        for source in filter(None, map(self.get, self.used_by(dossier_id))):
            other.keep(source)
