"""Sentences for people, in Vietnamese and English, kept together so that neither is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

VIETNAMESE = "vi"
ENGLISH = "en"
LANGUAGES = (VIETNAMESE, ENGLISH)


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence in both languages; ``{name}`` stands for a fact that ``filled`` puts in."""

    vi: str
    en: str

    def filled(self, **facts: object) -> Message:
        return Message(self.vi.format(**facts), self.en.format(**facts))

    def in_language(self, language: str) -> str:
        return self.en if language == ENGLISH else self.vi


Progress = Callable[[Message], None]
"""Who is told what long work is at; what it raises ends the work."""
