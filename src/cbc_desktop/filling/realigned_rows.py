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
_BETWEEN_THOUSANDS = re.compile(r"(?<=\d)[.\s](?=\d{3})")


def realigned(rows: Sequence[ReturnedRow], sent: Sent) -> tuple[ReturnedRow, ...]:
    """The rows in their order; a name that fits none of them any more is left out, its row becomes a new one."""
    unlike = [place for place, row in enumerate(rows) if row.id in sent and not _is_whole(row, sent[row.id])]
    names = dict(_matched(rows, unlike, sent))
    if all(rows[place].id == name for place, name in names.items()):
        return tuple(rows)
    taken = set(names.values())
    for place in unlike:
        if place not in names:
            names[place] = "" if rows[place].id in taken else rows[place].id
    return tuple(replace(row, id=names.get(place, row.id)) for place, row in enumerate(rows))


def _matched(rows: Sequence[ReturnedRow], places: Sequence[int], sent: Sent) -> Iterator[tuple[int, RowId]]:
    """The most alike first; among equals the name that stands beside the row."""
    ids = [rows[place].id for place in places]
    alike = (
        (_likeness(rows[place], sent[name]), name == rows[place].id, place, name) for place in places for name in ids
    )
    free_places, free_names = set(places), set(ids)
    for *_, place, name in sorted((one for one in alike if one[0]), reverse=True):
        if place in free_places and name in free_names:
            free_places.remove(place)
            free_names.remove(name)
            yield place, name


def _likeness(row: ReturnedRow, sent: Mapping[str, str]) -> int:
    return sum(
        bool(text) and _bare(row.cells[path].text) == _bare(text) for path, text in sent.items() if path in row.cells
    )


def _is_whole(row: ReturnedRow, sent: Mapping[str, str]) -> bool:
    return _likeness(row, sent) == sum(bool(text) and path in row.cells for path, text in sent.items())


def _bare(text: str) -> str:
    return _BETWEEN_THOUSANDS.sub("", text).strip()
