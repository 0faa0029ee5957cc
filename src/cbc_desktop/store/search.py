"""Full text of one open dossier, in memory: what is put in is found by the beginnings of its words, accents ignored.

SQLite's own tokenizers know no đ, and other letters than Python: they are given words that are folded and parted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from cbc_desktop.base.text import folded
from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.store.in_memory import blank_database
from cbc_desktop.store.migrations import Migration

WORD = re.compile(r"[^\W_]+")
_NOWHERE = Path(":memory:")
_TABLES = Migration(
    "search",
    """
    CREATE TABLE entry (
        id INTEGER PRIMARY KEY, form_id TEXT, rid TEXT, path TEXT, kind INTEGER, place INTEGER, text TEXT
    );
    CREATE INDEX entry_at ON entry (form_id, rid, path, kind);
    CREATE VIRTUAL TABLE words USING fts5(folded, tokenize = 'ascii', prefix = '1 2');
    """,
)
_OF_ONE = "SELECT id FROM entry WHERE form_id = ? AND rid = ? AND path = ? AND kind = ?"
_OF_ROW = "SELECT id FROM entry WHERE form_id = ? AND rid = ?"


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """``text`` is shown; ``other`` is found too, such as 1234 beside 1.234. Lower ``kind``, then ``place``, first."""

    form_id: str
    address: Address
    kind: int
    place: int
    text: str
    other: str = ""


class SearchIndex:
    """Entries by address and kind. Has to be closed."""

    def __init__(self) -> None:
        self._database = blank_database(_NOWHERE, (_TABLES,))
        self._ids = count(1)

    def add(self, entries: Iterable[SearchEntry]) -> None:
        """Where nothing has stood yet; an entry without text is left out."""
        numbered = [(next(self._ids), one) for one in entries if one.text]
        with self._database.atomic():
            self._database.execute_many(
                "INSERT INTO entry (id, form_id, rid, path, kind, place, text) VALUES (?, ?, ?, ?, ?, ?, ?)",
                ((id_, one.form_id, *_spot(one), one.place, one.text) for id_, one in numbered),
            )
            self._database.execute_many(
                "INSERT INTO words (rowid, folded) VALUES (?, ?)",
                ((id_, " ".join(words_of(f"{one.text} {one.other}"))) for id_, one in numbered),
            )

    def replace(self, entries: Sequence[SearchEntry]) -> None:
        """In place of all that stood at their addresses in their kinds; one without text only takes away."""
        with self._database.atomic():
            self._delete(
                _OF_ONE, [(form_id, *spot) for form_id, spot in {(one.form_id, _spot(one)) for one in entries}]
            )
            self.add(entries)

    def forget_rows(self, form_id: str, row_ids: Iterable[RowId]) -> None:
        with self._database.atomic():
            self._delete(_OF_ROW, [(form_id, row_id) for row_id in row_ids])

    def find(self, text: str, most: int) -> tuple[list[SearchEntry], int]:
        """The first entries that have a word beginning with each word of ``text``, and how many there are.

        Of each kind those come first that begin with all of it: 2.2 before 0.2, and before what speaks of 2.2.
        """
        words = words_of(text)
        if not words:
            return [], 0
        asked, at_first = " AND ".join(f'"{word}"*' for word in words), f'^ "{" ".join(words)}" *'
        rows = self._database.query(
            "SELECT form_id, rid, path, kind, place, text, count(*) OVER () FROM words "
            "JOIN entry ON entry.id = words.rowid WHERE words MATCH ? ORDER BY kind, "
            "words.rowid NOT IN (SELECT rowid FROM words WHERE words MATCH ?), place, entry.id LIMIT ?",
            (asked, at_first, most),
        )
        entries = [
            SearchEntry(form_id, Address(rid, path), kind, place, text)
            for form_id, rid, path, kind, place, text, _ in rows
        ]
        return entries, rows[0][-1] if rows else 0

    def close(self) -> None:
        self._database.close()

    def _delete(self, which: str, keys: Sequence[tuple[str | int, ...]]) -> None:
        self._database.execute_many(f"DELETE FROM words WHERE rowid IN ({which})", keys)
        self._database.execute_many(f"DELETE FROM entry WHERE id IN ({which})", keys)


def _spot(entry: SearchEntry) -> tuple[str, str, int]:
    return entry.address.row, entry.address.path, entry.kind


def words_of(text: str) -> list[str]:
    """What is looked for: letters and digits in folded form; every other sign only parts words."""
    return WORD.findall(folded(text))
