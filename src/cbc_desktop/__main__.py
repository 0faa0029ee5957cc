"""The way in: the command line when there is a command, else the window.

``--home FOLDER`` alone opens the window on other data, ``--lang`` in another language from now on, ``--open FILE``
shows a file in it, as desktops ask for files that are clicked on. ``--first-paint`` opens the window, prints the
milliseconds from the start of the process until it is painted, and ends. ``--signing-child`` is how the program starts
itself to use a key.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cbc_desktop.base.crashes import leave_nothing_of_a_crash
from cbc_desktop.base.message import LANGUAGES
from cbc_desktop.base.quiet_libraries import keep_libraries_quiet
from cbc_desktop.signing.child.words import WORD_OF_THE_CHILD


@dataclass(frozen=True, slots=True)
class _Window:
    """What the window is asked for.

    ``home`` None is the usual folder of data, ``file`` what is shown at once, ``language`` "" the one chosen last.
    """

    home: Path | None = None
    file: Path | None = None
    language: str = ""
    until_first_paint: bool = False


def main() -> int:
    leave_nothing_of_a_crash()
    keep_libraries_quiet()
    if getattr(sys, "frozen", False):
        # A packed program starts itself for each process that judges what arrived, and for the one that tidies up
        # behind them; PyInstaller knows their words, has multiprocessing loaded, and carries them out here.
        from multiprocessing import freeze_support

        freeze_support()
    if sys.argv[1:] == [WORD_OF_THE_CHILD]:
        from cbc_desktop.signing.child.serving import serve

        return serve()
    window = _window(sys.argv[1:])
    if window is None:
        from cbc_desktop.cli.main import run

        return run(sys.argv[1:])
    from cbc_desktop.ui.application import open_window

    return open_window(window.home, window.file, window.language, until_first_paint=window.until_first_paint)


def _window(words: Sequence[str]) -> _Window | None:
    """None when there is a command. Read here, for argparse and the commands would keep the first paint waiting."""
    window, left = _Window(), list(words)
    while left:
        match left:
            case ["--first-paint", *left]:
                window = replace(window, until_first_paint=True)
            case ["--home", home, *left] if home.strip():
                window = replace(window, home=Path(home))
            case [word, *left] if word.startswith("--home=") and word != "--home=":
                window = replace(window, home=Path(word.removeprefix("--home=")))
            case ["--lang", language, *left] if language in LANGUAGES:
                window = replace(window, language=language)
            case ["--open"]:  # a desktop that has no file to show leaves its place empty
                left = []
            case ["--open", file, *left]:
                window = replace(window, file=Path(file))
            case _:
                return None
    return window


if __name__ == "__main__":
    sys.exit(main())
