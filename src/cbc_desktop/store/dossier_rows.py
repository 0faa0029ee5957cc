"""All rows of one dossier as plain data that mean the same in every database.

Numbers of rows mean nothing outside their database; what refers to a row says by what both sides know it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cbc_desktop.store.database import Database, Row, Value
from cbc_desktop.store.dossier_tables import ID, DossierTable, Rule, dossier_tables

KnownBy = tuple[Value, ...]
"""The values by which both sides know a row."""


@dataclass(frozen=True, slots=True)
class DossierRow:
    """``parents`` are the rows that it refers to, by column; ``values`` all other columns but the number of the row."""

    parents: Mapping[str, KnownBy]
    values: Mapping[str, Value]

    def told_by(self, rule: Rule) -> Row:
        """What both sides tell the row by; the number of an edit means nothing elsewhere."""
        columns = rule.known_by or [column for column in self.values if column != rule.edit]
        return (*self.parents.values(), *(self.values[column] for column in columns))


DossierRows = Mapping[str, tuple[DossierRow, ...]]
"""The rows by table."""


def read_rows(database: Database, dossier_id: str) -> DossierRows:
    """Everything that the database has of the dossier."""
    return _Reading(database, dossier_id).read()


@dataclass(slots=True)
class _Reading:
    database: Database
    dossier_id: str
    known: dict[tuple[str, Value], KnownBy] = field(default_factory=dict)
    """By what the rows read so far are known, by table and number."""

    def read(self) -> DossierRows:
        return {table.name: tuple(self._rows(table)) for table in dossier_tables(self.database)}

    def _rows(self, table: DossierTable) -> Iterator[DossierRow]:
        for belongs_to in self._owners(table):
            found = self.database.query(
                f"SELECT {', '.join(table.columns)} FROM {table.name} WHERE {table.belongs_by} = ? "
                f"ORDER BY {table.order}",
                (belongs_to,),
            )
            for row in found:
                yield self._row(table, dict(zip(table.columns, row, strict=True)))

    def _owners(self, table: DossierTable) -> list[Value]:
        if not table.references:
            return [self.dossier_id]
        owner = table.references[table.belongs_by]
        return [number for name, number in self.known if name == owner]

    def _row(self, table: DossierTable, values: dict[str, Value]) -> DossierRow:
        parents = {column: self.known[owner, values.pop(column)] for column, owner in table.references.items()}
        if table.numbered:
            self.known[table.name, values.pop(ID)] = tuple(values[column] for column in table.rule.known_by)
        return DossierRow(parents, values)
