"""A part of a form as a workbook for others to fill in: what is asked there, what is answered already, and whose it is.

Files, what the form calculates, and rows within rows stay at home.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.documents.excel.entry.book import (
    EntryAnswer,
    EntryBook,
    EntryKind,
    EntryLine,
    EntryList,
    EntryQuestion,
    EntryRow,
    EntrySheet,
    EntryTable,
    EntryTicket,
)
from cbc_desktop.documents.printed_form import PrintedValue, ValueKind
from cbc_desktop.documents.printing.values import ValuePrinter
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.choice_list import LiveChoice
from cbc_desktop.engine.navigation import is_asked
from cbc_desktop.engine.nodes import GroupNode, LeafNode, LiveNode, RepeatNode, RowNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.entry_language import in_entry_language
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.reading import as_read
from cbc_desktop.filling.table_columns import table_columns
from cbc_desktop.forms.definition import Control, DataType, LeafDef

NOTHING_TO_SEND = Message(
    "Phần này không có câu hỏi nào để người khác điền. Hãy chọn một bảng hoặc một phần có câu hỏi.",
    "There is no question in this part for others to fill in. Choose a table or a section with questions.",
)
NOT_ASKED = Message(
    "Phần này chưa được hỏi: theo các câu trả lời hiện nay thì không phải điền. Hãy trả lời trước câu hỏi quyết định "
    "phần này có được hỏi không.",
    "This part is not asked: by the present answers nobody has to fill it in. First answer the question that decides "
    "whether it is asked.",
)

_KINDS: Mapping[DataType, EntryKind] = {
    DataType.INT: EntryKind.INTEGER,
    DataType.DECIMAL: EntryKind.DECIMAL,
    DataType.DATE: EntryKind.DATE,
}
_SELECTS: Mapping[Control | None, EntryKind] = {
    Control.SELECT_ONE: EntryKind.CHOICE,
    Control.SELECT_MULTIPLE: EntryKind.CHOICES,
    Control.RANK: EntryKind.CHOICES,
}


def split_off(
    dossier: OpenDossier, form_id: str, parts: Sequence[Address], *, made: datetime, made_by: str
) -> EntryBook:
    """The workbook of tables, sections or questions, by address. UserFacingError when nothing is asked in them."""
    session = dossier.form(form_id).session
    nodes = [session.tree.find(part) for part in parts]
    with in_entry_language(session):
        sheets = tuple(_Splitter(session).sheets(nodes))
    if not sheets:
        raise UserFacingError(NOTHING_TO_SEND if any(node.relevant for node in nodes) else NOT_ASKED)
    return EntryBook(_ticket(dossier, session, sheets[0].title, made, made_by), sheets)


def goes_out(question: LeafDef) -> bool:
    """Whether a person elsewhere can answer it in a cell."""
    return question.takes_answers and question.bind.type is not DataType.BINARY and question.control not in _NO_CELL


_NO_CELL = (Control.TRIGGER, Control.UPLOAD)


def _ticket(dossier: OpenDossier, session: FormSession, title: str, made: datetime, made_by: str) -> EntryTicket:
    definition = session.definition
    return EntryTicket(
        dossier_id=dossier.dossier_id,
        agency=dossier.agency.name_vi,
        campaign=dossier.campaign.title.vi,
        form_id=definition.id,
        form_title=definition.title,
        form_version=definition.version,
        form_digest=definition.digest,
        title=title,
        made=made,
        made_by=made_by,
    )


class _Splitter:
    def __init__(self, session: FormSession) -> None:
        self._session = session
        self._printer = ValuePrinter(session, {})

    def sheets(self, nodes: Sequence[LiveNode | RepeatNode]) -> Iterator[EntrySheet]:
        """The single questions first, then the tables in the order of the form."""
        found = [below for node in nodes for below in _asked(node)]
        lines = tuple(self._line(node) for node in found if isinstance(node, LeafNode))
        if lines:
            yield EntryList(self._title(nodes[0]), lines)
        for node in found:
            if isinstance(node, RepeatNode):
                yield self._table(node)

    def _title(self, node: LiveNode | RepeatNode) -> str:
        session, label = self._session, node.definition.label
        if isinstance(node, RepeatNode):
            label = node.holder.definition.label or label
            return session.text(label, node.holder) or node.name
        is_part = isinstance(node, GroupNode) and bool(label)
        return session.text(label, node) if is_part else session.definition.title

    def _line(self, leaf: LeafNode) -> EntryLine:
        choices = tuple(choice.label for choice in self._session.choices(leaf))
        question = self._question(leaf.definition, leaf, choices, required=leaf.required)
        return EntryLine(leaf.address, question, self._answer(leaf, choices))

    def _table(self, repeat: RepeatNode) -> EntryTable:
        columns = [column for column in table_columns(repeat.definition) if goes_out(column) or column.label]
        columns = [column for column in columns if column.bind.type is not DataType.BINARY]
        rows = [row for row in repeat.rows if row.relevant]
        somewhere = rows[0] if rows else repeat
        offered = [_labels(self._session.choices_of_new_row(column, repeat)) for column in columns]
        questions = tuple(
            self._question(column, somewhere, choices, required=column.bind.required is not None)
            for column, choices in zip(columns, offered, strict=True)
        )
        return EntryTable(
            title=self._title(repeat),
            repeat=repeat.address,
            columns=questions,
            rows=tuple(self._row(row, columns, offered) for row in rows),
            free=not repeat.definition.fixed,
        )

    def _row(self, row: RowNode, columns: Sequence[LeafDef], offered: Sequence[tuple[str, ...]]) -> EntryRow:
        leaves = [row.within[column.path] for column in columns]
        cells = zip([leaf for leaf in leaves if isinstance(leaf, LeafNode)], offered, strict=True)
        return EntryRow(row.id, tuple(self._answer(leaf, choices) for leaf, choices in cells))

    def _answer(self, leaf: LeafNode, offered: tuple[str, ...]) -> EntryAnswer:
        own = _labels(self._session.choices(leaf))
        return EntryAnswer(leaf.lexical, self._printed(leaf), not leaf.readonly, own if own != offered else ())

    def _printed(self, leaf: LeafNode) -> PrintedValue:
        """Typed where a spreadsheet can calculate with it, else as people read it."""
        if leaf.definition.bind.type in _KINDS and not leaf.definition.choices:
            return self._printer.of(leaf)
        text = as_read(self._session, leaf) if leaf.relevant else ""
        return PrintedValue(ValueKind.TEXT, text, text or None)

    def _question(
        self, question: LeafDef, at: LiveNode | RepeatNode, choices: tuple[str, ...], *, required: bool
    ) -> EntryQuestion:
        session = self._session
        return EntryQuestion(
            path=question.path,
            label=session.text(question.label, at) or question.name,
            kind=_kind(question),
            choices=choices,
            unit=self._printer.unit(question),
            hint=session.text(question.hint, at),
            required=required and question.takes_answers,
            readonly=not goes_out(question),
        )


def _asked(node: LiveNode | RepeatNode) -> Iterator[LeafNode | RepeatNode]:
    """The questions and tables below, those that are asked now."""
    if isinstance(node, LeafNode):
        if is_asked(node) and goes_out(node.definition):
            yield node
    elif isinstance(node, RepeatNode):
        if node.relevant and any(goes_out(column) for column in table_columns(node.definition)):
            yield node
    elif isinstance(node, GroupNode | RowNode):
        for member in node.members.values():
            yield from _asked(member)


def _kind(question: LeafDef) -> EntryKind:
    if question.control in _SELECTS:
        return _SELECTS[question.control]
    return EntryKind.YEAR if question.bind.own.year else _KINDS.get(question.bind.type, EntryKind.TEXT)


def _labels(choices: Sequence[LiveChoice]) -> tuple[str, ...]:
    return tuple(choice.label for choice in choices)
