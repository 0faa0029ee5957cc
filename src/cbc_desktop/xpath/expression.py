"""An expression, read and compiled once: its value anywhere in a tree, and the nodes it reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from cbc_desktop.xpath.compiler import Manner, compiled
from cbc_desktop.xpath.context import Context
from cbc_desktop.xpath.errors import XPathSyntaxError
from cbc_desktop.xpath.messages import TOO_DEEP
from cbc_desktop.xpath.nodes import Node
from cbc_desktop.xpath.operators import Evaluate
from cbc_desktop.xpath.parser import parse
from cbc_desktop.xpath.reader import functions_of, patterns_of, references_of
from cbc_desktop.xpath.references import PathReference
from cbc_desktop.xpath.values import Value, to_boolean, to_nodes, to_number, to_string

NO_NAMESPACES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled expression; equal to any other of the same source and references.

    Every evaluation raises XPathError when the values that it meets are of no use to it.
    """

    source: str
    references: frozenset[PathReference]
    functions: frozenset[str]
    patterns: frozenset[str]
    _evaluate: Evaluate = field(repr=False, compare=False)

    def value(self, context: Context) -> Value:
        """The value in its own type: text, number, truth, date, time, or a list of nodes."""
        return self._evaluate(context)

    def string(self, context: Context) -> str:
        return to_string(self._evaluate(context))

    def number(self, context: Context) -> float:
        return to_number(self._evaluate(context), context)

    def boolean(self, context: Context) -> bool:
        return to_boolean(self._evaluate(context))

    def nodes(self, context: Context) -> list[Node]:
        """The nodes in document order, or in the order of ``randomize()``; raises XPathError for other values."""
        return to_nodes(self._evaluate(context))


def compile_expression(
    source: str, namespaces: Mapping[str, str] = NO_NAMESPACES, *, patient: bool = False
) -> Expression:
    """Read and compile ``source``; ``namespaces`` gives the URI of each prefix, and of names without one under "".

    Raises XPathSyntaxError for what is no expression, an undeclared prefix, an unknown function or a wrong number of
    arguments; ``patient`` leaves the last two to the evaluation, which may never come to them.
    """
    try:
        syntax = parse(source, namespaces)
        evaluate = compiled(syntax, Manner(source, patient))
        return Expression(source, references_of(syntax), functions_of(syntax), patterns_of(syntax), evaluate)
    except RecursionError as error:
        raise XPathSyntaxError(TOO_DEEP, 0, source) from error
