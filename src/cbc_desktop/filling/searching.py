"""Finding a question of an open dossier by words of it, of its choices, or of its answer; accents and đ are ignored.

Nothing is read before the first search. After that, change sets say what has to be read anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cbc_desktop.engine.changes import NOTHING, ChangeSet
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.search_reader import Hit, SearchReader
from cbc_desktop.filling.snippet import snippet
from cbc_desktop.store.search import SearchIndex, words_of

MOST_HITS = 60
_MOST_NODES = 1_000_000
"""More than a form has questions: so far are the places of two forms apart."""


@dataclass(frozen=True, slots=True)
class Found:
    """The first hits in the order of the form, and how many there are in all."""

    hits: tuple[Hit, ...] = ()
    total: int = 0


class DossierSearch:
    """Over the open forms of one dossier, in the languages that they show. Has to be closed."""

    def __init__(self, sessions: Mapping[str, FormSession]) -> None:
        self._forms: dict[str, SearchReader] = {}
        for place, (form_id, session) in enumerate(sessions.items()):
            self._forms[form_id] = SearchReader(form_id, session, place * _MOST_NODES)
        self._index: SearchIndex | None = None
        self._changed: dict[str, ChangeSet] = {}

    def find(self, text: str, most: int = MOST_HITS) -> Found:
        """Every word of ``text`` begins a word of the same question, choice list or answer."""
        wanted = words_of(text)
        if not wanted:
            return Found()
        entries, total = self._fresh().find(text, most)
        hits = (self._forms[entry.form_id].hit(entry, snippet(entry.text, wanted)) for entry in entries)
        return Found(tuple(hits), total)

    def prepare(self) -> None:
        """Reads the forms now, so that the first search need not; a quarter of a second for 1,000 full rows."""
        self._fresh()

    def follow(self, form_id: str, changes: ChangeSet) -> None:
        """Cheap: what changed is read when it is looked for."""
        if self._index is not None:
            self._changed[form_id] = self._changed.get(form_id, NOTHING) | changes

    def forget(self) -> None:
        """The forms show another language: everything is read anew when it is looked for."""
        self._changed.clear()
        if self._index is not None:
            self._index.close()
            self._index = None

    close = forget

    def _fresh(self) -> SearchIndex:
        if self._index is None:
            self._index = SearchIndex()
            for form in self._forms.values():
                self._index.add(form.everything())
        for form_id, changes in self._changed.items():
            self._index.forget_rows(form_id, changes.rows_removed)
            self._index.replace(list(self._forms[form_id].anew(changes)))
        self._changed.clear()
        return self._index
