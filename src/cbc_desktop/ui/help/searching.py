"""Finding a place of the guide by the beginnings of words in it; accents are ignored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cbc_desktop.documents.guide.book import Chapter, Guide, Heading, Place, lines_of, text_of
from cbc_desktop.store.search import words_of


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of the guide, and the section in which it stands; the title of a section is a passage too."""

    place: Place
    title: str
    text: str


def find(guide: Guide, typed: str) -> list[Passage]:
    """Passages with all the words: titles first, then text in reading order, one for each section."""
    wanted = words_of(typed)
    if not wanted:
        return []
    fitting = [one for one in _passages(guide) if _fits(one.text, wanted)]
    fitting.sort(key=lambda one: one.text != one.title)
    first: dict[Place, Passage] = {}
    for one in fitting:
        first.setdefault(one.place, one)
    return list(first.values())


def _fits(text: str, wanted: Sequence[str]) -> bool:
    words = words_of(text)
    return all(any(word.startswith(beginning) for word in words) for beginning in wanted)


def _passages(guide: Guide) -> Iterator[Passage]:
    for chapter in guide.chapters.values():
        yield from _of_chapter(chapter)


def _of_chapter(chapter: Chapter) -> Iterator[Passage]:
    place, title = chapter.place, chapter.title
    yield Passage(place, title, title)
    for block in chapter.blocks:
        if isinstance(block, Heading):
            place, title = block.place, block.text
        yield from (Passage(place, title, text_of(line)) for line in lines_of(block))
