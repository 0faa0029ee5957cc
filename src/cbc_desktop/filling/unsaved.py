"""What of a form has to be written to the store yet: rows and values in the order of the deeds, and remarks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cbc_desktop.dossier.revision import RemarkKind
from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.nodes import LeafNode, RowNode
from cbc_desktop.engine.saved_form import RowBack, RowGone, RowMoved, SavedRow
from cbc_desktop.engine.session import FormSession
from cbc_desktop.store.answers import AnswerChange, AnswerStore
from cbc_desktop.store.instances import InstanceKey
from cbc_desktop.store.remarks import RemarkStore
from cbc_desktop.store.rows import LAST

Writing = Callable[[], None] | set[Address]
"""A change of rows, or addresses whose present values are to be written."""
RemarkPlace = tuple[Address, RemarkKind]


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place in the order of deeds, and the remarks that waited then."""

    place: int
    remarks: Mapping[RemarkPlace, str]


class Unsaved:
    """Of one form's session; ``remarks`` are the texts that wait, "" for one that was taken away."""

    def __init__(
        self, session: FormSession, key: InstanceKey, answers: AnswerStore, remarks: RemarkStore, who: str
    ) -> None:
        self.remarks: dict[RemarkPlace, str] = {}
        self._session, self._key, self._who = session, key, who
        self._answers, self._remarks = answers, remarks
        self._writings: list[Writing] = []

    def __bool__(self) -> bool:
        return bool(self._writings or self.remarks)

    def bookmark(self) -> Bookmark:
        """What is noted from now on can be told from what was noted before."""
        bookmark = Bookmark(len(self._writings), dict(self.remarks))
        self._writings.append(set())
        return bookmark

    def back_to(self, bookmark: Bookmark) -> frozenset[Address]:
        """Forgets what was noted since; answers the addresses whose values were."""
        since = self._writings[bookmark.place :]
        del self._writings[bookmark.place :]
        self.remarks = dict(bookmark.remarks)
        return frozenset().union(*(writing for writing in since if isinstance(writing, set)))

    # --- noting ----------------------------------------------------------------------------------------------------

    def note_values(self, addresses: Iterable[Address]) -> None:
        """Values that follow each other are written once, as they are then."""
        if self._writings and isinstance(self._writings[-1], set):
            self._writings[-1].update(addresses)
        elif new := set(addresses):
            self._writings.append(new)

    def note_new_rows(self, row_ids: Sequence[RowId]) -> None:
        """New rows with what they begin with; each goes in front of a row that the store has by then."""
        rows, new = [self._session.row(row_id) for row_id in row_ids], frozenset(row_ids)
        self._writings.extend(self._addition(_saved(row), _following(row, new)) for row in rows)
        self.note_values(addresses_in(rows))

    def note_removal(self, row_id: RowId) -> None:
        self._writings.append(lambda: self._answers.remove_row(self._key, row_id, self._who))

    def note_move(self, row_id: RowId) -> None:
        """To where the row is now."""
        self._writings.append(self._move(row_id, _following(self._session.row(row_id), frozenset())))

    def note_step(self, step: RowBack | RowGone | RowMoved) -> None:
        """A row that was put back, taken away or moved as it was before."""
        if isinstance(step, RowBack):
            self._writings.append(self._addition(step.row, step.before or LAST))
        elif isinstance(step, RowGone):
            self.note_removal(step.row_id)
        else:
            self._writings.append(self._move(step.row_id, step.before or LAST))

    def note_all(self) -> None:
        """Everything of a session that has just begun."""
        saved = self._session.save()
        self._writings.extend(self._addition(row, LAST) for row in saved.rows)
        self.note_values(saved.values)

    # --- bringing it to the disk -----------------------------------------------------------------------------------

    def write(self) -> None:
        """Inside the caller's transaction; ``clear`` comes after its COMMIT."""
        for writing in self._writings:
            if isinstance(writing, set):
                self._answers.write(self._key, list(self._present(writing)), self._who)
            else:
                writing()
        for (address, kind), text in self.remarks.items():
            self._remarks.write(self._key, address, kind, text, self._who)

    def clear(self) -> None:
        self._writings.clear()
        self.remarks.clear()

    def _addition(self, row: SavedRow, following: RowId) -> Callable[[], None]:
        address = Address(row.id, row.path)
        return lambda: self._answers.add_row(self._key, address, row.parent, self._who, following)

    def _move(self, row_id: RowId, following: RowId) -> Callable[[], None]:
        return lambda: self._answers.move_row(self._key, row_id, self._who, following)

    def _present(self, addresses: Iterable[Address]) -> Iterator[AnswerChange]:
        """The values now, in a fixed order; facts are the dossier's own and are not kept with the answers."""
        for address in sorted(addresses):
            if address.row and address.row not in self._session.tree.rows:
                continue
            leaf = self._session.tree.leaf(address)
            if not leaf.definition.bind.own.fact:
                yield AnswerChange(address, leaf.lexical)


def addresses_in(rows: Iterable[RowNode]) -> frozenset[Address]:
    """The leaves of rows that hold a value."""
    nodes = [node for row in rows for node in row.within.values()]
    return frozenset(node.address for node in nodes if isinstance(node, LeafNode) and node.lexical)


def _saved(row: RowNode) -> SavedRow:
    return SavedRow(row.id, row.repeat.row.id if row.repeat.row else "", row.path)


def _following(row: RowNode, without: frozenset[RowId]) -> RowId:
    """The next row of the repeat that is not one of ``without``."""
    return next((other.id for other in row.repeat.rows[row.index + 1 :] if other.id not in without), LAST)
