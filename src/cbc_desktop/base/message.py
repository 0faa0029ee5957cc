"""Sentences for people, in Vietnamese and English, kept together so that neither is forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

VIETNAMESE = "vi"
ENGLISH = "en"
LANGUAGES = (VIETNAMESE, ENGLISH)


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence in both languages; ``{name}`` stands for a fact that ``filled`` puts in, a message in its words."""

    vi: str
    en: str

    def filled(self, /, **facts: object) -> Message:
        return Message(self.vi.format(**_in(VIETNAMESE, facts)), self.en.format(**_in(ENGLISH, facts)))

    @classmethod
    def joined(cls, messages: Iterable[Message], between: str) -> Message:
        """One after the other, with ``between`` in between, in each language."""
        told = list(messages)
        return cls(between.join(one.vi for one in told), between.join(one.en for one in told))

    def in_language(self, language: str) -> str:
        return self.en if language == ENGLISH else self.vi


def _in(language: str, facts: Mapping[str, object]) -> dict[str, object]:
    return {name: fact.in_language(language) if isinstance(fact, Message) else fact for name, fact in facts.items()}


Progress = Callable[[Message], None]
"""Who is told what long work is at; what it raises ends the work."""
