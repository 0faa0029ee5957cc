"""The steps from a session's present state back to one that was kept, where a deed was not finished."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.saved_form import Restoring, RowBack, RowGone, RowMoved, SavedForm, SavedRow, ValueBack
from cbc_desktop.engine.session import FormSession


def steps_to(session: FormSession, kept: SavedForm, touched: Iterable[Address]) -> list[Restoring]:
    """Rows first, then the values at ``touched`` and in rows that come back."""
    names = {row.id for row in kept.rows}
    back = names - session.tree.rows.keys()
    rows = [*_gone(session, names), *_in_place(session, kept.rows, back)]
    there = {address for address in touched if not address.row or address.row in names}
    there |= {address for address in kept.values if address.row in back}
    return [*rows, *(ValueBack(address, kept.values.get(address, "")) for address in sorted(there))]


def _gone(session: FormSession, names: set[RowId]) -> Iterator[RowGone]:
    """The rows that were not there; those inside them go with them."""
    for row in session.tree.rows.values():
        around = row.repeat.row
        if row.id not in names and (around is None or around.id in names):
            yield RowGone(row.id)


def _in_place(session: FormSession, rows: Sequence[SavedRow], back: set[RowId]) -> Iterator[Restoring]:
    """Repeat by repeat from the last row to the first, so that the row behind each one is there."""
    repeats: dict[tuple[RowId, str], list[SavedRow]] = defaultdict(list)
    for row in rows:
        repeats[row.parent, row.path].append(row)
    for siblings in repeats.values():
        moved = _order_now(session, siblings) != [row.id for row in siblings if row.id not in back]
        followers = [*(row.id for row in siblings[1:]), None]
        for row, before in reversed(list(zip(siblings, followers, strict=True))):
            if row.id in back:
                yield RowBack(row, before)
            elif moved:
                yield RowMoved(row.id, before)


def _order_now(session: FormSession, siblings: Sequence[SavedRow]) -> list[RowId]:
    names = {row.id for row in siblings}
    there = next((session.tree.rows[name] for name in names if name in session.tree.rows), None)
    return [row.id for row in there.repeat.rows if row.id in names] if there is not None else []
