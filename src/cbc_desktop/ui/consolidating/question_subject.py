"""One question in the window: how often each choice was taken or what its figures add up to, and every answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from cbc_desktop.documents.consolidated_book import Form, Plain
from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.receiving.consolidating.behind import ToldAgency
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.figures import percent
from cbc_desktop.receiving.consolidating.question_summaries import (
    GivenAnswer,
    LaidQuestion,
    QuestionSummary,
    given_answers,
    summary,
)
from cbc_desktop.receiving.consolidating.told_answers import shown_as
from cbc_desktop.receiving.reporting.words import number_said, percent_said
from cbc_desktop.ui.consolidating.agency_words import AgencyWords
from cbc_desktop.ui.consolidating.subjects import AgencyLine, AgencyLists, Bar, Bars, Lines
from cbc_desktop.ui.look import Look

translate = QCoreApplication.translate


class QuestionSubject:
    """The first bar is of all answers; ``agencies`` are all by their keys, in the order of the register."""

    def __init__(
        self,
        consolidated: Consolidated,
        question: LaidQuestion,
        agencies: Mapping[str, ToldAgency],
        words: AgencyWords,
        look: Look,
    ) -> None:
        self._consolidated, self._question = consolidated, question
        self._agencies, self._words, self._look = agencies, words, look

    @property
    def heading(self) -> str:
        return self._look.text(self._question.form.title_of(self._question.table))

    @property
    def title(self) -> str:
        return self._look.text(self._question.label)

    def brief(self) -> str:
        return ""

    def sentences(self) -> str:
        unit = self._look.text(self._question.unit)
        told = translate("Question", "Đơn vị: {unit}.").format(unit=unit) if unit else ""
        return " ".join(filter(None, (told, self._mean())))

    def views(self) -> Sequence[str]:
        return ("",)

    def bars(self, view: int) -> Bars:
        choices = self._summary.choices
        headings = (translate("Question", "Số trả lời"), translate("Question", "% trả lời"))
        if not choices:
            return Bars("", headings[:1], (self._all(),))
        return Bars(translate("Question", "Phương án"), headings, (self._all(), *self._choices()))

    def behind(self, view: int, bar: int) -> AgencyLists:
        choices = self._summary.choices
        wanted = choices[bar - 1][0].value if choices and bar else ""
        given = [one for one in self._answers if not wanted or wanted in one.chosen]
        row = (translate("Question", "Dòng"),) if self._question.table.path else ()
        headings = (
            translate("Question", "Cơ quan"),
            *row,
            translate("Question", "Trả lời"),
        )
        return AgencyLists(
            headings,
            (
                Lines(translate("Question", "Trả lời"), tuple(map(self._line, given))),
                Lines(translate("Question", "Để trống"), tuple(self._silent())),
            ),
        )

    @cached_property
    def _summary(self) -> QuestionSummary:
        with self._consolidated.asking() as asked:
            return summary(asked, self._question)

    @cached_property
    def _answers(self) -> Sequence[GivenAnswer]:
        with self._consolidated.asking() as asked:
            return list(given_answers(asked, self._question, self._look.language))

    def _all(self) -> Bar:
        count = number_said(Decimal(self._summary.answered))
        return Bar(translate("Question", "Mọi trả lời"), None, (count, ""))

    def _choices(self) -> Iterator[Bar]:
        for number, (choice, count) in enumerate(self._summary.choices):
            part = percent(Decimal(count), Decimal(self._summary.answered))
            length = float(part or 0) / 100
            cells = (number_said(Decimal(count)), percent_said(part))
            yield Bar(self._look.text(choice.label), length, cells, apart=number == 0)

    def _mean(self) -> str:
        added = self._summary.added_up
        if added is None:
            return ""
        told = translate("Question", "Tổng {total}; trung bình {mean}; nhỏ nhất {least}; lớn nhất {most}.")
        return told.format(
            total=number_said(added.total),
            mean=number_said(added.mean),
            least=number_said(added.least),
            most=number_said(added.most),
        )

    def _line(self, one: GivenAnswer) -> AgencyLine:
        said = self._said(one.told)
        row = (str(one.row),) if self._question.table.path else ()
        cells = (self._words.name(self._agencies[one.agency]), *row, " ".join(said.split()))
        return AgencyLine(one.agency, cells, said)

    def _said(self, told: Plain) -> str:
        if isinstance(told, date):
            return date_text(told)
        if isinstance(told, int | Decimal):
            return str(told) if shown_as(self._question.column) is Form.YEAR else number_said(Decimal(told))
        return told or ""

    def _silent(self) -> Iterator[AgencyLine]:
        """Agencies that sent something and answered this nowhere."""
        answered = {one.agency for one in self._answers}
        blanks = ("", "") if self._question.table.path else ("",)
        for key, agency in self._agencies.items():
            if agency.status in ("in_time", "late") and key not in answered:
                yield AgencyLine(key, (self._words.name(agency), *blanks))
