"""Which bytes of a PDF a signature covers, read more strictly than the standard asks (ISO 32000-2, 12.8.1).

Between the two covered stretches stands the signature's own hexadecimal text and nothing else: no space, no comment,
no second object. Attacks that move or repeat signed bytes need room there, and this leaves none.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass

from cbc_desktop.signing.cms_facts import is_padded_with_zeros

_NUMBER = rb"(\d{1,15})"  # no file is longer
_BYTE_RANGE = re.compile(rb"/ByteRange\s*\[\s*" + rb"\s+".join([_NUMBER] * 4) + rb"\s*\]")


@dataclass(frozen=True, slots=True)
class SignedRange:
    """Offsets in bytes: ``[0, gap_start)`` and ``[gap_end, end)`` are covered, the signature stands in the gap."""

    gap_start: int
    gap_end: int
    end: int

    @classmethod
    def of(cls, byte_range: Sequence[object]) -> SignedRange:
        """Raises ValueError unless these are four whole numbers that begin with 0."""
        numbers = [number for number in byte_range if isinstance(number, int)]
        if len(numbers) != 4 or len(byte_range) != 4 or numbers[0] != 0:
            raise ValueError("not a byte range of two stretches that begins with the file")
        _, first_length, second_start, second_length = numbers
        return cls(int(first_length), int(second_start), int(second_start + second_length))

    def covers_all_of(self, pdf: bytes) -> bool:
        return self.end == len(pdf)

    def holds_exactly(self, pdf: bytes, contents: bytes) -> bool:
        """True when the gap is the hexadecimal text of ``contents``: one DER value and zeros up to the end."""
        if not 0 < self.gap_start < self.gap_end < self.end <= len(pdf):
            return False
        gap = pdf[self.gap_start : self.gap_end]
        if not (gap.startswith(b"<") and gap.endswith(b">")):
            return False
        try:
            return binascii.unhexlify(gap[1:-1]) == contents and is_padded_with_zeros(contents)
        except ValueError:
            return False

    def holds_a_signature_of(self, pdf: bytes) -> bool:
        """True when there is hexadecimal text in the gap, whatever it says."""
        inside = 0 < self.gap_start < self.gap_end < self.end <= len(pdf)
        return inside and pdf[self.gap_start : self.gap_start + 1] + pdf[self.gap_end - 1 : self.gap_end] == b"<>"


def ranges_in(pdf: bytes) -> frozenset[SignedRange]:
    """Of all signatures that were ever written into the file, whether or not its last revision still names them.

    A signature of an embedded file does not count: its offsets are those of another file.
    """
    ranges = (SignedRange.of([int(number) for number in found]) for found in _from_the_start(pdf))
    return frozenset(covered for covered in ranges if covered.holds_a_signature_of(pdf))


def _from_the_start(pdf: bytes) -> list[tuple[bytes, ...]]:
    return [found for found in _BYTE_RANGE.findall(pdf) if int(found[0]) == 0]
