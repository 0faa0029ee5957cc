"""A blue scribble and a red seal as people keep them: PNG files with nothing behind the ink, or ink on white paper."""

from __future__ import annotations

from io import BytesIO
from math import cos, pi, sin

from PIL import Image, ImageDraw

BLUE, RED = (20, 50, 170), (205, 25, 30)


def signature_png(size: tuple[int, int] = (900, 400), colour: tuple[int, int, int] = BLUE, margin: int = 60) -> bytes:
    """A scribble that reaches to all four sides of ``size``, with an empty margin around it."""
    image = Image.new("RGBA", (size[0] + 2 * margin, size[1] + 2 * margin), (255, 255, 255, 0))
    pen = ImageDraw.Draw(image)
    steps = range(241)
    turns = [
        (
            margin + size[0] * step / 240,
            margin + size[1] / 2 * (1 + sin(step * pi / 13) * (0.4 + 0.6 * abs(cos(step / 40)))),
        )
        for step in steps
    ]
    pen.line(turns, fill=(*colour, 255), width=max(6, size[0] // 70), joint="curve")
    pen.line([(margin, margin + size[1] - 4), (margin + size[0], margin + 4)], fill=(*colour, 255), width=8)
    return png_of(image)


def seal_png(pixels: int = 850, colour: tuple[int, int, int] = RED, dpi: float = 0, margin: int = 40) -> bytes:
    """Two rings, a star and strokes for the letters around it; ``pixels`` is the diameter."""
    side = pixels + 2 * margin
    image = Image.new("RGBA", (side, side), (255, 255, 255, 0))
    pen, centre = ImageDraw.Draw(image), side / 2
    for radius, width in ((1.0, 14), (0.92, 6), (0.55, 6)):
        reach = radius * pixels / 2
        box = [centre - reach, centre - reach, centre + reach - 1, centre + reach - 1]
        pen.ellipse(box, outline=(*colour, 255), width=width)
    for letter in range(36):
        ends = [_at(centre, pixels / 2 * reach, letter * pi / 18) for reach in (0.65, 0.82)]
        pen.line(ends, fill=(*colour, 255), width=10)
    star = [_at(centre, pixels / 2 * (0.4 if point % 2 else 0.16), point * pi / 5 - pi / 10) for point in range(10)]
    pen.polygon(star, fill=(*colour, 255))
    return png_of(image, dpi)


def on_white(png: bytes, kind: str = "PNG") -> bytes:
    """The ink on white paper, as a scanner sees it."""
    ink = Image.open(BytesIO(png))
    paper = Image.alpha_composite(Image.new("RGBA", ink.size, "white"), ink).convert("RGB")
    content = BytesIO()
    paper.save(content, kind)
    return content.getvalue()


def png_of(image: Image.Image, dpi: float = 0) -> bytes:
    content = BytesIO()
    image.save(content, "PNG", **({"dpi": (dpi, dpi)} if dpi else {}))
    return content.getvalue()


def _at(centre: float, radius: float, angle: float) -> tuple[float, float]:
    return centre + radius * cos(angle), centre + radius * sin(angle)
