"""Filled-in workbooks come back: what they changed of what went out, compared with what was changed here meanwhile.

went out  here  file | then
--------  ----  ---- | ----
a         any   a    | nothing: the file says nothing new
a         a     b    | b is taken
a         b     b    | nothing: both say the same
a         b     c    | a person decides between b and c

The same between several files. Rows without a name are new ones; rows that are missing in a file go only when a person
says so, for whoever gets a whole table to fill in deletes what is not theirs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Finding, Severity
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.documents.cell_texts import is_readable, meant, same_answer
from cbc_desktop.documents.excel.entry.returned import (
    ReturnedBook,
    ReturnedCell,
    ReturnedRow,
    ReturnedTable,
    read_returned,
)
from cbc_desktop.documents.excel.reading import table_file
from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.choice_list import LiveChoice
from cbc_desktop.engine.languages import in_both_languages
from cbc_desktop.engine.nodes import LeafNode, RepeatNode, RowNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.tree import Found
from cbc_desktop.filling import gather_words as words
from cbc_desktop.filling.entry_language import in_entry_language
from cbc_desktop.filling.gathered import FILE_REFUSED, ComingRow, Conflict, Gathering, LeavingRow, Version
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.reading import as_read
from cbc_desktop.filling.realigned_rows import realigned
from cbc_desktop.filling.splitting import goes_out
from cbc_desktop.filling.table_columns import table_columns
from cbc_desktop.filling.total_rows import is_total
from cbc_desktop.forms.definition import LeafDef

OpenColumns = Mapping[str, tuple[LeafDef, Sequence[LiveChoice]]]
"""The questions of a table that people elsewhere answer, with what they offer in a new row, by path."""


@dataclass(frozen=True, slots=True)
class ReturnedFiles:
    """``refused`` are the files that could not be read, with the reason."""

    books: tuple[ReturnedBook, ...]
    refused: tuple[Finding, ...]


def read_files(paths: Sequence[Path], progress: Progress) -> ReturnedFiles:
    """Reads the files one by one; needs no dossier, so that it can be done beside the window."""
    books, refused = [], []
    for path in paths:
        progress(words.READING.filled(name=path.name))
        try:
            books.append(read_returned(table_file(path), path.name))
        except UserFacingError as error:
            refused.append(Finding(FILE_REFUSED, Severity.ERROR, path.name, error.message))
    return ReturnedFiles(tuple(books), tuple(refused))


def gather(dossier: OpenDossier, form_id: str, files: ReturnedFiles) -> Gathering:
    """What the files bring to one form of the dossier as it is now; nothing is changed."""
    session = dossier.form(form_id).session
    gathered = _Gatherer(session, list(files.refused))
    with in_entry_language(session):
        for book in files.books:
            refusal = _refusal(dossier, form_id, book)
            if refusal is None:
                gathered.add(book)
            else:
                gathered.find(FILE_REFUSED, Severity.ERROR, book.name, refusal)
    return gathered.result()


def _refusal(dossier: OpenDossier, form_id: str, book: ReturnedBook) -> Message | None:
    ticket = book.slip.ticket
    if ticket.dossier_id != dossier.dossier_id:
        return words.OTHER_DOSSIER.filled(agency=ticket.agency, made=f"{ticket.made:%d/%m/%Y}")
    if ticket.form_id != form_id:
        return words.OTHER_FORM.filled(form=ticket.form_title)
    return None


@dataclass(slots=True)
class _Proposal:
    """An answer, and the files that give it."""

    lexical: str
    files: list[str]


@dataclass(frozen=True, slots=True)
class _NewRow:
    """A row that is coming: what it says, and the file that brings it."""

    repeat: Address
    lexicals: Mapping[str, str]
    file: str


@dataclass(slots=True)
class _Gatherer:
    session: FormSession
    findings: list[Finding]
    _proposals: dict[Address, list[_Proposal]] = field(default_factory=dict)
    _changed_here: set[Address] = field(default_factory=set)
    _coming: list[ComingRow] = field(default_factory=list)
    _leaving: dict[RowId, list[str]] = field(default_factory=dict)
    _new_rows: list[_NewRow] = field(default_factory=list)

    def find(self, code: str, severity: Severity, where: str, message: Message) -> None:
        self.findings.append(Finding(code, severity, where, message))

    def add(self, book: ReturnedBook) -> None:
        if book.slip.ticket.form_digest != self.session.definition.digest:
            self.find("other-version", Severity.WARNING, book.name, words.OTHER_VERSION)
        for address, cell in book.answers.items():
            self._propose(book, address, cell)
        for table in book.tables:
            repeat = _node(self.session, table.repeat)
            if isinstance(repeat, RepeatNode):
                self._add_table(book, table, repeat)
            else:
                self.find("table-gone", Severity.WARNING, _at(book, table.name), words.TABLE_GONE)

    def _add_table(self, book: ReturnedBook, table: ReturnedTable, repeat: RepeatNode) -> None:
        sent = _sent_rows(book, table)
        rows = realigned(table.rows, sent)
        if rows != table.rows:
            self.find("rows-realigned", Severity.NOTE, _at(book, table.name), words.REALIGNED)
        for place in table.unknown:
            self.find("column-left-out", Severity.NOTE, _at(book, place), words.OWN_COLUMN)
        columns = self._open_columns(repeat)
        seen: set[RowId] = set()
        for row in rows:
            if row.id in sent and row.id not in seen:
                seen.add(row.id)
                self._add_row(book, row, sent[row.id])
            else:
                self._add_new_row(book, table, row, repeat, columns)
        for row_id in sent.keys() - seen:
            self._leave(book, row_id)

    def _add_row(self, book: ReturnedBook, row: ReturnedRow, sent: Mapping[str, str]) -> None:
        emptied = any(sent.values()) and not any(cell.text.strip() for cell in row.cells.values())
        if emptied:
            self._leave(book, row.id)
            return
        for path, cell in row.cells.items():
            self._propose(book, Address(row.id, path), cell)

    def _leave(self, book: ReturnedBook, row_id: RowId) -> None:
        if row_id in self.session.tree.rows and not self.session.row(row_id).repeat.definition.fixed:
            self._leaving.setdefault(row_id, []).append(book.name)

    def _propose(self, book: ReturnedBook, address: Address, cell: ReturnedCell) -> None:
        sent, where = book.slip.sent.get(address), _at(book, cell.place)
        if sent is None or cell.text.strip() == sent.text.strip():
            return
        leaf = _node(self.session, address)
        if not isinstance(leaf, LeafNode):
            self.find("row-gone", Severity.WARNING, where, words.ROW_GONE.filled(text=cell.text))
            return
        question, choices = leaf.definition, self.session.choices(leaf)
        lexical = meant(cell.text, question, choices)
        if same_answer(lexical, sent.lexical, question) or same_answer(lexical, leaf.lexical, question):
            return
        if leaf.readonly or not goes_out(question):
            self.find("not-for-people", Severity.NOTE, where, words.GREY.filled(text=cell.text))
            return
        if not is_readable(lexical, question, choices):
            self.find("not-readable", Severity.WARNING, where, words.NOT_READABLE.filled(text=cell.text))
        if not same_answer(leaf.lexical, sent.lexical, question):
            self._changed_here.add(address)
        self._remember(leaf, lexical, book.name)

    def _remember(self, leaf: LeafNode, lexical: str, file: str) -> None:
        """Files that say the same stand together."""
        proposals = self._proposals.setdefault(leaf.address, [])
        for proposal in proposals:
            if same_answer(proposal.lexical, lexical, leaf.definition):
                proposal.files.append(file)
                return
        proposals.append(_Proposal(lexical, [file]))

    def _open_columns(self, repeat: RepeatNode) -> OpenColumns:
        columns = (column for column in table_columns(repeat.definition) if goes_out(column))
        return {column.path: (column, self.session.choices_of_new_row(column, repeat)) for column in columns}

    def _add_new_row(
        self, book: ReturnedBook, table: ReturnedTable, row: ReturnedRow, repeat: RepeatNode, columns: OpenColumns
    ) -> None:
        cells = {path: cell for path, cell in row.cells.items() if path in columns and cell.text.strip()}
        lexicals = {path: meant(cell.text, *columns[path]) for path, cell in cells.items()}
        where = _at(book, f"{table.name}!{row.number}")
        if not cells:
            return
        coming = _NewRow(repeat.address, lexicals, book.name)
        reason = self._no_new_row(row, repeat, coming)
        if reason is not None:
            self.find("row-left-out", Severity.NOTE, where, reason)
            return
        for path, cell in cells.items():
            if not is_readable(lexicals[path], *columns[path]):
                message = words.NOT_READABLE.filled(text=cell.text)
                self.find("not-readable", Severity.WARNING, _at(book, cell.place), message)
        self._new_rows.append(coming)
        self._coming.append(ComingRow(repeat.address, {path: cell.text for path, cell in cells.items()}, where))

    def _no_new_row(self, row: ReturnedRow, repeat: RepeatNode, coming: _NewRow) -> Message | None:
        """Why a row without a name is not taken."""
        if is_total([cell.text for cell in row.cells.values()]):
            return words.TOTAL_ROW
        if repeat.definition.fixed:
            return words.FIXED_ROWS
        if any(_says_the_same(there, coming.lexicals) for there in repeat.rows):
            return words.THERE_ALREADY
        twins = (other.file for other in self._new_rows if other == replace(coming, file=other.file))
        other_file = next((file for file in twins if file != coming.file), None)
        return words.IN_ANOTHER_FILE.filled(file=other_file) if other_file else None

    def result(self) -> Gathering:
        """In the words of the language on show."""
        answers, conflicts = {}, []
        for address, proposals in self._proposals.items():
            if len(proposals) == 1 and address not in self._changed_here:
                answers[address] = proposals[0].lexical
            else:
                conflicts.append(self._conflict(self.session.tree.leaf(address), proposals))
        leaving = (
            LeavingRow(row_id, words.row_named(self.session, self.session.row(row_id)), tuple(files))
            for row_id, files in self._leaving.items()
        )
        return Gathering(
            self.session.definition.id,
            answers,
            tuple(conflicts),
            tuple(self._coming),
            tuple(leaving),
            tuple(self.findings),
        )

    def _conflict(self, leaf: LeafNode, proposals: Sequence[_Proposal]) -> Conflict:
        ours = Version(leaf.lexical, as_read(self.session, leaf), ())
        theirs = (Version(one.lexical, as_read(self.session, leaf, one.lexical), tuple(one.files)) for one in proposals)
        return Conflict(leaf.address, _where(self.session, leaf), (ours, *theirs))


def _sent_rows(book: ReturnedBook, table: ReturnedTable) -> dict[RowId, dict[str, str]]:
    """The texts of the table that went out, by row and path."""
    sent: dict[RowId, dict[str, str]] = {}
    for address, answer in book.slip.sent.items():
        if address.row and address.path.startswith(f"{table.repeat.path}/"):
            sent.setdefault(address.row, {})[address.path] = answer.text
    return sent


def _node(session: FormSession, address: Address) -> Found | None:
    """What was there when the workbook went out; None when it has gone, or is no part of this version of the form."""
    return session.tree.find(address) if session.tree.holds(address) else None


def _says_the_same(row: RowNode, lexicals: Mapping[str, str]) -> bool:
    for path, lexical in lexicals.items():
        leaf = row.within[path]
        assert isinstance(leaf, LeafNode)
        if not same_answer(leaf.lexical, lexical, leaf.definition):
            return False
    return True


def _where(session: FormSession, leaf: LeafNode) -> Message:
    label = in_both_languages(session, leaf.definition.label, leaf)
    row = leaf.row
    if row is None:
        return label
    named = words.row_named(session, row)
    return Message(f"{named.vi} – {label.vi}", f"{named.en} – {label.en}")


def _at(book: ReturnedBook, place: object) -> str:
    return f"{book.name}, {place}"
