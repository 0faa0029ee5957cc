"""Those who were asked, with the groups to which each belongs; and counting them, however many, in little room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cbc_desktop.forms.indicators import GROUPED_BY
from cbc_desktop.receiving.consolidating.figures import EVERYBODY, Group
from cbc_desktop.store.tables_file import AskedTables


class AskedAgencies:
    """In the order of the register."""

    def __init__(self, asked: AskedTables) -> None:
        columns = ", ".join(GROUPED_BY)
        together: dict[tuple[str, ...], tuple[Group, ...]] = {}
        self._numbers: dict[str, int] = {}
        self._groups: list[tuple[Group, ...]] = []
        for key, *values in asked.rows(f"SELECT id, {columns} FROM agency WHERE asked ORDER BY rowid"):
            groups = tuple((by, value) for by, value in zip(GROUPED_BY, values, strict=True) if value)
            self._numbers[key] = len(self._groups)
            self._groups.append(together.setdefault(tuple(values), (EVERYBODY, *groups)))

    def __contains__(self, agency: str) -> bool:
        return agency in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._groups)

    def number(self, agency: str) -> int:
        """From 0 on."""
        return self._numbers[agency]

    def groups(self, agency: str) -> tuple[Group, ...]:
        """All of them first."""
        return self._groups[self._numbers[agency]]


class AgencyCount:
    """Counts agencies, each once, for all of them and for each group: a byte for every agency that was asked."""

    def __init__(self, agencies: AskedAgencies) -> None:
        self._agencies = agencies
        self._taken = bytearray(len(agencies))
        self._counts: dict[Group, int] = {}

    def take(self, agency: str) -> bool:
        """Whether it was not counted before."""
        number = self._agencies.number(agency)
        if self._taken[number]:
            return False
        self._taken[number] = 1
        for group in self._agencies.groups(agency):
            self._counts[group] = self._counts.get(group, 0) + 1
        return True

    def of(self, group: Group = EVERYBODY) -> int:
        return self._counts.get(group, 0)

    @property
    def counts(self) -> Mapping[Group, int]:
        """Of the groups of which there is any agency."""
        return self._counts
