"""Questions, groups and choices of the body that lead nowhere, and nodes of the instance that nothing can reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cbc_desktop.base.findings import Finding, Severity
from cbc_desktop.base.message import Message
from cbc_desktop.base.xml import Element, children_by_name, local_name
from cbc_desktop.forms.definition import Control, FormDefinition, LeafDef, Path, RepeatDef
from cbc_desktop.forms.xform_body import Body

NO_NODE = Message(
    "Phần thân hỏi “{path}”, nhưng dữ liệu của biểu mẫu không có mục này nên nó không hiện. Hãy sửa ref hoặc nodeset.",
    "The body asks for “{path}”, which the instance does not have; it is not shown. Correct its ref or nodeset.",
)
NO_CHOICES = Message(
    "Câu hỏi chọn “{path}” không có lựa chọn nào. Hãy thêm item hoặc itemset.",
    "The select question “{path}” has no choices. Add items or an itemset.",
)
BLANK_CHOICE = Message(
    "Một lựa chọn của “{path}” không có giá trị nên chọn nó cũng như không trả lời. Hãy thêm value.",
    "A choice of “{path}” has no value; choosing it is no answer. Add its value.",
)
TWICE = Message(
    "Dữ liệu có nhiều mục “{path}” nhưng không phải là bảng; chỉ mục đầu được dùng. Hãy đổi tên hoặc thêm repeat.",
    "The instance has several “{path}” that are no repeat; only the first is used. Rename them, or add a repeat.",
)
CALCULATED_GROUP = Message(
    "Nhóm “{path}” có công thức calculate, nhưng nhóm không giữ giá trị nào. Hãy chuyển công thức sang một câu hỏi.",
    "The group “{path}” has a calculation, but groups hold no value. Move it to a question.",
)
_SELECTS = (Control.SELECT_ONE, Control.SELECT_MULTIPLE, Control.RANK)


def check_body(definition: FormDefinition, body: Body, primary: Element) -> Iterator[Finding]:
    """A warning for each; the form can be filled in all the same."""
    nodes = {definition.root.path: definition.root, **{node.path: node for node in definition.nodes()}}
    for path in dict.fromkeys((*body.controls, *body.sections, *body.repeats)):
        if path not in nodes:
            yield _warning("form.body", f"{path} ref", NO_NODE.filled(path=path))
    for path, node in nodes.items():
        if isinstance(node, LeafDef):
            yield from _of_choices(node)
        elif node.bind.calculate is not None:
            yield _warning("form.calculate", f"{path} calculate", CALCULATED_GROUP.filled(path=path))
    repeats = {path for path, node in nodes.items() if isinstance(node, RepeatDef)}
    for path in _twice(primary, f"/{local_name(primary)}", repeats):
        yield _warning("form.instance", path, TWICE.filled(path=path))


def _of_choices(leaf: LeafDef) -> Iterator[Finding]:
    if leaf.control not in _SELECTS or not isinstance(leaf.choices, tuple):
        return
    if not leaf.choices:
        yield _warning("form.choices", leaf.path, NO_CHOICES.filled(path=leaf.path))
    elif any(not choice.value for choice in leaf.choices):
        yield _warning("form.choices", leaf.path, BLANK_CHOICE.filled(path=leaf.path))


def _twice(node: Element, path: Path, repeats: Iterable[Path]) -> Iterator[Path]:
    for name, elements in children_by_name(node).items():
        child = f"{path}/{name}"
        if len(elements) > 1 and child not in repeats:
            yield child
        yield from _twice(elements[0], child, repeats)


def _warning(code: str, where: str, message: Message) -> Finding:
    return Finding(code, Severity.WARNING, where, message)
