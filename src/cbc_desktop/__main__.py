"""The way in: the command line when there are arguments, else the window.

``--first-paint`` opens the window, prints the milliseconds from the start of the process until it is painted, and ends.
"""

from __future__ import annotations

import sys


def main() -> int:
    until_first_paint = sys.argv[1:] == ["--first-paint"]
    if len(sys.argv) > 1 and not until_first_paint:
        from cbc_desktop.cli.main import run

        return run(sys.argv[1:])
    from cbc_desktop.ui.application import open_window

    return open_window(until_first_paint=until_first_paint)


if __name__ == "__main__":
    sys.exit(main())
