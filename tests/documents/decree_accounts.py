"""Who accounts for what stands on a page: an element of the decree, an answer, a table, or the page's own marks."""

from __future__ import annotations

from decree_reading import BOTTOM, Reading, is_page_number
from decree_table import ELEMENTS
from decree_texts import charts
from traced_pages import Line, TracedPage


def unaccounted(one: Reading) -> list[Line]:
    """The lines that are no element of the decree, nor an answer, nor in a table."""
    claimed = {line for element in ELEMENTS for passage in element.passages(one) for line in passage}
    kinds = (_is_answer, _is_cell, _is_in_chart)
    return [line for line in one.body if line not in claimed and not any(known(line, one) for known in kinds)]


def _is_answer(line: Line, one: Reading) -> bool:
    """Questions and answers of a form are "nội dung văn bản" (II.6.e); what is said about an answer is italic."""
    return (
        line.page >= one.first_page_of_forms
        and line.face in ("upright", "italic")
        and 13 <= line.size <= 14
        and _is_black_prose(line, one)
    )


def _is_black_prose(line: Line, one: Reading) -> bool:
    return line.colour == "black" and not one.page(line).in_table(line)


def _is_cell(line: Line, one: Reading) -> bool:
    """The decree leaves tables open; ours are set in 9 to 12 points."""
    known = line.face in ("upright", "bold", "italic") and 9 <= line.size <= 12 and line.colour == "black"
    return known and one.page(line).in_table(line)


def _is_in_chart(line: Line, one: Reading) -> bool:
    """The decree knows no charts; their words are set in 10 points, the figures inside bars in 8."""
    return (
        bool(charts(one.dossier))
        and line.face in ("upright", "bold")
        and line.size in (8, 10)
        and line.colour in ("black", "1.00 1.00 1.00")
    )


def strays_in_the_margin(one: Reading) -> list[Line]:
    return [line for line in one.around if not _stands_in_the_margin(line, one.page(line), one)]


def _stands_in_the_margin(line: Line, page: TracedPage, one: Reading) -> bool:
    return is_page_number(line, page) or _is_foot(line, page) or _is_mark(line, one)


def _is_foot(line: Line, page: TracedPage) -> bool:
    """Our own: campaign, agency, revision and digest, small, below the text."""
    return line.face == "upright" and line.size == 8 and line.baseline > page.height - BOTTOM


def _is_mark(line: Line, one: Reading) -> bool:
    """Our own: drafts and trials are marked in the top margin and across the page, and finished documents are not."""
    marks = ["DỰ THẢO"] * one.dossier.draft + ["THỬ NGHIỆM"] * one.dossier.trial
    return line.text in marks and line.face == "bold" and (line.size == 10 if line.level else line.colour != "black")
