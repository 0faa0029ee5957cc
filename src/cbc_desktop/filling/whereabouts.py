"""Where something lies inside a form, in words: the table and the row, or the group."""

from __future__ import annotations

from cbc_desktop.base.message import Message
from cbc_desktop.engine.languages import in_both_languages
from cbc_desktop.engine.nodes import Branch, GroupNode, LeafNode, LiveNode, RepeatNode, RowNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.tree import Found

ROW = Message("{table}, dòng {number}", "{table}, row {number}")


def table_label(session: FormSession, repeat: RepeatNode) -> Message:
    """The label of a table, or of the group around it, which is where forms write the title."""
    holder = repeat.holder
    return in_both_languages(session, holder.definition.label or repeat.definition.label, holder)


def row_words(session: FormSession, node: LiveNode) -> Message:
    """``Nhân sự theo đơn vị, dòng 3``; blank outside all tables, the innermost row for tables in tables."""
    if node.row is None:
        return Message("", "")
    return ROW.filled(table=table_label(session, node.row.repeat), number=node.row.sibling_position())


def label_of(session: FormSession, node: Found) -> Message:
    """How a question or group reads; of a table or one of its rows, the title of the table."""
    if isinstance(node, RepeatNode):
        return table_label(session, node)
    if isinstance(node, RowNode):
        return table_label(session, node.repeat)
    return in_both_languages(session, node.definition.label, node)


def group_around(leaf: LeafNode) -> GroupNode | None:
    """The group inside its section that a question belongs to, where that has a title."""
    group = leaf.parent
    if not isinstance(group, GroupNode) or not isinstance(group.parent, Branch):
        return None
    return group if isinstance(group.parent.parent, Branch) and group.definition.label else None


def place_words(session: FormSession, node: LiveNode) -> Message:
    """Where in its section: the table and the row, or the title of its group; blank directly in the section."""
    group = group_around(node) if isinstance(node, LeafNode) and node.row is None else None
    return in_both_languages(session, group.definition.label, group) if group else row_words(session, node)
