"""A filled-in form as ODK submission XML, and back.

Relevant nodes only, in the order of the form (https://getodk.github.io/xforms-spec/#record-structure and
https://docs.getodk.org/openrosa-form-submission/); the facts of issue stay blank (decision 6).
"""

from __future__ import annotations

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.base.message import Message
from cbc_desktop.base.xml import (
    Element,
    SubElement,
    XmlSyntaxError,
    children_by_name,
    element,
    local_name,
    parse,
    serialise,
)
from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.nodes import Branch, GroupNode, LeafNode, RowNode
from cbc_desktop.engine.session import FormSession, SavedForm, SavedRow
from cbc_desktop.engine.tree import ROW_ID_LEAF
from cbc_desktop.forms.definition import FormDefinition, GroupDef, LeafDef, RepeatDef
from cbc_desktop.forms.own_columns import ISSUE_FACTS

NOT_A_SUBMISSION = Message(
    "Dữ liệu của biểu mẫu “{form}” không đọc được ({reason}). Hãy lấy lại tệp gốc.",
    "The submission of the form “{form}” cannot be read ({reason}). Get the original file again.",
)
OTHER_FORM = Message("dữ liệu này thuộc biểu mẫu “{other}”", "it belongs to the form “{other}”")


def write_submission(session: FormSession, instance_id: str, deprecated_id: str = "") -> bytes:
    """The submission with its identity: ``instance_id`` of this revision, ``deprecated_id`` of the one it replaces."""
    definition = session.definition
    root = element(
        _qualified(definition.namespace, definition.root.name), _attributes(definition), _prefixes(definition)
    )
    _write_children(session.tree.document.root, root, definition.namespace)
    _write_identity(root, definition, instance_id, deprecated_id)
    return serialise(root)


def _attributes(definition: FormDefinition) -> dict[str, str]:
    return {"id": definition.id} | ({"version": definition.version} if definition.version else {})


def _prefixes(definition: FormDefinition) -> dict[str | None, str]:
    return {None: definition.namespace} if definition.namespace else {}


def _qualified(namespace: str, name: str) -> str:
    return f"{{{namespace}}}{name}" if namespace else name


def _write_children(branch: Branch, target: Element, inherited: str) -> None:
    for child in branch.children:
        if not isinstance(child, LeafNode | GroupNode | RowNode):
            continue
        namespace = child.namespace or inherited
        written = SubElement(target, _qualified(namespace, child.name))
        if isinstance(child, LeafNode):
            if child.definition.bind.own.fact not in ISSUE_FACTS:
                written.text = child.lexical or None
        else:
            _write_children(child, written, namespace)


def _write_identity(root: Element, definition: FormDefinition, instance_id: str, deprecated_id: str) -> None:
    meta = next((child for child in root if local_name(child) == "meta"), None)
    if meta is None:
        meta = SubElement(root, _qualified(definition.namespace, "meta"))
    names = {local_name(child): child for child in meta}
    space = meta.tag.removesuffix("meta")
    identity = names.get("instanceID")
    if identity is None:
        identity = SubElement(meta, f"{space}instanceID")
    identity.text = instance_id
    if deprecated_id:
        replaced = names.get("deprecatedID")
        if replaced is None:
            replaced = SubElement(meta, f"{space}deprecatedID")
        replaced.text = deprecated_id


def read_submission(definition: FormDefinition, content: bytes, identifiers: IdentifierSource) -> SavedForm:
    """What ``FormSession.resume`` needs; rows keep the name in their ``rid`` leaf, others get a new one."""
    try:
        root = parse(content)
    except XmlSyntaxError as error:
        raise UserFacingError(NOT_A_SUBMISSION.filled(form=definition.id, reason=error)) from error
    if root.get("id") != definition.id:
        other = OTHER_FORM.filled(other=root.get("id"))
        raise UserFacingError(
            Message(
                NOT_A_SUBMISSION.vi.format(form=definition.id, reason=other.vi),
                NOT_A_SUBMISSION.en.format(form=definition.id, reason=other.en),
            )
        )
    reader = _Reader(identifiers)
    reader.read(definition.root, root, "")
    return SavedForm(tuple(reader.rows), reader.values)


class _Reader:
    def __init__(self, identifiers: IdentifierSource) -> None:
        self._identifiers = identifiers
        self.rows: list[SavedRow] = []
        self.values: dict[Address, str] = {}

    def read(self, branch: GroupDef | RepeatDef, source: Element, row: RowId) -> None:
        elements = children_by_name(source)
        for child in branch.children:
            for node in elements.get(child.name, ()):
                if isinstance(child, LeafDef):
                    if node.text:
                        self.values[Address(row, child.path)] = node.text
                elif isinstance(child, GroupDef):
                    self.read(child, node, row)
                else:
                    self._read_row(child, node, row)

    def _read_row(self, repeat: RepeatDef, node: Element, parent: RowId) -> None:
        named = [leaf.text for leaf in children_by_name(node).get(ROW_ID_LEAF, ()) if leaf.text]
        row_id = named[0] if named else self._identifiers.new_uuid()
        self.rows.append(SavedRow(row_id, parent, repeat.path))
        self.read(repeat, node, row_id)
