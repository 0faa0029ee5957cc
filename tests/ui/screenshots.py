"""Pictures of every page in all its clothes, to be looked at: ``python tests/ui/screenshots.py [page …]``."""

from __future__ import annotations

import itertools
import os
import shutil
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from sample_window import sample_home
from window_pages import PAGES, shown

from cbc_desktop.ui.application import load_fonts
from cbc_desktop.ui.theme.colours import SCHEMES

OUT = Path("build") / "screenshots"
LANGUAGES = ("vi", "en")
SCALES = (100, 150)


def main(pages: list[str]) -> int:
    application = QApplication([])
    load_fonts()
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        home = sample_home(Path(folder))
        for page, scheme, language, scale in itertools.product(pages or PAGES, SCHEMES, LANGUAGES, SCALES):
            own = shutil.copytree(home, Path(folder) / "own")
            with shown(application, own, page, scheme, language, scale) as window:
                window.grab().save(str(OUT / f"{page}-{scheme.value}-{language}-{scale}.png"))
            shutil.rmtree(own)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
