"""A path that an expression reads, and where it leads: what a form's dependency graph is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from cbc_desktop.xpath.filing import Filing
from cbc_desktop.xpath.node_index import LeafNames

Origin = Literal["root", "context", "instance"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: an axis of XPath and a local name, "*" for any name, or a node test such as "node()"."""

    axis: str
    name: str


@dataclass(frozen=True, slots=True)
class PathReference:
    """Nodes that an expression reads: ``steps`` from the document, the context node, or the document of ``instance``.

    Predicates are left out; what they read is references of their own, which start with the steps they stand behind.
    ``narrowings`` are predicates on the way that leave nodes out by what they hold.
    """

    origin: Origin
    steps: tuple[Step, ...]
    instance: str = ""
    narrowings: tuple[Narrowing, ...] = ()
    plain: int = 0
    """Of an absolute path: how many of its first steps lead by name, without a predicate, and so stay in the rows
    around the place where it is evaluated."""

    def __str__(self) -> str:
        start = {"root": "/", "context": "", "instance": f"instance('{self.instance}')/"}[self.origin]
        return start + "/".join(_text(step) for step in self.steps)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Of the nodes that the first ``depth`` steps lead to, only those count whose ``leaf`` belongs to the ``key``.

    The two belong together when they share a mark of their filings; ``key`` is a constant or a path. ``differs``: only
    those count whose ``leaf`` is another text than the ``key``, which is a constant.
    """

    depth: int
    leaf: LeafNames
    leaf_filing: Filing
    key: PathReference | str | float
    key_filing: Filing
    differs: bool = False


def resolve(reference: PathReference, context_path: str) -> str | None:
    """The generic absolute path, ``/data/s1/t1/n``, of a reference seen from the generic path of a context node.

    None when it leads into another instance, above the document, or by other steps than named children, parents
    and self: then ``known_prefix`` tells under which node everything lies that it may reach.
    """
    names, rest = _followed(reference, context_path)
    return None if rest or names is None else _joined(names)


def known_prefix(reference: PathReference, context_path: str) -> str | None:
    """The deepest generic path at or under which all nodes of the reference lie; "" is the whole document.

    ``//x`` seen from anywhere: ""; ``/data/s1//x`` and ``/data/s1/*``: ``/data/s1``. None for another instance.
    """
    names, rest = _followed(reference, context_path)
    if names is None:
        return None
    for step in rest:
        if step.axis == "parent":
            names = names[:-1]
        elif step.axis not in DOWNWARD:
            names = []
    return _joined(names)


DOWNWARD = frozenset({"child", "attribute", "self", "descendant", "descendant-or-self", "namespace"})
"""Axes that stay at a node or lead to what is in it."""


def _followed(reference: PathReference, context_path: str) -> tuple[list[str] | None, tuple[Step, ...]]:
    """The names on the way as far as it is certain, and the steps from there on; None for another instance."""
    if reference.origin == "instance":
        return None, ()
    names = [name for name in context_path.split("/") if name] if reference.origin == "context" else []
    for index, step in enumerate(reference.steps):
        if step.axis == "child" and step.name != "*" and not step.name.endswith(")"):
            names.append(step.name)
        elif step.axis == "parent" and names:
            names.pop()
        elif step.axis != "self":
            return names, reference.steps[index:]
    return names, ()


def _joined(names: Iterable[str]) -> str:
    return "".join(f"/{name}" for name in names)


def _text(step: Step) -> str:
    if step == Step("parent", "node()"):
        return ".."
    return step.name if step.axis == "child" else f"{step.axis}::{step.name}"
