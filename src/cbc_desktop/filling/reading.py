"""An answer as people read it: choices in words, numbers and dates the Vietnamese way."""

from __future__ import annotations

from cbc_desktop.documents.typed_text import shown
from cbc_desktop.engine.choices import values_of
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.engine.session import FormSession


def as_read(session: FormSession, leaf: LeafNode, lexical: str | None = None) -> str:
    """What the leaf holds, or ``lexical`` in its place, in the language on show; "" for no answer."""
    text = leaf.lexical if lexical is None else lexical
    if not text or not leaf.definition.choices:
        return shown(text, leaf.definition)
    return "; ".join(session.choice_label(leaf, value) for value in values_of(leaf.definition, text))
