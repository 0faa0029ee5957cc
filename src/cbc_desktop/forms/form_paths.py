"""Which nodes of a form a reference leads to, told from the form alone, by generic paths."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from cbc_desktop.forms.definition import FormDefinition, LeafDef, NodeDef, Path
from cbc_desktop.xpath import PathReference, Step

DOCUMENT: Path = ""
"""The path of the document node above the root."""

ANY_NAME = frozenset({"*", "node()"})
"""What a step says when it does not ask for a name."""


@dataclass(frozen=True, slots=True)
class Target:
    """A node that a reference leads to.

    ``reach`` is the outermost node that the reference passes through on its way: inside it the rows of its beginning
    and of its end are the same.
    """

    path: Path
    reach: Path


Way = tuple[Path, Path]
"""Where a step leads, and the outermost node that it passes through."""


class FormPaths:
    """The tree of generic paths of one form."""

    def __init__(self, definition: FormDefinition) -> None:
        self.below: dict[Path, tuple[Path, ...]] = {}
        """For each path all paths at or below it, in document order."""
        self._children: dict[Path, tuple[Path, ...]] = {}
        self._add(definition.root)
        root = definition.root.path
        self._children[DOCUMENT] = (root,)
        self.below[DOCUMENT] = (DOCUMENT, *self.below[root])
        self._of_name: dict[str, list[Path]] = {}
        for path in self.below[DOCUMENT]:
            self._of_name.setdefault(name_of(path), []).append(path)

    def _add(self, node: NodeDef) -> None:
        children = () if isinstance(node, LeafDef) else node.children
        for child in children:
            self._add(child)
        self._children[node.path] = tuple(child.path for child in children)
        self.below[node.path] = (node.path, *(path for child in children for path in self.below[child.path]))

    def __contains__(self, path: Path) -> bool:
        return path in self._children

    def targets(self, reference: PathReference, start: Path) -> list[Target]:
        """Where a reference into the primary instance leads from ``start``; nowhere when no such node exists."""
        begin = start if reference.origin == "context" else DOCUMENT
        here = [Target(begin, begin)] if begin in self else []
        for number, step in enumerate(reference.steps, start=1):
            here = list(dict.fromkeys(target for before in here for target in self._step(before, step)))
            if number <= reference.plain and number < len(reference.steps):
                here = [Target(target.path, target.path) for target in here]
        return here

    def _step(self, before: Target, step: Step) -> Iterator[Target]:
        axis = _AXES.get(step.axis)
        if axis is None:
            return
        for path, through in axis(self, before.path, step.name):
            yield Target(path, min(before.reach, through, key=len))

    def _child(self, path: Path, name: str) -> Iterable[Way]:
        return ((child, path) for child in self._children_of(path, name))

    def _descendant(self, path: Path, name: str) -> Iterable[Way]:
        return ((below, path) for below in self._at_or_below(path, name) if below != path)

    def _descendant_or_self(self, path: Path, name: str) -> Iterable[Way]:
        return ((below, path) for below in self._at_or_below(path, name))

    def _self(self, path: Path, name: str) -> Iterable[Way]:
        return _called(name, (path,))

    def _parent(self, path: Path, name: str) -> Iterable[Way]:
        return _called(name, list(ancestors(path))[:1])

    def _ancestor(self, path: Path, name: str) -> Iterable[Way]:
        return _called(name, ancestors(path))

    def _ancestor_or_self(self, path: Path, name: str) -> Iterable[Way]:
        return _called(name, (path, *ancestors(path)))

    def _sibling(self, path: Path, name: str) -> Iterable[Way]:
        """All children of the parent: rows of one repeat are siblings of the same path."""
        return ((child, above) for above in list(ancestors(path))[:1] for child in self._children_of(above, name))

    def _anywhere(self, path: Path, name: str) -> Iterable[Way]:
        return ((other, DOCUMENT) for other in self._at_or_below(DOCUMENT, name))

    def _children_of(self, path: Path, name: str) -> Iterable[Path]:
        if name in ANY_NAME:
            return self._children[path]
        child = f"{path}/{name}"
        return (child,) if child in self._children else ()

    def _at_or_below(self, path: Path, name: str) -> Iterable[Path]:
        if name in ANY_NAME:
            return self.below[path]
        return (one for one in self._of_name.get(name, ()) if path in (DOCUMENT, one) or one.startswith(f"{path}/"))


def _called(name: str, paths: Iterable[Path]) -> Iterable[Way]:
    return ((path, path) for path in paths if name in ANY_NAME or name_of(path) == name)


def name_of(path: Path) -> str:
    return path.rpartition("/")[2]


def ancestors(path: Path) -> Iterator[Path]:
    """The paths above, the nearest first, the document last."""
    while path:
        path = path.rpartition("/")[0]
        yield path


_AXES: Mapping[str, Callable[[FormPaths, Path, str], Iterable[Way]]] = {
    "child": FormPaths._child,
    "descendant": FormPaths._descendant,
    "descendant-or-self": FormPaths._descendant_or_self,
    "self": FormPaths._self,
    "parent": FormPaths._parent,
    "ancestor": FormPaths._ancestor,
    "ancestor-or-self": FormPaths._ancestor_or_self,
    "preceding-sibling": FormPaths._sibling,
    "following-sibling": FormPaths._sibling,
    "preceding": FormPaths._anywhere,
    "following": FormPaths._anywhere,
}
