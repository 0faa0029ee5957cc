"""Where on a page the remarks of the receiver stand: at the question, or above the table that the cell is in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from cbc_desktop.engine.address import Address
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.returned import ReturnedQuestion
from cbc_desktop.ui.look import Look

Placed = list[tuple[ReturnedQuestion, str]]
"""Remarks, each with its row and column in words, or "" where the place says enough."""


def remarks_by_place(
    session: FormSession,
    form_id: str,
    returned: Iterable[ReturnedQuestion],
    places: Collection[Address],
    look: Look,
) -> Mapping[Address, Placed]:
    """Of one form; what lies at none of ``places`` is left out, for it is on another page."""
    found: dict[Address, Placed] = defaultdict(list)
    for question in returned:
        if question.form_id != form_id or question.address is None:
            continue
        place = _place(session, question.address, places)
        if place is not None:
            where = "" if place == question.address else _where(session, question, look)
            found[place].append((question, where))
    return found


def _place(session: FormSession, address: Address, places: Collection[Address]) -> Address | None:
    if address in places:
        return address
    row = session.tree.rows.get(address.row)
    while row is not None:
        if row.repeat.address in places:
            return row.repeat.address
        row = row.repeat.row
    return None


def _where(session: FormSession, question: ReturnedQuestion, look: Look) -> str:
    """``Dòng 2: Số máy``; for a row as a whole ``Dòng 2``."""
    assert question.address is not None
    node = session.tree.find(question.address)
    number = node.row.sibling_position() if node.row else 0
    if node.row is node:
        return QCoreApplication.translate("Returned", "Dòng {number}").format(number=number)
    named = QCoreApplication.translate("Returned", "Dòng {number}: {question}")
    return named.format(number=number, question=look.text(question.label))
