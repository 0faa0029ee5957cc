"""Rows of a returned table under their own names again, when somebody sorted what can be seen and not the hidden names.

Rows go by their contents: each name goes to the row that has most in common with what went out under it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from cbc_desktop.documents.excel.entry.returned import ReturnedRow
from cbc_desktop.engine.address import RowId

Sent = Mapping[RowId, Mapping[str, str]]
"""The texts that went out, by row and path."""
Texts = Mapping[str, str]
_BETWEEN_THOUSANDS = re.compile(r"(?<=\d)[.\s](?=\d{3})")


def realigned(rows: Sequence[ReturnedRow], sent: Sent) -> tuple[ReturnedRow, ...]:
    """The rows in their order; a name that fits none of them any more is left out, its row becomes a new one."""
    contents = {name: {path: _bare(text) for path, text in texts.items() if text} for name, texts in sent.items()}
    bare = [{path: _bare(cell.text) for path, cell in row.cells.items()} for row in rows]
    unlike = [place for place, row in enumerate(rows) if _changed(bare[place], contents.get(row.id, {}))]
    if not any(_is_strange(bare[place], contents[rows[place].id]) for place in unlike):
        return tuple(rows)
    names = dict(_matched([(place, rows[place].id) for place in unlike], bare, contents))
    taken = set(names.values())
    for place in unlike:
        if place not in names:
            names[place] = "" if rows[place].id in taken else rows[place].id
    return tuple(replace(row, id=names.get(place, row.id)) for place, row in enumerate(rows))


def _matched(
    named: Sequence[tuple[int, RowId]], bare: Sequence[Texts], contents: Mapping[RowId, Texts]
) -> Iterator[tuple[int, RowId]]:
    """The most alike first; among equals the name that stands beside the row."""
    alike = (
        (_likeness(bare[place], contents[name]), name == own, place, name) for place, own in named for _, name in named
    )
    free_places, free_names = {place for place, _ in named}, {name for _, name in named}
    for *_, place, name in sorted((one for one in alike if one[0]), reverse=True):
        if place in free_places and name in free_names:
            free_places.remove(place)
            free_names.remove(name)
            yield place, name


def _likeness(row: Texts, sent: Texts) -> int:
    """How many of the texts that went out are still there."""
    return sum(row.get(path) == text for path, text in sent.items())


def _changed(row: Texts, sent: Texts) -> bool:
    return _likeness(row, sent) < len(sent)


def _is_strange(row: Texts, sent: Texts) -> bool:
    """Less than half of it is left: perhaps another row stands here now."""
    return _likeness(row, sent) * 2 < len(sent)


def _bare(text: str) -> str:
    return _BETWEEN_THOUSANDS.sub("", text).strip()
