"""What a prepared file would replace of what people gave: told and refused as a whole, before anything is filled in."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import keepable
from cbc_desktop.dossier.revision import RemarkKind
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.nodes import LeafNode, LiveNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.tree import Found
from cbc_desktop.filling.attaching import read_attachment
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.references import found
from cbc_desktop.filling.whereabouts import label_of, row_words

WOULD_REPLACE = Message(
    "Tệp sẽ thay {count} nội dung đã có người nhập khác với tệp: {places}. Chưa ghi gì. Hãy xem lại các câu này; nếu "
    "đúng là muốn thay, hãy chạy lại lệnh với --replace.",
    "The file would replace {count} thing(s) that people entered, and differently: {places}. Nothing was written. Look "
    "at these questions; if you do want to replace them, run the command again with --replace.",
)
AND_MORE = Message("{places}; …", "{places}; …")
IN_ROW = Message("{label} ({row})", "{label} ({row})")
MOST_NAMED = 5


@dataclass(slots=True)
class Replacing:
    """Collects, place by place, what would be lost; what is the same already loses nothing."""

    dossier: OpenDossier
    form_id: str
    _given: frozenset[Address] = field(init=False)
    _lost: dict[Address, Found] = field(init=False, default_factory=dict)
    """By address: an answer and the note beside it are one place."""

    def __post_init__(self) -> None:
        self._given = self.dossier.form(self.form_id).given

    def answer(self, reference: str, text: str) -> None:
        leaf = self._given_at(reference)
        if leaf is not None and leaf.lexical != keepable(text).strip():
            self._lost[leaf.address] = leaf

    def file(self, reference: str, path: Path) -> None:
        leaf = self._given_at(reference)
        if leaf is not None and self.dossier.attached(leaf.lexical)[1] != read_attachment(path):
            self._lost[leaf.address] = leaf

    def remark(self, reference: str, kind: RemarkKind, text: str) -> None:
        node = found(self._session, reference)
        wanted = keepable(text).strip()
        there = {(Address(one.rid, one.path), one.kind): one.text for one in self.dossier.remarks(self.form_id)}
        if node is not None and there.get((node.address, kind), wanted) != wanted:
            self._lost[node.address] = node

    def require_nothing(self) -> None:
        """UserFacingError tells how much would be lost, and names the first."""
        if self._lost:
            raise UserFacingError(WOULD_REPLACE.filled(count=len(self._lost), places=self._named()))

    @property
    def _session(self) -> FormSession:
        return self.dossier.form(self.form_id).session

    def _given_at(self, reference: str) -> LeafNode | None:
        node = found(self._session, reference)
        return node if isinstance(node, LeafNode) and node.address in self._given else None

    def _named(self) -> Message:
        places = Message.joined(map(self._place, islice(self._lost.values(), MOST_NAMED)), "; ")
        return AND_MORE.filled(places=places) if len(self._lost) > MOST_NAMED else places

    def _place(self, node: Found) -> Message:
        label = label_of(self._session, node)
        row = row_words(self._session, node) if isinstance(node, LiveNode) else Message("", "")
        return IN_ROW.filled(label=label, row=row) if row.vi else label
