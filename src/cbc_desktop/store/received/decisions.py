"""What people decided about arrivals: when, who, why; undoing adds a row, and nothing is taken away."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.digests import Digest
from cbc_desktop.store.database import Database, Row


@dataclass(frozen=True, slots=True)
class KeptDecision:
    """``kind`` and ``values`` mean what the desk that decides makes of them; ``undone_at`` is None while it holds."""

    number: int
    at: datetime
    who: str
    kind: str
    arrival: Digest
    values: tuple[str, ...]
    why: str
    undone_at: datetime | None = None
    undone_by: str = ""


class DecisionStore:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def all(self) -> tuple[KeptDecision, ...]:
        """Also those that were undone, the oldest first."""
        return tuple(self._database.read(_decision, _DECISIONS))

    def add(self, kind: str, arrival: Digest, values: tuple[str, ...], *, who: str, why: str) -> int:
        """Its number."""
        return self._database.insert(
            "INSERT INTO decision (at, who, kind, arrival, value, why) VALUES (?, ?, ?, ?, ?, ?)",
            (self._clock.now().isoformat(), who, kind, str(arrival), json.dumps(list(values)), why),
        )

    def undo(self, number: int, *, who: str) -> None:
        """Nothing happens when it is undone already, or there is none of that number."""
        self._database.execute(
            "INSERT INTO undone (decision, at, who) SELECT id, ?2, ?3 FROM decision WHERE id = ?1 "
            "AND NOT EXISTS (SELECT 1 FROM undone WHERE decision = ?1)",
            (number, self._clock.now().isoformat(), who),
        )


_DECISIONS = (
    "SELECT decision.id, decision.at, decision.who, kind, arrival, value, why, undone.at, undone.who "
    "FROM decision LEFT JOIN undone ON undone.decision = decision.id ORDER BY decision.id"
)


def _decision(row: Row) -> KeptDecision:
    number, at, who, kind, arrival, value, why, undone_at, undone_by = row
    undone = datetime.fromisoformat(undone_at) if undone_at else None
    moment = datetime.fromisoformat(at)
    return KeptDecision(
        number, moment, who, kind, Digest(arrival), tuple(json.loads(value)), why, undone, undone_by or ""
    )
