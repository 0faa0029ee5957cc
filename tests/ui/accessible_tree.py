"""What a screen reader is told of a window: all that is shown, and what of it would leave a person guessing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role
_CELLS = frozenset({Role.Cell, Role.ListItem, Role.TreeItem, Role.ColumnHeader, Role.RowHeader})
_PRESSED = frozenset({Role.Button, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText, Role.Link})
_MEANINGLESS = frozenset({Role.NoRole, Role.Client, Role.Pane, Role.Border, Role.Grouping})
_MARKUP = ("<span", "<b>", "&lt;", "</")


@dataclass(frozen=True, slots=True)
class Told:
    """One element that is shown."""

    role: Role
    name: str
    description: str
    focusable: bool
    empty: bool
    """Whether it has no room at all on the screen."""


def told(window: QWidget) -> list[Told]:
    """Of everything that is shown, in reading order."""
    root = QAccessible.queryAccessibleInterface(window)
    assert root is not None
    return list(_told(root))


def _told(element: QAccessibleInterface) -> Iterator[Told]:
    state = element.state()
    if state.invisible:
        return
    yield Told(
        element.role(),
        element.text(QAccessible.Text.Name).strip(),
        element.text(QAccessible.Text.Description).strip(),
        bool(state.focusable),
        not state.offscreen and element.rect().isEmpty(),
    )
    for number in range(element.childCount()):
        child = element.child(number)
        if child is not None:
            yield from _told(child)


def nameless(elements: Iterable[Told]) -> list[Told]:
    """What can be reached or pressed and has no name; cells of a count column may be empty."""
    return [one for one in elements if (one.focusable or one.role in _PRESSED) and not one.name and not _is_cell(one)]


def without_role(elements: Iterable[Told]) -> list[Told]:
    """Qt has no role for a page that scrolls; with a name it can be heard."""
    return [one for one in elements if one.focusable and one.role in _MEANINGLESS and not one.name]


def with_markup(elements: Iterable[Told]) -> list[Told]:
    """Words of ours that are read with their markup; cells tell what agencies wrote, whatever it is."""
    ours = (one for one in elements if not _is_cell(one))
    return [one for one in ours if any(mark in one.name + one.description for mark in _MARKUP)]


def in_no_place(elements: Iterable[Told]) -> list[Told]:
    """What takes the keyboard although nobody can see it."""
    return [one for one in elements if one.focusable and one.empty and not _is_cell(one)]


def alike(elements: Iterable[Told]) -> list[tuple[str, str]]:
    """Names of what can be pressed and is told in the same words as something else of its kind."""
    counted = Counter((one.role, one.name, one.description) for one in elements if one.role in _PRESSED)
    return [(name, description) for (_, name, description), times in counted.items() if times > 1]


def _is_cell(one: Told) -> bool:
    return one.role in _CELLS
