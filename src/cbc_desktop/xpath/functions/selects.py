"""Functions about answers to select questions: https://getodk.github.io/xforms-spec/#fn:Select-Functions."""

from __future__ import annotations

from cbc_desktop.xpath.context import Context
from cbc_desktop.xpath.functions.function import NUMBER, STRING, Function, in_context, pure


def selected(choices: str, value: str) -> bool:
    """Whether the value is among the choices; the blank value is, when nothing is chosen."""
    return value.strip() in (choices.split() or [""])


def selected_at(choices: str, index: float) -> str:
    """The choice at the 0-based index; '' when there is none."""
    values = choices.split()
    return values[int(index)] if 0 <= index < len(values) else ""


def count_selected(choices: str) -> float:
    return float(len(choices.split()))


def choice_name(context: Context, value: str, path: str) -> str:
    """The label, in the language on show, of the choice ``value`` of the question that the text ``path`` names."""
    return context.environment.choice_name(value, path.strip(), context.node)


SELECT_FUNCTIONS: tuple[Function, ...] = (
    pure("selected", selected, STRING, STRING),
    pure("is-selected", selected, STRING, STRING),
    pure("selected-at", selected_at, STRING, NUMBER),
    pure("count-selected", count_selected, STRING),
    in_context("jr:choice-name", choice_name, STRING, STRING),
)
