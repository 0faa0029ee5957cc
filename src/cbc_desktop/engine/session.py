"""One form being filled in: verbs that keep what a person gives and answer what changed, and questions about the state.

Nothing is refused here but what cannot be meant: an address that does not exist, a row where rows are fixed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import nfc
from cbc_desktop.engine.actions import FIRST_LOAD, LOAD, NEW_REPEAT, Actions, preload
from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.changes import NOTHING, ChangeSet
from cbc_desktop.engine.choices import Choices
from cbc_desktop.engine.dependencies import dependency_graph
from cbc_desktop.engine.environment import FormEnvironment
from cbc_desktop.engine.nodes import GroupNode, LeafNode, LiveChoice, LiveNode, RepeatNode, RowNode
from cbc_desktop.engine.recalculation import Recalculation
from cbc_desktop.engine.tree import LiveTree, rows_below
from cbc_desktop.engine.world import World
from cbc_desktop.forms.definition import FormDefinition, LocalizedText
from cbc_desktop.xpath import Context, Expression, Node

UNKNOWN_REFERENCE = Message(
    "Biểu mẫu “{form}” không có mục “{ref}”. Hãy kiểm tra lại đường dẫn và số thứ tự dòng.",
    "The form “{form}” has no node “{ref}”. Check the path and the number of the row.",
)
FIXED_ROWS = Message(
    "Số dòng của bảng “{path}” do biểu mẫu quy định, không thêm hoặc xóa được.",
    "The number of rows of “{path}” is set by the form; rows cannot be added or deleted.",
)
_STEP = re.compile(r"(?P<name>[^/\[\]]+)(\[(?P<position>\d+)\])?")


@dataclass(frozen=True, slots=True)
class SavedRow:
    """A repeat instance as it is kept: its name, the row around it ("" for none), and its repeat's generic path."""

    id: RowId
    parent: RowId
    path: str


@dataclass(frozen=True, slots=True)
class SavedForm:
    """A form's state as it is kept: rows in order, and the lexical forms of what is not blank."""

    rows: tuple[SavedRow, ...]
    values: Mapping[Address, str]


class FormSession:
    """Made by ``begin`` (a new instance) or ``resume`` (one that was kept)."""

    def __init__(self, definition: FormDefinition, world: World) -> None:
        self.definition = definition
        self.tree = LiveTree(definition)
        self._world = world
        self._environment = FormEnvironment(self.tree, world)
        self._choices = Choices(self._environment)
        self._environment.choices = self._choices
        graph = dependency_graph(definition)
        self._recalculation = Recalculation(self.tree, graph, self._environment, self._choices, world.identifiers)
        self._actions = Actions(self.tree, self._environment)

    @classmethod
    def begin(cls, definition: FormDefinition, world: World) -> FormSession:
        """A new instance: default rows, preloads, facts, calculations, then the first-load actions."""
        session = cls(definition, world)
        session._add_default_rows(session.tree.document.root)
        for leaf in session.leaves():
            value = preload(leaf.definition, world)
            if value is not None:
                leaf.write(value)
        session._settle_all()
        session._run(FIRST_LOAD)
        session._run(LOAD)
        return session

    @classmethod
    def resume(cls, definition: FormDefinition, saved: SavedForm, world: World) -> FormSession:
        """The instance as it was kept; calculations are made anew."""
        session = cls(definition, world)
        for leaf in session.leaves():
            leaf.write("")
        for row in saved.rows:
            session._restore_row(row)
        for address, lexical in saved.values.items():
            session.tree.leaf(address).write(lexical)
        session._settle_all()
        session._run(LOAD)
        return session

    def _restore_row(self, saved: SavedRow) -> None:
        repeat = self.tree.repeat(Address(saved.parent, saved.path))
        row = self.tree.insert_row(repeat, saved.id, len(repeat.rows))
        for node in row.within.values():
            if isinstance(node, LeafNode) and node.lexical != saved.id:
                node.write("")

    def _settle_all(self) -> None:
        self._write_facts(self._world.facts)
        self._recalculation.everything()
        self._recalculation.settle()

    def _run(self, event: str) -> None:
        for leaf in self._actions.on(event):
            self._recalculation.wrote(leaf)
        self._recalculation.settle()

    def _add_default_rows(self, root: GroupNode | RowNode) -> None:
        for member in root.members.values():
            if isinstance(member, GroupNode):
                self._add_default_rows(member)
            elif isinstance(member, RepeatNode) and member.definition.count is None:
                for position in range(member.definition.initial_instances):
                    row = self.tree.insert_row(member, self._world.identifiers.new_uuid(), position)
                    self._add_default_rows(row)

    # --- verbs ---------------------------------------------------------------------------------------------------

    def answer(self, address: Address, lexical: str) -> ChangeSet:
        """Keep the answer, valid or not, in NFC, and follow its consequences; "" takes it away."""
        leaf = self.tree.leaf(address)
        text = nfc(lexical)
        if text == leaf.lexical:
            return NOTHING
        leaf.write(text)
        self._recalculation.wrote(leaf)
        for other in self._actions.after_change(leaf):
            self._recalculation.wrote(other)
        return self._recalculation.settle()

    def add_row(self, repeat: Address, before: RowId | None = None, row_id: RowId | None = None) -> ChangeSet:
        """A new row at the end, or before another row; ``row_id`` names a row that is given back."""
        node = self._open_repeat(repeat)
        position = len(node.rows) if before is None else self.row(before).index
        row = self.tree.insert_row(node, row_id or self._world.identifiers.new_uuid(), position)
        self._add_default_rows(row)
        self._recalculation.spread_relevance(row)
        self._recalculation.added(row)
        changes = self._recalculation.settle()
        for leaf in self._actions.on(NEW_REPEAT, row):
            self._recalculation.wrote(leaf)
        return changes | self._recalculation.settle()

    def delete_row(self, row_id: RowId) -> ChangeSet:
        """Takes the row and all in it away."""
        row = self.row(row_id)
        self._open_repeat(row.repeat.address)
        inner = [below.id for below in rows_below(row)]
        self.tree.remove_row(row)
        self._recalculation.removed(row, inner)
        return self._recalculation.settle()

    def move_row(self, row_id: RowId, position: int) -> ChangeSet:
        """Puts the row at ``position`` (from 0) among the rows of its repeat."""
        row = self.row(row_id)
        repeat = self._open_repeat(row.repeat.address)
        first = min(row.index, position)
        repeat.remove(row)
        repeat.insert(position, row)
        self._recalculation.moved(repeat, first)
        return self._recalculation.settle()

    def set_facts(self, facts: Mapping[str, str]) -> ChangeSet:
        """Facts of the dossier that the form's read-only questions show (``cbc:fact``)."""
        for leaf in self._write_facts(facts):
            self._recalculation.wrote(leaf)
        return self._recalculation.settle()

    def _write_facts(self, facts: Mapping[str, str]) -> list[LeafNode]:
        written = []
        for leaf in self.leaves():
            value = facts.get(leaf.definition.bind.own.fact)
            if value is not None and value != leaf.lexical:
                leaf.write(value)
                written.append(leaf)
        return written

    def show_language(self, language: str) -> None:
        """Labels and choices follow; nothing is calculated anew."""
        self._environment.language = language
        for leaf in self.leaves():
            self._choices.forget(leaf)

    def _open_repeat(self, address: Address) -> RepeatNode:
        repeat = self.tree.repeat(address)
        if repeat.definition.fixed:
            raise UserFacingError(FIXED_ROWS.filled(path=repeat.path))
        return repeat

    # --- questions ------------------------------------------------------------------------------------------------

    @property
    def language(self) -> str:
        return self._environment.language

    def row(self, row_id: RowId) -> RowNode:
        if row_id not in self.tree.rows:
            raise BugError(f"there is no row {row_id}")
        return self.tree.rows[row_id]

    def leaves(self) -> Iterator[LeafNode]:
        """All leaves in document order, relevant or not."""
        return (node for node in self.tree.walk() if isinstance(node, LeafNode))

    def value(self, address: Address) -> str:
        return self.tree.leaf(address).lexical

    def locate(self, reference: str) -> Address:
        """The address of a reference with positions, ``/data/t1[2]/ten``; UserFacingError when there is none."""
        row, path, found = "", "", True
        for step in reference.strip("/").split("/"):
            match = _STEP.fullmatch(step)
            found = match is not None and f"{path}/{match['name']}" in self.tree
            if match is None or not found:
                break
            path = f"{path}/{match['name']}"
            if match["position"]:
                row, found = self._row_at(Address(row, path), int(match["position"]))
        if not found or not self._exists(Address(row, path)):
            raise UserFacingError(UNKNOWN_REFERENCE.filled(form=self.definition.id, ref=reference))
        return Address(row, path)

    def _row_at(self, repeat: Address, position: int) -> tuple[RowId, bool]:
        if not self._exists(repeat):
            return "", False
        node = self.tree.find(repeat)
        if not isinstance(node, RepeatNode) or not 1 <= position <= len(node.rows):
            return "", position == 1 and not isinstance(node, RepeatNode)
        return node.rows[position - 1].id, True

    def _exists(self, address: Address) -> bool:
        chain = self.tree.repeat_chain(address.path)
        if not address.row:
            return not chain or chain == (address.path,)
        return address.row in self.tree.rows and address.path in self.tree.rows[address.row].within

    def reference(self, address: Address) -> str:
        """The reference with positions that people and scripts use, ``/data/t1[2]/ten``."""
        node = self.tree.find(address)
        row = node if isinstance(node, RowNode) else node.row
        text = address.path
        while row is not None:
            text = f"{row.path}[{row.index + 1}]{text[len(row.path) :]}"
            above = row.parent
            row = above.row if isinstance(above, LiveNode) else None
        return text

    def choices(self, leaf: LeafNode) -> tuple[LiveChoice, ...]:
        return self._choices.offered(leaf)

    def choice_label(self, leaf: LeafNode, value: str) -> str:
        return self._choices.label_of(leaf, value)

    def text(self, text: LocalizedText, node: LiveNode | RepeatNode) -> str:
        """A label, hint or message in the language on show, evaluated at its node."""
        return self._environment.text(text, node.holder if isinstance(node, RepeatNode) else node)

    def text_in(self, language: str, text: LocalizedText, node: LiveNode) -> str:
        """The same in another of the form's languages."""
        return self._environment.text(text, node, language)

    def problems(self) -> Iterator[LiveNode]:
        """The nodes with violations or warnings, in document order."""
        return (node for node in self.tree.walk() if node.problems)

    def nodes_of(self, expression: Expression, node: LiveNode, other_forms: Mapping[str, Node]) -> list[Node]:
        """The nodes that an offer names; ``other_forms`` are the documents of the dossier's other forms by id."""
        self._environment.other_forms = other_forms
        return expression.nodes(self._environment.context(node))

    def text_of(self, expression: Expression, node: Node, other_forms: Mapping[str, Node]) -> str:
        """What an offer says at ``node``, of this form or another."""
        self._environment.other_forms = other_forms
        return expression.string(Context(node, self._environment))

    def save(self) -> SavedForm:
        """What has to be kept so that ``resume`` gives this session again."""
        rows = tuple(
            SavedRow(node.id, node.repeat.row.id if node.repeat.row else "", node.path)
            for node in self.tree.walk()
            if isinstance(node, RowNode)
        )
        return SavedForm(rows, {leaf.address: leaf.lexical for leaf in self.leaves() if leaf.lexical})
