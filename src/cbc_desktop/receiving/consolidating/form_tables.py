"""The tables in which the answers to a form are laid down: one for the form, one for each repeat; told by the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from cbc_desktop.engine.choices import MULTIPLE
from cbc_desktop.engine.tree import ROW_ID_LEAF
from cbc_desktop.forms.definition import (
    DataType,
    FormDefinition,
    GroupDef,
    LeafDef,
    NodeDef,
    Path,
    RepeatDef,
)
from cbc_desktop.forms.own_columns import ISSUE_FACTS
from cbc_desktop.receiving.consolidating.table_names import OWN_COLUMNS, names_of, plain_name

META = "meta"
_MOST_COLUMNS = 1_900
"""SQLite's tables have at most 2,000; what is selected is in the question's own column as well."""


class Storage(Enum):
    """How SQLite keeps a value."""

    INTEGER = "INTEGER"
    REAL = "REAL"
    TEXT = "TEXT"


_STORAGE = {DataType.INT: Storage.INTEGER, DataType.DECIMAL: Storage.REAL, DataType.BOOLEAN: Storage.INTEGER}


@dataclass(frozen=True, slots=True)
class Column:
    """A question's answer; with ``choice``, whether that is selected: 1 or 0, NULL where nothing was answered."""

    name: str
    question: LeafDef
    choice: str = ""

    @property
    def storage(self) -> Storage:
        if self.choice:
            return Storage.INTEGER
        return _STORAGE.get(self.question.bind.type, Storage.TEXT) if not self.question.choices else Storage.TEXT


@dataclass(frozen=True, slots=True)
class FormTable:
    """``path`` is the repeat's generic path, "" for the form itself; ``parent`` the name of the table around it."""

    name: str
    form_id: str
    path: Path
    parent: str
    node: GroupDef | RepeatDef
    columns: tuple[Column, ...]

    @property
    def questions(self) -> tuple[Column, ...]:
        """The columns that are not of a single choice."""
        return tuple(column for column in self.columns if not column.choice)


Choices = Mapping[Path, Sequence[str]]
"""What can be selected, by the path of the question; nothing for choices that are rows of a table."""


def tables_of(definition: FormDefinition, choices: Choices, taken: Sequence[str]) -> tuple[FormTable, ...]:
    """The form's table, then those of its repeats in the order of the form; ``taken`` are names of other tables."""
    repeats = list(_repeats(definition.root, "", ()))
    (form,) = names_of([(definition.id,)], taken)
    places = [(form, *groups, repeat.name) for repeat, _, groups in repeats]
    endings = [name.removeprefix(f"{form}_") for name in names_of([place[1:] for place in places], ())]
    names = names_of([(f"{form}_{ending}",) for ending in endings], (*taken, form))
    by_path = {"": form} | {repeat.path: name for (repeat, _, _), name in zip(repeats, names, strict=True)}
    made = [FormTable(form, definition.id, "", "", definition.root, _columns(definition.root, choices))]
    for (repeat, around, _), name in zip(repeats, names, strict=True):
        columns = _columns(repeat, choices)
        made.append(FormTable(name, definition.id, repeat.path, by_path[around], repeat, columns))
    return tuple(made)


def _repeats(
    node: GroupDef | RepeatDef, around: Path, groups: tuple[str, ...]
) -> Iterator[tuple[RepeatDef, Path, tuple[str, ...]]]:
    """Each with the path of the repeat around it and the names of the groups it is in."""
    for child in node.children:
        if isinstance(child, RepeatDef):
            yield child, around, groups
            yield from _repeats(child, child.path, (*groups, child.name))
        elif isinstance(child, GroupDef):
            yield from _repeats(child, around, (*groups, child.name))


def _columns(node: GroupDef | RepeatDef, choices: Choices) -> tuple[Column, ...]:
    found = list(_leaves(node, ()))
    names = names_of([path for _, path in found], OWN_COLUMNS)
    questions = [Column(name, leaf) for (leaf, _), name in zip(found, names, strict=True)]
    single = [
        (column, value)
        for column in questions
        if column.question.control in MULTIPLE
        for value in choices.get(column.question.path, ())
    ]
    wanted = [(f"{column.name}_has_{plain_name(value)}",) for column, value in single]
    marks = names_of(wanted, (*OWN_COLUMNS, *names))
    if len(names) + len(marks) > _MOST_COLUMNS:
        return tuple(questions)
    beside: dict[str, list[Column]] = {}
    for (column, value), name in zip(single, marks, strict=True):
        beside.setdefault(column.name, []).append(Column(name, column.question, value))
    return tuple(one for column in questions for one in (column, *beside.get(column.name, ())))


def _leaves(node: NodeDef, groups: tuple[str, ...]) -> Iterator[tuple[LeafDef, tuple[str, ...]]]:
    """What is answered in the table of ``node``: not in a repeat inside it, no fact of issue, no identity."""
    if isinstance(node, LeafDef):
        return
    for child in node.children:
        if isinstance(child, LeafDef):
            if child.name != ROW_ID_LEAF and child.bind.own.fact not in ISSUE_FACTS:
                yield child, (*groups, child.name)
        elif isinstance(child, GroupDef) and child.name != META:
            yield from _leaves(child, (*groups, child.name))
