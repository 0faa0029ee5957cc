"""An office's own table into a table of the form: planned as a person matched the columns, then taken as one edit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cbc_desktop.base.findings import Finding, Severity
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import folded
from cbc_desktop.documents.cell_texts import is_readable, meant
from cbc_desktop.documents.excel.column_names import column_letters
from cbc_desktop.documents.excel.reading import SheetTexts
from cbc_desktop.documents.excel.table_matching import Matching, match_table
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.choice_list import LiveChoice
from cbc_desktop.engine.nodes import LeafNode, RowNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.entry_language import in_entry_language
from cbc_desktop.filling.pasting import PastedCell, PastePlan
from cbc_desktop.filling.reading import as_read
from cbc_desktop.filling.splitting import goes_out
from cbc_desktop.filling.table_columns import table_columns
from cbc_desktop.filling.total_rows import is_total
from cbc_desktop.forms.definition import LeafDef

NOT_READABLE = Message(
    "Không hiểu “{text}” ở cột “{column}”. Nội dung vẫn được lấy nguyên văn và đánh dấu lỗi để sửa.",
    "“{text}” cannot be read for “{column}”. It is taken as it is, and marked so that it can be corrected.",
)
LEFT_OUT = Message(
    "Dòng tổng cộng hoặc dòng đánh số cột, không lấy.", "A row of totals or of column numbers; not taken."
)
HIDDEN = Message("Dòng đang bị ẩn trong tệp, vẫn được lấy.", "A row that is hidden in the file; it is taken.")
NO_ROOM = Message(
    "Bảng trong biểu mẫu có số dòng cố định, không có dòng nào ứng với dòng này nên không lấy.",
    "The rows of this table are fixed, and none of them is this one; it is not taken.",
)

_COLUMN_NUMBER = re.compile(r"\(?\s*(\d{1,2}|[A-Z])\s*(=.*)?\)?")
_LEAST_NUMBERS = 3


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A question that a column can be matched with; not ``open``: it only helps to find the row."""

    question: LeafDef
    label: str
    open: bool


@dataclass(frozen=True, slots=True)
class OwnTablePlan:
    """``rows`` are the texts by path, each row with its number in the sheet; ``paste`` takes them."""

    rows: tuple[tuple[int, Mapping[str, str]], ...]
    findings: tuple[Finding, ...]
    paste: PastePlan


class OwnTable:
    """A table of the form that takes rows from a sheet."""

    def __init__(self, session: FormSession, repeat: Address) -> None:
        self._session = session
        self._repeat = session.tree.repeat(repeat)
        self._somewhere = self._repeat.rows[0] if self._repeat.rows else self._repeat
        self.columns = tuple(self._columns())
        self._by_path = {column.question.path: column for column in self.columns}
        self._offered: dict[str, tuple[LiveChoice, ...]] = {}

    def guess(self, sheet: SheetTexts) -> Matching:
        """By the labels in all languages of the form, whichever is on show."""
        return match_table(sheet.rows, {column.question.path: self._labels(column) for column in self.columns})

    def likeliest(self, sheets: Sequence[SheetTexts]) -> int:
        """The sheet whose headings fit best, a visible one before a hidden one."""
        return max(
            range(len(sheets)),
            key=lambda number: (not sheets[number].hidden, len(self.guess(sheets[number]).columns), -number),
        )

    def plan(self, sheet: SheetTexts, matching: Matching) -> OwnTablePlan:
        """What a person would get with this matching; choices are read in Vietnamese, and given on as values."""
        with in_entry_language(self._session):
            return self._plan(sheet, matching)

    def _plan(self, sheet: SheetTexts, matching: Matching) -> OwnTablePlan:
        findings: list[Finding] = []
        rows = list(self._rows(sheet, matching, findings))
        cells, placed = [], []
        for place, (number, texts) in self._places(rows, sheet, findings):
            open_texts = {path: text for path, text in texts.items() if self._by_path[path].open}
            placed.append((number, open_texts))
            cells += [self._cell(place, path, text) for path, text in open_texts.items() if text.strip()]
            findings += self._unreadable(place, number, open_texts, matching, sheet)
        last = max((cell.row for cell in cells), default=-1)
        paste = PastePlan(self._repeat.address, tuple(cells), max(last + 1 - len(self._repeat.rows), 0), 0)
        return OwnTablePlan(tuple(placed), tuple(findings), paste)

    def _cell(self, place: int, path: str, text: str) -> PastedCell:
        question = self._by_path[path].question
        return PastedCell(
            place, path, meant(text, question, self._choices(place, question)) if question.choices else text
        )

    def _columns(self) -> Iterator[TableColumn]:
        for question in table_columns(self._repeat.definition):
            is_open = goes_out(question)
            if is_open or self._repeat.definition.fixed:
                yield TableColumn(
                    question, self._session.text(question.label, self._somewhere) or question.name, is_open
                )

    def _labels(self, column: TableColumn) -> list[str]:
        languages = self._session.definition.languages
        label = column.question.label
        return [column.label, *(self._session.text_in(one, label, self._somewhere) for one in languages)]

    def _rows(
        self, sheet: SheetTexts, matching: Matching, findings: list[Finding]
    ) -> Iterator[tuple[int, dict[str, str]]]:
        for number, row in enumerate(sheet.rows[matching.behind :], matching.behind + 1):
            texts = {path: row[column] for path, column in matching.columns.items() if column < len(row)}
            if not any(text.strip() for text in texts.values()):
                continue
            if is_total(row) or _numbers_columns(row):
                findings.append(Finding("row-left-out", Severity.NOTE, f"{sheet.name}!{number}", LEFT_OUT))
                continue
            if number in sheet.hidden_rows:
                findings.append(Finding("row-hidden", Severity.NOTE, f"{sheet.name}!{number}", HIDDEN))
            yield number, texts

    def _places(
        self, rows: Sequence[tuple[int, dict[str, str]]], sheet: SheetTexts, findings: list[Finding]
    ) -> Iterator[tuple[int, tuple[int, dict[str, str]]]]:
        """New rows behind the last one with an answer; in a table of fixed rows, those that are named alike."""
        if not self._repeat.definition.fixed:
            yield from enumerate(rows, self._first_free())
            return
        for place, (number, texts) in enumerate(rows):
            found = self._fixed_row(place, texts)
            if found is None:
                findings.append(Finding("no-room", Severity.WARNING, f"{sheet.name}!{number}", NO_ROOM))
            else:
                yield found, (number, texts)

    def _first_free(self) -> int:
        filled = (row.index for row in self._repeat.rows if any(leaf.lexical for leaf in self._open_leaves(row)))
        return max(filled, default=-1) + 1

    def _open_leaves(self, row: RowNode) -> Iterator[LeafNode]:
        for column in self.columns:
            leaf = row.within[column.question.path]
            if column.open and isinstance(leaf, LeafNode):
                yield leaf

    def _fixed_row(self, place: int, texts: Mapping[str, str]) -> int | None:
        """By what names the row where a column is matched with it, else by its place."""
        naming = {path: text for path, text in texts.items() if not self._by_path[path].open and text.strip()}
        if not naming:
            return place if place < len(self._repeat.rows) else None
        return next((row.index for row in self._repeat.rows if self._is_named(row, naming)), None)

    def _is_named(self, row: RowNode, naming: Mapping[str, str]) -> bool:
        leaves = [(row.within[path], text) for path, text in naming.items()]
        return all(
            isinstance(leaf, LeafNode) and folded(as_read(self._session, leaf)) == folded(text.strip())
            for leaf, text in leaves
        )

    def _unreadable(
        self, place: int, number: int, texts: Mapping[str, str], matching: Matching, sheet: SheetTexts
    ) -> Iterator[Finding]:
        for path, text in texts.items():
            column = self._by_path[path]
            choices = self._choices(place, column.question)
            if not is_readable(meant(text, column.question, choices), column.question, choices):
                where = f"{sheet.name}!{column_letters(matching.columns[path])}{number}"
                message = NOT_READABLE.filled(text=text, column=column.label)
                yield Finding("not-readable", Severity.WARNING, where, message)

    def _choices(self, place: int, question: LeafDef) -> tuple[LiveChoice, ...]:
        if place < len(self._repeat.rows):
            leaf = self._repeat.rows[place].within[question.path]
            assert isinstance(leaf, LeafNode)
            return self._session.choices(leaf)
        if question.path not in self._offered:
            self._offered[question.path] = self._session.choices_of_new_row(question, self._repeat)
        return self._offered[question.path]


def _numbers_columns(row: Sequence[str]) -> bool:
    """``(1) (2) (3)`` or ``A B 1 2``: the line under the headings of an official table."""
    texts = [text.strip() for text in row if text.strip()]
    if len(texts) < _LEAST_NUMBERS or not all(_COLUMN_NUMBER.fullmatch(text) for text in texts):
        return False
    numbers = [int(found[1]) for text in texts if (found := _COLUMN_NUMBER.fullmatch(text)) and found[1].isdigit()]
    return len(numbers) > 1 and all(later == earlier + 1 for earlier, later in pairwise(numbers))
