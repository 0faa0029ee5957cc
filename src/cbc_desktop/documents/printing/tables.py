"""A repeat as a printed table: its asked columns, its rows, totals, the unit they have in common, remarks on cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from cbc_desktop.base.message import ENGLISH
from cbc_desktop.documents.printed_form import (
    PERCENT,
    PrintedColumn,
    PrintedRemark,
    PrintedTable,
    PrintedValue,
    ValueKind,
)
from cbc_desktop.documents.printing.data import leaves_of
from cbc_desktop.documents.printing.values import BLANK_TEXT, ValuePrinter, decimal_value, in_words, kind_of, number_of
from cbc_desktop.dossier.revision import Remark, RemarkKind
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.nodes import LeafNode, RepeatNode, RowNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.forms.definition import LeafDef, NodeDef

_WORDS = {
    "vi": ("Cộng", "Đơn vị tính: {unit}", "dòng {row}, cột “{column}”", "Ghi chú", "Giải trình", "Tệp kèm"),
    "en": ("Total", "Unit: {unit}", "row {row}, column “{column}”", "Note", "Explanation", "Files"),
}


def remark_titles(language: str) -> Mapping[RemarkKind, str]:
    *_, note, explanation, files = _WORDS[language if language == ENGLISH else "vi"]
    return {RemarkKind.NOTE: note, RemarkKind.EXPLANATION: explanation, RemarkKind.FILES: files}


class TablePrinter:
    """Prints the tables of one session."""

    def __init__(
        self,
        session: FormSession,
        values: ValuePrinter,
        remarks: Mapping[Address, Sequence[Remark]],
        language: str,
    ) -> None:
        self._session, self._values, self._remarks = session, values, remarks
        self._total, self._unit_line, self._place, *_ = _WORDS[language if language == ENGLISH else "vi"]
        self._titles = remark_titles(language)

    def print_table(self, repeat: RepeatNode, label: str, remarks: tuple[PrintedRemark, ...]) -> PrintedTable:
        questions = _columns(repeat.definition.children)
        rows = [row for row in repeat.rows if row.relevant]
        cells = tuple(tuple(self._values.of(_leaf(row, question)) for question in questions) for row in rows)
        common = _common([self._values.unit(question) for question in questions])
        own = repeat.definition.bind.own
        totals = self._totals(questions, cells)
        return PrintedTable(
            id=repeat.definition.name,
            label=label,
            columns=tuple(self._column(question, repeat, common) for question in questions),
            rows=cells,
            totals=totals,
            unit_line=self._unit_line.format(unit=common) if common else "",
            landscape=own.landscape,
            remarks=remarks + tuple(self._cell_remarks(rows, questions)),
            words=self._words(questions, totals, repeat),
            at=repeat.address,
        )

    def _column(self, question: LeafDef, repeat: RepeatNode, common_unit: str) -> PrintedColumn:
        unit = self._values.unit(question)
        return PrintedColumn(
            id=question.name,
            label=self._session.text(question.label, repeat),
            kind=kind_of(question),
            unit="" if unit == common_unit else unit,
            width=question.bind.own.width,
        )

    def _totals(self, questions: list[LeafDef], rows: Sequence[Sequence[PrintedValue]]) -> tuple[PrintedValue, ...]:
        """One value a column, the first telling what the line is; () when no column is summed or there is no row."""
        if not rows or not any(question.bind.own.total for question in questions):
            return ()
        totals = [
            _sum(row[place] for row in rows) if question.bind.own.total else PrintedValue(ValueKind.TEXT, BLANK_TEXT)
            for place, question in enumerate(questions)
        ]
        if totals[0].blank:
            totals[0] = PrintedValue(ValueKind.TEXT, self._total, self._total)
        return tuple(totals)

    def _words(self, questions: list[LeafDef], totals: tuple[PrintedValue, ...], repeat: RepeatNode) -> str:
        """The totals in words, each with its column's name when there are several."""
        said = [
            (self._session.text(question.label, repeat), in_words(total, own.unit.vi if own.unit else ""))
            for question, total in zip(questions, totals, strict=False)
            if (own := question.bind.own).words
        ]
        if len(said) == 1:
            return said[0][1]
        return "; ".join(f"{words} ({column})" for column, words in said if words)

    def _cell_remarks(self, rows: list[RowNode], questions: list[LeafDef]) -> Iterator[PrintedRemark]:
        for row in rows:
            for question in questions:
                leaf = _leaf(row, question)
                for remark in self._remarks.get(leaf.address, ()):
                    column = self._session.text(question.label, leaf)
                    place = self._place.format(row=row.index + 1, column=column)
                    yield PrintedRemark(f"{self._titles[remark.kind]} ({place})", remark.text)


def _columns(children: Sequence[NodeDef]) -> list[LeafDef]:
    """The asked leaves of a row; a repeat inside a table has no place on paper's one line."""
    return [leaf for leaf in leaves_of(children) if leaf.control is not None]


def _leaf(row: RowNode, question: LeafDef) -> LeafNode:
    node = row.within[question.path]
    assert isinstance(node, LeafNode)
    return node


def _common(units: Sequence[str]) -> str:
    """The one unit of several columns; "" when they differ, when only one column has any, and for percentages.

    "%" stands in the head of every column: it says what kind of number there is, not only how large it is.
    """
    named = [unit for unit in units if unit]
    return named[0] if len(named) > 1 and len(set(named)) == 1 and named[0] != PERCENT else ""


def _sum(values: Iterator[PrintedValue]) -> PrintedValue:
    """The sum of the numbers, blanks left out; without any number there is no sum, not even 0."""
    numbers = [number for value in values if (number := number_of(value)) is not None]
    return decimal_value(sum(numbers, Decimal(0))) if numbers else PrintedValue(ValueKind.DECIMAL, BLANK_TEXT)
