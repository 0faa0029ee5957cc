"""Which paths an expression reads, told from its text alone, predicates and arguments of functions included."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cbc_desktop.xpath.functions import FUNCTIONS
from cbc_desktop.xpath.matching import Key, matches_of
from cbc_desktop.xpath.references import DOWNWARD, Narrowing, PathReference, Step
from cbc_desktop.xpath.syntax import (
    SELF,
    AxisStep,
    Call,
    Filter,
    Literal,
    NameTest,
    Operation,
    Path,
    Start,
    Syntax,
    direct_parts,
    parts,
    plain_name,
)

_ROOT = PathReference("root", ())
_CONTEXT = PathReference("context", ())
_ANYWHERE = PathReference("root", (Step("descendant-or-self", "node()"),))


def references_of(syntax: Syntax) -> frozenset[PathReference]:
    """Every location path of the expression; what a predicate reads starts with the steps it stands behind."""
    reader = _Reader()
    reader.read(syntax, _CONTEXT)
    return frozenset(reader.found)


def functions_of(syntax: Syntax) -> frozenset[str]:
    """The names of all functions that are called."""
    return frozenset(part.name for part in parts(syntax) if isinstance(part, Call))


def patterns_of(syntax: Syntax) -> frozenset[str]:
    """The regular expressions that are written in it, and not taken from an answer."""
    calls = (part for part in parts(syntax) if isinstance(part, Call) and part.name == "regex")
    last = (call.arguments[-1] for call in calls if call.arguments)
    return frozenset(
        argument.value for argument in last if isinstance(argument, Literal) and isinstance(argument.value, str)
    )


class _Reader:
    """Goes through an expression and collects what it reads; ``here`` is the node that a part is evaluated at."""

    def __init__(self) -> None:
        self.found: set[PathReference] = set()

    def read(self, syntax: Syntax, here: PathReference) -> None:
        while isinstance(syntax, Operation):  # nested to the left, as deep as it is long
            self.read(syntax.right, here)
            syntax = syntax.left
        match syntax:
            case Path() | Filter():
                self.found.update(self._nodes(syntax, here))
            case Call():
                self._read_call(syntax, here)
            case _:
                self._read_all(direct_parts(syntax), here)

    def _read_all(self, several: Iterable[Syntax], here: PathReference) -> None:
        for part in several:
            self.read(part, here)

    def _read_call(self, call: Call, here: PathReference) -> None:
        start = _start(call)
        if start is not None:
            self.found.add(start)
        elif not call.arguments and call.name in FUNCTIONS and FUNCTIONS[call.name].of_context:
            self.found.add(here)
        self._read_arguments(call, here)

    def _read_arguments(self, call: Call, here: PathReference) -> None:
        if call.name == "indexed-repeat":
            self.found.update(self._anywhere(call, here))
        else:
            self._read_all(call.arguments, here)

    def _anywhere(self, call: Call, here: PathReference) -> Iterable[PathReference]:
        """What a call reads whose absolute paths do not stay in the rows around it."""
        reader = _Reader()
        reader._read_all(call.arguments, here)
        return (replace(reference, plain=0) for reference in reader.found)

    def _nodes(self, syntax: Syntax, here: PathReference) -> list[PathReference]:
        """The nodes that an expression in front of steps or predicates gives; collects what it reads on the way."""
        match syntax:
            case Path(start, steps):
                return [self._stepped(reference, steps) for reference in self._started(start, here)]
            case Filter(primary, predicates):
                return [self._filtered(reference, predicates) for reference in self._nodes(primary, here)]
            case Operation("|", left, right):
                return [*self._nodes(left, here), *self._nodes(right, here)]
            case Call():
                return self._nodes_of_call(syntax, here)
        self.read(syntax, here)
        return []

    def _started(self, start: Start | Syntax, here: PathReference) -> list[PathReference]:
        if start is Start.ROOT:
            return [_ROOT]
        return [here] if isinstance(start, Start) else self._nodes(start, here)

    def _nodes_of_call(self, call: Call, here: PathReference) -> list[PathReference]:
        """Where the function starts; the nodes of any other function come from its arguments."""
        self._read_arguments(call, here)
        start = _start(call)
        if start is not None:
            return [start]
        return [reference for argument in call.arguments for reference in self._nodes(argument, here)]

    def _stepped(self, reference: PathReference, steps: Iterable[AxisStep]) -> PathReference:
        for step in steps:
            if step != SELF:
                reference = _one_step_on(reference, step)
                self._read_all(step.predicates, reference)
        return reference

    def _filtered(self, reference: PathReference, predicates: Iterable[Syntax]) -> PathReference:
        self._read_all(predicates, reference)
        return reference


def _one_step_on(reference: PathReference, step: AxisStep) -> PathReference:
    """What narrows the way counts as long as it leads down."""
    steps = (*reference.steps, Step(step.axis, _name(step)))
    kept = reference.narrowings if step.axis in DOWNWARD else ()
    new = (
        Narrowing(len(steps), m.leaf, m.leaf_filing, _key(m.key), m.key_filing, m.differs)
        for m in matches_of(step).found
    )
    leads_by_name = step.axis == "child" and not step.predicates and plain_name(step) is not None
    still_plain = reference.origin == "root" and reference.plain == len(reference.steps) and leads_by_name
    plain = reference.plain + still_plain
    return replace(reference, steps=steps, narrowings=(*kept, *new), plain=plain)


def _key(key: Key) -> PathReference | str | float:
    if isinstance(key, Literal):
        return key.value
    if isinstance(key, Call):
        return _CONTEXT
    start = _ROOT if key.start is Start.ROOT else _CONTEXT
    steps = (Step(step.axis, _name(step)) for step in key.steps if step != SELF)
    return replace(start, steps=tuple(steps))


def _start(call: Call) -> PathReference | None:
    """The nodes that a function finds without being given a path; None for other functions.

    An instance whose id is no literal has the id "".
    """
    match call:
        case Call("current"):
            return _CONTEXT
        case Call("id"):
            return _ANYWHERE
        case Call("instance" | "pulldata", (Literal(str(instance)), *_)):
            return PathReference("instance", (), instance)
        case Call("instance" | "pulldata"):
            return PathReference("instance", ())
    return None


def _name(step: AxisStep) -> str:
    test = step.test
    if isinstance(test, NameTest):
        return test.name
    return f"{test.kind.value if test.kind else 'node'}()"
