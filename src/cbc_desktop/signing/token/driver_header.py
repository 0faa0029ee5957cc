"""For which machine a library was built, read from its first bytes: one for another machine is never loaded."""

from __future__ import annotations

import struct
import sys
from dataclasses import dataclass
from pathlib import Path

_ENOUGH = 4096
_ELF, _DOS, _PE = b"\x7fELF", b"MZ", b"PE\0\0"
_MACH_O = frozenset(bytes.fromhex(magic) for magic in ("cafebabe", "cafebabf", "cffaedfe", "cefaedfe"))
_MACHINES = {
    ("ELF", 3): "x86, 32 bit",
    ("ELF", 40): "ARM, 32 bit",
    ("ELF", 62): "x86-64, 64 bit",
    ("ELF", 183): "ARM64, 64 bit",
    ("PE", 0x014C): "x86, 32 bit",
    ("PE", 0x01C4): "ARM, 32 bit",
    ("PE", 0x8664): "x86-64, 64 bit",
    ("PE", 0xAA64): "ARM64, 64 bit",
}


@dataclass(frozen=True, slots=True)
class LibraryKind:
    """``machine`` is the number that the format (ELF's e_machine, PE's Machine) has for the processor."""

    format: str
    machine: int

    @property
    def name(self) -> str:
        return _MACHINES.get((self.format, self.machine), f"{self.format} {self.machine}")


def library_kind(path: Path) -> LibraryKind | None:
    """None when this is no library of a kind that any system of ours loads. Raises OSError when it cannot be read."""
    with path.open("rb") as file:
        head = file.read(_ENOUGH)
    if head.startswith(_ELF) and len(head) >= 20:
        order = "<" if head[5] == 1 else ">"
        return LibraryKind("ELF", struct.unpack_from(f"{order}H", head, 18)[0])
    if head.startswith(_DOS) and len(head) >= 64:
        return _pe(head, struct.unpack_from("<I", head, 60)[0])
    if head[:4] in _MACH_O:
        return LibraryKind("Mach-O", 0)  # most are for several processors at once: loading it finds out
    return None


def fits_this_program(kind: LibraryKind) -> bool:
    """Compared with Python itself, which is the program that would load it."""
    return kind == library_kind(Path(sys.executable))


def _pe(head: bytes, start: int) -> LibraryKind | None:
    if head[start : start + 4] != _PE or len(head) < start + 6:
        return None
    return LibraryKind("PE", struct.unpack_from("<H", head, start + 4)[0])
