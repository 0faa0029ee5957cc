"""Where an expression is evaluated: the node it starts from, and the little of the world it may ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from cbc_desktop.xpath.nodes import Node


class Environment(Protocol):
    """What functions ask of the form around them."""

    @property
    def root(self) -> Node:
        """The document node above the primary instance's root element: where absolute paths start."""

    def around(self, node: Node) -> Sequence[Node]:
        """The nodes from the root element down to the innermost repeat instance around ``node``, itself included.

        Absolute paths stay in them as far as they lead through them (ODK XForms, A Big Deviation with XForms). None
        outside all repeats, and in documents that are no form.
        """

    @property
    def language(self) -> str:
        """The language on show ("vi", "en", "Tiếng Việt (vi)"): names of months and days follow it."""

    def now(self) -> datetime:
        """The present moment with a time zone; the zone is also that of dates without one."""

    def new_uuid(self) -> str: ...

    def random(self) -> float:
        """A number in [0, 1)."""

    def instance(self, id: str) -> Node | None:  # noqa: A002 - the specification's word
        """The node whose child is the root element of the instance ``id``; None when there is no such instance."""

    def itext(self, id: str) -> str:  # noqa: A002 - the specification's word
        """The text ``id`` of the itext block in the language on show."""

    def choice_name(self, value: str, path: str, context: Node) -> str:
        """The label of the choice ``value`` of the select question that ``path`` names, seen from ``context``."""

    def property(self, name: str) -> str:
        """A property of the device or user (``deviceid``, ``username``); "" when unknown."""


class Context:
    """A node with its place among the nodes that are looked at, and the node that ``current()`` means.

    ``position`` and ``size`` are 1-based and those of XPath 1.0, section 1; ``current`` is ``node`` unless given.
    """

    __slots__ = ("current", "environment", "node", "position", "size")

    def __init__(
        self, node: Node, environment: Environment, position: int = 1, size: int = 1, current: Node | None = None
    ) -> None:
        self.node = node
        self.environment = environment
        self.position = position
        self.size = size
        self.current: Node = node if current is None else current
