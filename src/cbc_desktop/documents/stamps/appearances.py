"""The pages that fill signature fields: the leader's signature in its middle, the seal in its real size."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from pikepdf import Dictionary, Name, Object, Pdf
from PIL import Image
from reportlab.lib.units import mm

from cbc_desktop.documents.pdf.closing import LARGEST_SEAL, LEADER_HEIGHT, LEADER_WIDTH
from cbc_desktop.documents.stamps.images import read_stamp, require_size_of_seals

_FINEST = 600 / 72
"""Pixels a point: finer than printers draw."""


@dataclass(frozen=True, slots=True)
class _Box:
    """In points, from the lower left corner of the page."""

    left: float
    bottom: float
    width: float
    height: float


def signature_stamp(png: bytes) -> bytes:
    """A PDF of one page for the leader's field: as large as fits, in the middle; the same image gives the same bytes.

    Raises UserFacingError for an image that cannot be used, see `read_stamp`.
    """
    ink = read_stamp(png).ink
    scale = min(LEADER_WIDTH / ink.width, LEADER_HEIGHT / ink.height)
    width, height = ink.width * scale, ink.height * scale
    return _page(ink, LEADER_WIDTH, LEADER_HEIGHT, _centred(width, height, LEADER_WIDTH))


def seal_stamp(png: bytes, diameter_mm: float) -> bytes:
    """A PDF of one page for the agency's field: in real size, its edge on the first third of the leader's signature.

    Raises UserFacingError for an image that cannot be used, and for a diameter that no seal has.
    """
    require_size_of_seals(diameter_mm)
    ink = read_stamp(png).ink
    scale = diameter_mm * mm / max(ink.size)
    width, height = ink.width * scale, ink.height * scale
    return _page(
        ink, LARGEST_SEAL, LARGEST_SEAL, _Box(LARGEST_SEAL - width, (LARGEST_SEAL - height) / 2, width, height)
    )


def _centred(width: float, height: float, page_width: float) -> _Box:
    return _Box((page_width - width) / 2, (LEADER_HEIGHT - height) / 2, width, height)


def _page(ink: Image.Image, width: float, height: float, box: _Box) -> bytes:
    with Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(round(width, 2), round(height, 2)))
        page.obj.Resources = Dictionary(XObject=Dictionary(Ink=_image(pdf, _no_finer(ink, box))))
        drawn = f"q {box.width:.2f} 0 0 {box.height:.2f} {box.left:.2f} {box.bottom:.2f} cm /Ink Do Q"
        page.obj.Contents = pdf.make_stream(drawn.encode("ascii"))
        content = BytesIO()
        pdf.save(content, deterministic_id=True)
    return content.getvalue()


def _no_finer(ink: Image.Image, box: _Box) -> Image.Image:
    finest = max(1, round(box.width * _FINEST)), max(1, round(box.height * _FINEST))
    return ink if ink.width <= finest[0] else ink.resize(finest, Image.Resampling.LANCZOS)


def _image(pdf: Pdf, ink: Image.Image) -> Object:
    """Colours, and their opacity as a soft mask (ISO 32000-1, 11.6.5.3), which PDF/A-3 allows."""
    opacity = _samples(pdf, ink.getchannel("A"), Name.DeviceGray)
    colours = _samples(pdf, ink.convert("RGB"), Name.DeviceRGB)
    colours.SMask = opacity
    return colours


def _samples(pdf: Pdf, image: Image.Image, space: Object) -> Object:
    return pdf.make_stream(
        image.tobytes(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=image.width,
        Height=image.height,
        ColorSpace=space,
        BitsPerComponent=8,
    )
