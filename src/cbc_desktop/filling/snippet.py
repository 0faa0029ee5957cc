"""The part of a text around the words that were looked for, and which of its letters they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cbc_desktop.base.text import folded, nfc
from cbc_desktop.store.search import WORD

LONGEST = 110
_BEFORE = 30
"""How many letters of a long text stand before the first word that was found."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """``found`` are the places of the found words in ``text``: from each start up to its end."""

    text: str
    found: tuple[tuple[int, int], ...]


def snippet(text: str, wanted: Sequence[str]) -> Snippet:
    """On one line; ``wanted`` are folded beginnings of words."""
    line = " ".join(nfc(text).split())
    places = [match.span() for match in WORD.finditer(line) if folded(match[0]).startswith(tuple(wanted))]
    start = _start(line, places[0][0] if places else 0)
    end = _end(line, start)
    before, after = "… " if start else "", " …" if end < len(line) else ""
    shift = len(before) - start
    found = tuple((begin + shift, stop + shift) for begin, stop in places if begin >= start and stop <= end)
    return Snippet(f"{before}{line[start:end]}{after}", found)


def _start(line: str, first: int) -> int:
    """The beginning of a word, far enough before the first one that was found."""
    if len(line) <= LONGEST or first <= _BEFORE:
        return 0
    return line.index(" ", first - _BEFORE - 1) + 1 if " " in line[first - _BEFORE - 1 : first] else first


def _end(line: str, start: int) -> int:
    if len(line) - start <= LONGEST:
        return len(line)
    space = line.rfind(" ", start, start + LONGEST)
    return space if space > start else start + LONGEST
