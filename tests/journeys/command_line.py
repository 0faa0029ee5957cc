"""The command line as tests call it: words in; exit code, output and error output out."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Said(NamedTuple):
    code: int
    out: str
    err: str


class Command(Protocol):
    def __call__(self, *words: object, lang: str = "vi") -> Said: ...
