"""What the draft says otherwise than the revision that was sent: answers, rows, notes, as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from cbc_desktop.base.message import Message
from cbc_desktop.dossier.revision import Remark, RemarkKind
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.navigation import page_of
from cbc_desktop.engine.nodes import Branch, GroupNode, LeafNode, LiveNode, RepeatNode, RowNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.reading import as_read
from cbc_desktop.filling.row_pairs import row_pairs
from cbc_desktop.filling.sent_revision import SentRevision
from cbc_desktop.filling.whereabouts import label_of, table_label

MOST_ANSWERS_OF_A_ROW = 4
"""As many answers of a row as make it known again."""


class DifferenceKind(Enum):
    """What is different; decides what ``before`` and ``after`` hold."""

    ANSWER = "answer"
    NO_LONGER_ASKED = "no_longer_asked"
    """The answer that was sent; the question is hidden now, and nothing is sent for it."""
    ROW_ADDED = "row_added"
    ROW_REMOVED = "row_removed"
    """The first answers of the row."""
    ROW_HIDDEN = "row_hidden"
    """The same, while the row is still there: its table is hidden now, or asks for fewer rows."""
    ROW_MOVED = "row_moved"
    """Its places among the rows, from 1."""
    NOTE = "note"
    EXPLANATION = "explanation"
    FILES = "files"


REMARK_KINDS = {
    RemarkKind.NOTE: DifferenceKind.NOTE,
    RemarkKind.EXPLANATION: DifferenceKind.EXPLANATION,
    RemarkKind.FILES: DifferenceKind.FILES,
}


RemarkTexts = Mapping[tuple[str, str, RemarkKind], str]
"""By row, path and kind."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs; "" stands for nothing.

    ``address`` is where to look in the draft: for a row that is gone, its table; ``there`` is the same place in what
    the draft is compared with: for a row that is new, its table. ``row`` is the row's place from 1 in the draft (of a
    removed one, in what was sent); None outside all rows.
    """

    form_id: str
    kind: DifferenceKind
    address: Address
    there: Address
    page: Message
    label: Message
    row: int | None
    before: str
    after: str
    computed: bool = False
    """True when a formula made the difference, not a person."""


@dataclass(frozen=True, slots=True)
class SinceSent:
    """``number`` and ``sent`` are those of the revision that was sent; ``new_forms`` were not part of it."""

    number: int
    sent: date | None
    differences: tuple[Difference, ...]
    new_forms: tuple[str, ...] = ()


def since_sent(sent: SentRevision, drafts: Mapping[str, FormSession], remarks: Sequence[Remark]) -> SinceSent:
    """Form by form in the order of ``drafts``; ``remarks`` are those that would be frozen now."""
    differences = [
        difference
        for form_id, draft in drafts.items()
        if form_id in sent.forms
        for difference in compared(sent.forms[form_id], draft, sent.revision.remarks, remarks)
    ]
    new_forms = tuple(form_id for form_id in drafts if form_id not in sent.forms)
    return SinceSent(sent.revision.number, sent.revision.facts.sent, tuple(differences), new_forms)


def compared(
    there: FormSession, draft: FormSession, remarks_there: Iterable[Remark], remarks: Iterable[Remark]
) -> Iterator[Difference]:
    """What a draft says otherwise than the same form elsewhere; remarks of other forms are left out."""
    comparison = _Comparison(there, draft)
    form_id = draft.definition.id
    yield from comparison.answers()
    yield from comparison.remarks(_of_form(form_id, remarks_there), _of_form(form_id, remarks))


class _Comparison:
    """Walks through both trees at once, which have the same definition."""

    def __init__(self, sent: FormSession, draft: FormSession) -> None:
        self._sent, self._draft = sent, draft
        if sent.language != draft.language:
            sent.show_language(draft.language)
        self._titles: dict[str, Message] = {}

    def answers(self) -> Iterator[Difference]:
        return self._branches(self._sent.tree.document.root, self._draft.tree.document.root)

    def _branches(self, sent: Branch, draft: Branch) -> Iterator[Difference]:
        for name, member in draft.members.items():
            other = sent.members[name]
            if isinstance(member, LeafNode) and isinstance(other, LeafNode):
                yield from self._leaves(other, member)
            elif isinstance(member, GroupNode) and isinstance(other, GroupNode):
                yield from self._branches(other, member)
            elif isinstance(member, RepeatNode) and isinstance(other, RepeatNode):
                yield from self._repeats(other, member)

    def _leaves(self, sent: LeafNode, draft: LeafNode) -> Iterator[Difference]:
        """Of questions and computed figures on show; facts belong to the dossier (decision 6)."""
        definition = draft.definition
        before, after = sent.string_value(), draft.string_value()
        if definition.control is None or definition.bind.own.fact or before == after:
            return
        kind = DifferenceKind.ANSWER if draft.relevant else DifferenceKind.NO_LONGER_ASKED
        was, now = as_read(self._sent, sent, before), as_read(self._draft, draft, after)
        computed = definition.bind.calculate is not None
        there = sent.address
        yield self._difference(kind, draft, there, label_of(self._draft, draft), was, now, computed=computed)

    def _repeats(self, sent: RepeatNode, draft: RepeatNode) -> Iterator[Difference]:
        pairs, label = row_pairs(sent, draft), table_label(self._draft, draft)
        for row in pairs.removed:
            hidden = row.id in self._draft.tree.rows
            kind = DifferenceKind.ROW_HIDDEN if hidden else DifferenceKind.ROW_REMOVED
            words = _row_words(self._sent, row)
            yield self._difference(kind, draft, row.address, label, words, "", row=row.index + 1)
        for row in pairs.added:
            words = _row_words(self._draft, row)
            yield self._difference(DifferenceKind.ROW_ADDED, row, sent.address, label, "", words)
        for partner, row in pairs.both:
            if row in pairs.moved:
                places = str(partner.index + 1), str(row.index + 1)
                yield self._difference(DifferenceKind.ROW_MOVED, row, partner.address, label, *places)
            yield from self._branches(partner, row)

    def remarks(self, before: RemarkTexts, after: RemarkTexts) -> Iterator[Difference]:
        """Beside what is still there: with a row go the remarks on it."""
        for place in sorted(before.keys() | after.keys(), key=lambda place: (place[1], place[0], place[2].value)):
            row, path, kind = place
            was, is_now = before.get(place, ""), after.get(place, "")
            if was != is_now and path in self._draft.tree and (not row or row in self._draft.tree.rows):
                node = self._draft.tree.find(Address(row, path))
                label = label_of(self._draft, node)
                yield self._difference(REMARK_KINDS[kind], node, Address(row, path), label, was, is_now)

    def _difference(
        self,
        kind: DifferenceKind,
        node: LiveNode | RepeatNode,
        there: Address,
        label: Message,
        before: str,
        after: str,
        *,
        row: int | None = None,
        computed: bool = False,
    ) -> Difference:
        if row is None and node.row is not None:
            row = node.row.index + 1
        page = self._title(node.path)
        return Difference(
            self._draft.definition.id, kind, node.address, there, page, label, row, before, after, computed=computed
        )

    def _title(self, path: str) -> Message:
        if path not in self._titles:
            page, title = page_of(self._draft.definition, path), self._draft.definition.title
            self._titles[path] = page.title(self._draft) if page else Message(title, title)
        return self._titles[path]


def _row_words(session: FormSession, row: RowNode) -> str:
    """The first answers of a row that a person gave."""
    given = [
        as_read(session, node)
        for node in row.within.values()
        if isinstance(node, LeafNode) and node.definition.control and node.definition.bind.calculate is None
        if node.string_value()
    ]
    return "; ".join(given[:MOST_ANSWERS_OF_A_ROW])


def _of_form(form_id: str, remarks: Iterable[Remark]) -> RemarkTexts:
    return {(remark.rid, remark.path, remark.kind): remark.text for remark in remarks if remark.form_id == form_id}
