"""A whole face as a font of a PDF, for form fields: the clerk will type letters that the document does not use yet."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from cbc_desktop.base.text import nfc
from cbc_desktop.documents.pdf.fonts import Face, font_file, reportlab_face

_SERIF, _NON_SYMBOLIC, _ITALIC = 2, 32, 64
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def full_font(pdf: Pdf, face: Face) -> pikepdf.Object:
    """The face as a composite font whose codes are glyph numbers (ISO 32000-1, 9.7), with nothing left out."""
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=_font_name(face),
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(_descriptor(pdf, face)),
        CIDToGIDMap=Name.Identity,
        W=_widths(face),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=_font_name(face),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(_to_unicode(face).encode("ascii")),
        )
    )


def glyph_codes(text: str, face: Face) -> bytes:
    """The text as a string operand for ``full_font``: two bytes a glyph."""
    glyphs = reportlab_face(face).charToGlyph
    return b"".join(int(glyphs[ord(character)]).to_bytes(2, "big") for character in nfc(text))


def _font_name(face: Face) -> pikepdf.Object:
    """The PostScript name inside the font file, which need not be our name of the face."""
    return Name(f"/{reportlab_face(face).name.decode('ascii')}")


def _descriptor(pdf: Pdf, face: Face) -> Dictionary:
    measures = reportlab_face(face)
    program = font_file(face).read_bytes()
    return Dictionary(
        Type=Name.FontDescriptor,
        FontName=_font_name(face),
        Flags=_SERIF | _NON_SYMBOLIC | (_ITALIC if face in (Face.ITALIC, Face.BOLD_ITALIC) else 0),
        FontBBox=Array([int(edge) for edge in measures.bbox]),
        ItalicAngle=int(measures.italicAngle),
        Ascent=int(measures.ascent),
        Descent=int(measures.descent),
        CapHeight=int(measures.capHeight),
        StemV=int(measures.stemV),
        FontFile2=pdf.make_stream(program, Length1=len(program)),
    )


def _characters(face: Face) -> dict[int, int]:
    """The code point of each glyph; the lowest one where several share it. Private use is left out."""
    glyphs = reportlab_face(face).charToGlyph
    public = [code for code in sorted(glyphs, reverse=True) if unicodedata.category(chr(code)) != "Co"]
    return {glyphs[code]: code for code in public}


def _widths(face: Face) -> Array:
    """ISO 32000-1, 9.7.4.3: the first glyph of a run, then the widths of the run."""
    widths, characters = reportlab_face(face).charWidths, _characters(face)
    runs = Array()
    for run in _runs(sorted(characters)):
        runs.append(run[0])
        runs.append(Array([round(widths[characters[glyph]]) for glyph in run]))
    return runs


def _runs(glyphs: list[int]) -> Iterator[list[int]]:
    for _, run in groupby(enumerate(glyphs), key=lambda place: place[1] - place[0]):
        yield [glyph for _, glyph in run]


def _to_unicode(face: Face) -> str:
    lines = [f"<{glyph:04X}> <{_utf16(code)}>" for glyph, code in sorted(_characters(face).items())]
    groups = [lines[start : start + 100] for start in range(0, len(lines), 100)]  # the format's limit
    blocks = [f"{len(group)} beginbfchar\n" + "\n".join(group) + "\nendbfchar" for group in groups]
    return _CMAP.format(blocks="\n".join(blocks))


def _utf16(code: int) -> str:
    return chr(code).encode("utf-16-be").hex().upper()
