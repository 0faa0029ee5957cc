"""The consolidated workbook: which sheets it has and what stands on them, read from the tables row by row."""

from __future__ import annotations

from collections.abc import Iterator

from cbc_desktop.documents.consolidated_book import HEADINGS, Cell, ConsolidatedBook, Leading, Place
from cbc_desktop.receiving.consolidating import book_words as words
from cbc_desktop.receiving.consolidating.answer_sheets import AnswerSheets
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.figure_sheets import FigureSheets
from cbc_desktop.receiving.consolidating.source_sheets import DUE, SOURCES, SourceSheets
from cbc_desktop.store.tables_file import AskedTables

LANGUAGE = "vi"
"""Documents are in Vietnamese whatever language a person chose (decision 20)."""


def consolidated_book(consolidated: Consolidated, asked: AskedTables) -> ConsolidatedBook:
    """``asked`` must stay open until the book is written."""
    campaign, figures = consolidated.campaign, FigureSheets(consolidated, asked)
    sheets = (
        *figures.sheets(),
        *AnswerSheets(consolidated, asked).sheets(),
        *SourceSheets(consolidated, asked, figures.place_of).sheets(),
    )
    return ConsolidatedBook(
        title=words.TITLE.filled(campaign=campaign.title.vi).vi,
        subject=campaign.title.vi,
        author=campaign.receiver.name,
        language=LANGUAGE,
        trial=consolidated.trial,
        moment=consolidated.moment,
        digest=consolidated.digest,
        facts=tuple(_facts(consolidated)),
        rest=words.REST.vi,
        reference=words.REFERENCE.vi,
        sheets=tuple(sorted(sheets, key=lambda sheet: sheet.reference)),
    )


def _facts(consolidated: Consolidated) -> Iterator[tuple[str, Cell]]:
    yield words.LETTER.vi, consolidated.campaign.letter.number
    yield words.ASKED.vi, consolidated.asked
    yield words.SENT.vi, Leading(consolidated.respondents, Place(SOURCES, HEADINGS))
    for label, count in (
        (words.LATE, consolidated.late),
        (words.UNDECIDED, consolidated.undecided),
        (words.PENDING, consolidated.pending),
        (words.MISSING, consolidated.missing),
    ):
        yield label.vi, Leading(count, Place(DUE, HEADINGS))
    if consolidated.taken_until is not None:
        yield words.UNTIL.vi, consolidated.taken_until
    yield words.DIGEST.vi, str(consolidated.digest)
