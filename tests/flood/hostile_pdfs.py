"""Documents that no honest program writes, alone and in packages whose digests and outer signature are right."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from random import Random

from damage import damaged, renumbered
from mutant import Make, Material

Document = Callable[[Material, Random], bytes]

_PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%b>>"


def pdf_of(objects: dict[int, bytes], trailer: bytes = b"") -> bytes:
    """With an ordinary table of places; object 1 is the root."""
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    size, table = max(objects) + 1, len(out)
    entries = [b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(size)]
    out += b"xref\n0 %d\n%b" % (size, b"".join(entries))
    return bytes(out + b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, table))


def stream(content: bytes, entries: bytes = b"", folds: int = 1) -> bytes:
    """Folded so many times."""
    for _ in range(folds):
        content = zlib.compress(content, 9)
    filters = b"/Filter[%b]" % (b"/FlateDecode" * folds) if folds else b""
    return b"<</Length %d%b%b>>stream\n%b\nendstream" % (len(content), filters, entries, content)


def one_page(page: bytes, more: dict[int, bytes], root: bytes = b"") -> bytes:
    return pdf_of({1: b"<</Type/Catalog/Pages 2 0 R%b>>" % root, 2: _PAGES, 3: _PAGE % page, **more})


def image_page(width: int, height: int, bits: int = 8, space: bytes = b"/DeviceRGB") -> bytes:
    """A page that shows an image which claims to be so large, and is nothing."""
    entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent %d/ColorSpace%b"
    image = stream(bytes(1000), entries % (width, height, bits, space))
    page = b"/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R"
    return one_page(page, {4: image, 5: stream(b"595 0 0 842 0 0 cm /I Do")})


def _images(material: Material, random: Random) -> bytes:
    width, height = random.choice(((30_000, 30_000), (2**31 - 1, 1), (1, 2**31 - 1), (10**6, 10**6), (9000, 9000)))
    space = random.choice((b"/DeviceRGB", b"/DeviceGray", b"[/Indexed/DeviceRGB 255 4 0 R]"))
    return image_page(width, height, random.choice((1, 8, 16)), space)


def _page_loop(material: Material, random: Random) -> bytes:
    """Pages that have each other for parts; forms that draw themselves; pages without end."""
    loops = (
        {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"},
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: b"<</Type/Pages/Kids[2 0 R]>>",
        },
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[%b]/Count 99999>>" % (b"3 0 R " * 99_999),
            3: _PAGE % b"",
        },
        {1: b"<</Type/Catalog/Pages 1 0 R/AcroForm 1 0 R/Names 1 0 R/Kids[1 0 R]/Fields[1 0 R]/EmbeddedFiles 1 0 R>>"},
    )
    return pdf_of(random.choice(loops))


def ring_of_forms(times: int) -> bytes:
    """A form that draws itself so many times."""
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>"
    page = b"/Resources<</XObject<</F 4 0 R>>>>/Contents 5 0 R"
    return one_page(page, {4: stream(b"/F Do " * times, entries), 5: stream(b"/F Do " * times)})


def _drawing_loop(material: Material, random: Random) -> bytes:
    return ring_of_forms(random.choice((1, 2, 1000)))


def _much_drawing(material: Material, random: Random) -> bytes:
    """A short file whose page takes long to draw."""
    step = random.choice((b"q ", b"0 0 m 595 842 l S ", b"BT ET ", b"/Sh sh ", b"0 0 1 rg 0 0 595 842 re f "))
    shading = b"<</ShadingType 1/ColorSpace/DeviceRGB/Function 6 0 R>>"
    function = stream(b"{ pop 0 exch 0 }", b"/FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1]", 0)
    page = b"/Resources<</Shading<</Sh 4 0 R>>>>/Contents 5 0 R"
    return one_page(page, {4: shading, 5: stream(step * random.choice((10_000, 300_000))), 6: function})


def _folded(material: Material, random: Random) -> bytes:
    """A page that is a bomb, folded once or over and over."""
    page = stream(bytes(random.choice((20, 200)) * 2**20), folds=random.choice((1, 2, 3)))
    return one_page(b"/Contents 4 0 R", {4: page})


def _embedded_bomb(material: Material, random: Random) -> bytes:
    file = stream(bytes(random.choice((10, 250)) * 2**20), b"/Type/EmbeddedFile")
    names = b"/Names<</EmbeddedFiles<</Names[(dossier.json)<</Type/Filespec/F(x)/EF<</F 4 0 R>>>>]>>>>"
    return one_page(b"", {4: file}, names)


def _deep(material: Material, random: Random) -> bytes:
    left, right = random.choice(((b"[", b"]"), (b"<</A", b">>"), (b"(", b")")))
    depth = random.choice((500, 50_000))
    return one_page(b"", {}, b"/X " + left * depth + right * depth)


def _many_fields(material: Material, random: Random) -> bytes:
    count = random.choice((1000, 30_000))
    fields = b" ".join([b"<</FT/Sig/T(a)/V<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>>>"] * count)
    return one_page(b"", {}, b"/AcroForm<</Fields[%b]>>" % fields)


def _table_loop(material: Material, random: Random) -> bytes:
    """Tables of places that lead back to each other."""
    pdf = one_page(b"", {})
    place = int(pdf.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    return pdf.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % random.choice((place, 0, 5, 10**9)))


def _alone(make: Document) -> Make:
    def made(material: Material, random: Random) -> tuple[str, bytes]:
        return "van-ban.pdf", make(material, random)

    return made


def _packed(make: Document) -> Make:
    def made(material: Material, random: Random) -> tuple[str, bytes]:
        sent = material.shipment(random)
        parts = {"van-ban.pdf": make(material, random), **material.data(sent)}
        return "van-ban.zip", material.mailroom.packed_parts(parts, sent.commune)

    return made


def _damaged(material: Material, random: Random) -> bytes:
    return damaged(material.document(random), random)


def _renumbered(material: Material, random: Random) -> bytes:
    return renumbered(material.document(random), random)


_DOCUMENTS: dict[str, Document] = {
    "images": _images,
    "pages in a ring": _page_loop,
    "forms in a ring": _drawing_loop,
    "much to draw": _much_drawing,
    "folded": _folded,
    "embedded bombs": _embedded_bomb,
    "deep": _deep,
    "many fields": _many_fields,
    "tables in a ring": _table_loop,
    "damaged": _damaged,
    "renumbered": _renumbered,
}
FAMILIES: dict[str, Make] = {
    **{f"pdf: {name}": _alone(make) for name, make in _DOCUMENTS.items()},
    **{f"packed pdf: {name}": _packed(make) for name, make in _DOCUMENTS.items()},
}
