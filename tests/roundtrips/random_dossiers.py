"""Dossiers of the shipped campaign filled in at random: rows, choices, figures, days, notes; right and wrong ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from vietnamese_texts import short_text

from cbc_desktop.base.paper import unprintable
from cbc_desktop.base.text import keepable
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.forms.definition import Control, DataType, RepeatDef

MOST_ROWS = 4
LONGEST_LINE = 20
"""Of the place before the date: what its line cannot hold is refused when the letter is made."""
MOST_NUMBER = 999_999
ANSWERED = 0.7
NOTED = 0.03
WRONG = ("x", "0125", "1.234,5", "31/02/2022", "-0", "1e5", "khong-co")
"""What stands as it was typed, because wrong answers are kept."""
PASSES = 2
"""What an answer shows is answered in the second one."""


def fill_at_random(dossier: OpenDossier, random: Random) -> None:
    """Through the verbs of the desk, as a person would."""
    number, place = str(random.randint(1, MOST_NUMBER)), printable_text(random)[:LONGEST_LINE]
    dossier.set_facts(IssueFacts(number, "UBND-VX", None, place))
    for form_id in dossier.campaign.forms:
        session = dossier.form(form_id).session
        with dossier.together(form_id):
            _add_rows(dossier, form_id, random)
            for _ in range(PASSES):
                open_leaves = [leaf for leaf in session.leaves() if _asks(leaf) and random.random() < ANSWERED]
                dossier.answer_all(form_id, {leaf.address: _answer(session, leaf, random) for leaf in open_leaves})
            for leaf in session.leaves():
                if _asks(leaf) and random.random() < NOTED:
                    dossier.note(form_id, leaf.address, printable_text(random))


def printable_text(random: Random) -> str:
    """One that may stand on paper."""
    return next(text for text in iter(lambda: short_text(random), None) if may_be_printed(text))


def may_be_printed(text: str) -> bool:
    return not unprintable(keepable(text))


def _add_rows(dossier: OpenDossier, form_id: str, random: Random) -> None:
    session = dossier.form(form_id).session
    repeats = [node for node in session.definition.nodes() if isinstance(node, RepeatDef) and not node.fixed]
    for path in (repeat.path for repeat in repeats):
        for repeat in list(session.tree.repeats(path)):
            dossier.add_rows(form_id, repeat.address, random.randint(0, MOST_ROWS))


def _asks(leaf: LeafNode) -> bool:
    kind = leaf.definition
    return leaf.relevant and not leaf.readonly and kind.control is not None and kind.bind.type is not DataType.BINARY


def _answer(session: FormSession, leaf: LeafNode, random: Random) -> str:
    if random.random() < 0.05:
        return random.choice(WRONG)
    if leaf.definition.control in _CHOSEN:
        values = [choice.value for choice in session.choices(leaf)]
        return _CHOSEN[leaf.definition.control](values, random) if values else ""
    return _TYPED.get(leaf.definition.bind.type, printable_text)(random)


def _one(values: list[str], random: Random) -> str:
    return random.choice(values)


def _several(values: list[str], random: Random) -> str:
    return " ".join(random.sample(values, random.randint(1, len(values))))


_CHOSEN: dict[Control | None, Callable[[list[str], Random], str]] = {
    Control.SELECT_ONE: _one,
    Control.SELECT_MULTIPLE: _several,
}
_TYPED: dict[DataType, Callable[[Random], str]] = {
    DataType.INT: lambda random: str(random.choice((0, 1, 12, 999, 10**6, 10**12, 10**17)) + random.randint(0, 9)),
    DataType.DECIMAL: lambda random: f"{random.uniform(0, 10 ** random.randint(0, 12)):.{random.randint(0, 6)}f}",
    DataType.DATE: lambda random: (date(2022, 1, 1) + timedelta(random.randint(-40000, 4000))).isoformat(),
}
