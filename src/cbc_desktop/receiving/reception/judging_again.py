"""Judges once more, from the kept bytes, what was judged while other certificates were trusted here.

The moment that counts for certificates stays the one at which the file was taken in: that it was there then is known
to this office itself. What people decided stays.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from cbc_desktop.base.digests import Digest
from cbc_desktop.receiving.reception.judging import Judged, JudgingOrder, KeptFile
from cbc_desktop.receiving.reception.kinds import FileKind
from cbc_desktop.receiving.reception.workers import Lost, Workers
from cbc_desktop.receiving.route import Source
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.store.received.arrivals import Arrival
from cbc_desktop.store.received.judgements import Trusted
from cbc_desktop.store.received.received_store import ReceivedStore

_SIGNED = {Source.PACKAGE.value: FileKind.PACKAGE, Source.PDF.value: FileKind.PDF}
"""Sources whose verdict can depend on who is trusted, and what their files are."""


@dataclass(frozen=True, slots=True)
class JudgedAgain:
    """The ``number``-th of this run, as it is now; ``before`` is its verdict until now.

    ``again`` is False where its file is gone or damaged: then everything stays as it was.
    """

    number: int
    arrival: Arrival
    before: str
    again: bool


@dataclass(slots=True)
class JudgingAgain:
    """``tell`` is told of each; it may raise, which ends the run: what was judged stays."""

    store: ReceivedStore
    workers: Workers[JudgingOrder, tuple[Judged, ...]]
    anchors: TrustAnchors
    who: str
    tell: Callable[[JudgedAgain], None]
    _settled: int = 0

    def judge(self) -> int:
        """The number of those that are up to date now, also without: what is trusted changes nothing in some."""
        number = 0
        with closing(self.workers.answers(self._orders())) as answers:  # whoever stops this ends the processes too
            for order, answer in answers:
                number += 1
                self._judged(order.files[0].digest, answer, number)
        return number + self._settled

    def _orders(self) -> Iterator[JudgingOrder]:
        now = trusted_words(self.anchors)
        for digest, then in to_judge_again(self.store, self.anchors):
            (arrival,) = self.store.arrivals.named(str(digest))
            if _may_change(json.loads(self.store.arrivals.report(digest)), then, now):
                yield self._order(arrival)
            else:
                self.store.judgements.add(digest, now, arrival.verdict, arrival.doubts, None, who=self.who)
                self._settled += 1

    def _order(self, arrival: Arrival) -> JudgingOrder:
        file = KeptFile(arrival.name, arrival.digest, self.store.files.path_of(arrival.digest), arrival.size)
        return JudgingOrder(_SIGNED[arrival.source], (file,), self.anchors, arrival.taken_at)

    def _judged(self, digest: Digest, answer: tuple[Judged, ...] | Lost, number: int) -> None:
        (before,) = self.store.arrivals.named(str(digest))
        found = None if isinstance(answer, Lost) else answer[0]
        again = found is not None and found.dossier == before.dossier
        if found is not None and again:
            now = trusted_words(self.anchors)
            self.store.judgements.add(digest, now, found.verdict, found.doubts, found.report, who=self.who)
        (after,) = self.store.arrivals.named(str(digest))
        self.tell(JudgedAgain(number, after, before.verdict, again))


def to_judge_again(store: ReceivedStore, anchors: TrustAnchors) -> tuple[tuple[Digest, Trusted | None], ...]:
    """What was judged with other certificates than these, and with which."""
    return store.judgements.to_judge(trusted_words(anchors), tuple(_SIGNED))


def count_to_judge_again(store: ReceivedStore, anchors: TrustAnchors) -> int:
    return store.judgements.count_to_judge(trusted_words(anchors), tuple(_SIGNED))


def trusted_words(anchors: TrustAnchors) -> Trusted:
    """Each certificate by its fingerprint, with its group."""
    return frozenset(f"{sha256(der).hexdigest()}:{anchors.group_of(der).value}" for der in anchors.certificates)


def _may_change(report: Mapping[str, Any], then: Trusted | None, now: Trusted) -> bool:
    """What is trusted by somebody who went may fail to be; what is not may be trusted by somebody who came."""
    signatures = [one for one in (*report["signatures"], report["container_signature"]) if one]
    undecided = any(not one["trusted"] for one in signatures) or any(fact["holds"] is None for fact in report["facts"])
    settled = any(one["trusted"] for one in signatures)
    came, went = (now, now) if then is None else (now - then, then - now)
    return bool((came and undecided) or (went and settled) or (then is None and signatures))
