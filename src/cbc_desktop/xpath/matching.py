"""Recognises predicates that choose nodes by what one of their leaves holds: ``b9[hoat_dong = current()/../rid]``.

Such nodes need not be looked for one by one, and a change in one of them concerns only those who ask for what it holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from cbc_desktop.xpath.filing import Filing, marks_of
from cbc_desktop.xpath.node_index import LeafNames
from cbc_desktop.xpath.syntax import (
    PARENT,
    SELF,
    AxisStep,
    Call,
    Literal,
    Operation,
    Path,
    Start,
    Syntax,
    parts,
    plain_name,
)

Key = Literal | Path | Call
"""A constant, or a path from ``current()`` or the root that leads by names and ``..``; ``current()`` itself."""


@dataclass(frozen=True, slots=True)
class Match:
    """The node is kept only if its ``leaf`` and the ``key`` belong together: they share a mark of their filings.

    ``differs``: only if the two are not the same text, which is a constant.
    """

    leaf: LeafNames
    leaf_filing: Filing
    key: Key
    key_filing: Filing
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Matches:
    """What a predicate asks for before anything else; ``whole``: it asks for nothing else."""

    found: tuple[Match, ...] = ()
    whole: bool = False


def matches_of(step: AxisStep) -> Matches:
    """Of the first predicate of a step.

    What stands behind it, in the same predicate or another, sees only nodes that passed: it may raise, and later
    predicates count positions. In the first predicate itself the positions of all nodes must not matter.
    """
    if not step.predicates or not _asks_for_children_by_name(step) or _looks_at_positions(step.predicates[0]):
        return Matches()
    conditions = list(_conditions(step.predicates[0]))
    found = tuple(match for match in takewhile(bool, map(_match, conditions)) if match)
    return Matches(found, whole=len(found) == len(conditions))


def _asks_for_children_by_name(step: AxisStep) -> bool:
    return step.axis == "child" and plain_name(step) is not None


def _looks_at_positions(predicate: Syntax) -> bool:
    return any(isinstance(part, Call) and part.name in ("position", "last") for part in parts(predicate))


def _conditions(predicate: Syntax) -> Iterator[Syntax]:
    """The parts between ``and``, in the order in which they are evaluated."""
    if isinstance(predicate, Operation) and predicate.operator == "and":
        yield from _conditions(predicate.left)
        yield from _conditions(predicate.right)
    else:
        yield predicate


def _match(condition: Syntax) -> Match | None:
    match condition:
        case Operation("=", left, right):
            return _paired(left, Filing.VALUE, right, Filing.VALUE)
        case Operation("!=", left, right):
            return _different(_paired(left, Filing.VALUE, right, Filing.VALUE))
        case Call("selected" | "is-selected", (choices, value)):
            return _paired(choices, Filing.WORDS, value, Filing.TEXT)
    return None


def _different(match: Match | None) -> Match | None:
    """From a text with one meaning: 'x' differs from all but 'x', and '1' not from the number 1."""
    if match is None or not isinstance(match.key, Literal):
        return None
    text = match.key.value
    has_one_meaning = isinstance(text, str) and marks_of(match.key_filing, text) == frozenset((text,))
    return replace(match, differs=True) if has_one_meaning else None


def _paired(one: Syntax, its_filing: Filing, other: Syntax, other_filing: Filing) -> Match | None:
    leaf, key = _leaf_names(one), _key(other)
    if leaf and key:
        return Match(leaf, its_filing, key, other_filing)
    leaf, key = _leaf_names(other), _key(one)
    return Match(leaf, other_filing, key, its_filing) if leaf and key else None


def _leaf_names(syntax: Syntax) -> LeafNames | None:
    """Of a path down from the node that the predicate is about."""
    if not isinstance(syntax, Path) or syntax.start is not Start.CONTEXT:
        return None
    names = [plain_name(step) for step in syntax.steps if step != SELF]
    down = all(step == SELF or (step.axis == "child" and not step.predicates) for step in syntax.steps)
    return tuple(name for name in names if name) if down and all(names) else None


def _key(syntax: Syntax) -> Key | None:
    """What is the same whichever node the predicate is about, and can always be evaluated."""
    match syntax:
        case Literal() | Call("current", ()):
            return syntax
        case Path(Start.ROOT | Call("current", ()), steps) if all(map(_leads_on, steps)):
            return syntax
    return None


def _leads_on(step: AxisStep) -> bool:
    return step in (SELF, PARENT) or (step.axis == "child" and not step.predicates and plain_name(step) is not None)
