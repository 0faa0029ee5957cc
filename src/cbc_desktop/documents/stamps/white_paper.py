"""Ink on white paper made an image of the ink alone, as a person offers it who scanned a signature or a seal."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image, ImageChops, ImageMath

from cbc_desktop.documents.stamps.images import opened

_GREYEST_PAPER, _FULL_INK = 48, 192
"""Of 255, how much light paper and its shadows swallow at most, and ink at least."""


def with_white_transparent(content: bytes) -> bytes:
    """A PNG or JPEG of ink on white paper as a PNG of the ink alone; its edges stay soft.

    Raises UserFacingError for what is no such image, or too large.
    """
    image = opened(content)
    paper = Image.new("RGBA", image.size, "white")
    colours = Image.alpha_composite(paper, image.convert("RGBA")).convert("RGB").split()
    loss = ImageChops.invert(ImageChops.darker(ImageChops.darker(colours[0], colours[1]), colours[2]))
    opacity = loss.point(_without_paper)
    ink = Image.merge("RGBA", (*(_undiluted(colour, opacity) for colour in colours), opacity))
    made = BytesIO()
    ink.save(made, "PNG", **({"dpi": image.info["dpi"]} if "dpi" in image.info else {}))
    return made.getvalue()


def _without_paper(loss: int) -> int:
    """How opaque a point is whose darkest colour lost ``loss`` of 255: grey paper and shadows vanish."""
    return min(255, max(0, loss - _GREYEST_PAPER) * 255 // (_FULL_INK - _GREYEST_PAPER))


def _undiluted(colour: Image.Image, opacity: Image.Image) -> Image.Image:
    """The colour of the ink itself where white paper shines through it."""

    def pure(of: Any) -> Any:
        return of["convert"](of["max"](255 - (255 - of["colour"]) * 255 / of["max"](of["opacity"], 1), 0), "L")

    made: Image.Image = ImageMath.lambda_eval(pure, colour=colour, opacity=opacity)
    return made
