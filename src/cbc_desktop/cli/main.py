"""Runs one command: words in, an exit code out (0 passed, 1 failed, 2 indeterminate, 64 wrong usage)."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.log import told_fault
from cbc_desktop.base.message import ENGLISH, VIETNAMESE, Message
from cbc_desktop.cli.arguments import command_line
from cbc_desktop.cli.terminal import Terminal

FAILED = 1
INTERRUPTED = 130
"""As shells count it: 128 and the number of SIGINT."""


def run(words: Sequence[str]) -> int:
    """Never raises for a person's mistake or ours: both become a sentence on standard error and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        _speak_unicode(stream)
    language = _language(words)
    arguments = command_line(language).parse_args(words)
    terminal = Terminal(language, sys.stdout, sys.stderr)
    try:
        return int(arguments.command(arguments, terminal))
    except UserFacingError as error:
        _tell(error.message, arguments.home, terminal)
    except BrokenPipeError:
        _stay_silent()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        terminal.trouble(told_fault(arguments.home, error))
    return FAILED


def _tell(why: Message, home: Path, terminal: Terminal) -> None:
    """With the commands that help where the data are damaged or gone."""
    from cbc_desktop.cli.restoring import ways_on  # what salvages is not loaded for every command

    for told in (why, *ways_on(home, why)):
        terminal.trouble(told)


def _speak_unicode(stream: TextIO) -> None:
    """Vietnamese is in no code page that Windows gives a pipe, nor in ASCII."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")


def _stay_silent() -> None:
    """Nobody listens any more; Python would complain when it closes the output at its end.

    https://docs.python.org/3/library/signal.html#note-on-sigpipe
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _language(words: Sequence[str]) -> str:
    """Vietnamese unless ``--lang en`` or ``CBC_DESKTOP_LANG=en`` asks for English; before anything is parsed."""
    asked = os.environ.get("CBC_DESKTOP_LANG", VIETNAMESE)
    for place, word in enumerate(words):
        if word == "--lang" and place + 1 < len(words):
            asked = words[place + 1]
        elif word.startswith("--lang="):
            asked = word.partition("=")[2]
    return ENGLISH if asked.lower().startswith(ENGLISH) else VIETNAMESE
