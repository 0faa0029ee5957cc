"""What was done with dossiers and packages, when and by whom; it only grows, and answers never get into it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from cbc_desktop.base.clock import Clock
from cbc_desktop.store.database import Database, Row

FACTS_GIVEN = "facts_given"
"""The event of facts of issue that a person gave or changed, which have no other log."""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One event, such as ``exported``; ``facts`` are names, digests and places, never answers."""

    at: datetime
    who: str
    event: str
    dossier_id: str
    facts: Mapping[str, str]


class Journal:
    """Writes the journal and reads it back; part of the transaction around it, so that both happen or neither."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def record(self, event: str, who: str, dossier_id: str = "", facts: Mapping[str, str] | None = None) -> None:
        """``dossier_id`` is "" for what concerns no dossier of this computer."""
        self._database.execute(
            "INSERT INTO journal (at, who, event, dossier_id, facts) VALUES (?, ?, ?, ?, ?)",
            (
                self._clock.now().isoformat(),
                who,
                event,
                dossier_id,
                json.dumps(dict(facts or {}), ensure_ascii=False, sort_keys=True),
            ),
        )

    def entries(self) -> tuple[JournalEntry, ...]:
        """Everything, the oldest first."""
        return tuple(self._database.read(_entry, f"{_ENTRIES} ORDER BY id"))

    def of(self, dossier_id: str) -> tuple[JournalEntry, ...]:
        return tuple(self._database.read(_entry, f"{_ENTRIES} WHERE dossier_id = ? ORDER BY id", (dossier_id,)))


_ENTRIES = "SELECT at, who, event, dossier_id, facts FROM journal"


def _entry(row: Row) -> JournalEntry:
    at, who, event, dossier_id, facts = row
    told = json.loads(facts)
    if not isinstance(told, dict):
        raise ValueError("facts have names")
    return JournalEntry(datetime.fromisoformat(at), who, event, dossier_id, told)
