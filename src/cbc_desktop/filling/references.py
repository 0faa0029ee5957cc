"""References that a person or a script gives in words: addresses of a question, a file question, a table, a row.

The window never needs this; it offers nothing that is not there.
"""

from __future__ import annotations

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.nodes import LeafNode, RepeatNode, RowNode
from cbc_desktop.engine.references import located
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.tree import Found
from cbc_desktop.forms.definition import DataType

NOT_A_QUESTION = Message(
    "“{ref}” là một phần của biểu mẫu, không phải câu hỏi. Hãy ghi đường dẫn tới một câu hỏi trong phần đó.",
    "“{ref}” is a part of the form and no question. Give the path of a question in it.",
)
NOT_FOR_PEOPLE = Message(
    "“{ref}” do hồ sơ hoặc biểu mẫu tự điền, không nhập được. Chưa có gì thay đổi.",
    "“{ref}” is filled in by the dossier or by the form itself and takes no answer. Nothing has changed.",
)
TAKES_A_FILE = Message(
    "“{ref}” cần một tệp đính kèm. Hãy dùng lệnh attach (hoặc mục “files” của tệp số liệu).",
    "“{ref}” takes a file. Use the command attach (or the entry “files” of a prepared file).",
)
TAKES_NO_FILE = Message(
    "“{ref}” không nhận tệp đính kèm. Hãy ghi đường dẫn tới một câu hỏi về tệp.",
    "“{ref}” takes no file. Give the path of a question that asks for one.",
)
NOT_A_TABLE = Message("“{ref}” không phải là một bảng, ví dụ /data/t1.", "“{ref}” names no table, such as /data/t1.")
NOT_A_ROW = Message("“{ref}” không phải là một dòng, ví dụ /data/t1[2].", "“{ref}” names no row, such as /data/t1[2].")


def found(session: FormSession, reference: str) -> Found | None:
    """What a reference names, if it is there now."""
    address = located(session.tree, reference)
    return session.tree.find(address) if address else None


def question(session: FormSession, reference: str) -> Address:
    """A question that a person answers with text; UserFacingError when it is none, or none that is there."""
    leaf = _leaf(session, reference)
    if leaf.definition.bind.type is DataType.BINARY:
        raise UserFacingError(TAKES_A_FILE.filled(ref=reference))
    return leaf.address


def file_question(session: FormSession, reference: str) -> Address:
    leaf = _leaf(session, reference)
    if leaf.definition.bind.type is not DataType.BINARY:
        raise UserFacingError(TAKES_NO_FILE.filled(ref=reference))
    return leaf.address


def table(session: FormSession, reference: str) -> Address:
    """A repeat, to which rows can be added."""
    node = session.tree.find(session.locate(reference))
    if not isinstance(node, RepeatNode):
        raise UserFacingError(NOT_A_TABLE.filled(ref=reference))
    return node.address


def row(session: FormSession, reference: str) -> RowNode:
    node = session.tree.find(session.locate(reference))
    if not isinstance(node, RowNode):
        raise UserFacingError(NOT_A_ROW.filled(ref=reference))
    return node


def _leaf(session: FormSession, reference: str) -> LeafNode:
    node = session.tree.find(session.locate(reference))
    if not isinstance(node, LeafNode):
        raise UserFacingError(NOT_A_QUESTION.filled(ref=reference))
    if node.readonly or node.definition.control is None:
        raise UserFacingError(NOT_FOR_PEOPLE.filled(ref=reference))
    return node
