"""The way in: the command line when there are arguments, else the window."""

from __future__ import annotations

import sys


def main() -> int:
    if len(sys.argv) > 1:
        from cbc_desktop.cli.main import run

        return run(sys.argv[1:])
    from cbc_desktop.ui.application import open_window

    return open_window()


if __name__ == "__main__":
    sys.exit(main())
