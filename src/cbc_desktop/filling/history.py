"""What became of one answer: who changed it, when, from what, to what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from cbc_desktop.dossier.revision import RemarkKind
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.reading import as_read
from cbc_desktop.store.changes import Change, ChangeKind
from cbc_desktop.store.remarks import logged_remark


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change, as people read it; ``remark`` is None for the answer itself."""

    who: str
    at: datetime
    before: str
    after: str
    remark: RemarkKind | None = None


def history_lines(session: FormSession, leaf: LeafNode, changes: Iterable[Change]) -> Iterator[HistoryLine]:
    """In the order of ``changes``, which are those at the leaf's address."""
    for change in changes:
        if change.kind is ChangeKind.ANSWER:
            before, after = (as_read(session, leaf, text) for text in (change.before, change.after))
            yield HistoryLine(change.who, change.at, before, after)
        elif change.kind is ChangeKind.REMARK:
            kind, said_before, said_after = logged_remark(change)
            yield HistoryLine(change.who, change.at, said_before, said_after, kind)
