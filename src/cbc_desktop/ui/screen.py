"""Whether there is a screen for the window: without one Qt would end the program in English, with a signal."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QLibraryInfo

from cbc_desktop.base.message import Message

NO_SCREEN = Message(
    "Máy này không có màn hình để mở cửa sổ (chưa đặt DISPLAY, WAYLAND_DISPLAY). Dữ liệu vẫn nguyên. Hãy mở phần mềm "
    "trong phiên làm việc có màn hình, hoặc dùng dòng lệnh: cbc-desktop --help",
    "There is no screen here for the window (neither DISPLAY nor WAYLAND_DISPLAY is set). The data are untouched. Open "
    "the program in a session with a screen, or use the command line: cbc-desktop --help",
)
NO_LIBRARY = Message(
    "Hệ thống thiếu thư viện mà cửa sổ cần: {libraries}. Dữ liệu vẫn nguyên. Hãy cài các gói có thư viện này, ví dụ "
    "libxcb-cursor0 cho libxcb-cursor.so.0; trong mã nguồn thì lệnh `make run` cài giúp.",
    "The system lacks libraries that the window needs: {libraries}. The data are untouched. Install the packages that "
    "have them, for example libxcb-cursor0 for libxcb-cursor.so.0; in the source, `make run` does so.",
)
X11_LIBRARIES = (
    *("libxcb.so.1", "libX11-xcb.so.1", "libxkbcommon.so.0", "libxkbcommon-x11.so.0", "libxcb-cursor.so.0"),
    *("libxcb-icccm.so.4", "libxcb-image.so.0", "libxcb-keysyms.so.1", "libxcb-randr.so.0", "libxcb-render.so.0"),
    *("libxcb-render-util.so.0", "libxcb-shape.so.0", "libxcb-shm.so.0", "libxcb-sync.so.1", "libxcb-xfixes.so.0"),
    "libxcb-xkb.so.1",
)
"""What Qt's plugin for X11 needs of the system."""


def why_no_window(environment: Mapping[str, str] = os.environ) -> Message | None:
    """What stands in the way of a window; None where it can be opened, or where Qt itself finds out what to use."""
    asked = environment.get("QT_QPA_PLATFORM", "")
    if sys.platform != "linux" or asked not in ("", "xcb") or (not asked and environment.get("WAYLAND_DISPLAY")):
        return None
    if not environment.get("DISPLAY"):
        return NO_SCREEN
    missing = [] if _loads(_plugin()) else [name for name in X11_LIBRARIES if not _loads(name)]
    return NO_LIBRARY.filled(libraries=", ".join(missing)) if missing else None


def _plugin() -> str:
    return str(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms" / "libqxcb.so")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
