"""What the clipboard tells beside its text: whether the text stood in a capital font of TCVN3."""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData

from cbc_desktop.base.old_encodings import is_capital_font

_START, _END = "<!--StartFragment-->", "<!--EndFragment-->"
"""Word and Excel put the copied part between these; what stands before names every font of the document."""
_FONT = re.compile(r"""(?:font-family:|face=)\s*["'&quot;]*(\.Vn\w+)""", re.IGNORECASE)


def in_capital_font(content: QMimeData) -> bool:
    """Whether the fonts of TCVN3 that the copied text names are capital fonts, all of them."""
    html = content.html() if content.hasHtml() else ""
    fragment = html.partition(_START)[2].partition(_END)[0] or html
    fonts = _FONT.findall(fragment)
    return bool(fonts) and all(map(is_capital_font, fonts))
