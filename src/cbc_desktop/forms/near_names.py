"""What somebody may have meant: the known name that is nearest to one that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from cbc_desktop.base.message import Message

DID_YOU_MEAN = Message(" Có phải là “{nearest}”?", " Did you mean “{nearest}”?")


def nearest(name: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """Upper and lower case do not count; ``likeness`` is difflib's, 1 for the same."""
    by_folded = {other.casefold(): other for other in sorted(known, reverse=True)}
    found = get_close_matches(name.casefold(), by_folded, 1, likeness)
    return by_folded[found[0]] if found else None


def hinted(message: Message, near: str | None, **facts: object) -> Message:
    """``message`` with its facts, and “Did you mean ...?” for its ``{hint}`` when something is near."""
    hint = DID_YOU_MEAN.filled(nearest=near) if near else Message("", "")
    return message.filled(hint=hint, **facts)
