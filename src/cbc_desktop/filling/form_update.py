"""The answers of one version of a form in another version of it: where each goes, and what becomes of it.

An answer stays at its path, or follows its question to the one place that now has its name. What has no place any more
is named and leaves the form; the history keeps it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.engine.saved_form import SavedForm, SavedRow
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.violations import Condition
from cbc_desktop.engine.world import World
from cbc_desktop.forms.definition import FormDefinition, GroupDef, LeafDef, Path, RepeatDef

_WRONG = frozenset({Condition.TYPE, Condition.CHOICE, Condition.CONSTRAINT})


class Fate(Enum):
    """What becomes of an answer, the worst first."""

    GONE = "gone"
    MARKED = "marked"
    """Kept, but not in order by the rules of the new version."""
    NO_LONGER_ASKED = "no longer asked"
    MOVED = "moved"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class AnswerFate:
    """``old`` is where the answer stands now, ``new`` where it will stand; None when it is gone."""

    fate: Fate
    old: Address
    new: Address | None


class FormUpdate:
    """``before`` is the form as it is filled in; ``after`` is the same in the new version, with nothing kept yet."""

    def __init__(self, before: FormSession, definition: FormDefinition, world: World) -> None:
        self.before = before
        self._places = _Places(before.definition, definition)
        fresh = FormSession.begin(definition, world)
        self.after = FormSession.resume(definition, self._carried(fresh), world)

    def fates(self) -> Iterator[AnswerFate]:
        """Of everything that a person answered, in the order of the old form."""
        for leaf in self.before.leaves():
            if leaf.lexical and leaf.definition.takes_answers:
                yield self._fate(leaf)

    def moved(self, old: Address) -> Address | None:
        """Where what stood there stands now; None when there is no such place."""
        path = self._places.new(old.path)
        found = None if path is None else Address(old.row, path)
        return found if found is not None and self.after.tree.holds(found) else None

    def _fate(self, leaf: LeafNode) -> AnswerFate:
        new = self.moved(leaf.address)
        if new is None:
            return AnswerFate(Fate.GONE, leaf.address, None)
        there = self.after.tree.leaf(new)
        if leaf.relevant and not there.relevant:
            return AnswerFate(Fate.NO_LONGER_ASKED, leaf.address, new)
        if _wrong(there) - _wrong(leaf):
            return AnswerFate(Fate.MARKED, leaf.address, new)
        return AnswerFate(Fate.KEPT if new == leaf.address else Fate.MOVED, leaf.address, new)

    def _carried(self, fresh: FormSession) -> SavedForm:
        """What was there, and for what is new what the form begins with."""
        saved, begun = self.before.save(), fresh.save()
        rows = list(self._rows(saved))
        new_rows = [row for row in begun.rows if not self._places.was_there(row.path)]
        names = {row.id for row in (*rows, *new_rows)} | {""}
        moved = ((self._places.new(at.path), at.row, text) for at, text in saved.values.items())
        values = {Address(row, path): text for path, row, text in moved if path is not None and row in names}
        new = {at: text for at, text in begun.values.items() if not self._places.was_there(at.path) and at.row in names}
        return SavedForm((*rows, *new_rows), new | self._defaults(rows, fresh.definition) | values)

    def _rows(self, saved: SavedForm) -> Iterator[SavedRow]:
        there = {""}
        for row in saved.rows:
            path = self._places.new(row.path)
            if path is not None and row.parent in there:
                there.add(row.id)
                yield SavedRow(row.id, row.parent, path)

    def _defaults(self, rows: list[SavedRow], definition: FormDefinition) -> dict[Address, str]:
        """Of questions that are new in rows that are not."""
        leaves = [leaf for leaf in _leaves(definition.root, "") if leaf.definition.default]
        new = [leaf for leaf in leaves if leaf.repeat and not self._places.was_there(leaf.definition.path)]
        return {
            Address(row.id, leaf.definition.path): leaf.definition.default
            for row in rows
            for leaf in new
            if leaf.repeat == row.path
        }


@dataclass(frozen=True, slots=True)
class _Leaf:
    definition: LeafDef
    repeat: Path
    """The innermost repeat around it, "" for none."""


class _Places:
    """Which path of the new version has what stood at a path of the old one."""

    def __init__(self, old: FormDefinition, new: FormDefinition) -> None:
        self._new: dict[Path, Path] = {}
        self._pair(_repeats(old), _repeats(new))
        old_leaves, new_leaves = (
            {leaf.definition.path: leaf.repeat for leaf in _leaves(form.root, "")} for form in (old, new)
        )
        self._pair(old_leaves, new_leaves)
        self._taken = frozenset(self._new.values())

    def new(self, old: Path) -> Path | None:
        return self._new.get(old)

    def was_there(self, new: Path) -> bool:
        """Whether the old version had it, there or elsewhere."""
        return new in self._taken

    def _pair(self, old: Mapping[Path, Path], new: Mapping[Path, Path]) -> None:
        """By path, else by a name that both versions have once; the repeats around them must be a pair, too."""
        olds, news = (Counter(map(_name, paths)) for paths in (old, new))
        by_name = {_name(path): path for path in new}
        for path, repeat in old.items():
            name = _name(path)
            once = olds[name] == news[name] == 1
            found = path if path in new else by_name[name] if once else None
            if found is not None and new[found] == (self._new.get(repeat) if repeat else ""):
                self._new[path] = found


def _repeats(form: FormDefinition) -> dict[Path, Path]:
    """Each repeat with the one around it, outer ones first."""
    return dict(_repeats_below(form.root, ""))


def _repeats_below(node: GroupDef | RepeatDef, around: Path) -> Iterator[tuple[Path, Path]]:
    for child in node.children:
        if isinstance(child, RepeatDef):
            yield child.path, around
        if not isinstance(child, LeafDef):
            yield from _repeats_below(child, child.path if isinstance(child, RepeatDef) else around)


def _leaves(node: GroupDef | RepeatDef, repeat: Path) -> Iterator[_Leaf]:
    for child in node.children:
        if isinstance(child, LeafDef):
            yield _Leaf(child, repeat)
        else:
            yield from _leaves(child, child.path if isinstance(child, RepeatDef) else repeat)


def _name(path: Path) -> str:
    return path.rpartition("/")[2]


def _wrong(leaf: LeafNode) -> set[Condition]:
    return {problem.condition for problem in leaf.problems} & _WRONG


def row_names(form: SavedForm) -> set[RowId]:
    return {row.id for row in form.rows}
