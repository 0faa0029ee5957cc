"""Two versions of an agency's answers side by side: the questions that they answer differently, as people read them.

Rows are compared by their places, and answers that name rows by what these say: two dossiers have no row names in
common.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cbc_desktop.receiving.reception.questions import AskedQuestion


@dataclass(frozen=True, slots=True)
class VersionDifference:
    """``reference`` has positions (``/data/t1[2]/ten``), ``row`` the number of the row, 0 outside all tables.

    ``one`` and ``other`` are the answers, "" for none.
    """

    form_id: str
    reference: str
    label: str
    row: int
    one: str
    other: str


def differences(ones: Iterable[AskedQuestion], others: Iterable[AskedQuestion]) -> Iterator[VersionDifference]:
    """In the order of the first; what only the other answers comes last."""
    mine, theirs = ({(asked.form_id, asked.reference): asked for asked in every} for every in (ones, others))
    for place in dict.fromkeys((*mine, *theirs)):
        one, other = mine.get(place), theirs.get(place)
        about = one or other
        if about and (one.meaning if one else "") != (other.meaning if other else ""):
            answers = (asked.answer if asked else "" for asked in (one, other))
            yield VersionDifference(about.form_id, about.reference, about.label, about.row, *answers)
