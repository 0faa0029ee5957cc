"""Draws resources/icons/cbc-desktop.svg in the sizes that desktops ask for, and as one .ico for Windows."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parent.parent / "resources" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def main() -> None:
    application = QGuiApplication(["draw-icons", "-platform", "offscreen"])
    renderer = QSvgRenderer(str(FOLDER / "cbc-desktop.svg"))
    paths = [_drawn(renderer, size) for size in SIZES]
    largest, *smaller = [Image.open(path) for path in reversed(paths)]
    largest.save(FOLDER / "cbc-desktop.ico", sizes=[(size, size) for size in SIZES], append_images=smaller)
    application.quit()


def _drawn(renderer: QSvgRenderer, size: int) -> Path:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    path = FOLDER / f"cbc-desktop-{size}.png"
    image.save(str(path))
    return path


if __name__ == "__main__":
    main()
