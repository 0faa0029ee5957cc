"""A disk of its own that becomes full or read-only when it is told to: a tmpfs, for which one has to be root."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PAGE = 4096
"""In such pieces a tmpfs gives its room away: with each page more, another write is the first to fail."""
_LARGE = 256 * 2**20


@dataclass(frozen=True)
class SmallDisk:
    folder: Path

    @property
    def used(self) -> int:
        """Pages."""
        told = os.statvfs(self.folder)
        return (told.f_blocks - told.f_bfree) * told.f_frsize // PAGE

    @contextmanager
    def with_room_for(self, pages: int) -> Iterator[None]:
        self._remount(f"size={(self.used + pages) * PAGE}")
        try:
            yield
        finally:
            self._remount(f"size={_LARGE}")

    @contextmanager
    def read_only(self) -> Iterator[None]:
        self._remount("ro")
        try:
            yield
        finally:
            self._remount("rw")

    def _remount(self, options: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{options}", str(self.folder)], check=True)


def may_mount() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0


@contextmanager
def small_disk(folder: Path) -> Iterator[SmallDisk]:
    folder.mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_LARGE}", "none", str(folder)], check=True)
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
