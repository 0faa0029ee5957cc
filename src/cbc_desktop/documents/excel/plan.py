"""Which sheets the workbook will have, in which order, and what they are called."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cbc_desktop.base.message import Message
from cbc_desktop.base.text import nfc, without_marks
from cbc_desktop.documents.printed_form import PrintedDossier, PrintedForm, PrintedTable

ANSWERS = Message("Câu trả lời", "Answers")
GUIDE = Message("Hướng dẫn", "Guide")

LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"(?:[^\w.,() -]|[\U00010000-\U0010ffff])+")
"""Excel counts letters beyond the first plane twice."""
_NOT_ASCII = re.compile(r"[^\x20-\x7e]+")


@dataclass(frozen=True, slots=True)
class PlannedSheet:
    """One sheet of a form: a table of it, or, where ``table`` is None, its single answers."""

    name: str
    form: PrintedForm
    table: PrintedTable | None = None


def planned_sheets(dossier: PrintedDossier, names: SheetNames) -> tuple[PlannedSheet, ...]:
    """The sheets after the guide: for each form its answers, then its tables."""
    return tuple(sheet for form in dossier.forms for sheet in _sheets_of(form, names, dossier.language))


def guide_name(language: str) -> str:
    return without_marks(GUIDE.in_language(language))


def _sheets_of(form: PrintedForm, names: SheetNames, language: str) -> Iterator[PlannedSheet]:
    yield PlannedSheet(names.name_for(form.number, ANSWERS.in_language(language)), form)
    for block in form.blocks:
        if isinstance(block, PrintedTable):
            yield PlannedSheet(names.name_for(form.number, block.label), form, block)


class SheetNames:
    """Gives names that every spreadsheet takes: at most 31 letters, digits and points, unique whatever their case.

    ``accented``: as people write them; else in ASCII, for sheets that come back from any program.
    """

    def __init__(self, *taken: str, accented: bool = False) -> None:
        self._told: Callable[[str], str] = nfc if accented else _ascii
        self._taken = {*map(str.casefold, taken), "history"}  # Excel keeps "History" for itself

    def name_for(self, number: str, title: str) -> str:
        words = _NOT_IN_NAMES.sub(" ", self._told(f"{number} {title}")).split() or ["-"]
        name = _cut_at_a_word(words, LONGEST_NAME)
        count = 1
        while name.casefold() in self._taken:
            count += 1
            ending = f" ({count})"
            name = _cut_at_a_word(words, LONGEST_NAME - len(ending)) + ending
        self._taken.add(name.casefold())
        return name


def _ascii(text: str) -> str:
    return _NOT_ASCII.sub(" ", without_marks(text))


def _cut_at_a_word(words: list[str], length: int) -> str:
    name = ""
    for word in words:
        longer = f"{name} {word}".strip()
        if len(longer) > length:
            return name.rstrip(",.(-") or word[:length]
        name = longer
    return name
