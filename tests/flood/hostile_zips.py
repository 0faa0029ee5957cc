"""Archives that no honest program makes: bombs, links, secrets, nests, and names that lead elsewhere."""

from __future__ import annotations

import io
import stat
import struct
import warnings
import zipfile
from random import Random

from damage import damaged
from mutant import Make, Material
from zip_surgery import zipped

from cbc_desktop.package.layout import MIMETYPE

NAMES = (
    *(
        "../../../../tmp/evil.xml",
        "media/../../x",
        "/etc/passwd",
        "C:/Windows/x.dll",
        "c:x.txt",
        "\\\\server\\share\\x",
    ),
    *("media\\..\\..\\x", "media/CON", "media/nul.txt", "COM1", "media/a.", "media/a ", "media/a:stream", "~/.bashrc"),
    *("media/" + "a" * 70_000, "media/ảnh.jpg", "media/\u202egpj.exe", "media/a\nb", "media/a\0b", "", "/", ".", ".."),
    *("<b>x</b>.pdf", "=cmd|' /C calc'!A0.pdf", "submissions/<img src=x>.xml", "META-INF/../dossier.json"),
)


def _any_name(material: Material, random: Random) -> tuple[str, bytes]:
    parts = material.parts(random)
    return "ten.zip", _zipped([*parts.items(), (random.choice(NAMES), b"x")], random)


def _names_twice(material: Material, random: Random) -> tuple[str, bytes]:
    parts = list(material.parts(random).items())
    name, content = random.choice(parts)
    again = random.choice((name, name.upper(), name.title()))
    return "trung-ten.zip", _zipped([*parts, (again, damaged(content, random))], random)


def _link(material: Material, random: Random) -> tuple[str, bytes]:
    kind = random.choice((stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFDIR, stat.S_IFSOCK))
    link = zipfile.ZipInfo(random.choice(("dossier.json", "media/x.jpg", "x.pdf")))
    link.create_system, link.external_attr = 3, (kind | 0o777) << 16
    return "lien-ket.zip", _zipped([*material.parts(random).items(), (link, b"/etc/passwd")], random)


def _bomb(material: Material, random: Random) -> tuple[str, bytes]:
    """Zeros that unfold to a hundred times and more, in a part that matters or in one that does not."""
    size = random.choice((2, 20, 150)) * 2**20
    name = random.choice(("dossier.json", "submissions/khao-sat-nhanh.xml", "media/x.bin", "x.pdf", "SHA256SUMS"))
    return "bom.zip", zipped({name: bytes(size)}, zipfile.ZIP_DEFLATED)


def _nest(material: Material, random: Random) -> tuple[str, bytes]:
    content = material.package(random)
    for _ in range(random.choice((1, 5, 40))):
        content = zipped({"trong.zip": content}, zipfile.ZIP_DEFLATED)
    return random.choice(("long.zip", "long.pdf", "long.png")), content


def _secret(material: Material, random: Random) -> tuple[str, bytes]:
    changed = bytearray(material.package(random))
    for place in _headers(bytes(changed)):
        if random.random() < 0.5:
            changed[place + (6 if changed[place + 2] == 3 else 8)] |= 1
    return "mat-khau.zip", bytes(changed)


def _wrong_header(material: Material, random: Random) -> tuple[str, bytes]:
    """Numbers of a header or of the directory are others."""
    changed = bytearray(material.package(random))
    for _ in range(random.choice((1, 2, 5))):
        place = random.choice(_headers(bytes(changed))) + random.randrange(4, 46, 2)
        form = random.choice(("<H", "<L"))
        value = random.choice((0, 1, 0x7FFF, 0xFFFF)) if form == "<H" else random.choice((0, 1, 2**31, 2**32 - 1))
        if place + 4 < len(changed):
            struct.pack_into(form, changed, place, value)
    return "dau.zip", bytes(changed)


def _many_parts(material: Material, random: Random) -> tuple[str, bytes]:
    count = random.choice((500, 5_000, 65_534))
    return "nhieu.zip", zipped({f"media/{number}": b"" for number in range(count)})


def _around(material: Material, random: Random) -> tuple[str, bytes]:
    """Another file before it or behind it."""
    package, other = material.package(random), random.choice((b"MZ" + bytes(500), b"%PDF-1.7\n", bytes(70_000)))
    return "kep.zip", random.choice((other + package, package + other, package + material.package(random)))


def _other_packing(material: Material, random: Random) -> tuple[str, bytes]:
    method = random.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA))
    return "nen.zip", zipped({name: part for name, part in material.parts(random).items() if name != MIMETYPE}, method)


def _without(material: Material, random: Random) -> tuple[str, bytes]:
    parts = material.parts(random)
    for name in random.sample(sorted(parts), random.randrange(1, len(parts))):
        del parts[name]
    return "thieu.zip", _zipped(list(parts.items()), random)


def _damaged(material: Material, random: Random) -> tuple[str, bytes]:
    return "hong.zip", damaged(material.package(random), random)


def _nothing(material: Material, random: Random) -> tuple[str, bytes]:
    """Little, or none, of anything."""
    head = random.choice((b"", b"PK", b"PK\3\4", b"PK\5\6", b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0"))
    name = random.choice(("rong.zip", "rong.pdf", "rong.eml", "rong.png"))
    return name, head + random.randbytes(random.choice((0, 1, 30, 3000)))


def _headers(archive: bytes) -> list[int]:
    found, place = [], archive.find(b"PK")
    while place >= 0:
        found.append(place)
        place = archive.find(b"PK", place + 2)
    return found


def _zipped(parts: list[tuple[str | zipfile.ZipInfo, bytes]], random: Random) -> bytes:
    """As Python writes it, with each of the names as it is."""
    file = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w") as archive:
        warnings.simplefilter("ignore", UserWarning)  # of names that are there twice
        for name, content in parts:
            entry = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name[:65_000] or "x")
            archive.writestr(entry, content, random.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))
    return file.getvalue()


FAMILIES: dict[str, Make] = {
    "zip: names": _any_name,
    "zip: names twice": _names_twice,
    "zip: links": _link,
    "zip: bombs": _bomb,
    "zip: nested": _nest,
    "zip: encrypted": _secret,
    "zip: headers": _wrong_header,
    "zip: many parts": _many_parts,
    "zip: around": _around,
    "zip: packed otherwise": _other_packing,
    "zip: parts missing": _without,
    "zip: damaged": _damaged,
    "nothing": _nothing,
}
