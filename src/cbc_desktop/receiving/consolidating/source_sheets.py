"""The sheets about where the answers come from: files, who is missing or late, what does not fit, what is new."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from itertools import chain

from cbc_desktop.base.message import Message
from cbc_desktop.documents.consolidated_book import BookColumn, BookSheet, Form, Leading, Place, Row
from cbc_desktop.receiving.consolidating import book_words as words
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.doubtful_answers import unfit_answers, unplaced_answers
from cbc_desktop.receiving.consolidating.results import SEVERITIES
from cbc_desktop.receiving.consolidating.sender_remarks import sender_remarks
from cbc_desktop.receiving.route import Route, Source
from cbc_desktop.store.tables_file import AskedTables

DUE, SOURCES = "due", "sources"

_SOURCES = """SELECT a.name, s.file, s.digest, s.kind, s.route, s.revision, s.content_digest, s.verdict, s.trial,
    s.sent_at, s.taken_at FROM source AS s JOIN agency AS a ON a.id = s.agency ORDER BY s.id"""
_DUE = "SELECT name, kind, region, status, sent_on FROM agency WHERE asked AND status <> 'in_time' ORDER BY rowid"


class SourceSheets:
    """Of one consolidation, in Vietnamese; sheets with nothing to say are left out, but not who is missing.

    ``place_of`` tells where the figure of an indicator and an item stands.
    """

    def __init__(
        self, consolidated: Consolidated, asked: AskedTables, place_of: Callable[[str, str], Place | None]
    ) -> None:
        self._consolidated, self._asked, self._place_of = consolidated, asked, place_of
        self._names: dict[str, str] = dict(asked.rows("SELECT id, name FROM agency"))

    def sheets(self) -> Iterator[BookSheet]:
        remarks = (
            (one.name, one.question.vi, one.row, words.REMARK_KINDS[one.kind].vi, one.words)
            for one in sender_remarks(self._asked)
        )
        if rows := _if_any(remarks):
            yield _sheet("remarks", words.REMARKS, words.ABOUT_REMARKS, _REMARKED, rows)
        yield _sheet("checks", words.CHECKS, words.ABOUT_CHECKS, _CHECKS, self._check_rows())
        unfit = ((one.name, one.question.vi, one.given) for one in unfit_answers(self._asked))
        if rows := _if_any(unfit):
            yield _sheet("unfit", words.UNFIT, words.ABOUT_UNFIT, _UNFITS, rows)
        unplaced = ((one.name, one.question.vi) for one in unplaced_answers(self._asked))
        if rows := _if_any(unplaced):
            yield _sheet("unplaced", words.UNPLACED, words.ABOUT_UNPLACED, _UNPLACED, rows)
        if self._consolidated.left_out:
            yield _sheet("left-out", words.LEFT_OUT, words.ABOUT_LEFT_OUT, _LEFT_OUT, self._left_out_rows())
        yield _sheet(DUE, words.DUE, words.ABOUT_DUE, _DUES, self._due_rows())
        if self._consolidated.difference is not None:
            yield _sheet("changes", words.CHANGES, words.ABOUT_CHANGES, _CHANGED, self._change_rows())
        yield replace(_sheet(SOURCES, words.SOURCES, words.ABOUT_SOURCES, _FILES, self._source_rows()), reference=True)

    def _check_rows(self) -> Iterator[Row]:
        for one in self._consolidated.findings():
            yield (one.check.name.vi, SEVERITIES[one.check.severity].vi, self._names[one.agency], one.words.vi)

    def _left_out_rows(self) -> Iterator[Row]:
        for one in self._consolidated.left_out:
            yield (one.name, one.file, one.reason.vi)

    def _due_rows(self) -> Iterator[Row]:
        label = self._consolidated.indicators.group_label
        for name, kind, region, status, sent_on in self._asked.rows(_DUE):
            told = (label("kind", kind).vi, label("region", region).vi)
            yield (name, *told, words.STATUSES[status].vi, sent_on and date.fromisoformat(sent_on))

    def _change_rows(self) -> Iterator[Row]:
        difference = self._consolidated.difference
        if difference is None:
            return
        for word, agencies in (
            (words.ARRIVED, difference.arrived),
            (words.AMENDED, difference.amended),
            (words.GONE, difference.gone),
        ):
            for agency in agencies:
                yield (word.vi, agency.name, "", None, None)
        names = {figures.definition.id: figures.definition.name.vi for figures in self._consolidated.figures}
        for change in difference.figures:
            name = names.get(change.indicator, change.indicator)
            to = self._place_of(change.indicator, change.item)
            led = Leading(name, to) if to is not None else name
            item = words.IN_PERCENT.filled(item=change.label).vi.strip() if change.is_ratio else change.label
            yield (words.FIGURE.vi, led, item, *map(_told, change.told))

    def _source_rows(self) -> Iterator[Row]:
        for name, file, digest, kind, route, revision, content, verdict, trial, sent, taken in self._asked.rows(
            _SOURCES
        ):
            yield (
                *(name, file, Source(kind).words.vi, Route(route).words.vi, revision, words.VERDICTS[verdict].vi),
                *(words.YES.vi if trial else "", _moment(sent), _moment(taken), digest, content),
            )


def _sheet(
    key: str, title: Message, about: Message, columns: tuple[tuple[Message, int, Form], ...], rows: Iterator[Row]
) -> BookSheet:
    told = tuple(BookColumn(label.vi, width, form) for label, width, form in columns)
    return BookSheet(key, title.vi, about.vi, told, rows)


def _if_any(rows: Iterator[Row]) -> Iterator[Row] | None:
    """Those rows, which are still read one by one; None where there are none."""
    first = next(rows, None)
    return None if first is None else chain((first,), rows)


def _told(number: Decimal | None) -> Decimal | None:
    """No finer than a sheet shows it."""
    return None if number is None else round(number, 2).normalize()


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


_CHECKS = (
    (words.RULE, 44, Form.TEXT),
    (words.SEVERITY, 14, Form.TEXT),
    (words.AGENCY, 46, Form.TEXT),
    (words.TEXT, 90, Form.TEXT),
)
_REMARKED = (
    (words.AGENCY, 46, Form.TEXT),
    (words.QUESTION, 70, Form.TEXT),
    (words.ROW_NUMBER, 8, Form.NUMBER),
    (words.REMARK_KIND, 14, Form.TEXT),
    (words.TEXT, 90, Form.TEXT),
)
_UNPLACED = ((words.AGENCY, 46, Form.TEXT), (words.QUESTION, 70, Form.TEXT))
_UNFITS = ((words.AGENCY, 46, Form.TEXT), (words.QUESTION, 70, Form.TEXT), (words.TEXT, 60, Form.TEXT))
_LEFT_OUT = ((words.AGENCY, 46, Form.TEXT), (words.FILE, 40, Form.TEXT), (words.REASON, 90, Form.TEXT))
_DUES = (
    (words.AGENCY, 46, Form.TEXT),
    (words.KIND, 26, Form.TEXT),
    (words.REGION, 34, Form.TEXT),
    (words.STATUS, 26, Form.TEXT),
    (words.SENT_ON, 14, Form.DATE),
)
_CHANGED = (
    (words.CHANGE, 20, Form.TEXT),
    (words.INDICATOR, 70, Form.TEXT),
    (words.ITEM, 46, Form.TEXT),
    (words.BEFORE, 16, Form.NUMBER),
    (words.NOW, 16, Form.NUMBER),
)
_FILES = (
    (words.AGENCY, 46, Form.TEXT),
    (words.FILE, 36, Form.TEXT),
    (words.SOURCE_KIND, 18, Form.TEXT),
    (words.ROUTE, 18, Form.TEXT),
    (words.REVISION, 8, Form.NUMBER),
    (words.VERDICT, 32, Form.TEXT),
    (words.TRIAL, 12, Form.TEXT),
    (words.SENT_ON, 22, Form.DATE),
    (words.TAKEN, 22, Form.DATE),
    (words.FILE_DIGEST, 70, Form.TEXT),
    (words.CONTENT_DIGEST, 70, Form.TEXT),
)
