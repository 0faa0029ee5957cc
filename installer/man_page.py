"""Writes the manual page, cbc-desktop(1), from the command line's own words."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from cbc_desktop import __version__
from cbc_desktop.base.message import ENGLISH, LANGUAGES, VIETNAMESE
from cbc_desktop.cli.arguments import command_line

_WORDS = {
    ENGLISH: {
        "name": "answers a survey round of the Press Department offline",
        "description": "Without a command the window is opened. Data stay in the folder of --home; nothing is sent.",
        "commands": "COMMANDS",
        "exit": "EXIT STATUS",
        "codes": "0: passed; 1: failed; 2: undecided, a person has to look; 64: wrong usage.",
        "files": "FILES",
        "data": "dossiers, revisions, signatures, backups; removing the program leaves it alone",
        "environment": "ENVIRONMENT",
        "home": "another folder of data",
        "language": "the language of the command line: vi or en",
    },
    VIETNAMESE: {
        "name": "trả lời một đợt khảo sát của Cục Báo chí, không cần mạng",
        "description": "Không có lệnh nào thì mở cửa sổ. Dữ liệu nằm trong thư mục --home; không gì được gửi đi.",
        "commands": "CÁC LỆNH",
        "exit": "MÃ KẾT THÚC",
        "codes": "0: đạt; 1: không đạt; 2: chưa kết luận, cần người xem; 64: gọi sai.",
        "files": "CÁC TỆP",
        "data": "hồ sơ, các lần chốt, chữ ký, bản sao lưu; gỡ phần mềm không xóa thư mục này",
        "environment": "BIẾN MÔI TRƯỜNG",
        "home": "thư mục dữ liệu khác",
        "language": "ngôn ngữ dòng lệnh: vi hoặc en",
    },
}


def page(language: str) -> str:
    """troff with the macros of man(7)."""
    words, parser = _WORDS[language], command_line(language)
    parser.set_defaults(home=None)
    day = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).date()
    lines = [
        f'.TH CBC-DESKTOP 1 "{day}" "cbc-desktop {__version__}"',
        *(".SH NAME", rf"cbc-desktop \- {words['name']}"),
        *(".SH SYNOPSIS", r".B cbc-desktop", r"[\fB\-\-home\fR \fIFOLDER\fR] [\fICOMMAND\fR \fI...\fR]"),
        *(".SH DESCRIPTION", _escaped(words["description"])),
        *(".SH OPTIONS", *_arguments(parser)),
        *(f".SH {words['commands']}", *_commands(parser)),
        *(f".SH {words['exit']}", _escaped(words["codes"])),
        *(f".SH {words['files']}", ".TP", r".I ~/.local/share/cbc-desktop", words["data"]),
        *(f".SH {words['environment']}", ".TP", ".B CBC_DESKTOP_HOME", words["home"]),
        *(".TP", ".B CBC_DESKTOP_LANG", words["language"]),
    ]
    return "\n".join(lines) + "\n"


def _commands(parser: argparse.ArgumentParser, before: str = "") -> Iterator[str]:
    """Each command with its arguments; those of two words by both."""
    for name, command in _of(parser).choices.items():
        words = f"{before}{name}"
        if any(isinstance(action, argparse._SubParsersAction) for action in command._actions):
            yield from _commands(command, f"{words} ")
            continue
        yield from (f".SS {_escaped(words)}", _escaped(command.description or ""), *_arguments(command))


def _of(parser: argparse.ArgumentParser) -> argparse._SubParsersAction:  # type: ignore[type-arg]
    return next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))


def _arguments(parser: argparse.ArgumentParser) -> Iterator[str]:
    formatter = parser._get_formatter()
    for action in parser._actions:
        if isinstance(action, (argparse._HelpAction, argparse._SubParsersAction)):
            continue
        title = formatter._format_action_invocation(action)
        yield from (".TP", rf"\fB{_escaped(title)}\fR", _escaped(formatter._expand_help(action)))


def _escaped(text: str) -> str:
    text = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{text}" if text.startswith((".", "'")) else text


if __name__ == "__main__":
    for one in LANGUAGES:
        (Path(sys.argv[1]) / f"cbc-desktop.{one}.1").write_text(page(one), encoding="utf-8")
