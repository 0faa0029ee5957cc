"""A filled-in form as ODK submission XML, and back.

Relevant nodes only, in the order of the form (https://getodk.github.io/xforms-spec/#record-structure and
https://docs.getodk.org/openrosa-form-submission/); the facts of issue stay blank (decision 6).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.base.message import Message
from cbc_desktop.base.xml import (
    Element,
    SubElement,
    XmlSyntaxError,
    children_by_name,
    element,
    namespace,
    namespace_of,
    parse,
    serialise,
)
from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.nodes import Branch, LeafNode
from cbc_desktop.engine.saved_form import SavedForm, SavedRow
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.tree import ROW_ID_LEAF
from cbc_desktop.forms.definition import FormDefinition, GroupDef, RepeatDef
from cbc_desktop.forms.own_columns import ISSUE_FACTS

NOT_A_SUBMISSION = Message(
    "Dữ liệu của biểu mẫu “{form}” không đọc được ({reason}). Hãy lấy lại tệp gốc.",
    "The submission of the form “{form}” cannot be read ({reason}). Get the original file again.",
)
OTHER_FORM = Message("dữ liệu này thuộc biểu mẫu “{other}”", "it belongs to the form “{other}”")
TWO_ROWS_OF_ONE_NAME = Message("có hai dòng trùng mã dòng", "two of its rows have the same name")


def write_submission(session: FormSession, instance_id: str, deprecated_id: str = "") -> bytes:
    """The submission with its identity: ``instance_id`` of this revision, ``deprecated_id`` of the one it replaces."""
    definition = session.definition
    root = _empty(definition)
    _write_children(session.tree.document.root, root, definition.namespace)
    _write_identity(root, definition, instance_id, deprecated_id)
    return serialise(root)


def write_saved(definition: FormDefinition, saved: SavedForm, instance_id: str, deprecated_id: str) -> bytes:
    """The submission of answers as they are, without asking the form which of them are relevant."""
    root = _empty(definition)
    rows: dict[tuple[RowId, str], list[RowId]] = {}
    for row in saved.rows:
        rows.setdefault((row.parent, row.path), []).append(row.id)
    _SavedWriter(rows, saved.values).write(definition.root, root, definition.namespace, "")
    _write_identity(root, definition, instance_id, deprecated_id)
    return serialise(root)


def _empty(definition: FormDefinition) -> Element:
    return element(
        _qualified(definition.namespace, definition.root.name), _attributes(definition), _prefixes(definition)
    )


@dataclass(frozen=True, slots=True)
class _SavedWriter:
    """``rows`` by the row and the table that they are in."""

    rows: Mapping[tuple[RowId, str], list[RowId]]
    values: Mapping[Address, str]

    def write(self, branch: GroupDef | RepeatDef, target: Element, inherited: str, row: RowId) -> None:
        for child in branch.children:
            space = child.namespace or inherited
            within = self.rows.get((row, child.path), []) if isinstance(child, RepeatDef) else [row]
            for inner in within:
                written = SubElement(target, _qualified(space, child.name), child.attributes)
                if isinstance(child, GroupDef | RepeatDef):
                    self.write(child, written, space, inner)
                elif child.bind.own.fact not in ISSUE_FACTS:
                    written.text = self.values.get(Address(inner, child.path)) or None


def _attributes(definition: FormDefinition) -> dict[str, str]:
    own = {"id": definition.id} | ({"version": definition.version} if definition.version else {})
    return own | dict(definition.root.attributes)


def _prefixes(definition: FormDefinition) -> dict[str | None, str]:
    """The form's own prefixes, as far as its nodes need them."""
    nodes = (definition.root, *definition.nodes())
    used = {node.namespace for node in nodes} | {namespace_of(name) for node in nodes for name in node.attributes}
    prefixes: dict[str | None, str] = {name: uri for name, uri in definition.namespaces.items() if uri in used}
    return prefixes | ({None: definition.namespace} if definition.namespace else {})


def _qualified(space: str, name: str) -> str:
    return f"{{{space}}}{name}" if space else name


def _write_children(branch: Branch, target: Element, inherited: str) -> None:
    for child in branch.children:
        space = child.namespace or inherited
        written = SubElement(target, _qualified(space, child.name), child.definition.attributes)
        if isinstance(child, Branch):
            _write_children(child, written, space)
        elif isinstance(child, LeafNode) and child.definition.bind.own.fact not in ISSUE_FACTS:
            written.text = child.lexical or None


def _write_identity(root: Element, definition: FormDefinition, instance_id: str, deprecated_id: str) -> None:
    meta = _only_child(root, "meta", definition.namespace)
    space = namespace(meta)
    _only_child(meta, "instanceID", space).text = instance_id
    if deprecated_id:
        _only_child(meta, "deprecatedID", space).text = deprecated_id


def _only_child(parent: Element, name: str, space: str) -> Element:
    """The child element of this name, made when there is none."""
    found = children_by_name(parent).get(name)
    return found[0] if found else SubElement(parent, _qualified(space, name))


def read_submission(definition: FormDefinition, content: bytes, identifiers: IdentifierSource) -> SavedForm:
    """What ``FormSession.resume`` needs; rows keep the name in their ``rid`` leaf, others get a new one."""
    reader = _Reader(identifiers)
    reader.read(definition.root, read_root(definition, content), "")
    if len({row.id for row in reader.rows}) < len(reader.rows):
        raise _not_readable(definition, TWO_ROWS_OF_ONE_NAME)
    return SavedForm(tuple(reader.rows), reader.values)


def read_root(definition: FormDefinition, content: bytes) -> Element:
    """The outermost element; UserFacingError when it is no submission of a form of this id."""
    try:
        root = parse(content)
    except XmlSyntaxError as error:
        raise _not_readable(definition, Message(f"{error}", f"{error}")) from error
    if root.get("id") != definition.id:
        raise _not_readable(definition, OTHER_FORM.filled(other=root.get("id", "")))
    return root


def identity_of(root: Element) -> tuple[str, str]:
    """instanceID and deprecatedID, "" where there is none."""
    meta = next(iter(children_by_name(root).get("meta", ())), None)
    named: dict[str, list[Element]] = {} if meta is None else children_by_name(meta)
    instance, deprecated = (named.get(name, ()) for name in ("instanceID", "deprecatedID"))
    return _text(instance), _text(deprecated)


def _text(nodes: Sequence[Element]) -> str:
    return nodes[0].text or "" if nodes else ""


def _not_readable(definition: FormDefinition, reason: Message) -> UserFacingError:
    return UserFacingError(NOT_A_SUBMISSION.filled(form=definition.id, reason=reason))


class _Reader:
    """Gathers rows and answers; what the form has no place for is left out."""

    def __init__(self, identifiers: IdentifierSource) -> None:
        self._identifiers = identifiers
        self.rows: list[SavedRow] = []
        self.values: dict[Address, str] = {}

    def read(self, branch: GroupDef | RepeatDef, source: Element, row: RowId) -> None:
        elements = children_by_name(source)
        for child in branch.children:
            for node in elements.get(child.name, ()):
                if isinstance(child, RepeatDef):
                    self._read_row(child, node, row)
                elif isinstance(child, GroupDef):
                    self.read(child, node, row)
                elif node.text:
                    self.values[Address(row, child.path)] = node.text

    def _read_row(self, repeat: RepeatDef, node: Element, parent: RowId) -> None:
        names = [leaf.text for leaf in children_by_name(node).get(ROW_ID_LEAF, ()) if leaf.text]
        row_id = names[0] if names else self._identifiers.new_uuid()
        self.rows.append(SavedRow(row_id, parent, repeat.path))
        self.read(repeat, node, row_id)
