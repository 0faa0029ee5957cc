"""A letter typed into the search of a dossier with 1,000 plan rows, against the bare query of a full-text table."""

from __future__ import annotations

import sqlite3

from tests.bench.material import Material
from tests.bench.measuring import Comparison, compared

from cbc_desktop.base.text import folded
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.filling.reading import as_read
from cbc_desktop.filling.searching import MOST_HITS, DossierSearch

WORDS = "tuyên truyền"
TYPED = [WORDS[:length] for length in range(1, len(WORDS) + 1) if WORDS[length - 1] != " "]


def comparison(material: Material) -> Comparison:
    sessions = {form_id: filling.session for form_id, filling in material.large_plan.forms.items()}
    search = DossierSearch(sessions)
    search.prepare()
    leaves = [(session, leaf) for session in sessions.values() for leaf in session.leaves()]
    connection = _bare([folded(as_read(session, leaf)) for session, leaf in leaves if isinstance(leaf, LeafNode)])

    def ours() -> None:
        for text in TYPED:
            search.find(text)

    def least() -> None:
        for text in TYPED:
            asked = " AND ".join(f'"{word}"*' for word in folded(text).split())
            connection.execute("SELECT count(*) FROM words WHERE words MATCH ?", (asked,)).fetchone()
            connection.execute("SELECT text FROM words WHERE words MATCH ? LIMIT ?", (asked, MOST_HITS)).fetchall()

    sizes = {"ours_units": len(TYPED), "least_units": len(TYPED)}
    measured = compared("search 1,000 plan rows", "letter", "SQLite FTS5: count and rows", ours, least, **sizes)
    search.close()
    connection.close()
    return measured


def _bare(texts: list[str]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(text, prefix = '1 2')")
    connection.executemany("INSERT INTO words (text) VALUES (?)", ((text,) for text in texts if text))
    return connection
