"""What a text in somebody's table means as an answer, and whether it can be read as one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from cbc_desktop.documents.typed_text import typed, typed_choice, typed_choices
from cbc_desktop.engine.choice_list import LiveChoice
from cbc_desktop.engine.choices import values_of
from cbc_desktop.engine.codecs import fits
from cbc_desktop.forms.definition import Control, DataType, LeafDef

_SEVERAL = (Control.SELECT_MULTIPLE, Control.RANK)
_NUMBERS = (DataType.INT, DataType.DECIMAL)


def meant(text: str, question: LeafDef, choices: Sequence[LiveChoice]) -> str:
    """The lexical form; what cannot be read is kept as it is, and marked by the engine."""
    if not question.choices:
        return typed(text, question).strip()
    read = typed_choices if question.control in _SEVERAL else typed_choice
    found = read(text, choices) if text.strip() else ""
    return text.strip() if found is None else found


def is_readable(lexical: str, question: LeafDef, choices: Sequence[LiveChoice]) -> bool:
    """Whether it is an answer of the question's kind, one of the choices where these are known."""
    if not question.choices:
        return fits(lexical, question.bind.type)
    known = {choice.value for choice in choices}
    return not known or known.issuperset(values_of(question, lexical))


def same_answer(one: str, other: str, question: LeafDef) -> bool:
    """Whether two lexical forms say the same: 1.50 and 1.5, choices in another order."""
    if one == other:
        return True
    if question.bind.type in _NUMBERS and one and other and fits(one, question.bind.type):
        return fits(other, question.bind.type) and Decimal(one) == Decimal(other)
    if question.control is Control.SELECT_MULTIPLE:
        return set(values_of(question, one)) == set(values_of(question, other))
    return " ".join(one.split()) == " ".join(other.split())
