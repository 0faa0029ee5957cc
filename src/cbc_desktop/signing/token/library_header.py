"""For which machine a library was built, read from its first bytes: one for another machine is never loaded."""

from __future__ import annotations

import struct
import sys
from dataclasses import dataclass
from pathlib import Path

_ENOUGH = 4096
_ELF, _PE, _DOS = b"\x7fELF", b"PE\0\0", b"MZ"
_ELF_BITS = {1: 32, 2: 64}
_PE_BITS = {0x014C: 32, 0x01C4: 32, 0x8664: 64, 0xAA64: 64}
_MACH_O = frozenset(bytes.fromhex(magic) for magic in ("cafebabe", "cafebabf", "cffaedfe", "cefaedfe"))


@dataclass(frozen=True, slots=True)
class LibraryKind:
    """``machine`` is the number that the format (ELF's e_machine, PE's Machine) has for the processor."""

    format: str
    machine: int
    bits: int


def library_kind(path: Path) -> LibraryKind | None:
    """None when this is no library of a kind that any system of ours loads. Raises OSError when it cannot be read."""
    with path.open("rb") as file:
        head = file.read(_ENOUGH)
    if head.startswith(_ELF) and len(head) >= 20:
        order = "<" if head[5] == 1 else ">"
        return LibraryKind("ELF", struct.unpack_from(f"{order}H", head, 18)[0], _ELF_BITS.get(head[4], 0))
    if head.startswith(_DOS) and len(head) >= 64:
        return _pe(head, struct.unpack_from("<I", head, 60)[0])
    if head[:4] in _MACH_O:
        return LibraryKind("Mach-O", 0, 64)  # most are for several processors at once: dlopen finds out
    return None


def fits_this_program(kind: LibraryKind) -> bool:
    """Compared with Python itself, which is the program that would load it."""
    return kind == library_kind(Path(sys.executable))


def _pe(head: bytes, start: int) -> LibraryKind | None:
    if head[start : start + 4] != _PE or len(head) < start + 6:
        return None
    machine = struct.unpack_from("<H", head, start + 4)[0]
    return LibraryKind("PE", machine, _PE_BITS.get(machine, 0))
