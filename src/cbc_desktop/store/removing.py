"""One dossier leaves a database for good: its rows in every table, what is written once too, and their traces."""

from __future__ import annotations

from collections.abc import Mapping

from cbc_desktop.base.digests import Digest
from cbc_desktop.store.database import Database
from cbc_desktop.store.dossier_tables import DossierTable, dossier_tables
from cbc_desktop.store.files import DigestFolder
from cbc_desktop.store.migrations import NEVER_DELETED


def remove_rows(database: Database, dossier_id: str) -> None:
    """In one transaction, inside which the tables' own rule that nothing is deleted is lifted and laid down again.

    What was deleted may be in the file still: ``Database.write_anew`` gets rid of it.
    """
    tables = {table.name: table for table in dossier_tables(database)}
    with database.atomic():
        rules = [rule for rule in _rules_against_deleting(database) if rule[0] in tables]
        for _, name, _ in rules:
            database.execute(f"DROP TRIGGER {name}")
        for table in reversed(tables.values()):
            database.execute(f"DELETE FROM {table.name} WHERE {_belonging(table, tables)}", (dossier_id,))
        for _, _, sql in rules:
            database.execute(sql)


def holds(database: Database, dossier_id: str) -> bool:
    return database.first("SELECT 1 FROM dossier WHERE dossier_id = ?", (dossier_id,)) is not None


def attached(database: Database, dossier_id: str) -> frozenset[Digest]:
    """Of every file that was ever attached to the dossier."""
    sql = "SELECT digest FROM attachment JOIN dossier ON dossier.id = attachment.dossier WHERE dossier_id = ?"
    return _digests(database.query(sql, (dossier_id,)))


def attached_to_any(database: Database) -> frozenset[Digest]:
    """Of every file that some dossier needs."""
    return _digests(database.query("SELECT digest FROM attachment"))


def remove_marked_files(database: Database, media: DigestFolder) -> None:
    """What no dossier needs any more; a program that was killed in between, or a disk that says no, leaves the rest
    to the next time. Raises UserFacingError then.
    """
    for digest in media.marked():
        media.settle(digest, needed=digest in attached_to_any(database))


def _digests(rows: list[tuple[str]]) -> frozenset[Digest]:
    return frozenset(Digest(digest) for (digest,) in rows)


def _rules_against_deleting(database: Database) -> list[tuple[str, str, str]]:
    """Table, name and text of each."""
    found = database.query("SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'trigger'")
    return [(table, name, sql) for table, name, sql in found if name == f"{table}{NEVER_DELETED}"]


def _belonging(table: DossierTable, tables: Mapping[str, DossierTable]) -> str:
    """The condition for rows of one dossier, from table to table up to its identifier."""
    owner = table.references.get(table.belongs_by)
    if owner is None:
        return f"{table.belongs_by} = ?"
    return f"{table.belongs_by} IN (SELECT id FROM {owner} WHERE {_belonging(tables[owner], tables)})"
