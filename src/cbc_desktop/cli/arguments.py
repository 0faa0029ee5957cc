"""The command line as argparse reads it, from the tables of commands; help in Vietnamese or English."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any, NoReturn

from cbc_desktop import __version__
from cbc_desktop.base.message import LANGUAGES, VIETNAMESE, Message
from cbc_desktop.base.paths import default_home
from cbc_desktop.cli.command import Command, CommandGroup, OneOf, Word
from cbc_desktop.cli.commands import COMMANDS

WRONG_USAGE = 64


class _Parser(argparse.ArgumentParser):
    """Wrong usage exits with 64 (decision 14); argparse's own 2 means indeterminate here."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_USAGE, f"{self.prog}: {message}\n")


def command_line(language: str) -> argparse.ArgumentParser:
    about = Message(
        "Trả lời một đợt khảo sát của Cục Báo chí, không cần mạng. Không có lệnh nào: mở cửa sổ.",
        "Answers a survey round of the Press Department offline. Without a command: opens the window.",
    )
    parser = _Parser(prog="cbc-desktop", description=about.in_language(language))
    parser.add_argument("--version", action="version", version=f"cbc-desktop {__version__}")
    for word in _GENERAL:
        _add_word(parser, word, language)
    parser.set_defaults(home=default_home())
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS:
        _add(commands, command, language)
    return parser


def _add(commands: Any, command: Command | CommandGroup, language: str) -> None:
    title = command.help.in_language(language)
    sub = commands.add_parser(command.name, help=title, description=title)
    if isinstance(command, CommandGroup):
        inner = sub.add_subparsers(metavar="COMMAND", required=True)
        for one in command.commands:
            _add(inner, one, language)
        return
    for word in command.words:
        _add_word(sub, word, language)
    sub.set_defaults(command=command.run)


def _add_word(parser: Any, word: Word | OneOf, language: str) -> None:
    if isinstance(word, OneOf):
        group = parser.add_mutually_exclusive_group(required=word.required)
        for one in word.words:
            _add_word(group, one, language)
    else:
        parser.add_argument(word.name, help=word.help.in_language(language), **word.settings)


_GENERAL = (
    Word(
        "--home",
        Message("thư mục dữ liệu", "folder of the data"),
        {"type": Path, "metavar": "FOLDER"},
    ),
    Word(
        "--campaigns",
        Message("thư mục chứa thêm các đợt khảo sát", "a further folder of campaigns"),
        {"type": Path, "metavar": "FOLDER"},
    ),
    Word(
        "--lang", Message("ngôn ngữ: vi hoặc en", "language: vi or en"), {"choices": LANGUAGES, "default": VIETNAMESE}
    ),
)
