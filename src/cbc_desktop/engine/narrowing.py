"""Whom a change in one row concerns, where a formula reads only rows that hold what it asks for.

``sum(b9[hoat_dong = current()/../rid]/thanh_tien)`` at a row of b8: a change in a row of b9 concerns only the row of b8
that is named in it, before the change or after it. Too many may be found, never too few.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cbc_desktop.engine.address import Address
from cbc_desktop.engine.nodes import RowNode
from cbc_desktop.engine.rules import Rule
from cbc_desktop.engine.tree import LiveTree, Scope
from cbc_desktop.forms.definition import FormDefinition, GroupDef, Itemset, LeafDef, Path, RepeatDef
from cbc_desktop.forms.form_paths import FormPaths
from cbc_desktop.xpath import Narrowing, PathReference, resolve
from cbc_desktop.xpath.filing import Filing, Marks, marks_of
from cbc_desktop.xpath.references import DOWNWARD


@dataclass(frozen=True, slots=True)
class RowLeaf:
    """A leaf that each row of ``repeat`` has once, and what of it counts."""

    repeat: Path
    leaf: Path
    filing: Filing

    def marks(self, row: RowNode) -> Marks:
        return marks_of(self.filing, [row.within[self.leaf]])


@dataclass(frozen=True, slots=True)
class Asked:
    """A row is read only if it shares a mark at ``leaf`` with a constant, or with another leaf.

    That is a leaf of the reader's ``own`` row, or the one at ``outside``, which lies in no row. ``other_than``: only if
    ``leaf`` holds another text than this one.
    """

    leaf: RowLeaf
    constant: Marks = None
    other_than: Marks = None
    own: RowLeaf | None = None
    outside: Path = ""
    outside_filing: Filing = Filing.VALUE


class Narrower:
    """Tells from the form alone what its formulas ask rows for."""

    def __init__(self, definition: FormDefinition, paths: FormPaths) -> None:
        self._paths = paths
        self._repeats = frozenset(node.path for node in definition.nodes() if isinstance(node, RepeatDef))
        leaves = dict(_leaves(definition.root, ""))
        self._choices = {node.path: node.choices for node in definition.nodes() if isinstance(node, LeafDef)}
        self._repeat_of = {path: repeat for path, repeat in leaves.items() if repeat}
        self._outside = leaves.keys() - self._repeat_of.keys()

    def asked(self, rule: Rule, reference: PathReference) -> tuple[Asked, ...]:
        """What a row on the way of the reference has to hold; () where every row may be read.

        ``position()`` of a row is a matter of the rows before it, whatever they hold.
        """
        if "position" in rule.expression.functions:
            return ()
        if rule.start != rule.path and reference.origin == "context":
            reference = self._way_of_item(rule, reference) or reference
        found = (self._one(rule, reference, narrowing) for narrowing in reference.narrowings)
        return tuple(asked for asked in found if asked is not None)

    def _way_of_item(self, rule: Rule, reference: PathReference) -> PathReference | None:
        """The way to the item, below which the value or the label of a choice is read; None where it is not certain."""
        itemset = self._choices.get(rule.path)
        if not isinstance(itemset, Itemset) or any(step.axis not in DOWNWARD for step in reference.steps):
            return None
        ways = [one for one in itemset.nodeset.references if resolve(one, rule.path) == rule.start]
        return ways[0] if len(ways) == 1 and ways[0].origin == "root" else None

    def _one(self, rule: Rule, reference: PathReference, narrowing: Narrowing) -> Asked | None:
        way = PathReference(reference.origin, reference.steps[: narrowing.depth])
        repeat = resolve(way, rule.start)
        leaf = self._row_leaf("/".join((repeat or "", *narrowing.leaf)), narrowing.leaf_filing)
        if leaf is None or leaf.repeat != repeat:
            return None
        if isinstance(narrowing.key, PathReference):
            return self._by_path(rule, leaf, narrowing.key, narrowing.key_filing)
        marks = marks_of(narrowing.key_filing, narrowing.key)
        if narrowing.differs:
            return Asked(leaf, other_than=marks)
        return None if marks is None else Asked(leaf, constant=marks)

    def _by_path(self, rule: Rule, leaf: RowLeaf, key: PathReference, filing: Filing) -> Asked | None:
        if key.origin == "context" and rule.start != rule.path:
            return None  # ``current()`` is the question, not the item of its list
        path = resolve(key, rule.path)
        if path is not None and path in self._outside:
            return Asked(leaf, outside=path, outside_filing=filing)
        own = self._own_leaf(rule, key, filing)
        return None if own is None else Asked(leaf, own=own)

    def _own_leaf(self, rule: Rule, key: PathReference, filing: Filing) -> RowLeaf | None:
        """The leaf of the reader's own row that the key is, when the rule is evaluated in rows at all."""
        path = resolve(key, rule.path) if key.origin == "context" and not rule.kind.of_repeats else None
        own = None if path is None else self._row_leaf(path, filing)
        if own is None or own.repeat != self._repeat_around(rule.path):
            return None
        [target] = self._paths.targets(key, rule.path)
        return own if target.reach == own.repeat or target.reach.startswith(f"{own.repeat}/") else None

    def _row_leaf(self, path: Path, filing: Filing) -> RowLeaf | None:
        return RowLeaf(self._repeat_of[path], path, filing) if path in self._repeat_of else None

    def _repeat_around(self, path: Path) -> Path:
        while path and path not in self._repeats:
            path = path.rpartition("/")[0]
        return path


def _leaves(node: GroupDef | RepeatDef, repeat: Path) -> Iterator[tuple[Path, Path]]:
    """Each leaf with the innermost repeat around it, "" for none."""
    for child in node.children:
        if isinstance(child, LeafDef):
            yield child.path, repeat
        else:
            yield from _leaves(child, child.path if isinstance(child, RepeatDef) else repeat)


def concerned(tree: LiveTree, asked: tuple[Asked, ...], row: Scope, around: Scope) -> Iterator[Scope]:
    """The rows inside ``around`` (or ``around`` itself) whose formulas may read what changes in ``row``."""
    readers: list[RowNode] | None = None
    for one in asked:
        marks = _marks(one.leaf, row)
        if marks is None:
            continue
        wanted = _wanted(tree, one)
        if (wanted is not None and wanted.isdisjoint(marks)) or marks == one.other_than:
            return
        if one.own is not None and readers is None:
            readers = _readers(tree, one.own, marks, around)
    if readers is None:
        yield around
    else:
        yield from readers


def _wanted(tree: LiveTree, asked: Asked) -> Marks:
    """Of a constant or a leaf outside all rows; None for the readers' own leaves."""
    if not asked.outside:
        return asked.constant
    return marks_of(asked.outside_filing, [tree.leaf(Address("", asked.outside))])


def _marks(leaf: RowLeaf, row: Scope) -> Marks:
    """Of the row of the leaf's repeat that ``row`` is, or lies in; None when it is in none, or in several."""
    while row is not None and row.path != leaf.repeat:
        row = row.repeat.row
    return None if row is None else leaf.marks(row)


def _readers(tree: LiveTree, own: RowLeaf, marks: Marks, around: Scope) -> list[RowNode]:
    repeats = tree.repeats(own.repeat, around)
    return [row for repeat in repeats for row in repeat.indexes.of(own.leaf, own.filing).find_all(marks)]
