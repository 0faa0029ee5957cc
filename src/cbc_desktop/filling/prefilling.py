"""Answers of an earlier dossier put where the same questions stand open: by name and type, tables row by row.

What is there already is never touched, and what a person would have to think about anew (files, calculated figures,
facts of the dossier) is left out. A row goes with a row that says nothing else; a table in which a person has begun
something different is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.navigation import is_asked
from cbc_desktop.engine.nodes import Branch, GroupNode, LeafNode, RepeatNode, RowNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.violations import Condition
from cbc_desktop.filling.form_filling import FormFilling
from cbc_desktop.forms.definition import Control, DataType, LeafDef

_ROUNDS = 20
"""An answer may show further questions; chains in forms are far shorter than this."""
_UNREADABLE = frozenset({Condition.TYPE, Condition.CHOICE})
_SELECTS = frozenset({Control.SELECT_ONE, Control.SELECT_MULTIPLE, Control.RANK})


@dataclass(slots=True)
class Prefilling:
    """From one form into the same form of another dossier; ``taken`` are the answers that were put in."""

    source: FormSession
    target: FormFilling
    taken: dict[Address, str] = field(default_factory=dict)
    rows: dict[RowId, RowId] = field(default_factory=dict)
    """Rows here by the rows that they come from."""
    _left_alone: set[Address] = field(default_factory=set)

    def run(self) -> None:
        for _ in range(_ROUNDS):
            before = len(self.taken), len(self.rows)
            answers = dict(self._found(self.source.tree.document.root, self.target.session.tree.document.root))
            self.target.answer_all(answers)
            self.taken |= answers
            if (len(self.taken), len(self.rows)) == before:
                return

    def _found(self, source: Branch, target: Branch) -> Iterator[tuple[Address, str]]:
        """What can be answered now; rows are added on the way."""
        for there, here in _same_names(source, target):
            if isinstance(there, LeafNode) and isinstance(here, LeafNode):
                text = self._text(there, here)
                if text:
                    yield here.address, text
            elif isinstance(there, RepeatNode) and isinstance(here, RepeatNode) and here.relevant:
                for one, other in self._pairs(there, here):
                    self.rows[one.id] = other.id
                    yield from self._found(one, other)

    # --- answers ---------------------------------------------------------------------------------------------------

    def _text(self, there: LeafNode, here: LeafNode) -> str:
        """ "" for what is not to be taken."""
        open_here = is_asked(here) and not here.lexical and here.address not in self.taken
        if not (open_here and there.relevant and _same_type(there, here)):
            return ""
        if any(problem.condition in _UNREADABLE for problem in there.problems):
            return ""
        return self._chosen(there, here) if here.definition.control in _SELECTS else there.lexical

    def _chosen(self, there: LeafNode, here: LeafNode) -> str:
        """Choices that are offered here too; those that are rows of a table by their names here."""
        chosen = [self.rows.get(word, word) for word in there.lexical.split()]
        offered = {choice.value for choice in self.target.session.choices(here)}
        return " ".join(chosen) if set(chosen) <= offered else ""

    # --- rows ------------------------------------------------------------------------------------------------------

    def _pairs(self, there: RepeatNode, here: RepeatNode) -> list[tuple[RowNode, RowNode]]:
        wanted = [row for row in there.rows if row.relevant]
        if here.definition.fixed:
            return list(zip(wanted, here.rows, strict=False))
        if here.address not in self._left_alone and not any(row.id in self.rows for row in wanted):
            self._begin(wanted, here)
        return [(row, self.target.session.row(self.rows[row.id])) for row in wanted if row.id in self.rows]

    def _begin(self, wanted: list[RowNode], here: RepeatNode) -> None:
        """Decides once which row of the earlier dossier is which row here, and adds those that are missing."""
        self._left_alone.add(here.address)
        free = list(here.rows)
        for row in filter(_says_something, wanted):
            same = next((one for one in free if _agree(row, one)), None)
            if same is not None:
                free.remove(same)
                self.rows[row.id] = same.id
        if any(map(_says_something, free)):
            for row in wanted:
                self.rows.pop(row.id, None)
            return
        missing = [row for row in wanted if _says_something(row) and row.id not in self.rows]
        added = self.target.add_rows(here.address, len(missing), None).rows_added if missing else ()
        self.rows.update(zip((row.id for row in missing), added, strict=False))


def _same_names(source: Branch, target: Branch) -> Iterator[tuple[LeafNode | RepeatNode, LeafNode | RepeatNode]]:
    """Questions and tables, groups looked through: by their place in the form, else by a name that there is once."""
    there = list(_members(source))
    by_path = {member.path: member for member in there}
    names = [member.name for member in there]
    by_name = {member.name: member for member in there if names.count(member.name) == 1}
    for here in _members(target):
        found = by_path.get(here.path) or by_name.get(here.name)
        if found is not None:
            yield found, here


def _members(branch: Branch) -> Iterator[LeafNode | RepeatNode]:
    for member in branch.members.values():
        if isinstance(member, GroupNode):
            yield from _members(member)
        else:
            yield member


def _same_type(there: LeafNode, here: LeafNode) -> bool:
    old, new = there.definition, here.definition
    same = old.bind.type is new.bind.type and (old.control in _SELECTS) == (new.control in _SELECTS)
    return same and _is_taken(old)


def _is_taken(question: LeafDef) -> bool:
    return question.takes_answers and question.bind.type is not DataType.BINARY


def _given(row: RowNode) -> dict[str, str]:
    """What people can answer in a row without a file, by the names of the questions."""
    leaves = (member for member in _members(row) if isinstance(member, LeafNode) and _is_taken(member.definition))
    return {leaf.name: leaf.lexical for leaf in leaves if leaf.lexical}


def _says_something(row: RowNode) -> bool:
    return bool(_given(row)) or any(
        _says_something(inner) for member in _members(row) if isinstance(member, RepeatNode) for inner in member.rows
    )


def _agree(there: RowNode, here: RowNode) -> bool:
    """Whether the row here says nothing that the earlier one does not say too."""
    return _given(here).items() <= _given(there).items()
