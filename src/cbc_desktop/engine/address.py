"""Where an answer lives: by the name of its repeat instance, never by its position (decision 4)."""

from __future__ import annotations

from dataclasses import dataclass

RowId = str
"""The immutable name of a repeat instance (its ``rid``); "" for what lies outside all repeats."""


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """A node of the live tree: ``path`` is generic (``/data/s1/t1/ten``), ``row`` the nearest repeat instance.

    A repeat instance itself has its own row; the repeat that holds it has the row around it.
    """

    row: RowId
    path: str

    def __str__(self) -> str:
        return f"{self.path}[{self.row}]" if self.row else self.path
