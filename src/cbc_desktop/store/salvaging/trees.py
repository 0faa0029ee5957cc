"""Which rows belong to which table: by the trees that can still be followed, and by their shape where none leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cbc_desktop.store.salvaging.pages import Page, Pages
from cbc_desktop.store.salvaging.records import Record, Value

_KINDS_OF_SQL: Mapping[str, tuple[type, ...]] = {
    "INTEGER": (int,),
    "TEXT": (str,),
    "REAL": (float, int),
    "BLOB": (bytes,),
}


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    kind: str
    """As SQL says it: INTEGER, TEXT, REAL or BLOB."""
    required: bool


@dataclass(frozen=True, slots=True)
class Found:
    """``rows`` by table; ``unread`` counts cells and pages that are damaged, or whose table nobody can tell."""

    rows: Mapping[str, Sequence[Record]]
    unread: int


def read_tables(content: bytes, tables: Mapping[str, Sequence[Column]], sealed: Mapping[str, int]) -> Found:
    """All rows of ``tables`` that can be read from the bytes of a database.

    ``sealed`` tells on which pages tables begin, for those of which the file itself does not tell it any more.
    """
    pages = Pages(content)
    rows: dict[str, list[Record]] = {name: [] for name in tables}
    seen: set[int] = set()
    unread = 0
    for name, root in {**sealed, **dict(_roots(pages, seen))}.items():
        for page in _tree(pages, root, seen):
            rows.get(name, []).extend(page.records)
            unread += page.unread + sum(not _is_there(pages, child) for child in page.children) if name in rows else 0
    for number in sorted({*range(2, pages.count + 1)} - seen):
        page_or_none = pages.read(number)
        for record in page_or_none.records if page_or_none else ():
            names = [name for name, columns in tables.items() if _fits(record, columns)]
            if len(names) == 1:
                rows[names[0]].append(record)
    return Found(rows, unread)


def _roots(pages: Pages, seen: set[int]) -> Iterator[tuple[str, int]]:
    """Tables and indexes by name, as the first page lists them: type, name, table, root, SQL."""
    for page in list(_tree(pages, 1, seen)):
        for record in page.records:
            if len(record) == 5 and isinstance(record[1], str) and isinstance(record[3], int):
                yield record[1], record[3]


def _tree(pages: Pages, root: int, seen: set[int]) -> Iterator[Page]:
    waiting = [root]
    while waiting:
        number = waiting.pop()
        page = None if number in seen else pages.read(number)
        if page is not None:
            seen.add(number)
            waiting.extend(reversed(page.children))
            yield page


def _is_there(pages: Pages, number: int) -> bool:
    return pages.read(number) is not None


def _fits(record: Record, columns: Sequence[Column]) -> bool:
    """Whether it can be a row of a table of these columns."""
    return len(record) == len(columns) and all(map(_suits, record, columns))


def _suits(value: Value, column: Column) -> bool:
    if value is None:
        return not column.required
    return isinstance(value, _KINDS_OF_SQL[column.kind])
