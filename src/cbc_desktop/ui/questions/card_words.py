"""What a question's card says: its label, its problems, and the words for a screen reader."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.violations import Condition
from cbc_desktop.filling.review import message_of
from cbc_desktop.filling.whereabouts import group_around
from cbc_desktop.ui.look import Look


@dataclass(frozen=True, slots=True)
class CardWords:
    """Of one question as it stands now, in the window's language and the form's."""

    label: str
    group: str
    """The title of its group inside the section, or ""."""
    hint: str
    unit: str
    errors: tuple[str, ...]
    warnings: tuple[str, ...]
    missing: bool
    """A required answer is not there: told in red only after the person has been at the question."""

    @classmethod
    def of(cls, session: FormSession, leaf: LeafNode, look: Look) -> CardWords:
        definition = leaf.definition
        told = [(problem.condition, look.text(message_of(session, leaf, problem))) for problem in leaf.problems]
        unit, group = definition.bind.own.unit, group_around(leaf)
        return cls(
            label=session.text(definition.label, leaf) or definition.name,
            group=session.text(group.definition.label, group) if group else "",
            hint=session.text(definition.hint, leaf) if definition.hint else "",
            unit=look.text(unit) if unit else "",
            errors=tuple(text for condition, text in told if condition.blocks),
            warnings=tuple(text for condition, text in told if not condition.blocks),
            missing=any(condition is Condition.REQUIRED for condition, _ in told),
        )

    @property
    def full_label(self) -> str:
        """For screen readers, which may come to a question without its group."""
        return f"{self.group}: {self.label}" if self.group else self.label

    def label_markup(self, *, required: bool, look: Look) -> str:
        """Rich text: the label, and a red asterisk where an answer is required."""
        text = html.escape(self.label).replace("\n", "<br>")
        return f'{text} <span style="color:{look.colours.error}">*</span>' if required else text


def spoken(parts: Sequence[str]) -> str:
    """One text of several for a screen reader, each a sentence."""
    return " ".join(part if part.endswith((".", "?", "!", ":")) else f"{part}." for part in parts if part)
