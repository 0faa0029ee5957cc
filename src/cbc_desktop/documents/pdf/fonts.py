"""The bundled Times-metric faces: registered with reportlab once."""

from __future__ import annotations

from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from cbc_desktop.base.paths import resources
from cbc_desktop.base.text import nfc


class Face(Enum):
    """A face by its PostScript name, which is also its file name in ``resources/fonts``."""

    REGULAR = "LiberationSerif-Regular"
    BOLD = "LiberationSerif-Bold"
    ITALIC = "LiberationSerif-Italic"
    BOLD_ITALIC = "LiberationSerif-BoldItalic"


def face(*, bold: bool = False, italic: bool = False) -> Face:
    if bold:
        return Face.BOLD_ITALIC if italic else Face.BOLD
    return Face.ITALIC if italic else Face.REGULAR


@cache
def register_faces() -> None:
    """Make the faces known to reportlab, with bold and italic mapped for its paragraphs."""
    for each in Face:
        pdfmetrics.registerFont(TTFont(each.value, str(font_file(each))))
    for each in Face:
        for bold in (False, True):
            for italic in (False, True):
                addMapping(each.value, bold, italic, face(bold=bold, italic=italic).value)


def font_file(which: Face) -> Path:
    return resources() / "fonts" / f"{which.value}.ttf"


def reportlab_face(which: Face) -> Any:
    """reportlab's view of the font file: glyph numbers, widths and measures in thousandths of the letter size."""
    register_faces()
    return pdfmetrics.getFont(which.value).face


def text_width(text: str, which: Face, size: float) -> float:
    """The width in points of one line."""
    register_faces()
    return float(pdfmetrics.stringWidth(nfc(text), which.value, size))
