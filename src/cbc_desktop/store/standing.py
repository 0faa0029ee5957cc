"""How a copy of a dossier stands to the one that is here: whose logs hold everything that the other's hold.

Logs only grow, on every computer: who has all entries of the other and more has gone on from there.

mine has all of theirs | theirs has all of mine | standing
---------------------- | ---------------------- | --------
(no such dossier here) |                        | NEW
yes                    | yes                    | SAME
no                     | yes                    | NEWER
yes                    | no                     | OLDER
no                     | no                     | APART
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import Enum

from cbc_desktop.store.database import Row, Value
from cbc_desktop.store.dossier_rows import DossierRows
from cbc_desktop.store.dossier_tables import RULES
from cbc_desktop.store.journal import FACTS_GIVEN

LOGS = ("change", "transition", "return_slip", "issued")
"""And of the journal those entries that have no other log: the facts of issue."""


class Standing(Enum):
    """What a copy is, seen from here; the table above says when."""

    NEW = "new"
    SAME = "same"
    NEWER = "newer"
    OLDER = "older"
    APART = "apart"


_STANDINGS: Mapping[tuple[bool, bool], Standing] = {
    (True, True): Standing.SAME,
    (False, True): Standing.NEWER,
    (True, False): Standing.OLDER,
    (False, False): Standing.APART,
}


def standing(mine: DossierRows, theirs: DossierRows) -> Standing:
    if not mine["dossier"]:
        return Standing.NEW
    return _STANDINGS[_goes_on_from(mine, theirs), _goes_on_from(theirs, mine)]


def same_frozen(mine: DossierRows, theirs: DossierRows) -> bool:
    """Whether every finalised revision of mine is theirs too."""
    return _frozen(mine) <= _frozen(theirs)


def _goes_on_from(later: DossierRows, earlier: DossierRows) -> bool:
    return _entries(earlier) <= _entries(later)


def _entries(rows: DossierRows) -> Counter[tuple[str, Row]]:
    facts = [row for row in rows["journal"] if row.values["event"] == FACTS_GIVEN]
    logs = {**{log: rows[log] for log in LOGS}, "journal": facts}
    return Counter((log, row.told_by(RULES[log])) for log, entries in logs.items() for row in entries)


def _frozen(rows: DossierRows) -> set[tuple[Value, Value]]:
    revisions = ((row.values["number"], row.values["content_digest"]) for row in rows["revision"])
    return {(number, digest) for number, digest in revisions if digest}
