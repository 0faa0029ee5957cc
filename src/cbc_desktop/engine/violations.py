"""What is wrong, or warned of, at one node: state that is shown, never a reason to refuse an answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from cbc_desktop.base.message import Message
from cbc_desktop.forms.definition import LocalizedText, WarningDef
from cbc_desktop.xpath import Expression, XPathError

NOT_COMPUTABLE = Message(
    "Không tính được công thức “{source}”. {reason} Câu trả lời vẫn được giữ; hãy xem lại các số liệu liên quan, "
    "nếu đúng thì ghi giải trình và báo cho đơn vị ban hành biểu mẫu.",
    "The formula “{source}” cannot be computed. {reason} The answers are kept; look at what it uses again, and if that "
    "is right give an explanation and tell those who issued the form.",
)


class Condition(Enum):
    """Why a node is not in order. A warning asks for an explanation, and so does a formula that cannot be computed."""

    REQUIRED = "required"
    TYPE = "type"
    CHOICE = "choice"
    TEXT = "text"
    CONSTRAINT = "constraint"
    WARNING = "warning"
    FORMULA = "formula"

    @property
    def blocks(self) -> bool:
        """Whether it stands in the way of finalising, whatever a person explains."""
        return self not in (Condition.WARNING, Condition.FORMULA)


@dataclass(frozen=True, slots=True)
class Violation:
    """One condition that does not hold.

    ``text`` or ``warning`` is the form owner's own message, when there is one; ``message`` says what a formula lacks.
    """

    condition: Condition
    text: LocalizedText | None = None
    warning: WarningDef | None = None
    message: Message | None = None


def not_computable(expression: Expression, error: XPathError) -> Violation:
    told = NOT_COMPUTABLE.filled(source=expression.source.strip(), reason=error.message)
    return Violation(Condition.FORMULA, message=told)
