"""Which column of an office's own table answers which question, and where its headings end: people correct the guess.

Headings are compared by their words, without accents, units and signs: "Họ và tên (*)" is near to "Họ, tên". A heading
may take several rows, as wide tables of offices do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cbc_desktop.base.text import folded

Rows = Sequence[Sequence[str]]
ColumnNumber = int
"""From 0, in the sheet."""
Labels = Mapping[str, Sequence[str]]
"""What each question is called, by its path; in several languages."""

BETWEEN_LINES = " – "
"""Between the texts of a heading that takes several rows."""
_LOOKED_AT = 30
_MOST_HEADING_ROWS = 4
_ENOUGH = 0.5
"""From here on two headings probably mean the same."""
_INSIDE = 0.8
"""One heading is the beginning of the other, or lies in it."""
_LAST_LINE = 0.95
"""What a likeness counts that was found in the last line of a heading only."""
_SURE = _INSIDE * _LAST_LINE
"""What all matched headings of a row must reach together."""
_WORDS = re.compile(r"\w+")
_BESIDE = re.compile(r"\([^()]*+\)|\*")
_LEAST_LETTERS_INSIDE = 4


@dataclass(frozen=True, slots=True)
class Matching:
    """The headings stand in the rows from ``first`` to before ``behind``; ``columns`` are by the question's path."""

    first: int
    behind: int
    columns: Mapping[str, ColumnNumber]


def match_table(rows: Rows, labels: Labels) -> Matching:
    """The headings that fit the questions best."""
    guesses = [
        (sum(score for score, _ in found.values()), -(behind - first), -first, first, behind, found)
        for first in range(min(len(rows), _LOOKED_AT))
        for behind in range(first + 1, min(first + _MOST_HEADING_ROWS, len(rows)) + 1)
        if _is_sure(found := _matched(headings(rows, first, behind), labels))
    ]
    if not guesses:
        first = next((number for number, row in enumerate(rows) if sum(map(bool, row)) > 1), 0)
        return Matching(first, min(first + 1, len(rows)), {})
    *_, first, behind, found = max(guesses, key=lambda guess: guess[:3])
    return Matching(first, behind, {path: column for path, (_, column) in found.items()})


def headings(rows: Rows, first: int, behind: int) -> list[str]:
    """The heading of each column: its texts from top to bottom, each once."""
    return [
        BETWEEN_LINES.join(dict.fromkeys(text.strip() for text in column if text.strip()))
        for column in zip(*rows[first:behind], strict=True)
    ]


def likeness(one: str, other: str) -> float:
    """From 0 to 1, by the words that two headings share."""
    words, others = _words(one), _words(other)
    if not words or not others:
        return 0.0
    if words == others:
        return 1.0
    shared = len(set(words) & set(others)) * 2 / (len(set(words)) + len(set(others)))
    short, long = sorted((" ".join(words), " ".join(others)), key=len)
    is_inside = len(short) >= _LEAST_LETTERS_INSIDE and f" {short} " in f" {long} "
    return max(shared, _INSIDE) if is_inside else shared


def _is_sure(found: Mapping[str, tuple[float, ColumnNumber]]) -> bool:
    """One heading that is only somewhat alike may be any text."""
    return sum(score for score, _ in found.values()) >= _SURE


def _matched(titles: Sequence[str], labels: Labels) -> dict[str, tuple[float, ColumnNumber]]:
    """The likest pairs first, each question and each column once."""
    pairs = [
        (score, -column, path)
        for path, of_path in labels.items()
        for column, title in enumerate(titles)
        if (score := max(_best_likeness(title, label) for label in of_path)) >= _ENOUGH
    ]
    found: dict[str, tuple[float, ColumnNumber]] = {}
    taken: set[ColumnNumber] = set()
    for score, negative, path in sorted(pairs, reverse=True):
        if path not in found and -negative not in taken:
            taken.add(-negative)
            found[path] = (score, -negative)
    return found


def _best_likeness(title: str, label: str) -> float:
    """Of the whole heading, or of its last line alone: what stands above is common to several columns."""
    above, _, last = title.rpartition(BETWEEN_LINES)
    whole = likeness(title, label)
    return max(whole, _LAST_LINE * likeness(last, label)) if above else whole


@lru_cache(maxsize=1024)
def _words(text: str) -> Sequence[str]:
    """Kept, because each heading is compared with each question, over and over."""
    return _WORDS.findall(folded(_BESIDE.sub(" ", text)))
