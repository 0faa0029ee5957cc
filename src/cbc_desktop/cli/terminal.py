"""What a command says, in the person's language: results on standard output, troubles on standard error."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TextIO

from cbc_desktop.base.message import Message


@dataclass(frozen=True, slots=True)
class Terminal:
    language: str
    out: TextIO
    err: TextIO

    def say(self, message: Message | str) -> None:
        print(self.text(message), file=self.out, flush=True)

    def trouble(self, message: Message) -> None:
        print(self.text(message), file=self.err, flush=True)

    def as_json(self, content: object) -> None:
        print(json.dumps(content, ensure_ascii=False, indent=2), file=self.out, flush=True)

    def text(self, message: Message | str) -> str:
        return message if isinstance(message, str) else message.in_language(self.language)


class ProgressLine:
    """Says each thing once, not twice a second."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._said = ""

    def __call__(self, message: Message) -> None:
        words = self._terminal.text(message).partition("(")[0].strip()
        if words != self._said:
            self._terminal.trouble(message)
        self._said = words
