"""A filled-in form as a printed form: labels evaluated, choices in words, tables with their totals.

Only what is relevant is printed; calculations and names of rows without a control are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from cbc_desktop.base.message import ENGLISH
from cbc_desktop.documents.printed_form import (
    PrintedAnswer,
    PrintedBlock,
    PrintedForm,
    PrintedHeading,
    PrintedRemark,
    PrintedTable,
    ValueKind,
)
from cbc_desktop.documents.printing.tables import TablePrinter, remark_titles
from cbc_desktop.documents.printing.values import ValuePrinter, in_words
from cbc_desktop.dossier.revision import Remark, Revision
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.languages import language_for
from cbc_desktop.engine.nodes import Branch, GroupNode, LeafNode, RepeatNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.forms.definition import Control, Layout

NOT_GIVEN_YET = "…"


@dataclass(frozen=True, slots=True)
class Beside:
    """What belongs to a form beside its answers: remarks, and the original names of attached files by media name."""

    remarks: tuple[Remark, ...] = ()
    file_names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, revision: Revision, form_id: str) -> Beside:
        remarks = tuple(remark for remark in revision.remarks if remark.form_id == form_id)
        return cls(remarks, {file.name: file.original_name for file in revision.attachments})

    def printed(self, remark: Remark) -> Remark:
        """With the names that people gave to the files beside an answer."""
        if not remark.files:
            return remark
        return replace(remark, text=", ".join(self.file_names.get(name, name) for name in remark.files))


class FormPrinter:
    """Prints a session in ``language``, "vi" or "en"; what it says is final."""

    def __init__(self, session: FormSession, language: str, beside: Beside) -> None:
        session.show_language(language_for(session.definition, language))
        self._session = session
        self._titles = remark_titles(language)
        self._of_row = "Dòng {0}" if language != ENGLISH else "Row {0}"
        self._values = ValuePrinter(session, beside.file_names)
        self._remarks: dict[Address, list[Remark]] = {}
        for remark in map(beside.printed, beside.remarks):
            self._remarks.setdefault(Address(remark.rid, remark.path), []).append(remark)
        self._tables = TablePrinter(session, self._values, self._remarks, language)

    def form(self, number: str) -> PrintedForm:
        """The whole form; ``number`` is the appendix's Roman numeral, "" when there is only one."""
        definition = self._session.definition
        blocks = tuple(self.blocks(self._session.tree.document.root, 1))
        return PrintedForm(definition.id, number, definition.title, blocks, definition.version)

    def blocks(self, branch: Branch, level: int) -> Iterator[PrintedBlock]:
        for member in branch.members.values():
            yield from self._member(member, level)

    def part(self, path: str, level: int) -> Iterator[PrintedBlock]:
        """The blocks of one group, repeat or question outside all repeats, by its generic path; none where it is not
        relevant."""
        *around, name = path.split("/")[2:]
        branch: Branch = self._session.tree.document.root
        for group in around:
            inner = branch.members[group]
            if not isinstance(inner, GroupNode) or not inner.relevant:
                return
            branch = inner
        yield from self._member(branch.members[name], level)

    def _member(self, member: LeafNode | GroupNode | RepeatNode, level: int) -> Iterator[PrintedBlock]:
        if not member.relevant:
            return
        if isinstance(member, LeafNode):
            yield from self._answer(member)
        elif isinstance(member, GroupNode):
            yield from self._group(member, level)
        else:
            yield from self._repeat(member, level, self._session.text(member.definition.label, member), ())

    def _answer(self, leaf: LeafNode) -> Iterator[PrintedAnswer]:
        own = leaf.definition.bind.own
        asked = leaf.definition.control not in (None, Control.TRIGGER)
        shown_only = leaf.readonly and not leaf.lexical  # a note, or a fact that the clerk has not given yet
        if not asked or (shown_only and leaf.address not in self._remarks):
            return
        value = self._values.of(leaf)
        if shown_only:  # it has its place for the sake of what is said beside it
            value = replace(value, kind=ValueKind.TEXT, text=NOT_GIVEN_YET, value=NOT_GIVEN_YET)
        yield PrintedAnswer(
            id=leaf.name,
            label=self._session.text(leaf.definition.label, leaf),
            value=value,
            unit=self._values.unit(leaf.definition),
            words=in_words(value, own.unit.vi if own.unit else "") if own.words else "",
            remarks=self._printed_remarks([leaf.address]),
        )

    def _group(self, group: GroupNode, level: int) -> Iterator[PrintedBlock]:
        """A group around one table is that table's question; any other group is a section."""
        label = self._session.text(group.definition.label, group)
        table = _only_table(group)
        if table is not None:
            yield from self._repeat(table, level, label, [group.address])
            for member in group.members.values():
                if isinstance(member, LeafNode) and member.relevant:
                    yield from self._answer(member)
            return
        inside = list(self.blocks(group, level + 1))
        if label and inside:
            yield PrintedHeading(level, label)
        yield from inside

    def _repeat(self, repeat: RepeatNode, level: int, label: str, around: Iterable[Address]) -> Iterator[PrintedBlock]:
        if repeat.definition.bind.own.layout is Layout.TABLE:
            yield self._table(repeat, label, around)
            return
        for row in repeat.rows:
            if row.relevant:
                yield PrintedHeading(level, f"{label} - {self._of_row.format(row.index + 1)}")
                yield from self.blocks(row, level + 1)

    def _table(self, repeat: RepeatNode, label: str, around: Iterable[Address]) -> PrintedTable:
        return self._tables.print_table(repeat, label, self._printed_remarks(around))

    def _printed_remarks(self, addresses: Iterable[Address]) -> tuple[PrintedRemark, ...]:
        found = (remark for address in addresses for remark in self._remarks.get(address, ()))
        return tuple(PrintedRemark(self._titles[remark.kind], remark.text) for remark in found)


def _only_table(group: GroupNode) -> RepeatNode | None:
    """The group's one table, when beside it there are only leaves."""
    branches = [member for member in group.members.values() if not isinstance(member, LeafNode)]
    if len(branches) == 1 and isinstance(branches[0], RepeatNode):
        return branches[0] if branches[0].definition.bind.own.layout is Layout.TABLE else None
    return None
