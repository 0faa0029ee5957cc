"""One form being filled in: verbs that keep what a person gives and answer what changed, and questions about the state.

Nothing is refused here but what cannot be meant: an address that does not exist, a row where rows are fixed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.base.garbage import nothing_collected
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import keepable
from cbc_desktop.engine.actions import FIRST_LOAD, LOAD, NEW_REPEAT, Actions, Writing, preload
from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.changes import NOTHING, ChangeSet
from cbc_desktop.engine.choice_list import LiveChoice
from cbc_desktop.engine.choices import Choices
from cbc_desktop.engine.dependencies import dependency_graph
from cbc_desktop.engine.environment import FormEnvironment
from cbc_desktop.engine.nodes import LeafNode, LiveNode, RepeatNode, RowNode
from cbc_desktop.engine.recalculation import Recalculation
from cbc_desktop.engine.references import located, reference_to
from cbc_desktop.engine.saved_form import Restoring, RowBack, RowGone, SavedForm, SavedRow, ValueBack
from cbc_desktop.engine.tree import ROW_ID_LEAF, LiveTree, rows_below
from cbc_desktop.engine.world import World
from cbc_desktop.forms.definition import FormDefinition, LeafDef, LocalizedText
from cbc_desktop.xpath import Context, Expression, Node, Value, XPathError

UNKNOWN_REFERENCE = Message(
    "Biểu mẫu “{form}” không có mục “{ref}”. Hãy kiểm tra lại đường dẫn và số thứ tự dòng.",
    "The form “{form}” has no node “{ref}”. Check the path and the number of the row.",
)
FIXED_ROWS = Message(
    "Số dòng của bảng “{path}” do biểu mẫu quy định, không thêm hoặc xóa được.",
    "The number of rows of “{path}” is set by the form; rows cannot be added or deleted.",
)


_MOST_ACTIONS_IN_A_CHAIN = 50
"""An action that fires itself again and again must not stop the program."""


class NotOfThisFormError(BugError):
    """Rows or answers that nobody can have given in this form."""


class FormSession:
    """Made by ``begin`` (a new instance) or ``resume`` (one that was kept)."""

    def __init__(self, definition: FormDefinition, world: World) -> None:
        self.definition = definition
        self.tree = LiveTree(definition)
        self._world = world
        self._environment = FormEnvironment(self.tree, world)
        self._choices = Choices(self._environment, definition)
        self._environment.choices = self._choices
        graph = dependency_graph(definition)
        self._recalculation = Recalculation(self.tree, graph, self._environment, self._choices, world.identifiers)
        self._actions = Actions(self.tree, self._environment)

    @classmethod
    @nothing_collected()
    def begin(cls, definition: FormDefinition, world: World) -> FormSession:
        """A new instance: default rows, preloads, facts, calculations, then the first-load actions."""
        session = cls(definition, world)
        session.tree.add_default_rows(session.tree.document.root, world.identifiers)
        for leaf in session.leaves():
            value = preload(leaf.definition, world)
            if value is not None:
                leaf.write(value)
        session._build(FIRST_LOAD, LOAD)
        return session

    @classmethod
    @nothing_collected()
    def resume(cls, definition: FormDefinition, saved: SavedForm, world: World) -> FormSession:
        """The instance as it was kept; calculations are made anew."""
        session = cls.as_kept(definition, saved, world)
        session._build(LOAD)
        return session

    @classmethod
    def as_kept(cls, definition: FormDefinition, saved: SavedForm, world: World) -> FormSession:
        """The instance as it was kept, for reading only: nothing is calculated or judged, all of it counts as asked.

        NotOfThisFormError when the form has no place for a row or an answer.
        """
        session = cls(definition, world)
        for leaf in session.leaves():
            leaf.write("")
        try:
            for row in saved.rows:
                session._blank_row(row, None)
            for address, lexical in saved.values.items():
                session.tree.leaf(address).write(lexical)
        except BugError as error:
            raise NotOfThisFormError(str(error)) from error
        return session

    def _blank_row(self, saved: SavedRow, before: RowId | None) -> RowNode:
        """The row under its old name, with nothing in it yet; ``before`` None: behind the rows that are there."""
        repeat = self.tree.repeat(Address(saved.parent, saved.path))
        place = len(repeat.rows) if before is None else self._place(repeat, before)
        row = self.tree.insert_row(repeat, saved.id, place)
        for node in row.within.values():
            if isinstance(node, LeafNode) and node is not row.members.get(ROW_ID_LEAF):
                node.write("")
        return row

    def _build(self, *events: str) -> None:
        """Actions come first, as in JavaRosa; then everything is evaluated once, and rows are counted."""
        for leaf, value in self._stated(self._world.facts):
            leaf.write(value)
        for event in events:
            self._begin_with(self._actions.on(event))
        self._recalculation.everything()
        self._follow()

    def _begin_with(self, writings: Iterator[Writing], most: int = _MOST_ACTIONS_IN_A_CHAIN) -> None:
        """Nothing has been calculated yet that would have to follow."""
        for leaf, lexical in writings:
            if leaf.lexical != lexical:
                leaf.write(lexical)
                if most:
                    self._begin_with(self._actions.after_change(leaf), most - 1)

    # --- verbs ---------------------------------------------------------------------------------------------------

    def answer(self, address: Address, lexical: str) -> ChangeSet:
        """Keep the answer, valid or not, as text that can be kept, and follow its consequences; "" takes it away."""
        return self.answer_all({address: lexical})

    def answer_all(self, answers: Mapping[Address, str]) -> ChangeSet:
        """Many answers of one action: their consequences are followed once, then the actions that they fire."""
        changed = [leaf for address, lexical in answers.items() if (leaf := self._written(address, lexical))]
        if not changed:
            return NOTHING
        self._recalculation.settle()
        for leaf in changed:
            self._carry_out(self._actions.after_change(leaf))
        return self._follow()

    def _written(self, address: Address, lexical: str) -> LeafNode | None:
        """The leaf at the address, when it did not hold this already."""
        leaf, text = self.tree.leaf(address), keepable(lexical)
        if text == leaf.lexical:
            return None
        self._recalculation.write(leaf, text)
        return leaf

    def add_row(self, repeat: Address, before: RowId | None = None) -> ChangeSet:
        """A new row at the end, or before another row."""
        return self.add_rows(repeat, 1, before)

    def add_rows(self, repeat: Address, count: int, before: RowId | None = None) -> ChangeSet:
        """New rows, one behind the other, at the end or before another row."""
        node = self._open_repeat(repeat)
        position = len(node.rows) if before is None else self._place(node, before)
        for place in range(position, position + count):
            self._recalculation.added(self.tree.add_row(node, place, self._world.identifiers))
        return self._follow()

    def delete_row(self, row_id: RowId) -> ChangeSet:
        """Takes the row and all in it away."""
        return self.delete_rows([row_id])

    def delete_rows(self, row_ids: Iterable[RowId]) -> ChangeSet:
        """Takes rows and all in them away, or none of them; none lies in another."""
        rows = [self.row(row_id) for row_id in row_ids]
        for row in rows:
            self._open_repeat(row.repeat.address)
        for row in rows:
            self._take_out(row)
        return self._follow()

    def _take_out(self, row: RowNode) -> None:
        inner = [below.id for below in rows_below(row)]
        self.tree.remove_row(row)
        self._recalculation.removed(row, inner)

    def move_row(self, row_id: RowId, position: int) -> ChangeSet:
        """Puts the row at ``position`` (from 0) among the rows of its repeat."""
        row = self.row(row_id)
        repeat = self._open_repeat(row.repeat.address)
        if not 0 <= position < len(repeat.rows):
            raise BugError(f"{repeat.address} has no place {position}")
        if position == row.index:
            return NOTHING
        self._put_at(row, position)
        return self._follow()

    def _put_at(self, row: RowNode, position: int) -> None:
        came_from = row.index
        row.repeat.remove(row)
        row.repeat.insert(position, row)
        self._recalculation.moved(row, came_from)

    def _put_before(self, row: RowNode, before: RowId | None) -> None:
        others = [other.id for other in row.repeat.rows if other is not row]
        self._put_at(row, len(others) if before is None else others.index(before))

    def put_back(self, steps: Iterable[Restoring]) -> ChangeSet:
        """Rows and values as they were: fires no action of the form; what is calculated follows."""
        for step in steps:
            if isinstance(step, ValueBack):
                self._recalculation.write(self.tree.leaf(step.address), step.lexical)
            elif isinstance(step, RowBack):
                self._recalculation.added(self._blank_row(step.row, step.before))
            elif isinstance(step, RowGone):
                self._take_out(self.row(step.row_id))
            else:
                self._put_before(self.row(step.row_id), step.before)
        self._recalculation.settle()
        self._recalculation.take_new_rows()
        return self._recalculation.take_changes()

    def set_facts(self, facts: Mapping[str, str]) -> ChangeSet:
        """Facts of the dossier that the form's read-only questions show (``cbc:fact``)."""
        for leaf, value in self._stated(facts):
            self._recalculation.write(leaf, value)
        return self._follow()

    def _stated(self, facts: Mapping[str, str]) -> list[Writing]:
        named = ((leaf, leaf.definition.bind.own.fact) for leaf in self.leaves())
        return [(leaf, facts[fact]) for leaf, fact in named if fact in facts]

    def show_language(self, language: str) -> None:
        """Labels and choices follow; nothing is calculated anew."""
        self._environment.language = language
        self._choices.forget_all_shared()
        for leaf in self.leaves():
            self._choices.forget(leaf)

    def _follow(self) -> ChangeSet:
        """Settles what a verb has begun; new rows carry out their own actions."""
        self._recalculation.settle()
        while rows := self._recalculation.take_new_rows():
            for row in rows:
                self._carry_out(self._actions.on(NEW_REPEAT, row))
        return self._recalculation.take_changes()

    def _carry_out(self, writings: Iterator[Writing], most: int = _MOST_ACTIONS_IN_A_CHAIN) -> None:
        """Each writing is followed by its consequences, and the actions that it fires, before the next is computed."""
        for leaf, lexical in writings:
            changed = leaf.lexical != lexical
            self._recalculation.write(leaf, lexical)
            self._recalculation.settle()
            if changed and most:
                self._carry_out(self._actions.after_change(leaf), most - 1)

    def _open_repeat(self, address: Address) -> RepeatNode:
        repeat = self.tree.repeat(address)
        if repeat.definition.fixed:
            raise UserFacingError(FIXED_ROWS.filled(path=repeat.path))
        return repeat

    def _place(self, repeat: RepeatNode, row_id: RowId) -> int:
        row = self.row(row_id)
        if row.repeat is not repeat:
            raise BugError(f"row {row_id} is not in {repeat.address}")
        return row.index

    # --- questions ------------------------------------------------------------------------------------------------

    @property
    def language(self) -> str:
        return self._environment.language

    def row(self, row_id: RowId) -> RowNode:
        return self.tree.row(row_id)

    def leaves(self) -> Iterator[LeafNode]:
        """All leaves in document order, relevant or not."""
        return (node for node in self.tree.walk() if isinstance(node, LeafNode))

    def value(self, address: Address) -> str:
        return self.tree.leaf(address).lexical

    def locate(self, reference: str) -> Address:
        """The address of a reference with positions, ``/data/t1[2]/ten``; UserFacingError when there is none."""
        address = located(self.tree, reference)
        if address is None:
            raise UserFacingError(UNKNOWN_REFERENCE.filled(form=self.definition.id, ref=reference))
        return address

    def reference(self, address: Address) -> str:
        """The reference with positions that people and scripts use, ``/data/t1[2]/ten``."""
        return reference_to(self.tree.find(address))

    def choices(self, leaf: LeafNode) -> tuple[LiveChoice, ...]:
        return self._choices.offered(leaf)

    def choices_of_new_row(self, question: LeafDef, repeat: RepeatNode) -> tuple[LiveChoice, ...]:
        """What the question offers in a row that is not there yet; () where that depends on the row itself."""
        return self._choices.offered_to_new_row(question, repeat)

    def choice_label(self, leaf: LeafNode, value: str) -> str:
        return self._choices.label_of(leaf, value)

    def text(self, text: LocalizedText, node: Node) -> str:
        """A label, hint or message in the language on show, evaluated at its node."""
        return self._environment.text(text, node)

    def text_in(self, language: str, text: LocalizedText, node: Node) -> str:
        """The same in another of the form's languages."""
        return self._environment.text(text, node, language)

    def problems(self) -> Iterator[LiveNode]:
        """The nodes with violations or warnings, in document order."""
        return (node for node in self.tree.walk() if node.problems)

    def value_of(self, expression: Expression, node: Node) -> Value:
        """The value of any expression at a node; raises XPathError."""
        return expression.value(self._environment.context(node))

    def nodes_of(self, expression: Expression, node: LiveNode, other_forms: Mapping[str, Node]) -> list[Node]:
        """The nodes that an offer names; ``other_forms`` are the documents of the dossier's other forms by id.

        An offer that cannot be computed offers nothing.
        """
        with self._environment.beside(other_forms), suppress(XPathError):
            return expression.nodes(self._environment.context(node))
        return []

    def text_of(self, expression: Expression, node: Node, other_forms: Mapping[str, Node]) -> str:
        """What an offer says at ``node``, of this form or another; "" when it cannot be computed."""
        with self._environment.beside(other_forms), suppress(XPathError):
            return expression.string(Context(node, self._environment))
        return ""

    def save(self) -> SavedForm:
        """What has to be kept so that ``resume`` gives this session again."""
        rows = tuple(
            SavedRow(node.id, node.repeat.row.id if node.repeat.row else "", node.path)
            for node in self.tree.walk()
            if isinstance(node, RowNode)
        )
        return SavedForm(rows, {leaf.address: leaf.lexical for leaf in self.leaves() if leaf.lexical})
