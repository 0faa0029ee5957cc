"""Writes the manual page, cbc-desktop(1), from the command line's own words."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from cbc_desktop import __version__
from cbc_desktop.base.message import ENGLISH, LANGUAGES, VIETNAMESE
from cbc_desktop.cli.arguments import command_line

_WORDS = {
    ENGLISH: {
        "NAME": "NAME",
        "SYNOPSIS": "SYNOPSIS",
        "DESCRIPTION": "DESCRIPTION",
        "OPTIONS": "OPTIONS",
        "open": "shows this file in the window: a package, a signed PDF, a receipt, a copy of a dossier, an update",
        "reading": "In a synopsis, what stands in square brackets may be left out, what dots follow may be repeated, "
        "and one is chosen of what stands in braces or between bars.",
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
        "NAME": "TÊN",
        "SYNOPSIS": "TÓM TẮT",
        "DESCRIPTION": "MÔ TẢ",
        "OPTIONS": "TÙY CHỌN",
        "open": "mở tệp này trong cửa sổ: gói, PDF đã ký, phiếu tiếp nhận, bản chép hồ sơ, bản cập nhật biểu mẫu",
        "reading": "Trong phần tóm tắt, phần trong ngoặc vuông có thể bỏ qua, phần có dấu ba chấm theo sau ghi được "
        "nhiều lần, phần trong ngoặc nhọn hay giữa các gạch đứng thì chọn một.",
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


_WINDOW = "cbc-desktop [--home FOLDER] [--lang {vi,en}] [--open FILE]"


def page(language: str) -> str:
    """troff with the macros of man(7)."""
    words, parser = _WORDS[language], command_line(language)
    parser.set_defaults(home=None)
    day = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).date()
    lines = [
        f'.TH CBC-DESKTOP 1 "{day}" "cbc-desktop {__version__}"',
        *(f".SH {words['NAME']}", rf"cbc-desktop \- {words['name']}"),
        *(f".SH {words['SYNOPSIS']}", *_lines(_WINDOW, _usage(parser))),
        *(f".SH {words['DESCRIPTION']}", *_lines(words["description"]), ".PP", *_lines(words["reading"])),
        *(f".SH {words['OPTIONS']}", *_arguments(parser)),
        *(".TP", rf"\fB{_escaped('--open FILE')}\fR", _escaped(words["open"])),
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
        told = _lines(_usage(command), command.description or "")
        yield from (f".SS {_escaped(words)}", *told, *_arguments(command))


def _usage(parser: argparse.ArgumentParser) -> str:
    """In one line: brackets around what may be left out, dots after what may be repeated."""
    formatter = parser._get_formatter()
    told = [action for action in parser._actions if not isinstance(action, argparse._HelpAction)]
    formatter.add_usage(None, told, parser._mutually_exclusive_groups, prefix="")
    usage = " ".join(formatter.format_help().split())
    for action in told:
        if isinstance(action, argparse._AppendAction):
            usage = re.sub(rf"\[{action.option_strings[0]} [^]]*\]", r"\g<0>...", usage)
    return usage


def _lines(*paragraphs: str) -> Iterator[str]:
    """One below the other."""
    for number, paragraph in enumerate(paragraphs):
        yield from (*((".br",) if number else ()), _escaped(paragraph))


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
