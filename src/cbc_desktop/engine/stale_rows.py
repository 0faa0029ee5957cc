"""The rows of a repeat that are to be looked at anew: much may change before somebody asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cbc_desktop.engine.nodes import RowNode


class StaleRows:
    """All rows at the beginning."""

    def __init__(self, rows: Sequence[RowNode]) -> None:
        """``rows`` are the repeat's own list."""
        self._rows = rows
        self._stale = dict.fromkeys(rows)

    def add(self, row: RowNode) -> None:
        """The row is new, or what it holds has changed."""
        self._stale[row] = None

    def discard(self, row: RowNode) -> None:
        self._stale.pop(row, None)

    def taken(self) -> list[RowNode]:
        """The stale rows, none of which is stale from now on."""
        if not self._stale:
            return []
        taken = list(filter(self._is_there, self._stale))
        self._stale.clear()
        return taken

    def _is_there(self, row: RowNode) -> bool:
        """A row that was taken away may still be written to, by what was begun before."""
        return row.index < len(self._rows) and self._rows[row.index] is row
