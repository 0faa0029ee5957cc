"""The image of a hand signature or of a seal: read with care and cut to its ink."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.dossier.profile import LARGEST_SEAL_MM, SEAL_MM, SMALLEST_SEAL_MM, millimetres

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 20_000_000

NO_IMAGE = Message(
    "Tệp đã chọn không phải là ảnh PNG hay JPEG đọc được. Chưa lưu gì; hãy lưu ảnh chữ ký hoặc con dấu ở dạng PNG rồi "
    "chọn lại.",
    "The file is no PNG or JPEG image that can be read. Nothing was kept; save the image of the signature or seal as "
    "PNG and choose it again.",
)
TOO_LARGE = Message(
    "Ảnh quá lớn (tối đa {megabytes} MB và {megapixels} triệu điểm ảnh). Chưa lưu gì; hãy cắt sát nét ký hoặc con dấu, "
    "hoặc giảm kích thước ảnh rồi chọn lại.",
    "The image is too large (at most {megabytes} MB and {megapixels} million pixels). Nothing was kept; cut it close "
    "to the ink or make it smaller, then choose it again.",
).filled(megabytes=MOST_BYTES // 1024**2, megapixels=MOST_PIXELS // 10**6)
NOT_TRANSPARENT = Message(
    "Ảnh không có nền trong suốt nên sẽ che mất chữ trên văn bản. Chưa lưu gì; hãy chọn “làm trong suốt nền trắng”, "
    "hoặc dùng ảnh PNG có nền trong suốt.",
    "The background of the image is not transparent, so it would hide what is written. Nothing was kept; choose “make "
    "the white transparent”, or take a PNG with a transparent background.",
)
NOTHING_DRAWN = Message(
    "Ảnh trong suốt hoàn toàn, không có nét ký hay con dấu nào. Chưa lưu gì; hãy chọn ảnh khác.",
    "The image is wholly transparent: there is no signature or seal in it. Nothing was kept; choose another image.",
)
NO_SUCH_SIZE = Message(
    "Con dấu có đường kính từ {least} đến {most} mm, không phải {diameter} mm. Chưa có gì bị thay đổi; hãy đo lại con "
    "dấu rồi nhập số milimét.",
    "Seals measure {least} to {most} mm across, not {diameter} mm. Nothing was changed; measure the seal again and "
    "enter its millimetres.",
).filled(diameter="{diameter}", least=f"{SMALLEST_SEAL_MM:g}", most=f"{LARGEST_SEAL_MM:g}")

_MM_PER_INCH = 25.4
_FAINT = 24
"""What is more transparent than this, of 255, is no ink."""


@dataclass(frozen=True, slots=True)
class StampImage:
    """``ink`` is RGBA and cut to what is drawn; ``dots_per_inch`` is 0 when the file does not tell."""

    ink: Image.Image
    dots_per_inch: float


def read_stamp(png: bytes) -> StampImage:
    """Raises UserFacingError for what is no image, too large, not transparent (as JPEG never is), or wholly so."""
    image = opened(png)
    dots = float(image.info.get("dpi", (0, 0))[0])
    drawn = image.convert("RGBA")
    opacity = drawn.getchannel("A")
    if opacity.getextrema()[0] == 255:
        raise UserFacingError(NOT_TRANSPARENT)
    box = opacity.point(lambda value: 255 * (value > _FAINT)).getbbox()
    if box is None:
        raise UserFacingError(NOTHING_DRAWN)
    return StampImage(drawn.crop(box), dots)


def seal_diameter(png: bytes) -> float:
    """In millimetres, as the image's resolution tells, or 36 when it tells nothing or no size of a seal."""
    stamp = read_stamp(png)
    if not stamp.dots_per_inch:
        return SEAL_MM
    measured = max(stamp.ink.size) / stamp.dots_per_inch * _MM_PER_INCH
    return round(measured, 1) if SMALLEST_SEAL_MM <= measured <= LARGEST_SEAL_MM else SEAL_MM


def require_size_of_seals(diameter_mm: float) -> None:
    """UserFacingError for a diameter that no seal has."""
    if not SMALLEST_SEAL_MM <= diameter_mm <= LARGEST_SEAL_MM:
        raise UserFacingError(NO_SUCH_SIZE.filled(diameter=millimetres(diameter_mm)))


def opened(content: bytes) -> Image.Image:
    """A PNG or JPEG; its pixels are unfolded only after their number is known. Raises UserFacingError."""
    if len(content) > MOST_BYTES:
        raise UserFacingError(TOO_LARGE)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(content), formats=("PNG", "JPEG"))
        if image.width * image.height > MOST_PIXELS:
            raise UserFacingError(TOO_LARGE)
        image.load()
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise UserFacingError(TOO_LARGE) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise UserFacingError(NO_IMAGE) from error
    return image
