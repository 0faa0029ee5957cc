"""The stores of one receiving office together, over a database and a folder that are made when they are needed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cbc_desktop.base.atomic_file import remove_unfinished
from cbc_desktop.base.clock import Clock
from cbc_desktop.store.database import Database
from cbc_desktop.store.files import DigestFolder
from cbc_desktop.store.lost import require_not_lost
from cbc_desktop.store.received.addresses import AddressStore
from cbc_desktop.store.received.arrivals import ArrivalStore
from cbc_desktop.store.received.decisions import DecisionStore
from cbc_desktop.store.received.judgements import JudgementStore
from cbc_desktop.store.received.migrations import RECEIVED_MIGRATIONS
from cbc_desktop.store.received.receipts import ReceiptStore

DATABASE = "received.sqlite3"
FILES = "received"


@dataclass(frozen=True, slots=True)
class ReceivedStore:
    """``files`` has what arrived, unchanged."""

    database: Database
    arrivals: ArrivalStore
    decisions: DecisionStore
    receipts: ReceiptStore
    judgements: JudgementStore
    addresses: AddressStore
    files: DigestFolder

    @classmethod
    def open(cls, home: Path, clock: Clock) -> ReceivedStore:
        """UserFacingError as `Database.open`, and where the database is gone."""
        require_not_lost(home / DATABASE)
        database = Database.open(home / DATABASE, migrations=RECEIVED_MIGRATIONS)
        remove_unfinished(home / FILES)
        return cls(
            database,
            ArrivalStore(database),
            DecisionStore(database, clock),
            ReceiptStore(database, clock),
            JudgementStore(database, clock),
            AddressStore(database, clock),
            DigestFolder(home / FILES),
        )


class ReceivedDoor:
    """Opens the stores when they are first asked for: an office that only sends never has the files."""

    def __init__(self, home: Path, clock: Clock) -> None:
        self._home, self._clock = home, clock
        self._store: ReceivedStore | None = None

    @property
    def anything(self) -> bool:
        """Whether something may have been received here: the files are there."""
        return (self._home / DATABASE).exists()

    def store(self) -> ReceivedStore:
        """UserFacingError as `ReceivedStore.open`."""
        if self._store is None:
            self._store = ReceivedStore.open(self._home, self._clock)
        return self._store

    def close(self) -> None:
        if self._store is not None:
            self._store.database.close()
            self._store = None
