"""The QR codes on the image of a page, with more and more effort."""

from __future__ import annotations

from enum import IntEnum

import zxingcpp
from PIL import Image, ImageChops, ImageFilter

from cbc_desktop.documents.scans.limits import PIXELS_OF_A_STRIP, affordable

_QR_CODES = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


class Effort(IntEnum):
    """How an image is made ready to be read, the cheapest first (A4 at 150 dpi: 0.02, 0.1, 0.4 seconds)."""

    AS_IT_IS = 0
    ENLARGED = 1
    """Twice as large: for modules of less than three pixels."""
    SHARPENED = 2
    """Noise smoothed away, three times as large, and sharpened: for a coarse and noisy scan."""


def codes_on(image: Image.Image, effort: Effort) -> list[bytes]:
    """What each code says that can be read, in no order."""
    found = zxingcpp.read_barcodes(_PREPARED[effort](_without_ink(image)), formats=_QR_CODES)
    return [code.bytes for code in found if code.valid]


def _without_ink(image: Image.Image) -> Image.Image:
    """Grey, from the lightest of red, green and blue: a red seal and blue ink vanish, black stays black.

    In strips: a copy of a large scan in colour has 300 MB, and this would make several.
    """
    if len(image.getbands()) == 1 and image.mode != "P":
        return image.convert("L")
    grey = Image.new("L", image.size)
    height = max(1, PIXELS_OF_A_STRIP // image.width)
    for top in range(0, image.height, height):
        strip = image.crop((0, top, image.width, min(top + height, image.height)))
        red, green, blue = _on_white(strip).split()
        grey.paste(ImageChops.lighter(red, ImageChops.lighter(green, blue)), (0, top))
    return grey


def _on_white(image: Image.Image) -> Image.Image:
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image.convert("RGB")
    coloured = image.convert("RGBA")
    white = Image.new("RGB", coloured.size, "white")
    white.paste(coloured, mask=coloured.getchannel("A"))
    return white


def _enlarged(image: Image.Image, times: float) -> Image.Image:
    scale = affordable(image.width, image.height, times)
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return image.resize(size, Image.Resampling.BICUBIC)


def _sharpened(image: Image.Image) -> Image.Image:
    smooth = image.filter(ImageFilter.GaussianBlur(0.6))
    return _enlarged(smooth, 3).filter(ImageFilter.UnsharpMask(4, 200, 0))


_PREPARED = {
    Effort.AS_IT_IS: lambda image: image,
    Effort.ENLARGED: lambda image: _enlarged(image, 2),
    Effort.SHARPENED: _sharpened,
}
