"""Which tables hold a dossier, in which order, and how each of them takes what a copy of the dossier has.

Which columns a table has, and which of them refer to other tables, is asked of the database itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from cbc_desktop.base.errors import BugError
from cbc_desktop.store.database import Database


class Way(Enum):
    """What becomes of the rows that are here when a copy is taken."""

    FOLLOWS = "follows"
    """A row that both have says what the copy says; what only the copy has is added."""
    GROWS = "grows"
    """A log: what only the copy has is added."""
    FROZEN = "frozen"
    """Belongs to a finalised revision: added with it, never to one that is here."""
    LIVES = "lives"
    """What is here leaves, and what the copy has takes its place."""


@dataclass(frozen=True, slots=True)
class Rule:
    """``known_by`` are the columns by which both sides know a row, without those that refer to other tables.

    Without any, all columns count. ``edit`` is the column with the number of an edit.
    """

    way: Way
    known_by: tuple[str, ...] = ()
    edit: str = ""


RULES: Mapping[str, Rule] = {
    "dossier": Rule(Way.FOLLOWS, ("dossier_id",)),
    "revision": Rule(Way.FOLLOWS, ("number",)),
    "transition": Rule(Way.GROWS),
    "instance": Rule(Way.FOLLOWS, ("form_id",)),
    "row": Rule(Way.LIVES),
    "answer": Rule(Way.LIVES),
    "remark": Rule(Way.LIVES),
    "change": Rule(Way.GROWS, edit="edit"),
    "attachment": Rule(Way.GROWS, ("name",)),
    "submission": Rule(Way.FROZEN),
    "submitted_remark": Rule(Way.FROZEN),
    "submitted_attachment": Rule(Way.FROZEN),
    "edit": Rule(Way.LIVES, edit="id"),
    "journal": Rule(Way.GROWS),
    "return_slip": Rule(Way.GROWS, ("digest",)),
    "settled_question": Rule(Way.LIVES),
    "issued": Rule(Way.GROWS, ("step", "digest", "at")),
}
ID = "id"


@dataclass(frozen=True, slots=True)
class DossierTable:
    """``references`` are the columns that refer to other tables; ``numbered``: SQLite gives each row its ``id``."""

    name: str
    columns: tuple[str, ...]
    references: Mapping[str, str]
    numbered: bool

    @property
    def rule(self) -> Rule:
        try:
            return RULES[self.name]
        except KeyError as error:
            raise BugError(f"nobody has decided how a copy of a dossier goes into the table {self.name}") from error

    @property
    def belongs_by(self) -> str:
        """The column that says which dossier, or which row of another table of it, a row belongs to."""
        return next(iter(self.references), "dossier_id")

    @property
    def order(self) -> str:
        """Rows of repeats come after the rows around them, whose path begins theirs."""
        return ID if ID in self.columns else "path"


def dossier_tables(database: Database) -> tuple[DossierTable, ...]:
    """Every table that holds a part of a dossier; one comes after those that it refers to."""
    names = database.query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
    held: dict[str, DossierTable] = {}
    for table in (_table(database, name) for (name,) in names):
        if "dossier_id" in table.columns or not held.keys().isdisjoint(table.references.values()):
            held[table.name] = table
    return tuple(held.values())


def _table(database: Database, name: str) -> DossierTable:
    columns = tuple(column for _, column, *_ in database.query(f"PRAGMA table_info({name})"))
    references = {column: table for _, _, table, column, *_ in database.query(f"PRAGMA foreign_key_list({name})")}
    numbered = ID in columns and RULES.get(name, Rule(Way.LIVES)).edit != ID
    return DossierTable(name, columns, references, numbered)
