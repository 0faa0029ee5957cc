"""The pictures of the window in README.md, made anew: ``python tests/ui/readme_pictures.py [NAME …]``."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from sample_window import sample_home
from window_pages import shown
from window_words import words_in_sight

from cbc_desktop.ui.application import load_fonts
from cbc_desktop.ui.theme.colours import Scheme

_COLOURS = 256
WORDS = "words"
"""Under this name a picture tells which words of the window it shows, so that it is known when it is out of date."""
OUT = Path(__file__).parents[2] / "resources" / "pictures"
PICTURES = {
    "cua-so-cau-hoi": ("questions", Scheme.LIGHT, "vi"),
    "cua-so-bang": ("tables", Scheme.LIGHT, "vi"),
    "cua-so-kiem-tra": ("review", Scheme.LIGHT, "vi"),
    "cua-so-phat-hanh": ("sealing", Scheme.LIGHT, "vi"),
    "cua-so-xem-truoc": ("preview", Scheme.LIGHT, "vi"),
    "cua-so-tiep-nhan": ("arrived", Scheme.LIGHT, "vi"),
    "cua-so-tim": ("searching", Scheme.DARK, "en"),
}
"""By file name: the page, its colours and its language."""


def main(names: list[str]) -> int:
    application = QApplication([])
    load_fonts()
    with tempfile.TemporaryDirectory() as folder:
        home = sample_home(Path(folder))
        for name in names or PICTURES:
            page, scheme, language = PICTURES[name]
            own = shutil.copytree(home, Path(folder) / "own")
            with shown(application, own, page, scheme, language, 100) as window:
                take_picture(window, language, OUT / f"{name}.png")
            shutil.rmtree(own)
    return 0


def take_picture(window: QWidget, language: str, path: Path) -> None:
    picture = _small(window.grab().toImage())
    picture.setText(WORDS, "\n".join(words_in_sight(window, language)))
    picture.save(str(path), quality=0)


def _small(picture: QImage) -> QImage:
    """With its own most frequent colours and without dithering, which would make the file larger than it was."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(plain.constBits()).cast("B").cast("I")
    colours = [colour for colour, _ in Counter(pixels).most_common(_COLOURS)]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, colours, Qt.ImageConversionFlag.ThresholdDither)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
