"""The guide speaks of the window in the window's own words; pictures are those that a command makes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from guide_pictures import PICTURES
from PySide6.QtGui import QImage, QKeySequence
from readme_pictures import OUT, WORDS
from readme_pictures import PICTURES as README_PICTURES
from window_words import any_words, exact_words

from cbc_desktop.base.message import ENGLISH, LANGUAGES
from cbc_desktop.documents.guide.book import Picture, Span, SpanKind, lines_of
from cbc_desktop.documents.guide.reading import picture_file, read_guide

KEY_NAMES = re.compile(r"((Ctrl|Alt|Shift)\+)*(F\d+|[A-Z0-9↑↓]|Enter|Tab|Esc|Delete|PgUp|PgDown|Alt|Shift)")


def said(language: str) -> Iterator[Span]:
    for chapter in read_guide(language).chapters.values():
        for block in chapter.blocks:
            yield from (span for line in lines_of(block) for span in line)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_in_bold_letters_stands_so_in_the_window(language: str) -> None:
    known = any_words(language)
    named = {span.text for span in said(language) if span.kind is SpanKind.STRONG}
    assert {text for text in named if not known.fullmatch(text)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_are_keys_of_a_keyboard(language: str) -> None:
    written = {span.text for span in said(language) if span.kind is SpanKind.CODE}
    keys = {text for text in written if KEY_NAMES.fullmatch(text)}
    assert {"F1", "F7", "F8", "Ctrl+P", "Alt+↑"} <= keys
    for text in keys - {"Alt", "Shift", "Alt+↑", "Alt+↓"}:
        assert QKeySequence(text)[0].key().value, text


def test_keys_are_the_same_in_both_languages() -> None:
    vietnamese, english = ([span.text for span in said(one) if span.kind is SpanKind.CODE] for one in LANGUAGES)
    assert {text for text in vietnamese if KEY_NAMES.fullmatch(text)} == {
        text for text in english if KEY_NAMES.fullmatch(text)
    }


def test_every_picture_is_made_by_the_command() -> None:
    blocks = (block for chapter in read_guide(ENGLISH).chapters.values() for block in chapter.blocks)
    assert {block.name for block in blocks if isinstance(block, Picture)} == set(PICTURES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_shows_the_window_as_it_speaks_now(name: str, language: str) -> None:
    assert _gone(picture_file(name, language), language) == set(), "make guides takes the pictures anew"


@pytest.mark.parametrize("name", README_PICTURES)
def test_a_picture_in_readme_shows_the_window_as_it_speaks_now(name: str) -> None:
    _, _, language = README_PICTURES[name]
    assert _gone(OUT / f"{name}.png", language) == set(), "make pictures takes the pictures anew"


def _gone(picture: Path, language: str) -> set[str]:
    """The words in a picture that the window does not say any more."""
    shown = QImage(str(picture)).text(WORDS).splitlines()
    assert shown
    return set(shown) - exact_words(language)
