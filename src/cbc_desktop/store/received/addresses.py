"""E-mail addresses of agencies that people of this office entered: replaced and removed, for they are contact data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cbc_desktop.base.clock import Clock
from cbc_desktop.store.database import Database

_KEEP = (
    "INSERT INTO agency_address (agency, address, at, who) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (agency) DO UPDATE SET address = excluded.address, at = excluded.at, who = excluded.who"
)


class AddressStore:
    """By the keys of agencies, for every campaign that asks them."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def all(self) -> Mapping[str, str]:
        return dict(self._database.query("SELECT agency, address FROM agency_address"))

    def keep(self, addresses: Mapping[str, str], *, who: str) -> None:
        """In the place of those that were there; "" for none."""
        at = self._clock.now().isoformat()
        with self._database.atomic():
            self._remove(agency for agency, address in addresses.items() if not address)
            rows = ((agency, address, at, who) for agency, address in addresses.items() if address)
            self._database.execute_many(_KEEP, rows)

    def _remove(self, agencies: Iterable[str]) -> None:
        self._database.execute_many("DELETE FROM agency_address WHERE agency = ?", ((agency,) for agency in agencies))
