"""Takes what a copy of the dossier says otherwise into the draft that is here: what a person chose, as one step.

The copy's log is added as it is, so that from now on the draft holds everything that the copy holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from cbc_desktop.dossier.revision import Remark, RemarkKind
from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.nodes import LeafNode, RepeatNode, RowNode
from cbc_desktop.engine.saved_form import Restoring, RowBack, RowGone, RowMoved, SavedRow, ValueBack
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.form_filling import FormFilling
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.since_sent import REMARK_KINDS, Difference, DifferenceKind, compared
from cbc_desktop.store.database import Database
from cbc_desktop.store.office_store import OfficeStore

_KINDS_OF_REMARKS = {kind: remark for remark, kind in REMARK_KINDS.items()}
_VALUES = frozenset({DifferenceKind.ANSWER, DifferenceKind.NO_LONGER_ASKED})
_ROWS_OF_THEIRS = frozenset({DifferenceKind.ROW_REMOVED, DifferenceKind.ROW_HIDDEN})


def differences(theirs: OpenDossier, mine: OpenDossier) -> tuple[Difference, ...]:
    """What people entered otherwise, form by form; in a difference ``before`` is theirs and ``after`` mine."""
    return tuple(
        difference
        for form_id, filling in mine.forms.items()
        for difference in compared(
            theirs.form(form_id).session, filling.session, theirs.remarks(form_id), mine.remarks(form_id)
        )
        if not difference.computed
    )


@dataclass(frozen=True, slots=True)
class Joining:
    """``mine`` is a draft; ``store`` and ``database`` are those it lies in."""

    store: OfficeStore
    database: Database
    theirs: OpenDossier
    mine: OpenDossier

    def take(self, chosen: Collection[Difference]) -> None:
        """What was chosen becomes as it is in the copy, one step to undo for each form; in one transaction."""
        with self.database.atomic():
            for form_id, filling in self.mine.forms.items():
                of_form = [difference for difference in chosen if difference.form_id == form_id]
                if of_form:
                    self._take_into(filling, of_form)
                    self.database.next_action()

    def _take_into(self, filling: FormFilling, chosen: Collection[Difference]) -> None:
        there = self.theirs.form(filling.form_id).session
        steps = [step for difference in chosen for step in _steps(difference, there, filling.session)]
        filling.put_back(sorted(steps, key=lambda step: isinstance(step, ValueBack)))
        filling.write()
        filling.written()
        for difference in chosen:
            kind = _KINDS_OF_REMARKS.get(difference.kind)
            if kind is not None:
                filling.remark(difference.address, kind, difference.before)
        self._take_remarks_of(filling, {step.row.id for step in steps if isinstance(step, RowBack)})
        filling.write()
        self.store.edits.done(self.mine.dossier_id)
        filling.written()

    def _take_remarks_of(self, filling: FormFilling, rows: Collection[RowId]) -> None:
        """What stands beside rows that have come; a note may have been left here when such a row was deleted."""
        here, there = (_texts(form.remarks, rows) for form in (filling, self.theirs.form(filling.form_id)))
        for (address, kind), text in {**dict.fromkeys(here, ""), **there}.items():
            filling.remark(address, kind, text)


def _texts(remarks: Iterable[Remark], rows: Collection[RowId]) -> dict[tuple[Address, RemarkKind], str]:
    return {(Address(one.rid, one.path), one.kind): one.text for one in remarks if one.rid in rows}


def _steps(difference: Difference, there: FormSession, here: FormSession) -> Iterator[Restoring]:
    """Nothing for a remark, which is no part of the form."""
    if difference.kind in _VALUES:
        yield ValueBack(difference.address, there.tree.leaf(difference.there).string_value())
    elif difference.kind is DifferenceKind.ROW_ADDED:
        yield RowGone(difference.address.row)
    elif difference.kind in _ROWS_OF_THEIRS:
        row = there.row(difference.there.row)
        yield from _row(row, difference.address.row, _following(row, here), here)
    elif difference.kind is DifferenceKind.ROW_MOVED:
        yield RowMoved(difference.address.row, _following(there.row(difference.there.row), here))


def _row(row: RowNode, parent: RowId, before: RowId | None, here: FormSession) -> Iterator[Restoring]:
    """A row with everything in it, under its own name; one that is only hidden here is there already."""
    if row.id not in here.tree.rows:
        yield RowBack(SavedRow(row.id, parent, row.path), before)
    for node in row.within.values():
        if isinstance(node, LeafNode) and node.lexical:
            yield ValueBack(Address(row.id, node.path), node.lexical)
        elif isinstance(node, RepeatNode):
            for inner in node.rows:
                yield from _row(inner, row.id, None, here)


def _following(row: RowNode, here: FormSession) -> RowId | None:
    """The next row of the copy's table that is here too."""
    return next((other.id for other in row.repeat.rows[row.index + 1 :] if other.id in here.tree.rows), None)
