"""The choices of a select question as they are offered at one moment."""

from __future__ import annotations

from collections.abc import Sequence

from cbc_desktop.engine.violations import Violation


class LiveChoice:
    """A choice as it is offered now: ``value`` is stored, ``label`` shown in the language on show."""

    __slots__ = ("label", "value")

    def __init__(self, value: str, label: str) -> None:
        self.value, self.label = value, label


class ChoiceList:
    """``labels`` by value, the first choice of a value counts; ``failure`` when the list could not be computed."""

    __slots__ = ("choices", "failure", "labels")

    def __init__(self, choices: Sequence[LiveChoice], failure: Violation | None = None) -> None:
        self.choices = tuple(choices)
        self.labels = {choice.value: choice.label for choice in reversed(self.choices)}
        self.failure = failure

    def says_the_same_as(self, other: ChoiceList) -> bool:
        """The same values with the same labels in the same order."""
        return self.failure == other.failure and self._pairs() == other._pairs()

    def differing(self, other: ChoiceList) -> set[str]:
        """The values that only one of the two offers, or that have another label there."""
        return {value for value, _ in self.labels.items() ^ other.labels.items()}

    def _pairs(self) -> list[tuple[str, str]]:
        return [(choice.value, choice.label) for choice in self.choices]
