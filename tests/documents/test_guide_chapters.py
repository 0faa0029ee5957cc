"""The user guide is whole in both languages: the same chapters with the same parts, and everything it points to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cbc_desktop.base.errors import BugError
from cbc_desktop.base.message import ENGLISH, LANGUAGES, VIETNAMESE
from cbc_desktop.documents.guide.book import Block, Chapter, Grid, Listing, Paragraph, Picture, Span, lines_of
from cbc_desktop.documents.guide.reading import folder, picture_file, read_chapter, read_guide
from cbc_desktop.documents.guide.topics import Topic

MOST_BYTES = 3_000_000
"""Of all pictures together: they travel with every installer."""


def shape(block: Block) -> tuple[object, ...]:
    """What has to be the same in both languages."""
    if isinstance(block, Listing):
        return Listing, block.numbered, len(block.items)
    if isinstance(block, Grid):
        return Grid, len(block.head), len(block.rows)
    if isinstance(block, Picture):
        return Picture, block.name
    return (Paragraph, block.note) if isinstance(block, Paragraph) else (type(block),)


@pytest.mark.parametrize("topic", Topic)
def test_a_chapter_has_the_same_parts_in_both_languages(topic: Topic) -> None:
    vietnamese, english = (read_guide(language).chapters[topic] for language in (VIETNAMESE, ENGLISH))
    assert list(map(shape, vietnamese.blocks)) == list(map(shape, english.blocks))


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_no_chapter_that_nobody_reads(language: str) -> None:
    assert {path.stem for path in (folder() / language).iterdir()} == {topic.value for topic in Topic}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_somewhere(language: str) -> None:
    chapters = read_guide(language).chapters.values()
    places = {chapter.place for chapter in chapters} | {one.place for chapter in chapters for one in chapter.headings()}
    wanted = [span.to for chapter in chapters for span in spans(chapter) if span.to is not None]
    assert wanted
    assert [place for place in wanted if place not in places] == []


def test_every_picture_is_there_in_both_languages_and_no_other() -> None:
    shown = {block.name for chapter in read_guide(VIETNAMESE).chapters.values() for block in pictures(chapter)}
    wanted = {picture_file(name, language) for name in shown for language in LANGUAGES}
    there = set((folder() / "pictures").iterdir())
    assert there == wanted
    assert sum(path.stat().st_size for path in there) < MOST_BYTES


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_does_not_see_a_picture_is_told_what_it_shows(language: str) -> None:
    chapters = read_guide(language).chapters.values()
    assert [block for chapter in chapters for block in pictures(chapter) if not block.text] == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# A\n\n### Too deep\n", 3),
        ("# A\n\n- one\n  - two\n", 3),
        ("# A\n\n*slanted*\n", 3),
        ("# A\n\n```\ncode\n```\n", 3),
        ("# A\n\n[elsewhere](https://example.vn)\n", 3),
        ("# A\n\ntext with ![a picture](start) in it\n", 3),
        ("## No title\n", 1),
    ],
)
def test_what_the_guide_does_not_use_is_told_with_its_line(text: str, line: int) -> None:
    with pytest.raises(BugError, match=rf"keys\.md, line {line}:"):
        read_chapter(Topic.KEYS, text)


def spans(chapter: Chapter) -> Iterator[Span]:
    return (span for block in chapter.blocks for line in lines_of(block) for span in line)


def pictures(chapter: Chapter) -> list[Picture]:
    return [block for block in chapter.blocks if isinstance(block, Picture)]
