"""Functions that look beyond the context node: other instances, texts of the form, properties of the device."""

from __future__ import annotations

from collections.abc import Iterator

from cbc_desktop.xpath.context import Context
from cbc_desktop.xpath.functions.function import STRING, Function, in_context
from cbc_desktop.xpath.nodes import Node
from cbc_desktop.xpath.values import NodeSet, to_string


def current(context: Context) -> NodeSet:
    return [context.current]


def instance(context: Context, id: str) -> NodeSet:  # noqa: A002 - the specification's word
    """The node above the root element of the instance; nothing when there is no such instance."""
    document = context.environment.instance(id)
    return [] if document is None else [document]


def pulldata(context: Context, id: str, wanted: str, key: str, query: str) -> str:  # noqa: A002
    """``instance(id)/root/item[key = query]/wanted``: the first that matches, '' when none does."""
    for row in _rows(instance(context, id)):
        if any(cell.string_value() == query for cell in row.named_children(key, None)):
            return to_string(list(row.named_children(wanted, None)))
    return ""


def _rows(documents: NodeSet) -> Iterator[Node]:
    for document in documents:
        for table in document.children:
            yield from table.named_children("item", None)


def itext(context: Context, id: str) -> str:  # noqa: A002
    return context.environment.itext(id)


def device_property(context: Context, name: str) -> str:
    return context.environment.property(name)


def version(context: Context) -> str:
    """The attribute ``version`` of the primary instance's root element, '' when it has none."""
    for root in context.environment.root.children:
        for attribute in root.attributes:
            if attribute.name == "version":
                return attribute.string_value()
    return ""


SURROUNDINGS_FUNCTIONS: tuple[Function, ...] = (
    in_context("current", current),
    in_context("instance", instance, STRING),
    in_context("pulldata", pulldata, STRING, STRING, STRING, STRING),
    in_context("jr:itext", itext, STRING),
    in_context("property", device_property, STRING),
    in_context("version", version),
)
