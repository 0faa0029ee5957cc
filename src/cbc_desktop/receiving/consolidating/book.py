"""The consolidated workbook: which sheets it has and what stands on them, read from the tables row by row."""

from __future__ import annotations

from collections.abc import Iterator

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.documents.consolidated_book import ConsolidatedBook
from cbc_desktop.receiving.consolidating import book_words as words
from cbc_desktop.receiving.consolidating.answer_sheets import AnswerSheets
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.figure_sheets import FigureSheets
from cbc_desktop.receiving.consolidating.source_sheets import SourceSheets
from cbc_desktop.store.tables_file import AskedTables

LANGUAGE = "vi"
"""Documents are in Vietnamese whatever language a person chose (decision 20)."""


def consolidated_book(consolidated: Consolidated, asked: AskedTables) -> ConsolidatedBook:
    """``asked`` must stay open until the book is written."""
    campaign = consolidated.campaign
    return ConsolidatedBook(
        title=words.TITLE.filled(campaign=campaign.title.vi).vi,
        subject=campaign.title.vi,
        author=campaign.receiver.name,
        language=LANGUAGE,
        moment=consolidated.moment,
        digest=consolidated.digest,
        facts=tuple(_facts(consolidated)),
        rest=words.REST.vi,
        sheets=(
            *FigureSheets(consolidated, asked).sheets(),
            *AnswerSheets(consolidated, asked).sheets(),
            *SourceSheets(consolidated, asked).sheets(),
        ),
    )


def _facts(consolidated: Consolidated) -> Iterator[tuple[str, str]]:
    yield words.LETTER.vi, consolidated.campaign.letter.number
    yield words.ASKED.vi, str(consolidated.asked)
    yield words.SENT.vi, str(consolidated.respondents)
    yield words.LATE.vi, str(consolidated.late)
    yield words.PENDING.vi, str(consolidated.pending)
    yield words.MISSING.vi, str(consolidated.missing)
    if consolidated.taken_until is not None:
        yield words.UNTIL.vi, f"{consolidated.taken_until.astimezone(VIETNAM):%H:%M %d/%m/%Y}"
    yield words.DIGEST.vi, str(consolidated.digest)
