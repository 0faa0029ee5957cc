"""Images that only pretend to be scans: enormous, without end, damaged, or with codes that lie."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from random import Random

import segno
from damage import damaged
from mutant import Make, Material
from PIL import Image


def png(width: int, height: int, rows: bytes, depth: int = 8, colour: int = 0, more: bytes = b"") -> bytes:
    """``rows`` are what is folded in it, whatever the size says."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    chunks = _chunk(b"IHDR", head) + more + _chunk(b"IDAT", zlib.compress(rows, 9)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _enormous(material: Material, random: Random) -> tuple[str, bytes]:
    """Zeros fold well: a small file that is a large image, as large as is read at most, or larger."""
    width, height = random.choice(
        ((8900, 8900), (65_000, 1200), (1200, 65_000), (9000, 9000), (50_000, 50_000), (2**31 - 1, 1))
    )
    depth, colour = random.choice(((1, 0), (8, 0), (8, 2), (8, 6), (16, 6), (8, 4)))
    bits = depth * {0: 1, 2: 3, 4: 2, 6: 4}[colour]
    rows = bytes(min((width * bits // 8 + 2) * height, 400_000_000))
    return "quet.png", png(width, height, rows, depth, colour)


def _chunks(material: Material, random: Random) -> tuple[str, bytes]:
    """Texts and profiles that unfold to much."""
    kind, head = random.choice(((b"zTXt", b"x\0\0"), (b"iTXt", b"x\0\1\0\0\0"), (b"iCCP", b"x\0\0")))
    more = _chunk(kind, head + zlib.compress(bytes(random.choice((2, 60)) * 2**20), 9)) * random.choice((1, 5))
    return "quet.png", png(100, 100, bytes(101 * 100), more=more)


def _tiff(material: Material, random: Random) -> tuple[str, bytes]:
    """Pages in a ring, or without end, or an image whose numbers make no sense."""
    width, height = random.choice(((1, 1), (100_000, 100_000), (2**32 - 1, 2**32 - 1), (0, 0), (8000, 8000)))
    packing = random.choice((1, 2, 3, 4, 5, 7, 8, 32773, 50000, 34712))
    entries = ((256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 1), (259, 3, 1, packing), (262, 3, 1, 1))
    entries = (
        *entries,
        (273, 4, random.choice((1, 2**30)), 8),
        (278, 4, 1, height),
        (279, 4, 1, random.choice((9, 2**31))),
    )
    listed = struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *entry) for entry in entries)
    pages = random.choice((1, 3, 2000))
    places = [8 + (len(listed) + 4) * page for page in range(1, pages)] + [random.choice((0, 8))]
    return "quet.tif", b"II*\0" + struct.pack("<I", 8) + b"".join(listed + struct.pack("<I", one) for one in places)


def _jpeg(material: Material, random: Random) -> tuple[str, bytes]:
    out = BytesIO()
    Image.new("L", (600, 800), random.randrange(256)).save(out, "JPEG", progressive=random.random() < 0.5)
    content = bytearray(out.getvalue())
    place = max(content.find(b"\xff\xc0"), content.find(b"\xff\xc2"))
    if random.random() < 0.5:
        struct.pack_into(">HH", content, place + 5, *random.choice(((65_500, 65_500), (65_500, 1200), (1, 65_500))))
        return "quet.jpg", bytes(content)
    return "quet.jpg", damaged(bytes(content), random)


def _codes(material: Material, random: Random) -> tuple[str, bytes]:
    """Codes that begin as ours do."""
    page = Image.new("L", (1400, 1800), 255)
    for place in range(random.choice((1, 6))):
        head = random.choice((b"CBC1", b"CBC", b"\xcb\xc1", b""))
        code = BytesIO()
        segno.make_qr(head + random.randbytes(random.choice((0, 40, 400)))).save(code, kind="png", scale=4)
        image = Image.open(code).convert("L")
        page.paste(image, (20 + place % 2 * 680, 20 + place // 2 * 590))
    out = BytesIO()
    page.save(out, "PNG")
    return "ma.png", out.getvalue()


def _damaged(material: Material, random: Random) -> tuple[str, bytes]:
    kind = random.choice(("PNG", "TIFF", "JPEG"))
    out = BytesIO()
    Image.effect_noise((400, 300), 50).save(out, kind, **({"compression": "tiff_lzw"} if kind == "TIFF" else {}))
    return f"quet.{kind.lower()}", damaged(out.getvalue(), random)


FAMILIES: dict[str, Make] = {
    "scan: enormous": _enormous,
    "scan: chunks": _chunks,
    "scan: TIFF": _tiff,
    "scan: JPEG": _jpeg,
    "scan: codes": _codes,
    "scan: damaged": _damaged,
}
