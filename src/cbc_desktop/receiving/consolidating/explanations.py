"""What agencies explained of the questions that a check speaks of, read from the consolidated file."""

from __future__ import annotations

from collections.abc import Iterator

from cbc_desktop.base.message import Message
from cbc_desktop.dossier.revision import RemarkKind
from cbc_desktop.store.tables_file import AskedTables

EXPLAINED = Message("{words} Cơ quan đã giải trình: {said}.", "{words} The agency explained: {said}.")
_SAID = "SELECT reference, words FROM remark WHERE agency = ? AND form = ? AND kind = ? ORDER BY id"


class Explanations:
    """Of one consolidated file."""

    def __init__(self, asked: AskedTables) -> None:
        self._asked = asked

    def beside(self, words: Message, agency: str, form_id: str, reference: str) -> Message:
        """``words`` with what the agency explained at the question, or in the row, that ``reference`` names."""
        said = "; ".join(f"“{one}”" for one in self._said(agency, form_id, reference))
        return EXPLAINED.filled(words=words, said=said) if said else words

    def _said(self, agency: str, form_id: str, reference: str) -> Iterator[str]:
        row = f"{reference}/" if reference.endswith("]") else None
        for place, words in self._asked.rows(_SAID, (agency, form_id, RemarkKind.EXPLANATION.value)):
            if place == reference or (row and place.startswith(row)):
                yield " ".join(words.split())
