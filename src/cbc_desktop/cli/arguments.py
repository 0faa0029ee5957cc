"""The command line as argparse reads it, from the tables of commands; help in Vietnamese or English."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from typing import Any, NoReturn

from cbc_desktop import __version__
from cbc_desktop.base.message import LANGUAGES, VIETNAMESE, Message
from cbc_desktop.base.paths import default_home
from cbc_desktop.cli.command import Command, CommandGroup, OneOf, Word, given_path
from cbc_desktop.cli.commands import COMMANDS
from cbc_desktop.cli.wrong_usage import COMMAND, HELP, wrong_usage

WRONG_USAGE = 64
USAGE = Message("cách dùng: ", "usage: ")
WORDS = Message("các phần phải ghi", "positional arguments")
OPTIONS = Message("tùy chọn", "options")
THIS_HELP = Message("xem cách dùng này rồi thôi", "show this help message and exit")
VERSION = Message("xem số phiên bản rồi thôi", "show the version and exit")


class _Help(argparse.HelpFormatter):
    """Argparse's own, with its one word in the person's language."""

    def __init__(self, *arguments: Any, language: str, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._prefix = USAGE.in_language(language)

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, self._prefix if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """Wrong usage exits with 64 (decision 14); argparse's own 2 means indeterminate here."""

    def __init__(self, *, language: str, prog: str, description: str) -> None:
        formatter = partial(_Help, language=language)
        super().__init__(prog, description=description, formatter_class=formatter, add_help=False)
        self._language = language
        self._positionals.title, self._optionals.title = (one.in_language(language) for one in (WORDS, OPTIONS))
        self.add_argument("-h", "--help", action="help", help=THIS_HELP.in_language(language))

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        told = (wrong_usage(message), HELP.filled(command=self.prog))
        self.exit(WRONG_USAGE, "".join(f"{one.in_language(self._language)}\n" for one in told))


def command_line(language: str) -> argparse.ArgumentParser:
    about = Message(
        "Trả lời một đợt khảo sát của Cục Báo chí, không cần mạng. Không có lệnh nào: mở cửa sổ, và với --open "
        "FILE thì mở luôn tệp đó trong cửa sổ.",
        "Answers a survey round of the Press Department offline. Without a command: opens the window, and with "
        "--open FILE shows that file in it.",
    )
    parser = _Parser(prog="cbc-desktop", description=about.in_language(language), language=language)
    told = VERSION.in_language(language)
    parser.add_argument("--version", action="version", version=f"cbc-desktop {__version__}", help=told)
    for word in _GENERAL:
        _add_word(parser, word, language)
    parser.set_defaults(home=default_home())
    commands = parser.add_subparsers(metavar=COMMAND, required=True)
    for command in COMMANDS:
        _add(commands, command, language)
    return parser


def _add(commands: Any, command: Command | CommandGroup, language: str) -> None:
    title = command.help.in_language(language)
    sub = commands.add_parser(command.name, help=title, description=title, language=language)
    if isinstance(command, CommandGroup):
        inner = sub.add_subparsers(metavar=COMMAND, required=True)
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
        {"type": given_path, "metavar": "FOLDER"},
    ),
    Word(
        "--campaigns",
        Message("thư mục chứa thêm các đợt khảo sát", "a further folder of campaigns"),
        {"type": given_path, "metavar": "FOLDER"},
    ),
    Word(
        "--lang", Message("ngôn ngữ: vi hoặc en", "language: vi or en"), {"choices": LANGUAGES, "default": VIETNAMESE}
    ),
)
