"""Which services on the network a person switched on for this office: the same for the window and the commands."""

from __future__ import annotations

from cbc_desktop.store.database import Database

TIMESTAMPS = "timestamps"
"""The address of a time stamping service."""
STATUS = "status"
"""Whether certificates' status is asked for: "yes", or nothing."""


class ServiceStore:
    """What nobody set is off."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def value(self, name: str) -> str:
        row = self._database.first("SELECT value FROM service WHERE name = ?", (name,))
        return str(row[0]) if row else ""

    def keep(self, name: str, value: str) -> None:
        self._database.execute(
            "INSERT INTO service (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, value),
        )
