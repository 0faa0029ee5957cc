"""What an edit was about, in words, and where a person looks for it once it was taken back or done again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cbc_desktop.base.message import Message
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.whereabouts import label_of, table_label
from cbc_desktop.forms.definition import LeafDef
from cbc_desktop.store.answers import LoggedPlace
from cbc_desktop.store.changes import OF_ROWS, Change, ChangeKind

ONE_ANSWER = Message("câu trả lời “{label}”", "the answer to “{label}”")
SOME_ANSWERS = Message("{count} câu trả lời", "{count} answers")
SOME_ROWS = Message("{count} dòng của bảng “{label}”", "{count} rows of “{label}”")
ONE_REMARK = Message("ghi chú hoặc giải trình ở “{label}”", "the note or explanation at “{label}”")

ONE_RETURN = Message("dấu “đã sửa xong” của “{label}”", "the mark that “{label}” was settled")
_ONE = {ChangeKind.REMARK: ONE_REMARK, ChangeKind.RETURN: ONE_RETURN}
_BESIDE = frozenset(_ONE)
"""What lies beside the answers; always worth showing."""


def place_of(session: FormSession, changes: Sequence[Change]) -> Address:
    """Where a person looks for what was taken back: a row that is not there (any more) is looked for in its table."""
    first = next(_worth_showing(session, changes), changes[0])
    if first.kind in {ChangeKind.ANSWER, *_BESIDE} and _is_there(session, first.address):
        return first.address
    rows = [change for change in changes if change.kind in OF_ROWS] or [first]
    logged = rows[-1].before or rows[-1].after
    parent = LoggedPlace.read(logged).parent if rows[-1].kind in OF_ROWS else ""
    return Address(parent, rows[-1].address.path)


def said(session: FormSession, changes: Sequence[Change]) -> Message:
    """What these changes were about, for people."""
    rows = {change.address.row: change for change in changes if change.kind in OF_ROWS}
    if rows:
        return _about_rows(session, list(rows.values()))
    shown = list(_worth_showing(session, changes))
    if len(shown) > 1:
        return SOME_ANSWERS.filled(count=len(shown))
    change = (shown or changes)[0]
    return _ONE.get(change.kind, ONE_ANSWER).filled(label=label_of(session, session.tree.find(change.address)))


def _about_rows(session: FormSession, rows: Sequence[Change]) -> Message:
    path = min((change.address.path for change in rows), key=len)
    count = sum(change.address.path == path for change in rows)
    repeat = next(iter(session.tree.repeats(path)), None)
    label = table_label(session, repeat) if repeat is not None else Message(path, path)
    return SOME_ROWS.filled(count=count, label=label)


def _worth_showing(session: FormSession, changes: Iterable[Change]) -> Iterator[Change]:
    """What a person gave, not what was calculated from it."""
    given = {
        node.path
        for node in session.definition.nodes()
        if isinstance(node, LeafDef) and node.control is not None and node.bind.calculate is None
    }
    for change in changes:
        if change.kind in _BESIDE or (change.kind is ChangeKind.ANSWER and change.address.path in given):
            yield change


def _is_there(session: FormSession, address: Address) -> bool:
    return not address.row or address.row in session.tree.rows
