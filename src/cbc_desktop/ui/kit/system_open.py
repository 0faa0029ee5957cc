"""A file or folder is opened in the program that the system has for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from cbc_desktop.base.message import Message

NOTHING_OPENS = Message(
    "Máy này không có chương trình nào mở được “{path}”. Hãy mở thư mục {folder} bằng trình quản lý tệp.",
    "This computer has no program that opens “{path}”. Look into the folder {folder} with a file manager.",
)


def open_with_system(path: Path, tell: Callable[[Message], None]) -> None:
    """``tell`` is given the message when the system does not open it."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        folder = path if path.is_dir() else path.parent
        tell(NOTHING_OPENS.filled(path=path.name, folder=folder))
