"""The formula language of ODK XForms: from text to compiled expressions over any tree of nodes.

https://getodk.github.io/xforms-spec/ with XPath 1.0 underneath (https://www.w3.org/TR/1999/REC-xpath-19991116/).
"""

from __future__ import annotations

from cbc_desktop.xpath.context import Context, Environment
from cbc_desktop.xpath.errors import XPathError, XPathSyntaxError
from cbc_desktop.xpath.expression import Expression, compile_expression
from cbc_desktop.xpath.functions.patterns import matcher_of
from cbc_desktop.xpath.nodes import Node, NodeKind, Scalar
from cbc_desktop.xpath.references import Narrowing, PathReference, Step, known_prefix, resolve
from cbc_desktop.xpath.values import Value

__all__ = [
    "Context",
    "Environment",
    "Expression",
    "Narrowing",
    "Node",
    "NodeKind",
    "PathReference",
    "Scalar",
    "Step",
    "Value",
    "XPathError",
    "XPathSyntaxError",
    "compile_expression",
    "known_prefix",
    "matcher_of",
    "resolve",
]
