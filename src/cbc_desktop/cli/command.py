"""What a command is: its words, its help, and the name of the function that carries it out."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from cbc_desktop.base.message import Message
from cbc_desktop.cli.terminal import Terminal


@dataclass(frozen=True, slots=True)
class Word:
    """An argument or option; ``settings`` go to argparse."""

    name: str
    help: Message
    settings: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OneOf:
    """Options of which exactly one is given, or at most one where none is ``required``."""

    words: tuple[Word, ...]
    required: bool = True


@dataclass(frozen=True, slots=True)
class Command:
    """``function`` is a module of this folder and a function in it, ``filling.answer``: loaded when it is called."""

    name: str
    help: Message
    function: str
    words: tuple[Word | OneOf, ...] = ()

    def run(self, arguments: argparse.Namespace, terminal: Terminal) -> int:
        """The exit code."""
        module, _, name = self.function.partition(".")
        return int(getattr(import_module(f"cbc_desktop.cli.{module}"), name)(arguments, terminal))


@dataclass(frozen=True, slots=True)
class CommandGroup:
    """Commands of two words: ``form play``."""

    name: str
    help: Message
    commands: tuple[Command, ...]


def decimal(text: str) -> float:
    """``35,7`` or ``35.7``."""
    return float(text.replace(",", "."))


def given_path(text: str) -> Path:
    """Of a file or folder; ValueError for nothing at all, such as a variable that a script has not set."""
    if not text.strip():
        raise ValueError(text)
    return Path(text)


def file_of_kind(suffix: str) -> Callable[[str], Path]:
    """Of a file that is written, which ends in ``suffix``: so that it is not another one by mistake."""

    def checked(text: str) -> Path:
        if Path(text).suffix.lower() != suffix:
            raise argparse.ArgumentTypeError(f"'{text}' does not end in {suffix}")
        return Path(text)

    return checked


DOSSIER = Word(
    "dossier", Message("mã hồ sơ (hoặc vài ký tự đầu), hoặc mã cơ quan", "dossier id, or its beginning, or agency code")
)
FORM = Word("form", Message("mã biểu mẫu", "form id"))
REF = Word(
    "ref",
    Message("đường dẫn của câu hỏi, ví dụ /data/phan_1/cau_2", "reference of the question, such as /data/phan_1/cau_2"),
)
TEXT = Word("text", Message("nội dung; để trống là xóa", "text; empty takes it away"))
JSON = Word("--json", Message("in kết quả dạng JSON", "print the result as JSON"), {"action": "store_true"})
FORMS = Word("--forms", Message("chỉ các biểu mẫu này", "only these forms"), {"nargs": "+", "metavar": "FORM"})
