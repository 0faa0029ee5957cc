"""On which pages of a document the codes of its data stand, by its bookmarks; and the pages that lack, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cbc_desktop.base.message import Message
from cbc_desktop.base.paper import printable_text
from cbc_desktop.documents.pdf.embedded import UnreadablePdfError
from cbc_desktop.documents.pdf.finished import bookmarks, page_count
from cbc_desktop.documents.printed_codes import TITLE

_TITLE = TITLE.format(appendix="")
_ANYWHERE = Message("các trang có tiêu đề “MÃ SỐ LIỆU CỦA …”", "the pages under the title “MÃ SỐ LIỆU CỦA …”")
_PAGE = Message("trang {first} của tệp PDF (“{title}”)", "page {first} of the PDF (“{title}”)")
_PAGES = Message("trang {first}–{last} của tệp PDF (“{title}”)", "pages {first}–{last} of the PDF (“{title}”)")


@dataclass(frozen=True, slots=True)
class CodesPlace:
    """Of one part: its title, and its first and last page."""

    title: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, order=True)
class Unseen:
    """A page of a part on which codes were not read, both from 1; page 0: none of the part's was."""

    part: int
    page: int = 0


def codes_in(pdf: bytes) -> tuple[CodesPlace, ...]:
    """Part by part; () for a document that does not tell."""
    try:
        marks, end = bookmarks(pdf), page_count(pdf) + 1
    except UnreadablePdfError:
        return ()
    following = [page for _, page in marks[1:]] + [end]
    return tuple(
        CodesPlace(printable_text(title), page, max(page, behind - 1))
        for (title, page), behind in zip(marks, following, strict=False)
        if title.startswith(_TITLE)
    )


def told(places: Sequence[CodesPlace], unseen: Iterable[Unseen] | None) -> Message:
    """Where to look for what was not seen; for all codes when nothing was (None)."""
    wanted = [Unseen(part) for part in range(1, len(places) + 1)] if unseen is None else list(dict.fromkeys(unseen))
    if not wanted or any(one.part > len(places) for one in wanted):
        return _ANYWHERE
    return Message.joined((_told(places[one.part - 1], one.page) for one in wanted), ", ")


def _told(place: CodesPlace, page: int) -> Message:
    first, last = (place.first + page - 1,) * 2 if page else (place.first, place.last)
    return (_PAGE if first == last else _PAGES).filled(first=first, last=last, title=place.title)
