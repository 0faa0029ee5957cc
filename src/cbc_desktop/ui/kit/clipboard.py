"""What goes along with a copied text: the fonts in which it stood, and what keeps it out of histories."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard

from cbc_desktop.base.old_encodings import is_capital_font

_START, _END = "<!--StartFragment-->", "<!--EndFragment-->"
"""Word and Excel put the copied part between these; what stands before names every font of the document."""
_FONT = re.compile(r"""(?:font-family:|face=)\s*["'&quot;]*(\.Vn\w+)""", re.IGNORECASE)

_NO = b"\0\0\0\0"
UNKEPT: Mapping[str, bytes] = {
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': _NO,
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': _NO,
    "x-kde-passwordManagerHint": b"secret",
}
"""With these Windows neither lists a text (Win+V) nor sends it to other devices, and Klipper does not list it.

Source: Win32 "Clipboard Formats", cloud clipboard and clipboard history formats.
"""


def in_capital_font(content: QMimeData) -> bool:
    """Whether the fonts of TCVN3 that the copied text names are capital fonts, all of them."""
    html = content.html() if content.hasHtml() else ""
    fragment = html.partition(_START)[2].partition(_END)[0] or html
    fonts = _FONT.findall(fragment)
    return bool(fonts) and all(map(is_capital_font, fonts))


def keep_out_of_histories(clipboard: QClipboard) -> None:
    """From now on what this program copies, be it by a text field of Qt, is there to be pasted and is kept nowhere."""
    clipboard.dataChanged.connect(lambda: _mark_unkept(clipboard))


def _mark_unkept(clipboard: QClipboard) -> None:
    content = clipboard.mimeData()
    if clipboard.ownsClipboard() and content.formats() and not any(map(content.hasFormat, UNKEPT)):
        clipboard.setMimeData(_unkept(content))


def _unkept(content: QMimeData) -> QMimeData:
    marked = QMimeData()
    for name in content.formats():
        marked.setData(name, content.data(name))
    for name, value in UNKEPT.items():
        marked.setData(name, value)
    return marked
