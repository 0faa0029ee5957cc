"""Takes in what lies in folders and mails: copied into the office's own folder first, then judged, then kept.

Each arrival is one transaction. Whoever starts again after the power went, or with the same folder, judges nothing
twice.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.digests import Digest
from cbc_desktop.receiving.reception.judging import Judged, JudgingOrder, KeptFile
from cbc_desktop.receiving.reception.judging_again import trusted_words
from cbc_desktop.receiving.reception.kinds import FileKind
from cbc_desktop.receiving.reception.pieces import Mail, Piece, pieces
from cbc_desktop.receiving.reception.reasons import Reason
from cbc_desktop.receiving.reception.workers import Lost, Workers
from cbc_desktop.receiving.route import Route, Source
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.store.received.arrivals import Arrival, ArrivedMail
from cbc_desktop.store.received.received_store import ReceivedStore


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of one file, the ``number``-th of this run.

    ``arrivals`` are what was kept of it, mostly one; none when it lay there twice and is still being judged.
    """

    number: int
    name: str
    arrivals: tuple[Arrival, ...]
    again: bool
    """It was there before, and nothing was done."""
    own: bool = False
    """A receiver wrote it; it is not kept."""


Tell = Callable[[TakenIn], None]
"""Told of each file; it may wait, which pauses, and raise, which ends it: what was taken in stays."""


@dataclass(slots=True)
class Taking:
    """One run; ``who`` takes in."""

    store: ReceivedStore
    workers: Workers[JudgingOrder, tuple[Judged, ...]]
    anchors: TrustAnchors
    clock: Clock
    who: str
    tell: Tell
    came_on: date | None = None
    """The day on which files came, where a person says it; a mail has a date of its own."""
    _number: int = 0
    _seen: set[Digest] = field(default_factory=set)
    _at_work: dict[Digest, Piece] = field(default_factory=dict)
    _parts: dict[str, dict[Digest, KeptFile]] = field(default_factory=dict)
    """By paper the scans that hold only a part of it."""

    def take(self, paths: Iterable[Path], route: Route) -> int:
        """The number of files. UserFacingError when a path is not there, or our own disk says no."""
        for orders in (self._orders(pieces(paths, route)), self._joined(route)):
            with closing(self.workers.answers(orders)) as answers:  # whoever stops this ends the processes too
                for order, answer in answers:
                    self._judged(order, answer)
        return self._number

    def _orders(self, found: Iterable[Piece]) -> Iterator[JudgingOrder]:
        for piece in found:
            if piece.reason is Reason.OWN:
                self._told(piece.where, (), own=True)
                continue
            known = self._is_known(piece)
            if piece.reason is None or piece.kind is FileKind.MAIL:
                self.store.files.keep(piece.content)  # known ones too: what a disk has damaged since is whole again
            if known:
                continue
            if piece.reason is not None:
                self._keep(piece, (Judged(set_aside=piece.reason.value),))
            elif piece.kind is not FileKind.MAIL:
                yield self._order(piece)

    def _is_known(self, piece: Piece) -> bool:
        if piece.mail:
            self._note_mail(piece.digest, piece.mail)
        elif self.came_on is not None:
            self.store.arrivals.state_day(piece.digest, self.came_on, at=self.clock.now(), who=self.who)
        known = self.store.arrivals.known(piece.digest)
        if known is not None:
            self._note_parts(piece, (known,))
            self._told(piece.where, (known,), again=True)
        elif piece.digest in self._seen:
            self._told(piece.where, (), again=True)
        seen = known is not None or piece.digest in self._seen
        self._seen.add(piece.digest)
        return seen

    def _note_mail(self, came_as: Digest, mail: Mail) -> None:
        """A date that is still to come is none."""
        sent_at = mail.sent_at if mail.sent_at and mail.sent_at <= self.clock.now() else None
        told = ArrivedMail(mail.name, mail.subject, mail.sender)
        self.store.arrivals.add_mail(came_as, mail.digest, sent_at, told)

    def _order(self, piece: Piece) -> JudgingOrder:
        self._at_work[piece.digest] = replace(piece, content=b"")  # which is on the disk by now
        return JudgingOrder(piece.kind, (self._kept_file(piece),), self.anchors, self.clock.now())

    def _kept_file(self, piece: Piece) -> KeptFile:
        return KeptFile(piece.name, piece.digest, self.store.files.path_of(piece.digest), piece.size)

    def _joined(self, route: Route) -> Iterator[JudgingOrder]:
        """Scans that each hold a part of a paper, read once more together."""
        for files in list(self._parts.values()):  # what is still a part after that is noted, too
            together = tuple(sorted(files.values(), key=lambda file: file.name))
            if len(together) > 1:
                piece = _together(together, route)
                if not self._is_known(piece):
                    self._at_work[piece.digest] = piece
                    yield JudgingOrder(FileKind.IMAGE, together, self.anchors, self.clock.now())

    def _judged(self, order: JudgingOrder, answer: tuple[Judged, ...] | Lost) -> None:
        piece = self._at_work.pop(_came_as(order.files))
        found = (Judged(set_aside=Reason(answer.value).value),) if isinstance(answer, Lost) else answer
        self._keep(piece, found)

    def _keep(self, piece: Piece, found: tuple[Judged, ...]) -> None:
        kept = tuple(self._arrival(piece, one, several=len(found) > 1) for one in found)
        with self.store.database.atomic():
            trusted = self.store.judgements.number_of(trusted_words(self.anchors))
            for arrival, one in zip(kept, found, strict=True):
                self.store.arrivals.add(arrival, one.report, one.forms, one.remarks, trusted=trusted)
        self._note_parts(piece, kept)
        self._told(piece.where, kept)

    def _note_parts(self, piece: Piece, kept: Iterable[Arrival]) -> None:
        for arrival in kept:
            if arrival.set_aside == Reason.PART_OF_PAPER.value:
                paper = json.loads(self.store.arrivals.report(arrival.digest))["paper"]
                self._parts.setdefault(f"{paper}", {})[piece.digest] = self._kept_file(piece)

    def _arrival(self, piece: Piece, judged: Judged, *, several: bool) -> Arrival:
        own = Digest.of(f"{piece.digest}/{judged.paper}".encode()) if several else piece.digest
        return Arrival(
            digest=own,
            came_as=piece.digest,
            name=piece.name,
            size=piece.size,
            route=_route(piece, judged).value,
            source=judged.source,
            taken_at=self.clock.now(),
            taken_by=self.who,
            set_aside=judged.set_aside,
            verdict=judged.verdict,
            doubts=judged.doubts,
            dossier=judged.dossier,
            form_digests={form.form_id: form.form_digest for form in judged.forms},
        )

    def _told(self, name: str, arrivals: tuple[Arrival, ...], *, again: bool = False, own: bool = False) -> None:
        self._number += 1
        self.tell(TakenIn(self._number, name, arrivals, again, own))


def _together(files: tuple[KeptFile, ...], route: Route) -> Piece:
    return Piece(
        name=", ".join(file.name for file in files),
        digest=_came_as(files),
        size=sum(file.size for file in files),
        kind=FileKind.IMAGE,
        route=route,
    )


def _route(piece: Piece, judged: Judged) -> Route:
    """What was scanned here came on paper."""
    scanned = judged.source == Source.SCAN.value and piece.route is Route.FOLDER
    return Route.PAPER if scanned else piece.route


def _came_as(files: tuple[KeptFile, ...]) -> Digest:
    """Of one file its own digest, of several that of their digests."""
    if len(files) == 1:
        return files[0].digest
    return Digest.of("\n".join(sorted(str(file.digest) for file in files)).encode())
