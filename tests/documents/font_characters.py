"""The characters of the bundled faces, as resources/fonts/characters.txt has them; run with `--write` to renew it."""

from __future__ import annotations

import sys
import unicodedata

from cbc_desktop.base.paper import character_file
from cbc_desktop.documents.pdf.fonts import Face, reportlab_face

NEVER_PRINTED = {"Cc", "Co", "Cs"}
"""Controls, private use (old Vietnamese fonts put letters there), half characters."""


def characters_of_the_fonts() -> str:
    """Ranges of the code points for which every face has a glyph."""
    common = frozenset.intersection(*(frozenset(reportlab_face(each).charToGlyph) for each in Face))
    ranges: list[list[int]] = []
    for code in sorted(code for code in common if unicodedata.category(chr(code)) not in NEVER_PRINTED):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{first:04X}-{last:04X}\n" for first, last in ranges)


if __name__ == "__main__" and "--write" in sys.argv:
    character_file().write_text(characters_of_the_fonts(), encoding="ascii")
