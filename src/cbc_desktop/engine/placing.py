"""The answers of a submission in another version of its form, of which only the answers are at hand.

An answer stays at its path, or follows its question to the one place that has its name, inside the same table. What was
said stays as it was said: nothing is calculated anew and nothing is judged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field

from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.base.xml import Element, children_by_name
from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.saved_form import SavedForm, SavedRow
from cbc_desktop.engine.submission import identity_of, read_root, write_saved
from cbc_desktop.engine.tree import ROW_ID_LEAF
from cbc_desktop.forms.definition import FormDefinition, GroupDef, LeafDef, Path, RepeatDef


@dataclass(frozen=True, slots=True)
class Placed:
    """``lost`` are the paths, as they were, of answers that have no place in this version."""

    submission: bytes
    lost: tuple[Path, ...]


def placed(definition: FormDefinition, content: bytes, identifiers: IdentifierSource) -> Placed:
    """UserFacingError when ``content`` is no submission of a form of this id."""
    root = read_root(definition, content)
    placing = _Placing(_Places.of(definition, root), identifiers)
    placing.read(root, definition.root.path, _Row("", ""))
    saved = SavedForm(tuple(placing.rows), placing.values)
    return Placed(write_saved(definition, saved, *identity_of(root)), tuple(dict.fromkeys(placing.lost)))


@dataclass(frozen=True, slots=True)
class _Row:
    """``repeat`` is the path of its table in this version."""

    id: RowId
    repeat: Path


@dataclass(slots=True)
class _Placing:
    places: _Places
    identifiers: IdentifierSource
    rows: list[SavedRow] = field(default_factory=list)
    values: dict[Address, str] = field(default_factory=dict)
    lost: list[Path] = field(default_factory=list)

    def read(self, source: Element, path: Path, row: _Row) -> None:
        for name, nodes in children_by_name(source).items():
            if name == "meta" and not row.id and path.count("/") == 1:
                continue
            for node in nodes:
                self._read(node, f"{path}/{name}", row, many=len(nodes) > 1)

    def _read(self, node: Element, path: Path, row: _Row, *, many: bool) -> None:
        repeat = self.places.repeat(path, row.repeat)
        if len(node) == 0 and repeat is None:
            self._place(node, path, row)
        elif repeat is not None:
            self.read(node, path, self._new_row(node, row, repeat))
        elif many or ROW_ID_LEAF in children_by_name(node):
            self._lose(node, path)
        else:
            self.read(node, path, row)

    def _new_row(self, node: Element, parent: _Row, repeat: Path) -> _Row:
        named = [leaf.text for leaf in children_by_name(node).get(ROW_ID_LEAF, ()) if leaf.text]
        row = _Row(named[0] if named else self.identifiers.new_uuid(), repeat)
        self.rows.append(SavedRow(row.id, parent.id, repeat))
        return row

    def _place(self, node: Element, path: Path, row: _Row) -> None:
        if not node.text:
            return
        target = self.places.leaf(path, row.repeat)
        at = Address(row.id, target or "")
        if target is None or at in self.values:
            self.lost.append(path)
        else:
            self.values[at] = node.text

    def _lose(self, node: Element, path: Path) -> None:
        """A row of a table that this version does not have."""
        for name, nodes in children_by_name(node).items():
            for child in nodes:
                if len(child):
                    self._lose(child, f"{path}/{name}")
                elif child.text and name != ROW_ID_LEAF:
                    self.lost.append(f"{path}/{name}")


@dataclass(frozen=True, slots=True)
class _Places:
    """The tables and questions of this version: by path, and by a name that is one place's, here and there."""

    repeats: Mapping[Path, Path]
    """Each with the table around it, "" for none; so are the questions."""
    leaves: Mapping[Path, Path]
    repeats_by_name: Mapping[str, Path]
    leaves_by_name: Mapping[str, Path]

    @classmethod
    def of(cls, definition: FormDefinition, source: Element) -> _Places:
        names = Counter(map(_name, set(_paths(source, ""))))
        once = {name for name, times in names.items() if times == 1}
        repeats: dict[Path, Path] = {}
        leaves: dict[Path, Path] = {}
        for node, around in _nodes(definition.root, ""):
            (repeats if isinstance(node, RepeatDef) else leaves)[node.path] = around
        return cls(repeats, leaves, _by_name(repeats, once), _by_name(leaves, once))

    def repeat(self, path: Path, around: Path) -> Path | None:
        if path in self.leaves:
            return None
        return _found(path, around, self.repeats, self.repeats_by_name)

    def leaf(self, path: Path, around: Path) -> Path | None:
        return _found(path, around, self.leaves, self.leaves_by_name)


def _found(path: Path, around: Path, places: Mapping[Path, Path], by_name: Mapping[str, Path]) -> Path | None:
    target = path if path in places else by_name.get(_name(path))
    return target if target is not None and places[target] == around else None


def _nodes(branch: GroupDef | RepeatDef, around: Path) -> Iterator[tuple[LeafDef | RepeatDef, Path]]:
    for child in branch.children:
        if isinstance(child, LeafDef | RepeatDef):
            yield child, around
        if isinstance(child, GroupDef | RepeatDef):
            yield from _nodes(child, child.path if isinstance(child, RepeatDef) else around)


def _paths(source: Element, path: Path) -> Iterator[Path]:
    for name, nodes in children_by_name(source).items():
        yield f"{path}/{name}"
        for node in nodes:
            yield from _paths(node, f"{path}/{name}")


def _by_name(places: Mapping[Path, Path], once: Set[str]) -> dict[str, Path]:
    times = Counter(map(_name, places))
    return {_name(path): path for path in places if times[_name(path)] == 1 and _name(path) in once}


def _name(path: Path) -> str:
    return path.rpartition("/")[2]
