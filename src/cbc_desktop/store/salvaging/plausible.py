"""Whether a row that was read from a damaged file can be what was once written: its words, moments, digests, paths."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from cbc_desktop.base.digests import Digest
from cbc_desktop.dossier.identity import AgencyKey
from cbc_desktop.dossier.revision import RemarkKind
from cbc_desktop.dossier.states import Action, State
from cbc_desktop.store.changes import ChangeKind
from cbc_desktop.store.issued import IssuedStep
from cbc_desktop.store.salvaging.records import Record, Value

_READERS: Mapping[str, Callable[[str], object]] = {
    **dict.fromkeys(("at", "created_at", "finalised_at", "taken_at"), datetime.fromisoformat),
    **dict.fromkeys(("issue_date", "sent"), date.fromisoformat),
    **dict.fromkeys(("digest", "form_digest", "content_digest", "replaces"), Digest),
    "dossier.agency": AgencyKey.parse,
    "revision.state": State,
    "transition.before": State,
    "transition.after": State,
    "transition.action": Action,
    "change.kind": ChangeKind,
    "remark.kind": RemarkKind,
    "submitted_remark.kind": RemarkKind,
    "issued.step": IssuedStep,
}
"""By column, or by table and column: raises ValueError for what was never written."""
_VOUCHED_FOR = frozenset({"submission", "issued", "return_slip"})
"""Tables in which ``digest`` is that of ``content``."""


class Plausible:
    """``forms`` are all XForms that the file has: the steps of every path are elements of one of them."""

    def __init__(self, forms: Sequence[bytes]) -> None:
        self._forms = forms
        self._known: dict[str, bool] = {}

    def __call__(self, table: str, columns: Sequence[str], row: Record) -> bool:
        named = dict(zip(columns, row, strict=False))
        if not all(self._can_be(table, name, value) for name, value in named.items()):
            return False
        content = named.get("content")
        return table not in _VOUCHED_FOR or (
            isinstance(content, bytes) and str(Digest.of(content)) == named.get("digest")
        )

    def _can_be(self, table: str, column: str, value: Value) -> bool:
        if column == "path" and isinstance(value, str):
            return not self._forms or all(map(self._is_step, value.split("/")[1:]))
        read = _READERS.get(f"{table}.{column}") or _READERS.get(column)
        if read is None or not isinstance(value, str):
            return True
        try:
            read(value)
        except ValueError:
            return False
        return True

    def _is_step(self, name: str) -> bool:
        if name not in self._known:
            element = re.compile(rb"<(?:[\w.-]+:)?" + re.escape(name.encode()) + rb"[\s/>]")
            self._known[name] = any(element.search(form) for form in self._forms)
        return self._known[name]
