"""The repeat instances that a form begins with, as its primary instance has them.

https://getodk.github.io/xforms-spec/#default-values-in-repeats
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cbc_desktop.base.xml import Element, children_by_name
from cbc_desktop.forms.definition import GroupDef, InitialRow, LeafDef, NodeDef, Path, RepeatDef
from cbc_desktop.forms.names import javarosa


def initial_rows(repeat: RepeatDef, elements: Iterable[Element]) -> tuple[InitialRow, ...]:
    """``elements`` are those of the repeat's name; the template is none of the instances."""
    return tuple(_row(repeat, element) for element in elements if not is_template(element))


def without_defaults(children: Iterable[NodeDef]) -> tuple[NodeDef, ...]:
    """Where a repeat has no template, values are those of its first instance alone and new rows are blank."""
    return tuple(
        replace(child, default="")
        if isinstance(child, LeafDef)
        else replace(child, children=without_defaults(child.children))
        for child in children
    )


def is_template(element: Element) -> bool:
    return javarosa("template") in element.attrib


def _row(repeat: RepeatDef, element: Element) -> InitialRow:
    values: dict[Path, str] = {}
    rows: dict[Path, tuple[InitialRow, ...]] = {}
    _collect(repeat.children, element, values, rows)
    return InitialRow(values, rows)


def _collect(
    children: Iterable[NodeDef],
    element: Element,
    values: dict[Path, str],
    rows: dict[Path, tuple[InitialRow, ...]],
) -> None:
    elements = children_by_name(element)
    for child in children:
        found = elements.get(child.name, [])
        if isinstance(child, RepeatDef):
            rows[child.path] = initial_rows(child, found)
        elif isinstance(child, GroupDef):
            for inner in found:
                _collect(child.children, inner, values, rows)
        else:
            for inner in found:
                if (inner.text or "") != child.default:
                    values[child.path] = inner.text or ""
