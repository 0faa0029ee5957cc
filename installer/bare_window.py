"""A window with nothing in it: what a packed program costs that only has Qt. Prints the milliseconds to its paint."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

from cbc_desktop.ui.first_paint import FirstPaint


def main() -> int:
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.show()
    FirstPaint(window, lambda milliseconds: (print(f"{milliseconds:.0f}", flush=True), application.quit()))
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
