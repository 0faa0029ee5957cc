"""What was judged once more, for other certificates are trusted now: rows beside the arrivals, the last one holds."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import datetime

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.digests import Digest
from cbc_desktop.store.database import Database, Row

Trusted = frozenset[str]
"""The certificates that something was judged with, each in words that are compared and never read."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """``verdict`` and ``doubts`` as those of the arrival, which they take the place of."""

    at: datetime
    who: str
    verdict: str
    doubts: tuple[str, ...]


class JudgementStore:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def number_of(self, trusted: Trusted) -> int:
        """Of the row that keeps these certificates; it is made where there is none."""
        found = self._number(trusted)
        if found is not None:
            return found
        return self._database.insert("INSERT INTO trusted (certificates) VALUES (?)", (" ".join(sorted(trusted)),))

    def to_judge(self, trusted: Trusted, sources: tuple[str, ...]) -> tuple[tuple[Digest, Trusted | None], ...]:
        """What was last judged with other certificates, as it was taken in, and which; None: nobody knows."""
        sets = {number: frozenset(words.split()) for number, words in self._database.query("SELECT * FROM trusted")}
        sql = f"SELECT digest, {_LAST} {_others(sources)} ORDER BY id"
        rows = self._database.query(sql, (*sources, self._number(trusted)))
        return tuple((Digest(digest), sets.get(number)) for digest, number in rows)

    def count_to_judge(self, trusted: Trusted, sources: tuple[str, ...]) -> int:
        """How many those are."""
        row = self._database.first(f"SELECT count(*) {_others(sources)}", (*sources, self._number(trusted)))
        return int(row[0]) if row else 0

    def _number(self, trusted: Trusted) -> int | None:
        found = self._database.first("SELECT id FROM trusted WHERE certificates = ?", (" ".join(sorted(trusted)),))
        return int(found[0]) if found else None

    def add(
        self, arrival: Digest, trusted: Trusted, verdict: str, doubts: tuple[str, ...], report: str | None, *, who: str
    ) -> None:
        """``report`` is None where it is the one before, for nothing in it could be otherwise."""
        with self._database.atomic():
            self._database.execute(
                "INSERT INTO judged (arrival, at, who, trusted, verdict, doubts, report) "
                "SELECT id, ?2, ?3, ?4, ?5, ?6, ?7 FROM arrival WHERE digest = ?1",
                (
                    *(str(arrival), self._clock.now().isoformat(), who, self.number_of(trusted), verdict),
                    *(" ".join(doubts), None if report is None else zlib.compress(report.encode())),
                ),
            )

    def of(self, arrival: Digest) -> tuple[Judgement, ...]:
        """Those in which something could be otherwise, the oldest first."""
        sql = (
            "SELECT judged.at, who, judged.verdict, judged.doubts FROM judged "
            "JOIN arrival ON arrival.id = judged.arrival WHERE digest = ? AND judged.report NOT NULL ORDER BY judged.id"
        )
        return tuple(self._database.read(_judgement, sql, (str(arrival),)))


_LAST = (
    "coalesce((SELECT judged.trusted FROM judged WHERE judged.arrival = arrival.id ORDER BY judged.id DESC LIMIT 1), "
    "arrival.trusted)"
)


def _others(sources: tuple[str, ...]) -> str:
    """Judged with other certificates than those of a number, or with ones that nobody knows; all, where it is NULL."""
    return f"FROM arrival WHERE source IN ({', '.join('?' * len(sources))}) AND ({_LAST} IS NOT ? OR {_LAST} IS NULL)"


def _judgement(row: Row) -> Judgement:
    at, who, verdict, doubts = row
    return Judgement(datetime.fromisoformat(at), who, verdict, tuple(doubts.split()))
