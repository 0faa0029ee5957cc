"""The live tree of one form being filled in: what changes while someone types. Nodes satisfy ``xpath.Node``.

A node that is not relevant keeps its value, but formulas do not see it: it is in nobody's ``children`` and reads as
blank (ODK XForms, relevant).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.codecs import typed
from cbc_desktop.engine.row_index import RowIndexes
from cbc_desktop.forms.definition import GroupDef, LeafDef, RepeatDef, qualified_name
from cbc_desktop.xpath import NodeKind, Scalar
from cbc_desktop.xpath.values import to_boolean

if TYPE_CHECKING:
    from cbc_desktop.engine.choice_list import ChoiceList
    from cbc_desktop.engine.rules import Rule
    from cbc_desktop.engine.violations import Violation
    from cbc_desktop.xpath.filing import Filing
    from cbc_desktop.xpath.node_index import LeafNames, NodeIndex


class Document:
    """The document node above the root element: where absolute paths start."""

    __slots__ = ("root",)
    kind = NodeKind.DOCUMENT
    name = qualified_name = ""
    namespace = ""
    parent: None = None
    attributes: Sequence[LiveNode] = ()
    root: GroupNode

    @property
    def children(self) -> Sequence[LiveNode]:
        return (self.root,)

    def named_children(self, name: str, namespace: str | None) -> Sequence[LiveNode]:
        return (self.root,) if name == self.root.name else ()

    def children_index(self, name: str, leaf: LeafNames, filing: Filing) -> None:
        return None

    def children_total(self, name: str, leaf: LeafNames) -> None:
        return None

    def sibling_position(self) -> int:
        return 1

    def holds(self) -> bool:
        return True

    def string_value(self) -> str:
        return self.root.string_value()

    def typed_value(self) -> Scalar:
        return self.string_value()


NO_FAILURES: Mapping[Rule, Violation] = MappingProxyType({})


class LiveNode(ABC):
    """What leaves, groups and repeat instances have in common."""

    __slots__ = ("failed", "own_readonly", "own_relevant", "parent", "problems", "relevant", "row")
    kind = NodeKind.ELEMENT
    attributes: Sequence[LiveNode] = ()
    definition: LeafDef | GroupDef | RepeatDef
    parent: Branch | Document
    row: RowNode | None
    """The nearest repeat instance around (for a repeat instance: itself); None outside all repeats."""

    def __init__(self, parent: Branch | Document, row: RowNode | None) -> None:
        self.parent = parent
        self.row = row
        self.own_relevant = True
        self.relevant: bool = not isinstance(parent, LiveNode) or parent.relevant
        self.own_readonly = False
        self.problems: tuple[Violation, ...] = ()
        self.failed: Mapping[Rule, Violation] = NO_FAILURES
        """The formulas of this node that met values they cannot work with."""

    @property
    def name(self) -> str:
        return self.definition.name

    @property
    def qualified_name(self) -> str:
        return qualified_name(self.definition)

    @property
    def namespace(self) -> str:
        return self.definition.namespace

    @property
    def path(self) -> str:
        return self.definition.path

    @property
    def address(self) -> Address:
        return Address(self.row.id if self.row else "", self.path)

    @property
    def readonly(self) -> bool:
        """Read-only by its own bind or by one above it."""
        above = self.parent
        return self.own_readonly or (isinstance(above, LiveNode) and above.readonly)

    @property
    def wants_to_be_relevant(self) -> bool:
        """Relevant as far as it decides itself: by its own bind, and for a row by the count of its repeat."""
        return self.own_relevant

    def show(self, relevant: bool) -> None:
        """Whether formulas see the node from now on; those below it are told one by one."""
        self.relevant = relevant

    def children_index(self, name: str, leaf: LeafNames, filing: Filing) -> NodeIndex | None:
        return None

    def children_total(self, name: str, leaf: LeafNames) -> float | None:
        return None

    def sibling_position(self) -> int:
        return 1

    def holds(self) -> bool:
        return True

    @property
    @abstractmethod
    def children(self) -> Sequence[LiveNode]: ...

    @abstractmethod
    def named_children(self, name: str, namespace: str | None) -> Sequence[LiveNode]: ...

    @abstractmethod
    def string_value(self) -> str: ...

    @abstractmethod
    def typed_value(self) -> Scalar: ...


class LeafNode(LiveNode):
    """Holds one answer, in its lexical form, valid or not; "" is no answer."""

    __slots__ = ("_typed", "choices", "definition", "lexical", "required")
    definition: LeafDef

    def __init__(self, definition: LeafDef, parent: Branch | Document, row: RowNode | None) -> None:
        super().__init__(parent, row)
        self.definition = definition
        self.lexical = definition.default
        self.required = False
        self.choices: ChoiceList | None = None
        self._typed: Scalar | None = None

    @property
    def children(self) -> Sequence[LiveNode]:
        return ()

    def write(self, lexical: str) -> None:
        self.lexical = lexical
        self._typed = None
        self._touch_row()

    def show(self, relevant: bool) -> None:
        super().show(relevant)
        self._touch_row()

    def _touch_row(self) -> None:
        if self.row is not None:
            self.row.repeat.indexes.touched(self.row, self.definition.path)

    def named_children(self, name: str, namespace: str | None) -> Sequence[LiveNode]:
        return ()

    def string_value(self) -> str:
        return self.lexical if self.relevant else ""

    def typed_value(self) -> Scalar:
        if not self.relevant:
            return ""
        if self._typed is None:
            self._typed = typed(self.lexical, self.definition.bind.type)
        return self._typed

    def holds(self) -> bool:
        return to_boolean(self.typed_value())


class Branch(LiveNode):
    """Holds nodes by name, in the order of the form."""

    __slots__ = ("members",)

    def __init__(self, parent: Branch | Document, row: RowNode | None) -> None:
        super().__init__(parent, row)
        self.members: dict[str, LeafNode | GroupNode | RepeatNode] = {}

    @property
    def children(self) -> Sequence[LiveNode]:
        return [node for node in self.elements() if node.relevant]

    def elements(self) -> Iterator[LeafNode | GroupNode | RowNode]:
        """All elements below, relevant or not, repeat instances in place of their repeat."""
        for member in self.members.values():
            if isinstance(member, RepeatNode):
                yield from member.rows
            else:
                yield member

    def named_children(self, name: str, namespace: str | None) -> Sequence[LiveNode]:
        member = self.members.get(name)
        if member is None:
            return ()
        if isinstance(member, RepeatNode):
            return [row for row in member.rows if row.relevant]
        return (member,) if member.relevant else ()

    def children_index(self, name: str, leaf: LeafNames, filing: Filing) -> NodeIndex | None:
        """Only the rows of repeats, by a leaf that each of them has once."""
        repeat, path = self._rows_with(name, leaf)
        return repeat.indexes.of(path, filing) if repeat else None

    def children_total(self, name: str, leaf: LeafNames) -> float | None:
        """Only of the rows of repeats, by a leaf that each of them has once."""
        repeat, path = self._rows_with(name, leaf)
        return repeat.indexes.total(path) if repeat else None

    def _rows_with(self, name: str, leaf: LeafNames) -> tuple[RepeatNode | None, str]:
        """The repeat of this name with the leaf's generic path; None when its rows have no such leaf, or several."""
        member = self.members.get(name)
        if not isinstance(member, RepeatNode) or not member.rows:
            return None, ""
        path = "/".join((member.path, *leaf))
        return (member, path) if isinstance(member.rows[0].within.get(path), LeafNode) else (None, "")

    def string_value(self) -> str:
        return "".join(node.string_value() for node in self.elements())

    def typed_value(self) -> Scalar:
        return self.string_value()


class GroupNode(Branch):
    """The root element, a group, or a structural element."""

    __slots__ = ("definition",)
    definition: GroupDef

    def __init__(self, definition: GroupDef, parent: Branch | Document, row: RowNode | None) -> None:
        super().__init__(parent, row)
        self.definition = definition


class RowNode(Branch):
    """One repeat instance. ``id`` is its name for life; ``index`` its present place, from 0."""

    __slots__ = ("definition", "id", "index", "repeat", "surplus", "within")
    definition: RepeatDef

    def __init__(self, repeat: RepeatNode, row_id: RowId) -> None:
        super().__init__(repeat.holder, None)
        self.definition = repeat.definition
        self.row = self
        self.repeat = repeat
        self.id = row_id
        self.index = 0
        self.surplus = False
        """True while ``jr:count`` asks for fewer rows: hidden, with everything that was typed kept."""
        self.within: dict[str, LeafNode | GroupNode | RepeatNode | RowNode] = {}
        """All nodes of this row that are not in a row of their own, by generic path."""

    @property
    def wants_to_be_relevant(self) -> bool:
        return self.own_relevant and not self.surplus

    def sibling_position(self) -> int:
        return self.index + 1


class RepeatNode:
    """A repeat with its instances in order; not an element itself (ODK XForms, repeats).

    Formulas of the repeat as a whole (``jr:count``, its title) are evaluated at it, as at a row that is not there.
    """

    __slots__ = ("definition", "holder", "indexes", "rows")
    kind = NodeKind.ELEMENT
    attributes: Sequence[LiveNode] = ()
    children: Sequence[LiveNode] = ()

    def __init__(self, definition: RepeatDef, holder: Branch) -> None:
        self.definition = definition
        self.holder = holder
        self.rows: list[RowNode] = []
        self.indexes = RowIndexes(self.rows)

    @property
    def parent(self) -> Branch:
        return self.holder

    @property
    def name(self) -> str:
        return self.definition.name

    @property
    def qualified_name(self) -> str:
        return qualified_name(self.definition)

    @property
    def namespace(self) -> str:
        return self.definition.namespace

    def named_children(self, name: str, namespace: str | None) -> Sequence[LiveNode]:
        return ()

    def children_index(self, name: str, leaf: LeafNames, filing: Filing) -> None:
        return None

    def children_total(self, name: str, leaf: LeafNames) -> None:
        return None

    def sibling_position(self) -> int:
        return len(self.rows) + 1

    def holds(self) -> bool:
        return False

    def string_value(self) -> str:
        return ""

    def typed_value(self) -> Scalar:
        return ""

    @property
    def path(self) -> str:
        return self.definition.path

    @property
    def row(self) -> RowNode | None:
        return self.holder.row

    @property
    def address(self) -> Address:
        return Address(self.row.id if self.row else "", self.path)

    @property
    def relevant(self) -> bool:
        return self.holder.relevant

    def insert(self, position: int, row: RowNode) -> None:
        self.rows.insert(position, row)
        self._renumber(position)
        self.indexes.added(row)

    def remove(self, row: RowNode) -> None:
        del self.rows[row.index]
        self._renumber(row.index)
        self.indexes.removed(row)

    def _renumber(self, position: int) -> None:
        for index in range(position, len(self.rows)):
            self.rows[index].index = index
