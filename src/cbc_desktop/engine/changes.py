"""What an editing verb answers: what changed, in terms of the form, never of widgets."""

from __future__ import annotations

from dataclasses import dataclass

from cbc_desktop.engine.address import Address, RowId


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What one action changed; each address is named in every respect that changed.

    The nodes of a row that was taken away are not named one by one.
    """

    values: frozenset[Address] = frozenset()
    relevance: frozenset[Address] = frozenset()
    properties: frozenset[Address] = frozenset()
    """Required, read-only, choices or a text may have changed."""
    violations: frozenset[Address] = frozenset()
    """What is wrong there, or warned of, changed."""
    rows_added: tuple[RowId, ...] = ()
    """A row comes before the rows in it."""
    rows_removed: tuple[RowId, ...] = ()
    rows_moved: tuple[RowId, ...] = ()
    """Rows that a person put at another place; those that made way are not named."""

    def __or__(self, other: ChangeSet) -> ChangeSet:
        return ChangeSet(
            self.values | other.values,
            self.relevance | other.relevance,
            self.properties | other.properties,
            self.violations | other.violations,
            self.rows_added + other.rows_added,
            self.rows_removed + other.rows_removed,
            self.rows_moved + other.rows_moved,
        )

    def __bool__(self) -> bool:
        return self != NOTHING


NOTHING = ChangeSet()
