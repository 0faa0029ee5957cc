"""What a form is, frozen: everything that its owner wrote, nothing that changes while someone types.

Shapes follow the ODK XForms specification (https://getodk.github.io/xforms-spec/): the primary instance gives the
tree, binds give types and expressions, the body gives controls, itext gives languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.message import Message
from cbc_desktop.xpath import Expression

Path = str
"""A generic reference into the primary instance, without positions: ``/data/s1/t1/ten``."""


class DataType(Enum):
    """Values of ``bind/@type``, https://getodk.github.io/xforms-spec/#data-types."""

    STRING = "string"
    INT = "int"
    BOOLEAN = "boolean"
    DECIMAL = "decimal"
    DATE = "date"
    TIME = "time"
    DATE_TIME = "dateTime"
    GEOPOINT = "geopoint"
    GEOTRACE = "geotrace"
    GEOSHAPE = "geoshape"
    BINARY = "binary"
    BARCODE = "barcode"
    INTENT = "intent"


class Control(Enum):
    """Elements of the body that take an answer, https://getodk.github.io/xforms-spec/#body-elements."""

    INPUT = "input"
    SELECT_ONE = "select1"
    SELECT_MULTIPLE = "select"
    RANK = "rank"
    UPLOAD = "upload"
    TRIGGER = "trigger"
    RANGE = "range"


TextPart = str | Expression
"""A piece of a label: literal text, or the expression of an ``<output>``."""


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """A text in each language of the form; without itext the one text stands under the language ``""``."""

    variants: Mapping[str, tuple[TextPart, ...]] = field(default_factory=dict)

    def parts(self, language: str) -> tuple[TextPart, ...]:
        if language in self.variants:
            return self.variants[language]
        return next(iter(self.variants.values()), ())

    def __bool__(self) -> bool:
        return any(self.variants.values())


EMPTY_TEXT = LocalizedText()


@dataclass(frozen=True, slots=True)
class WarningDef:
    """A soft check (``cbc:warning``): ``holds`` is true while all is well; else a person must explain."""

    holds: Expression
    message: Message


class Layout(Enum):
    """How a repeat is shown (``cbc:layout``)."""

    CARDS = "cards"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class OwnColumns:
    """The ``bind::cbc:`` columns of forms/README.md, which other ODK tools read over."""

    warnings: tuple[WarningDef, ...] = ()
    unit: Message | None = None
    layout: Layout = Layout.CARDS
    landscape: bool = False
    width: int = 0
    core: bool = False
    fact: str = ""
    offer: Expression | None = None
    year: bool = False
    """A whole number that is a year: 2022, not 2.022."""
    words: bool = False
    total: bool = False
    printed_leaf: str = ""
    """For choices from a table's rows: the leaf of the chosen row that stands for it on paper, when not its label."""


@dataclass(frozen=True, slots=True)
class Bind:
    """One ``<bind>``; a missing expression means the specification's default."""

    type: DataType = DataType.STRING
    relevant: Expression | None = None
    required: Expression | None = None
    required_message: LocalizedText = EMPTY_TEXT
    readonly: Expression | None = None
    constraint: Expression | None = None
    constraint_message: LocalizedText = EMPTY_TEXT
    calculate: Expression | None = None
    preload: str = ""
    preload_params: str = ""
    own: OwnColumns = OwnColumns()


@dataclass(frozen=True, slots=True)
class ChoiceDef:
    """A choice written in the body itself (``<item>``)."""

    value: str
    label: LocalizedText


@dataclass(frozen=True, slots=True)
class Itemset:
    """Choices taken from nodes: ``value`` and ``label`` are relative to each node of ``nodeset``.

    ``start`` is the generic path of these nodes, "" where they lie outside the primary instance.
    """

    nodeset: Expression
    value: Expression
    label: Expression
    start: Path = ""


@dataclass(frozen=True, slots=True)
class LeafDef:
    """A node that holds a value: a question when it has a control, else calculated or hidden."""

    name: str
    path: Path
    namespace: str = ""
    prefix: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    bind: Bind = Bind()
    default: str = ""
    control: Control | None = None
    label: LocalizedText = EMPTY_TEXT
    hint: LocalizedText = EMPTY_TEXT
    appearance: str = ""
    choices: tuple[ChoiceDef, ...] | Itemset = ()
    media_type: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_multiline(self) -> bool:
        """Whether its text may have several lines."""
        return "multiline" in self.appearance.split()

    @property
    def takes_answers(self) -> bool:
        """Whether a person can ever type into it; it may be read-only all the same."""
        return self.control is not None and self.bind.calculate is None and not self.bind.own.fact


@dataclass(frozen=True, slots=True)
class GroupDef:
    """A node that holds nodes once: the root, a group of the body, or a plain structural element."""

    name: str
    path: Path
    children: tuple[NodeDef, ...]
    namespace: str = ""
    prefix: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    bind: Bind = Bind()
    label: LocalizedText = EMPTY_TEXT
    hint: LocalizedText = EMPTY_TEXT
    appearance: str = ""


@dataclass(frozen=True, slots=True)
class InitialRow:
    """A repeat instance that a new instance of the form begins with.

    ``values`` are those that differ from the template's, ``rows`` the instances of the repeats in it, by generic path.
    """

    values: Mapping[Path, str] = field(default_factory=dict)
    rows: Mapping[Path, tuple[InitialRow, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RepeatDef:
    """A node that holds its children, which are those of its template, once for each repeat instance."""

    name: str
    path: Path
    children: tuple[NodeDef, ...]
    namespace: str = ""
    prefix: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    bind: Bind = Bind()
    label: LocalizedText = EMPTY_TEXT
    hint: LocalizedText = EMPTY_TEXT
    appearance: str = ""
    count: Expression | None = None
    fixed: bool = False
    """True for ``jr:noAddRemove="true()"`` and wherever ``count`` decides."""
    initial: tuple[InitialRow, ...] = ()


NodeDef = LeafDef | GroupDef | RepeatDef


@dataclass(frozen=True, slots=True)
class SetValue:
    """An action: when one of ``events`` happens, ``target`` takes ``value`` (ODK XForms, Actions)."""

    events: tuple[str, ...]
    target: Path
    value: Expression
    trigger: Path | None = None
    """The leaf whose change fires ``xforms-value-changed``; None for actions of the model."""


@dataclass(frozen=True, slots=True)
class SecondaryInstance:
    """An ``<instance id=...>``: its XML, and for an external one the ``src`` that it was, or is to be, read from."""

    id: str
    content: bytes = b""
    source: str = ""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class FormDefinition:
    """A whole form, compared by identity. ``digest`` is that of the XForm XML it was read from."""

    id: str
    version: str
    title: str
    digest: Digest
    root: GroupDef
    namespace: str = ""
    languages: tuple[str, ...] = ()
    default_language: str = ""
    itext: Mapping[str, LocalizedText] = field(default_factory=dict)
    actions: tuple[SetValue, ...] = ()
    instances: tuple[SecondaryInstance, ...] = ()
    namespaces: Mapping[str, str] = field(default_factory=dict)

    def nodes(self) -> Iterator[NodeDef]:
        """All nodes below the root, in document order."""
        return descendants(self.root)


def qualified_name(node: NodeDef) -> str:
    """The name with the prefix that the form gives it, ``orx:meta``."""
    return f"{node.prefix}:{node.name}" if node.prefix else node.name


def descendants(node: GroupDef | RepeatDef) -> Iterator[NodeDef]:
    for child in node.children:
        yield child
        if not isinstance(child, LeafDef):
            yield from descendants(child)
