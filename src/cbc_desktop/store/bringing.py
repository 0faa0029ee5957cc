"""Brings the rows of a copied dossier into the database: what is written once stays, the rest is as the copy says."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from cbc_desktop.store.database import Database, Row, Value
from cbc_desktop.store.dossier_rows import DossierRow, DossierRows, KnownBy, read_rows
from cbc_desktop.store.dossier_tables import RULES, DossierTable, Rule, Way, dossier_tables

ALL = frozenset(Way)
LOGS = frozenset({Way.GROWS})

Step = Callable[[DossierTable, Iterable[DossierRow]], Iterable[DossierRow]]
"""Answers which of the rows are to be added."""


def bring(rows: DossierRows, database: Database, dossier_id: str, ways: frozenset[Way] = ALL) -> None:
    """In one transaction; tables of other ``ways`` stay as they are. BrokenRuleError for rows that break a rule."""
    with database.atomic():
        _Bringing(database, dossier_id, ways, read_rows(database, dossier_id)).bring(rows)


@dataclass(slots=True)
class _Bringing:
    database: Database
    dossier_id: str
    ways: frozenset[Way]
    here: DossierRows
    numbers: dict[str, dict[KnownBy, Value]] = field(default_factory=lambda: defaultdict(dict))
    """The numbers here of rows that others refer to, by table and by what they are known by."""
    edits: dict[Value, Value] = field(default_factory=dict)
    """The numbers here of the copy's edits."""
    last_edit: int = 0

    def bring(self, rows: DossierRows) -> None:
        ((self.last_edit,),) = self.database.query("SELECT coalesce(max(edit), 0) FROM change")
        steps: Mapping[Way, Step] = {
            Way.FOLLOWS: self._followed,
            Way.GROWS: self._grown,
            Way.FROZEN: self._frozen,
            Way.LIVES: self._replaced,
        }
        for table in dossier_tables(self.database):
            if table.rule.way is Way.FOLLOWS or table.rule.way in self.ways:
                self._add(table, steps[table.rule.way](table, rows[table.name]))

    # --- the ways --------------------------------------------------------------------------------------------------

    def _followed(self, table: DossierTable, rows: Iterable[DossierRow]) -> Iterator[DossierRow]:
        """What both have says what the copy says, where it is to follow; its number is found out in any case."""
        for row in rows:
            number = self._number_here(table, row)
            if number is not None:
                self.numbers[table.name][_known_by(table.rule, row)] = number
            if Way.FOLLOWS not in self.ways:
                continue
            if number is None:
                yield row
            else:
                changes = ", ".join(f"{column} = ?" for column in row.values)
                values = (*row.values.values(), number)
                self.database.execute(f"UPDATE {table.name} SET {changes} WHERE id = ?", values)

    def _grown(self, table: DossierTable, rows: Iterable[DossierRow]) -> Iterator[DossierRow]:
        """Those that are not here; those that are say which edits are the same."""
        here: dict[Row, deque[DossierRow]] = defaultdict(deque)
        for row in self.here[table.name]:
            here[row.told_by(table.rule)].append(row)
        for row in rows:
            same = here[row.told_by(table.rule)]
            if not same:
                yield row
                continue
            found = same.popleft()
            if table.rule.edit:
                self.edits.setdefault(row.values[table.rule.edit], found.values[table.rule.edit])

    def _frozen(self, table: DossierTable, rows: Iterable[DossierRow]) -> Iterator[DossierRow]:
        revisions = self.here["revision"]
        frozen = {_known_by(RULES["revision"], row) for row in revisions if row.values["content_digest"]}
        return (row for row in rows if frozen.isdisjoint(row.parents.values()))

    def _replaced(self, table: DossierTable, rows: Iterable[DossierRow]) -> Iterable[DossierRow]:
        owners = self.numbers[table.references[table.belongs_by]].values()
        self.database.execute_many(f"DELETE FROM {table.name} WHERE {table.belongs_by} = ?", ((one,) for one in owners))
        return rows

    # --- adding ----------------------------------------------------------------------------------------------------

    def _add(self, table: DossierTable, rows: Iterable[DossierRow]) -> None:
        found = ((row, self._values(table, row)) for row in rows)
        added = ((row, values) for row, values in found if values is not None)
        columns = [column for column in table.columns if column != "id" or not table.numbered]
        insert = f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
        if not table.rule.known_by:
            self.database.execute_many(insert, ([values[one] for one in columns] for _, values in added))
            return
        for row, values in added:
            number = self.database.insert(insert, [values[one] for one in columns])
            self.numbers[table.name][_known_by(table.rule, row)] = number

    def _values(self, table: DossierTable, row: DossierRow) -> Mapping[str, Value] | None:
        """What is written here; None for a row of something that is not here, or of an edit that changed nothing."""
        parents = {column: self.numbers[owner].get(row.parents[column]) for column, owner in table.references.items()}
        if None in parents.values():
            return None
        edit = table.rule.edit
        if not edit:
            return {**row.values, **parents}
        number = self._edit(table, row.values[edit])
        return None if number is None else {**row.values, **parents, edit: number}

    def _edit(self, table: DossierTable, number: Value) -> Value:
        """Numbers are given by the log; an edit that it does not have has none."""
        if table.rule.way is Way.GROWS and number not in self.edits:
            self.last_edit += 1
            self.edits[number] = self.last_edit
        return self.edits.get(number)

    def _number_here(self, table: DossierTable, row: DossierRow) -> Value:
        parents = {column: self.numbers[owner].get(row.parents[column]) for column, owner in table.references.items()}
        known = {**parents, **{column: row.values[column] for column in table.rule.known_by}}
        wanted = " AND ".join(f"{column} = ?" for column in known)
        found = self.database.first(f"SELECT id FROM {table.name} WHERE {wanted}", tuple(known.values()))
        return found[0] if found else None


def _known_by(rule: Rule, row: DossierRow) -> KnownBy:
    return tuple(row.values[column] for column in rule.known_by)
