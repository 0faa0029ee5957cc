"""The cross-checks of a campaign over the consolidated tables: answers of one agency that do not fit together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from math import isfinite
from typing import Any

from cbc_desktop.base.message import Message
from cbc_desktop.forms.campaign_entries import has_only
from cbc_desktop.forms.indicators import CheckDef
from cbc_desktop.receiving.consolidating.explanations import Explanations
from cbc_desktop.receiving.consolidating.owner_queries import NO_SUCH_WORD, OwnerQueries, refused
from cbc_desktop.store.tables_file import AskedTables, asked_tables

NO_AGENCY = Message(
    "“{value}” ở cột agency không phải là khóa của cơ quan nào (bảng agency, cột id)",
    "“{value}” in the column agency is no agency's key (table agency, column id)",
)
_NEEDED = ("agency",)


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """Answers of one agency that do not fit together."""

    check: CheckDef
    agency: str
    words: Message
    """With what the agency has explained there."""
    form_id: str = ""
    """"" for the whole, as ``reference``."""
    reference: str = ""
    """The question that is sent back for correction, with positions: ``/data/t1[2]/ten``."""


class CrossChecks:
    """Over one file; ``year`` is the campaign's."""

    def __init__(self, asked: AskedTables, year: int) -> None:
        self._path, self._queries = asked.path, OwnerQueries(asked, year)

    def findings(self, check: CheckDef) -> Iterator[CheckFinding]:
        """UserFacingError names a check whose query cannot be run, or whose words ask for what it does not give."""
        with asked_tables(self._path) as beside:  # while the owner's query is under way, no other one is on its line
            explanations = Explanations(beside)
            for row in self._queries.rows(check.id, check.sql, _NEEDED):
                if not _knows(beside, row["agency"]):
                    raise refused(check.id, NO_AGENCY.filled(value=row["agency"]))
                found = _finding(check, row)
                words = explanations.beside(found.words, found.agency, found.form_id, found.reference)
                yield replace(found, words=words)

    def refusals(self, check: CheckDef) -> Iterator[Message]:
        """What is wrong with its query, told over tables that may be empty."""
        path = check.question.path if check.question else ""
        yield from self._queries.refusal(check.id, check.sql, _NEEDED, (check.words.vi, check.words.en, path))


def _knows(asked: AskedTables, agency: object) -> bool:
    return isinstance(agency, str) and any(asked.rows("SELECT 1 FROM agency WHERE id = ?", (agency,)))


def _finding(check: CheckDef, row: Mapping[str, Any]) -> CheckFinding:
    form_id, path = (check.question.form, check.question.path) if check.question else ("", "")
    for text in (check.words.vi, check.words.en, path):
        if not has_only(text, tuple(row)):
            raise refused(check.id, NO_SUCH_WORD.filled(words=text))
    words = check.words.filled(**{name: _told(value) for name, value in row.items()})
    return CheckFinding(check, row["agency"], words, form_id, path.format_map(row))


def _told(value: object) -> str:
    """As Vietnamese read a number; texts as they are."""
    if isinstance(value, int) or (isinstance(value, float) and isfinite(value)):
        whole = Decimal(repr(value)).normalize()
        return f"{whole:,f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return "" if value is None else str(value)
