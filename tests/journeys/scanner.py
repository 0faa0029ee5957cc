"""A scanner that is not ours: poppler draws the pages, Pillow does to them what paper, seals and machines do."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from math import cos, pi, sin
from pathlib import Path
from random import Random
from statistics import NormalDist

from PIL import Image, ImageChops, ImageDraw, ImageFilter

RED = (205, 35, 45)
SEAL_RADIUS = 18 / 25.4
"""In inches: a province's seal has 36 mm."""
TILE = 400


@dataclass(frozen=True)
class Scan:
    """How a page is scanned: resolution, degrees of skew, spread of noise, blur in pixels, JPEG quality (0: none)."""

    dpi: int
    skew: float = 0
    noise: float = 0
    blur: float = 0
    jpeg: int = 0
    sealed: bool = False

    def of(self, page: Image.Image) -> Image.Image:
        image = sealed(page, self.dpi) if self.sealed else page
        image = image.rotate(self.skew, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
        image = image.filter(ImageFilter.GaussianBlur(self.blur)) if self.blur else image
        if self.noise:
            image = ImageChops.add(image, _noise(image.size, self.noise), 1, -128)
        return _as_jpeg(image, self.jpeg) if self.jpeg else image


def code_pages_of(pdf: Path) -> list[int]:
    """The pages that carry codes, from 1, as pdftotext finds their titles."""
    texts = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True).stdout.decode().split("\f")
    return [number for number, text in enumerate(texts, start=1) if "MÃ SỐ LIỆU CỦA" in text]


def page_image(pdf: Path, page: int, dpi: int) -> Image.Image:
    command = ["pdftoppm", "-r", str(dpi), "-f", str(page), "-l", str(page), pdf]
    drawn = subprocess.run(command, capture_output=True, check=True).stdout
    return Image.open(BytesIO(drawn)).convert("RGB")


def sealed(page: Image.Image, dpi: int) -> Image.Image:
    """With a red seal over the codes in the middle: rings, an emblem, letters around it, in ink that covers well."""
    ink = Image.new("L", page.size, 0)
    pen = ImageDraw.Draw(ink)
    centre = page.width * 0.45, page.height * 0.45
    radius = SEAL_RADIUS * dpi
    for ring in (1, 0.85, 0.8, 0.5):
        pen.ellipse(_around(centre, radius * ring), outline=230, width=max(2, dpi // 50))
    pen.ellipse(_around(centre, radius * 0.45), fill=190)
    for letter in range(60):
        beam = [_at(centre, radius * reach, letter * pi / 30) for reach in (0.55, 0.78)]
        pen.line(beam, fill=220, width=max(2, dpi // 60))
    red = ImageChops.multiply(page, Image.new("RGB", page.size, RED))
    return Image.composite(red, page, ink)


def _around(centre: tuple[float, float], radius: float) -> list[float]:
    return [centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius]


def _at(centre: tuple[float, float], radius: float, angle: float) -> tuple[float, float]:
    return centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)


def _noise(size: tuple[int, int], spread: float) -> Image.Image:
    """Tiles of one noise, which takes its time to make."""
    page = Image.new("RGB", size)
    for left in range(0, size[0], TILE):
        for top in range(0, size[1], TILE):
            page.paste(_noisy_tile(spread), (left, top))
    return page


@cache
def _noisy_tile(spread: float) -> Image.Image:
    """Of each colour its own, normally distributed around 128, and always the same."""
    curve = NormalDist(128, spread)
    levels = bytes(min(255, max(0, round(curve.inv_cdf((level + 0.5) / 256)))) for level in range(256))
    return Image.frombytes("RGB", (TILE, TILE), Random(7).randbytes(3 * TILE * TILE).translate(levels))


def _as_jpeg(image: Image.Image, quality: int) -> Image.Image:
    kept = BytesIO()
    image.save(kept, "JPEG", quality=quality)
    return Image.open(kept)
