"""Receipts that were given for arrivals, whole and never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.digests import Digest
from cbc_desktop.store.database import Database, Row


@dataclass(frozen=True, slots=True)
class KeptReceipt:
    """``content`` and ``signature`` are the bytes that were handed out; no signature where nobody signed."""

    arrival: Digest
    at: datetime
    who: str
    outcome: str
    content: bytes = field(repr=False)
    signature: bytes = field(repr=False)


class ReceiptStore:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, arrival: Digest, outcome: str, content: bytes, signature: bytes, *, who: str) -> None:
        self._database.insert(
            "INSERT INTO receipt (arrival, at, who, outcome, content, signature) VALUES (?, ?, ?, ?, ?, ?)",
            (str(arrival), self._clock.now().isoformat(), who, outcome, content, signature),
        )

    def last_outcomes(self) -> Mapping[Digest, str]:
        """What the last receipt made of each arrival that one was given for."""
        sql = "SELECT arrival, outcome FROM receipt WHERE id IN (SELECT max(id) FROM receipt GROUP BY arrival)"
        return {Digest(arrival): outcome for arrival, outcome in self._database.query(sql)}

    def of(self, arrival: Digest) -> tuple[KeptReceipt, ...]:
        """Those given for this arrival, the oldest first."""
        sql = "SELECT at, who, outcome, content, signature FROM receipt WHERE arrival = ? ORDER BY id"

        def receipt(row: Row) -> KeptReceipt:
            at, who, outcome, content, signature = row
            return KeptReceipt(arrival, datetime.fromisoformat(at), who, outcome, content, signature)

        return tuple(self._database.read(receipt, sql, (str(arrival),)))
