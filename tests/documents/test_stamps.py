"""Images of signatures and seals become pages for their fields: in the right size, or refused with a reason."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from stamp_images import on_white, png_of, seal_png, signature_png

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.documents.stamps.appearances import seal_stamp, signature_stamp
from cbc_desktop.documents.stamps.colours import NOT_BLUE, NOT_RED, stamp_findings
from cbc_desktop.documents.stamps.images import read_stamp, seal_diameter
from cbc_desktop.documents.stamps.keeping import image_to_keep
from cbc_desktop.documents.stamps.kinds import StampKind
from cbc_desktop.documents.stamps.white_paper import with_white_transparent

MM = 72 / 25.4


def ink_box(page: bytes) -> tuple[float, float, float, float]:
    """Left, bottom, width and height in millimetres, as the content stream places the image."""
    with pikepdf.open(BytesIO(page)) as pdf:
        _, width, _, _, height, left, bottom, *_ = pdf.pages[0].Contents.read_bytes().split()
        return tuple(float(number) / MM for number in (left, bottom, width, height))  # type: ignore[return-value]


def page_size(page: bytes) -> tuple[float, float]:
    """In millimetres."""
    with pikepdf.open(BytesIO(page)) as pdf:
        _, _, width, height = (float(edge) / MM for edge in pdf.pages[0].MediaBox)
        return width, height


def test_a_signature_is_as_wide_as_its_field_and_in_the_middle() -> None:
    page = signature_stamp(signature_png((900, 400)))
    left, bottom, width, height = ink_box(page)
    assert page_size(page) == pytest.approx((45, 36), abs=0.01)
    assert (left, width) == pytest.approx((0, 45), abs=0.02)
    assert height == pytest.approx(20, abs=0.5)
    assert bottom + height / 2 == pytest.approx(18, abs=0.02)


def test_a_tall_signature_is_as_high_as_its_field_and_in_the_middle() -> None:
    left, bottom, width, height = ink_box(signature_stamp(signature_png((400, 900))))
    assert (bottom, height) == pytest.approx((0, 36), abs=0.02)
    assert left + width / 2 == pytest.approx(22.5, abs=0.02)


@pytest.mark.parametrize("diameter", [30, 36, 42])
def test_a_seal_has_its_real_size_and_ends_where_its_field_ends(diameter: float) -> None:
    page = seal_stamp(seal_png(), diameter)
    left, bottom, width, height = ink_box(page)
    assert page_size(page) == pytest.approx((42, 42), abs=0.01)
    assert (width, height) == pytest.approx((diameter, diameter), abs=0.2)
    assert left + width == pytest.approx(42, abs=0.02)
    assert bottom + height / 2 == pytest.approx(21, abs=0.02)


def test_the_same_image_gives_the_same_bytes() -> None:
    assert signature_stamp(signature_png()) == signature_stamp(signature_png())
    assert seal_stamp(seal_png(), 36) == seal_stamp(seal_png(), 36)


def test_the_ink_is_transparent_around_itself_and_not_smoothed_by_viewers() -> None:
    with pikepdf.open(BytesIO(seal_stamp(seal_png(), 36))) as pdf:
        image = pdf.pages[0].Resources.XObject.Ink
        assert image.SMask.ColorSpace == pikepdf.Name.DeviceGray
        assert "/Interpolate" not in image
        assert min(image.SMask.read_bytes()) == 0


def test_a_photograph_of_a_seal_is_made_no_finer_than_printers_draw() -> None:
    with pikepdf.open(BytesIO(seal_stamp(seal_png(3000), 36))) as pdf:
        assert int(pdf.pages[0].Resources.XObject.Ink.Width) == pytest.approx(850, abs=2)


@pytest.mark.parametrize(
    ("dpi", "diameter"), [(600, 36), (300, 36), (0, 36), (720, 30), (72, 36)], ids=lambda value: f"{value:g}"
)
def test_a_seal_is_as_large_as_its_resolution_tells_when_that_is_a_size_of_seals(dpi: float, diameter: float) -> None:
    pixels = round(diameter / 25.4 * dpi) if dpi > 72 else 850
    assert seal_diameter(seal_png(pixels, dpi=dpi)) == pytest.approx(diameter, abs=0.2)


@pytest.mark.parametrize("diameter", [0, -36, 12, 43, 360, float("nan")])
def test_a_size_that_no_seal_has_is_refused(diameter: float) -> None:
    with pytest.raises(UserFacingError, match="Seals measure 20 to 42 mm"):
        seal_stamp(seal_png(), diameter)


def test_blue_signatures_and_red_seals_are_what_the_decree_wants() -> None:
    assert stamp_findings(signature_png(), StampKind.SIGNATURE) == ()
    assert stamp_findings(seal_png(), StampKind.SEAL) == ()


@pytest.mark.parametrize("colour", [(0, 0, 0), (205, 25, 30), (20, 160, 60)], ids=["black", "red", "green"])
def test_a_signature_that_is_not_blue_is_told(colour: tuple[int, int, int]) -> None:
    assert [finding.code for finding in stamp_findings(signature_png(colour=colour), StampKind.SIGNATURE)] == [NOT_BLUE]


@pytest.mark.parametrize("colour", [(0, 0, 0), (20, 50, 170), (90, 80, 80)], ids=["black", "blue", "grey"])
def test_a_seal_that_is_not_red_is_told(colour: tuple[int, int, int]) -> None:
    assert [finding.code for finding in stamp_findings(seal_png(colour=colour), StampKind.SEAL)] == [NOT_RED]


def test_an_image_without_transparency_is_refused_and_white_can_be_made_transparent() -> None:
    scanned = on_white(signature_png())
    with pytest.raises(UserFacingError, match="not transparent"):
        signature_stamp(scanned)
    ink = read_stamp(with_white_transparent(scanned)).ink
    assert ink.size == pytest.approx(read_stamp(signature_png()).ink.size, abs=4)
    assert ink.getchannel("A").getextrema() == (0, 255)
    assert stamp_findings(with_white_transparent(scanned), StampKind.SIGNATURE) == ()


def test_a_seal_scanned_as_jpeg_keeps_its_red_and_loses_its_paper() -> None:
    png = with_white_transparent(on_white(seal_png(), "JPEG"))
    assert stamp_findings(png, StampKind.SEAL) == ()
    assert max(read_stamp(png).ink.size) == pytest.approx(850, abs=4)


def test_ink_shines_through_as_it_did_on_white_paper() -> None:
    paper = Image.open(BytesIO(on_white(signature_png())))
    ink = Image.open(BytesIO(with_white_transparent(on_white(signature_png()))))
    again = Image.alpha_composite(Image.new("RGBA", ink.size, "white"), ink).convert("RGB")
    assert again.getpixel((5, 5)) == (255, 255, 255)
    place = next((x, 200) for x in range(paper.width) if paper.getpixel((x, 200)) == (20, 50, 170))
    assert again.getpixel(place) == pytest.approx((20, 50, 170), abs=2)


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"\x89PNG\r\n\x1a\n", signature_png()[:2000], b"GIF89a" + bytes(50)]
)
def test_what_is_no_image_is_refused(content: bytes) -> None:
    with pytest.raises(UserFacingError, match="no PNG or JPEG image"):
        signature_stamp(content)


def test_a_jpeg_is_no_stamp_by_itself() -> None:
    with pytest.raises(UserFacingError, match="not transparent"):
        signature_stamp(on_white(signature_png(), "JPEG"))


def test_an_empty_image_is_refused() -> None:
    with pytest.raises(UserFacingError, match="wholly transparent"):
        signature_stamp(png_of(Image.new("RGBA", (200, 200), (0, 0, 0, 0))))


@pytest.mark.parametrize("side", [5_000, 12_000, 30_000])
def test_a_small_file_that_unfolds_to_a_huge_image_is_refused(side: int) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    bomb = (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )
    with pytest.raises(UserFacingError, match="too large"):
        signature_stamp(bomb)


def test_a_file_of_many_bytes_is_refused_before_it_is_opened() -> None:
    with pytest.raises(UserFacingError, match="too large"):
        signature_stamp(bytes(10 * 1024 * 1024 + 1))


def test_an_image_is_kept_small_and_without_what_it_tells_of_its_maker() -> None:
    told = BytesIO()
    Image.open(BytesIO(seal_png(3000))).save(told, "PNG", dpi=(2117, 2117), exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0")
    kept = image_to_keep(told.getvalue())
    image = Image.open(BytesIO(kept))
    assert max(image.size) == 1200
    assert set(image.info) == {"dpi"}
    assert seal_diameter(kept) == pytest.approx(36, abs=0.1)
    assert stamp_findings(kept, StampKind.SEAL) == ()


def test_an_image_on_white_paper_is_kept_when_its_white_is_cleared() -> None:
    with pytest.raises(UserFacingError, match="not transparent"):
        image_to_keep(on_white(seal_png(), "JPEG"))
    assert stamp_findings(image_to_keep(on_white(seal_png(), "JPEG"), clear_white=True), StampKind.SEAL) == ()


def test_what_was_kept_is_kept_as_it_is() -> None:
    kept = image_to_keep(signature_png())
    assert image_to_keep(kept) == kept
