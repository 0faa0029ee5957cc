"""The words of the window in each language, from the file in which they are translated."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

from cbc_desktop.base.message import VIETNAMESE

_FILE = Path(__file__).parents[2] / "resources" / "translations" / "cbc_en.ts"
_PLACEHOLDER = re.compile(r"%n|\{\w+\}")
_FIXED_LETTERS = 4
"""A text with fewer besides its placeholders would fit anything."""


@cache
def exact_words(language: str) -> frozenset[str]:
    """Those without placeholders, and without the letter for Alt."""
    return frozenset(_plain(text) for text in _texts(language) if text and not _PLACEHOLDER.search(text))


@cache
def any_words(language: str) -> re.Pattern[str]:
    """All of them; a placeholder stands for anything."""
    return re.compile("|".join(filter(None, map(_pattern, _texts(language)))))


def words_in_sight(page: QWidget, language: str) -> list[str]:
    """What the buttons, headings and choices of a page say that is the window's own, in alphabetical order."""
    said = {QAbstractButton: QAbstractButton.text, QLabel: QLabel.text, QComboBox: QComboBox.currentText}
    shown = (text(part) for kind, text in said.items() for part in page.findChildren(kind) if part.isVisible())
    return sorted({_plain(text) for text in shown} & exact_words(language))


def _texts(language: str) -> Iterator[str]:
    for message in ET.parse(_FILE).getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        if language == VIETNAMESE:
            yield message.findtext("source", "")
        else:
            yield from (form.text or "" for form in (*translation.iter("numerusform"), translation))


def _plain(text: str) -> str:
    return text.replace("&", "")


def _pattern(text: str) -> str:
    parts = _PLACEHOLDER.split(_plain(text))
    return ".+".join(map(re.escape, parts)) if len("".join(parts).strip()) >= _FIXED_LETTERS or len(parts) == 1 else ""
