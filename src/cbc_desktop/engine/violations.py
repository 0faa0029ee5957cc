"""What is wrong, or warned of, at one node: state that is shown, never a reason to refuse an answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from cbc_desktop.forms.definition import LocalizedText, WarningDef


class Condition(Enum):
    """Why a node is not in order; the first four block finalising, a warning asks for an explanation."""

    REQUIRED = "required"
    TYPE = "type"
    CHOICE = "choice"
    CONSTRAINT = "constraint"
    WARNING = "warning"

    @property
    def blocks(self) -> bool:
        return self is not Condition.WARNING


@dataclass(frozen=True, slots=True)
class Violation:
    """One condition that does not hold; ``text`` or ``warning`` is the form owner's own message, when there is one."""

    condition: Condition
    text: LocalizedText | None = None
    warning: WarningDef | None = None
