"""Certificates that this office trusts: each with its group, since when, by whom and why; none is forgotten."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.digests import Digest
from cbc_desktop.store.database import Database, Row
from cbc_desktop.store.sqlite_errors import believed_rows


@dataclass(frozen=True, slots=True)
class KeptAnchor:
    """``der`` is the certificate; ``removed_at`` and ``removed_by`` are empty while it is trusted."""

    der: bytes = field(repr=False)
    group: str
    since: datetime
    who: str
    why: str
    removed_at: datetime | None = None
    removed_by: str = ""

    @property
    def fingerprint(self) -> Digest:
        """SHA-256 over the certificate, as browsers and openssl show it."""
        return Digest.of(self.der)


class AnchorStore:
    """What is removed stays in the file, so that it can be said what was trusted when."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def all(self) -> tuple[KeptAnchor, ...]:
        """Those that are trusted, the oldest first."""
        return tuple(anchor for anchor in self.ever() if anchor.removed_at is None)

    def ever(self) -> tuple[KeptAnchor, ...]:
        """Also those that were removed."""
        return tuple(self._database.read(_anchor, f"{_ANCHORS} ORDER BY id"))

    def add(self, der: bytes, group: str, *, who: str, why: str) -> None:
        """Nothing happens when the certificate is trusted already."""
        if any(anchor.der == der for anchor in self.all()):
            return
        self._database.insert(
            "INSERT INTO trust_anchor (der, anchor_group, since, who, why) VALUES (?, ?, ?, ?, ?)",
            (der, group, self._clock.now().isoformat(), who, why),
        )

    def remove(self, der: bytes, *, who: str) -> None:
        """Nothing happens when it is not trusted."""
        self._database.execute(
            "UPDATE trust_anchor SET removed_at = ?, removed_by = ? WHERE der = ? AND removed_at IS NULL",
            (self._clock.now().isoformat(), who, der),
        )


def look_at_anchors(path: Path) -> tuple[KeptAnchor, ...]:
    """Those that the office with the database at ``path`` trusts, also while somebody has it open.

    None when there is no office, or one that has not been opened since anchors are kept; UserFacingError when the file
    cannot be read.
    """
    rows = Database.look(path, "trust_anchor", f"{_ANCHORS} WHERE removed_at IS NULL ORDER BY id")
    with believed_rows(path):
        return tuple(map(_anchor, rows))


_ANCHORS = "SELECT der, anchor_group, since, who, why, removed_at, removed_by FROM trust_anchor"


def _anchor(row: Row) -> KeptAnchor:
    der, group, since, who, why, removed_at, removed_by = row
    removed = datetime.fromisoformat(removed_at) if removed_at else None
    return KeptAnchor(der, group, datetime.fromisoformat(since), who, why, removed, removed_by)
