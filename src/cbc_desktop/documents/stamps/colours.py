"""Whether a signature is blue and a seal red, as the decree wants them: told, never refused."""

from __future__ import annotations

from PIL import ImageStat

from cbc_desktop.base.findings import Finding, Severity
from cbc_desktop.base.message import Message
from cbc_desktop.documents.stamps.images import read_stamp
from cbc_desktop.documents.stamps.kinds import StampKind

NOT_BLUE, NOT_RED = "stamps.signature-not-blue", "stamps.seal-not-red"
_MESSAGE_BLUE = Message(
    "Ảnh chữ ký không có màu xanh như Nghị định 30/2020/NĐ-CP quy định.",
    "The image of the signature is not blue, as Decree 30/2020/NĐ-CP wants it.",
)
_MESSAGE_RED = Message(
    "Ảnh con dấu không có màu đỏ như Nghị định 30/2020/NĐ-CP quy định.",
    "The image of the seal is not red, as Decree 30/2020/NĐ-CP wants it.",
)

_CLEARLY = 25
"""By how much one colour outweighs another, of 255, to be called so."""


def stamp_findings(png: bytes, kind: StampKind) -> tuple[Finding, ...]:
    """A warning when the ink has another colour than the decree wants; raises as `read_stamp` does."""
    ink = read_stamp(png).ink
    red, green, blue = ImageStat.Stat(ink.convert("RGB"), ink.getchannel("A")).mean
    if kind is StampKind.SEAL:
        right = red > max(green, blue) + _CLEARLY
        return () if right else (Finding(NOT_RED, Severity.WARNING, "", _MESSAGE_RED),)
    right = blue > red + _CLEARLY and blue > green
    return () if right else (Finding(NOT_BLUE, Severity.WARNING, "", _MESSAGE_BLUE),)
