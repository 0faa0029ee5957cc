"""Which row of the draft is which row of what was sent, and which of them a person has moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from cbc_desktop.engine.nodes import RepeatNode, RowNode
from cbc_desktop.engine.tree import ROW_ID_LEAF


@dataclass(frozen=True, slots=True)
class RowPairs:
    """``both`` are pairs (sent, draft) in the draft's order; ``moved`` those draft rows that left the common order."""

    both: tuple[tuple[RowNode, RowNode], ...]
    added: tuple[RowNode, ...]
    removed: tuple[RowNode, ...]
    moved: frozenset[RowNode]


def row_pairs(sent: RepeatNode, draft: RepeatNode) -> RowPairs:
    """Rows that are asked, by name; by place where the form gives its rows no names (decision 4)."""
    old, new = ([row for row in repeat.rows if row.relevant] for repeat in (sent, draft))
    named = any(child.name == ROW_ID_LEAF for child in draft.definition.children)
    by_name = {row.id: row for row in old}
    partners = [by_name.get(row.id) for row in new] if named else [*old[: len(new)], *[None] * (len(new) - len(old))]
    both = tuple((partner, row) for partner, row in zip(partners, new, strict=True) if partner is not None)
    paired = {partner.id for partner, _ in both}
    stayed = _longest_rise([partner.index for partner, _ in both])
    return RowPairs(
        both=both,
        added=tuple(row for partner, row in zip(partners, new, strict=True) if partner is None),
        removed=tuple(row for row in old if row.id not in paired),
        moved=frozenset(row for place, (_, row) in enumerate(both) if place not in stayed),
    )


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """The places of a longest rising subsequence: what stands there need not have been moved (patience sorting)."""
    tops: list[int] = []
    top_places: list[int] = []
    below: list[int | None] = []
    for place, number in enumerate(numbers):
        pile = bisect_left(tops, number)
        below.append(top_places[pile - 1] if pile else None)
        tops[pile : pile + 1] = [number]
        top_places[pile : pile + 1] = [place]
    places: set[int] = set()
    last = top_places[-1] if top_places else None
    while last is not None:
        places.add(last)
        last = below[last]
    return places
