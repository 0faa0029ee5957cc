"""Names of tables and columns that need no quotes anywhere: lower case, ASCII, no word of SQL, stable, unique."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from cbc_desktop.base.text import without_marks

OWN_TABLES = (
    "about",
    "agency",
    "source",
    "answer_table",
    "question",
    "choice",
    "remark",
    "unfit",
    "unplaced",
    "left_out",
    "indicator",
    "figure",
    "finding",
)
OWN_COLUMNS = ("id", "agency", "source", "parent", "row_number", "rid", "rowid", "oid")
_WORDS = """
abort action add after all alter always analyze and any as asc attach autoincrement before begin between by cascade
case cast check collate column commit conflict constraint create cross current current_date current_time
current_timestamp database default deferrable deferred delete desc detach distinct do drop each else end escape except
exclude exclusive exists explain fail filter first following for foreign from full generated glob group groups having
if ignore immediate in index indexed initially inner insert instead intersect into is isnull join key last left like
limit match materialized natural no not nothing notnull null nulls of offset on or order others outer over partition
plan pragma preceding primary query raise range recursive references regexp reindex release rename replace restrict
returning right rollback row rows savepoint select set table temp temporary then ties to transaction trigger unbounded
union unique update using vacuum values view virtual when where window with without true false
"""
"""Of SQL, https://www.sqlite.org/lang_keywords.html"""
_WORDS_OF_SQL = frozenset(_WORDS.split())
_OTHER = re.compile(r"[^a-z0-9]+")


def plain_name(text: str) -> str:
    """``phieu-mau`` is ``phieu_mau``."""
    name = _OTHER.sub("_", without_marks(text).lower()).strip("_") or "x"
    return f"n{name}" if name[0].isdigit() else name


def names_of(paths: Sequence[Sequence[str]], taken: Iterable[str]) -> list[str]:
    """A name for each path of names, the last name alone where that is enough, else with those of its groups.

    All paths that end alike are told apart in the same way, so that a name does not depend on which comes first.
    """
    lengths = [1] * len(paths)
    while True:
        names = [plain_name("_".join(path[-length:])) for path, length in zip(paths, lengths, strict=True)]
        often = Counter(names)
        longer = [
            min(length + (often[name] > 1), len(path)) for name, length, path in zip(names, lengths, paths, strict=True)
        ]
        if longer == lengths:
            return _apart(names, taken)
        lengths = longer


def _apart(names: Sequence[str], taken: Iterable[str]) -> list[str]:
    """What is taken or still alike gets a number, a word of SQL a stroke behind it."""
    used = set(taken)
    found = []
    for name in names:
        plain = f"{name}_" if name in _WORDS_OF_SQL else name
        candidate, number = plain, 1
        while candidate in used:
            number += 1
            candidate = f"{plain}_{number}"
        used.add(candidate)
        found.append(candidate)
    return found
